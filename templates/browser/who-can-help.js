// Who can help this person: one question at a time. The answers are only in the fragment of the address, so Back works.
// Without script the page is a table of all rules, with every result below it.
import { onReturn, state, stated } from "./address.js";
import { ages, given, nextQuestion, questionsLeft, settled, written } from "./navigator/rules.js";

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
  if (new URLSearchParams(stated()).has("all")) return onReturn(() => location.reload()); // the table is the page without script
  const title = document.title;
  const form = root.querySelector("form");
  const draw = () => {
    document.title = title;
    show(root, navigator, given(navigator, stated()));
  };
  form?.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = form.querySelector("fieldset:not([hidden]) input:checked");
    if (!(chosen instanceof HTMLInputElement)) return insist(form);
    state(written({ ...given(navigator, stated()), [chosen.name]: chosen.value }), "pushState");
    draw();
    begin(root);
  });
  onReturn(() => {
    if (new URLSearchParams(stated()).has("all")) return location.reload();
    draw();
    begin(root);
  });
  draw();
}

/** Scroll to the top and focus the new heading, for users of screen readers and keyboards. @param {HTMLElement} root */
function begin(root) {
  scrollTo(0, 0);
  const head = [...root.querySelectorAll(".choices__h, [data-result] > h2")].find((one) => one instanceof HTMLElement && one.offsetParent !== null);
  head?.setAttribute("tabindex", "-1");
  if (head instanceof HTMLElement) head.focus({ preventScroll: true });
}

/** The next question, or the result. @param {HTMLElement} root @param {Navigator} navigator @param {Answers} answers */
function show(root, navigator, answers) {
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

/** List the answers so far, each with a link back to its question. @param {HTMLElement} root @param {Navigator} navigator @param {Answers} answers */
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
    row.querySelector("a")?.setAttribute("href", `#${written({ ...earlier, ask: question.id })}`);
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
  form.reset();
  for (const mistake of form.querySelectorAll("[data-mistake]")) hide(mistake, true);
  const step = form.querySelector("[data-step]");
  const answered = Object.keys(answers).length;
  if (step) step.textContent = `Question ${answered + 1} of up to ${answered + questionsLeft(navigator, answers)}`;
  document.title = `${next.ask} ${document.title}`;
}

/** Show that an answer is needed. @param {HTMLFormElement} form */
function insist(form) {
  const mistake = form.querySelector("[data-mistake]");
  if (!mistake) return;
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
