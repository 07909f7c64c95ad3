// Who can help this person: one question a page. The answers stand in the address and nowhere else, so Back works.
// Without script the page is a table of all rules, with every result below it.
import { address, ages, given, nextQuestion, questionsLeft, settled } from "./navigator/rules.js";

/**
 * @typedef {import("./navigator/rules.js").Navigator} Navigator
 * @typedef {import("./navigator/rules.js").Rule} Rule
 * @typedef {import("./navigator/rules.js").Answers} Answers
 */

const root = document.querySelector("[data-navigator]");
if (root instanceof HTMLElement) start(root);

/** @param {HTMLElement} root */
function start(root) {
  /** @type {Navigator} */
  const navigator = JSON.parse(root.dataset.rules ?? "");
  if (new URLSearchParams(location.search).has("all")) return;
  const answers = given(navigator, location.search);
  const rule = settled(navigator, answers);
  root.dataset.state = rule ? "result" : "question";
  for (const part of root.querySelectorAll("[data-part]")) hide(part, part.getAttribute("data-part") !== root.dataset.state);
  listAnswers(root, navigator, answers);
  if (rule) showResult(root, navigator, answers, rule);
  else showQuestion(root, navigator, answers);
}

/** @param {Element} part @param {boolean} away */
function hide(part, away) {
  part.toggleAttribute("hidden", away);
}

/** What was answered, each with a way back to it. @param {HTMLElement} root @param {Navigator} navigator @param {Answers} answers */
function listAnswers(root, navigator, answers) {
  /** @type {Answers} */
  const earlier = {};
  for (const question of navigator.questions) {
    const row = root.querySelector(`[data-answered="${question.id}"]`);
    const answer = question.answers.find((one) => one.id === answers[question.id]);
    if (!row) continue;
    hide(row, !answer);
    if (!answer) continue;
    const words = row.querySelector("[data-words]");
    if (words) words.textContent = answer.label;
    row.querySelector("a")?.setAttribute("href", address({ ...earlier, ask: question.id }));
    Object.assign(earlier, { [question.id]: answer.id });
  }
  const side = root.querySelector("[data-side]");
  if (side) hide(side, Object.keys(answers).length === 0);
}

/** @param {HTMLElement} root @param {Navigator} navigator @param {Answers} answers */
function showQuestion(root, navigator, answers) {
  const next = nextQuestion(navigator, answers);
  const form = root.querySelector("form");
  if (!next || !form) return;
  for (const set of form.querySelectorAll("fieldset")) {
    const here = set.dataset.question === next.id;
    hide(set, !here);
    set.disabled = !here;
  }
  for (const [name, value] of Object.entries(answers)) {
    const kept = document.createElement("input");
    Object.assign(kept, { type: "hidden", name, value });
    form.append(kept);
  }
  const step = form.querySelector("[data-step]");
  const answered = Object.keys(answers).length;
  if (step) step.textContent = `Question ${answered + 1} of up to ${answered + questionsLeft(navigator, answers)}`;
  document.title = `${next.ask} ${document.title}`;
  form.addEventListener("submit", (event) => insist(event, form));
}

/** An answer is needed to go on. @param {Event} event @param {HTMLFormElement} form */
function insist(event, form) {
  const mistake = form.querySelector("[data-mistake]");
  if (form.querySelector("fieldset:not([hidden]) input:checked") || !mistake) return;
  event.preventDefault();
  hide(mistake, false);
  const first = form.querySelector("fieldset:not([hidden]) input");
  if (first instanceof HTMLInputElement) {
    first.setAttribute("aria-describedby", mistake.id);
    first.focus();
  }
}

/** @param {HTMLElement} root @param {Navigator} navigator @param {Answers} answers @param {Rule} rule */
function showResult(root, navigator, answers, rule) {
  const span = ages(navigator, answers);
  for (const result of root.querySelectorAll("[data-result]")) hide(result, result.getAttribute("data-result") !== rule.leads_to);
  const shown = root.querySelector(`[data-result="${rule.leads_to}"]`);
  if (!shown) return;
  root.dataset.card = shown.getAttribute("data-card") ?? "none";
  for (const part of shown.querySelectorAll("[data-rule]")) hide(part, part.getAttribute("data-rule") !== rule.id);
  for (const part of shown.querySelectorAll("[data-when]")) hide(part, true);
  for (const part of shown.querySelectorAll("[data-said]")) hide(part, false);
  const said = shown.querySelector("dd[data-said]");
  if (said) said.textContent = `${sentence(navigator, answers)}.`;
  for (const service of shown.querySelectorAll("[data-least]")) {
    const least = Number(service.getAttribute("data-least"));
    const most = Number(service.getAttribute("data-most"));
    hide(service, least > span[1] || span[0] > most);
  }
  document.title = `${shown.querySelector("h2")?.textContent}. ${document.title}`;
}

/** What was said, as one sentence. @param {Navigator} navigator @param {Answers} answers @returns {string} */
function sentence(navigator, answers) {
  const said = navigator.questions.flatMap((question) =>
    question.answers.filter((answer) => answer.id === answers[question.id]).map((answer) => answer.said),
  );
  const text = said.join(", ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
