// One field of the form: its label, its hint, and what is wrong with what was typed.
import { element } from "../find/elements.js";
import { hiddenWithin, plainLines } from "../text/pasted.js";
/** @import { TextForm, TextPart } from "./types" */

/** Milliseconds after the last key before a mistake is shown. A mistake that was corrected goes at once. */
const PAUSE = 600;

/** What a file refuses and nobody sees: marks of direction around a number that was copied from a phone, for one. */
const HIDDEN = hiddenWithin(window.fingerpost?.correcting?.hidden ?? "(?!)");

let count = 0;

/** An id that no other element of the page has. */
export const newId = () => `correct-${++count}`;

/**
 * A field for a text.
 * @param {string} label
 * @param {string} value
 * @param {TextForm} form
 * @param {{hint?: string, lines?: number, check?: (text: string) => string, needed?: boolean, group?: string}} [more]
 *   `lines` make it a box; `check` says what else is wrong; `group` is read before the label by screen readers.
 * @returns {TextPart}
 */
export function textField(label, value, form, { hint = "", lines = 0, check, needed = false, group = "" } = {}) {
  const input = element(lines ? "textarea" : "input", "in");
  const [id, words] = [newId(), element("label", "correct__label", label, ...(group ? [element("span", "vh", ` (${group})`)] : []))];
  input.id = words.htmlFor = id;
  input.value = value;
  if (input instanceof HTMLTextAreaElement) input.rows = lines;
  const about = hint ? [element("span", "hint", hint)] : [];
  const mistake = element("p", "correct__wrong");
  mistake.id = `${id}-wrong`;
  mistake.setAttribute("aria-live", "polite");
  about.forEach((one) => { one.id = `${id}-hint`; });
  input.setAttribute("aria-describedby", [...about.map((one) => one.id), mistake.id].join(" "));
  const node = element("div", "correct__field", words, ...about, input, mistake);
  const now = () => (input.value === value ? value.trim() : plainLines(input.value, HIDDEN).join("\n"));
  const judge = () => mistakeOf(now(), form, needed) || check?.(now()) || "";
  const show = () => {
    const says = judge();
    mistake.textContent = says;
    if (says) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };
  shownWhenStill(input, show, () => !judge());
  return { node, input, value: now, judge: show, wrong: () => [judge()].filter(Boolean).map((says) => `${words.textContent}: ${says}`) };
}

/** Show what is wrong once the reader pauses or goes on. @param {HTMLElement} input @param {() => void} show @param {() => boolean} right */
function shownWhenStill(input, show, right) {
  let waiting = 0;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    if (right()) show();
    else waiting = setTimeout(show, PAUSE);
  });
  input.addEventListener("blur", show);
}

/** What is wrong with a text, by its form in the schema. @param {string} text @param {TextForm} form @param {boolean} needed */
function mistakeOf(text, { pattern, longest, says = "" }, needed) {
  if (!text) return needed ? "This cannot be empty." : "";
  const length = [...text].length;
  if (longest && length > longest) return `This has ${length} characters. The limit is ${longest}.`;
  return pattern && !new RegExp(pattern, "u").test(text) ? says : "";
}
