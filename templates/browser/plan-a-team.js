// Plan a team: every figure is a field, and the plan is recalculated. Figures that differ from ours are in the address.
import { onReturn, state, stated } from "./address.js";
import { hundredths, plan, written } from "./planner/plan.js";

/**
 * @typedef {import("./planner/plan.js").PostRule} PostRule
 * @typedef {Omit<import("./planner/plan.js").PlanRow, "id">} Figures
 */

/** @param {HTMLElement} root */
function start(root) {
  const rules = JSON.parse(root.dataset.rules ?? "[]");
  const asked = new URLSearchParams(stated());
  /** @type {HTMLInputElement[]} */
  const fields = [...root.querySelectorAll("[data-figure]")].map((place) => field(place, asked));
  const form = root.querySelector("form");
  if (!form) return;
  form.hidden = false;
  const points = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll('[name="point"]')]);
  for (const point of points) if (point.value === asked.get("point")) point.checked = true;
  const update = () => show(root, rules, fields, points);
  root.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of root.querySelectorAll("[data-print]")) {
    button.toggleAttribute("hidden", false);
    button.addEventListener("click", () => print());
  }
  update();
}

/** Replace a figure on the page with a field of the same name. @param {Element} place @param {URLSearchParams} asked @returns {HTMLInputElement} */
function field(place, asked) {
  const input = document.createElement("input");
  const name = place.getAttribute("data-figure") ?? "";
  input.className = "in in--figure";
  input.name = name;
  input.inputMode = "decimal";
  input.autocomplete = "off";
  input.id = `f-${name.replace(".", "-")}`;
  input.dataset.first = (place.textContent ?? "").trim().replace(/,/g, "");
  for (const key of ["least", "most"]) input.dataset[key] = place.getAttribute(`data-${key}`) ?? "";
  input.setAttribute("aria-labelledby", place.getAttribute("data-label") ?? "");
  input.value = asked.get(name) ?? (place.textContent ?? "").trim();
  place.replaceWith(input);
  return input;
}

/** @param {HTMLElement} root @param {PostRule[]} rules @param {HTMLInputElement[]} fields @param {HTMLInputElement[]} points */
function show(root, rules, fields, points) {
  const wrong = fields.filter((input) => !marked(input));
  const mistake = root.querySelector("[data-mistake]");
  if (mistake) {
    mistake.toggleAttribute("hidden", wrong.length === 0);
    mistake.textContent = wrong.map((input) => `${named(input)}: enter a number from ${limits(input)}.`).join(" ");
    if (wrong.length) mistake.textContent += " Until then the plan keeps its last figures.";
  }
  keep(fields, points);
  if (wrong.length) return;
  /** @type {Record<string, number>} */
  const figures = Object.fromEntries(fields.map((input) => [input.name, hundredths(input.value) ?? 0]));
  const count = (/** @type {string} */ name) => Math.round(figures[name] / 100);
  const point = /** @type {"first" | "middle" | "top"} */ (points.find((one) => one.checked)?.value ?? "middle");
  const rows = plan(rules, { people: count("people"), practices: count("practices"), networks: count("networks"), point, figures });
  for (const row of rows) fill(root.querySelector(`[data-plan="${row.id}"]`), row);
  const sum = (/** @type {"tenths" | "a_week" | "a_year" | "cost" | "income"} */ key) => rows.reduce((total, row) => total + row[key], 0);
  const all = { tenths: sum("tenths"), a_week: sum("a_week"), a_year: sum("a_year"), cost: sum("cost"), income: sum("income") };
  fill(root.querySelector('[data-plan="all"]'), all);
  say(root, all);
}

/** The plan in a sentence, for readers who do not see the table change. @param {HTMLElement} root @param {Figures} all */
function say(root, all) {
  const said = root.querySelector("[data-said]");
  const words = `${tenths(all.tenths)} posts, ${all.a_week.toLocaleString("en-GB")} people a week, £${all.cost.toLocaleString("en-GB")} a year${all.income ? `, £${all.income.toLocaleString("en-GB")} paid back` : ""}.`;
  if (said && said.textContent !== words) said.textContent = words;
}

/** @param {Element | null} row @param {Figures} values */
function fill(row, values) {
  if (!row) return;
  for (const cell of row.querySelectorAll("[data-out]")) {
    const key = /** @type {keyof Figures} */ (cell.getAttribute("data-out"));
    if (key === "income" && !values.income) cell.textContent = "Not filled in";
    else cell.textContent = key === "tenths" ? tenths(values.tenths) : `${key === "cost" || key === "income" ? "£" : ""}${values[key].toLocaleString("en-GB")}`;
  }
}

/** @param {number} value */
const tenths = (value) => `${Math.floor(value / 10).toLocaleString("en-GB")}.${value % 10}`;

/** @param {HTMLInputElement} input */
const named = (input) =>
  (input.getAttribute("aria-labelledby") ?? "")
    .split(" ")
    .map((id) => document.getElementById(id)?.textContent?.trim() ?? "")
    .join(" ");

/** @param {HTMLInputElement} input */
const limits = (input) => `${written(hundredths(input.dataset.least ?? "") ?? 0)} to ${written(hundredths(input.dataset.most ?? "") ?? 0)}`;

/** Whether a field holds a number within its limits; sets `aria-invalid`. @param {HTMLInputElement} input */
function marked(input) {
  const value = hundredths(input.value);
  const good = value !== null && value >= (hundredths(input.dataset.least ?? "") ?? 0) && value <= (hundredths(input.dataset.most ?? "") ?? 0);
  input.setAttribute("aria-invalid", String(!good));
  return good;
}

/** Put the figures that differ from ours into the address. @param {HTMLInputElement[]} fields @param {HTMLInputElement[]} points */
function keep(fields, points) {
  const kept = new URLSearchParams();
  for (const input of fields) if (hundredths(input.value) !== hundredths(input.dataset.first ?? "")) kept.set(input.name, input.value.trim());
  const point = points.find((one) => one.checked);
  if (point && !point.defaultChecked) kept.set("point", point.value);
  state(`${kept}`);
}

const root = document.querySelector("[data-planner]");
if (root instanceof HTMLElement) {
  start(root);
  onReturn(() => location.reload());
}
