import { select } from "./select.js";

/**
 * A button with `data-copy` copies the text of the element of that id. Where pages may not write to the clipboard, as under
 * file:// in some browsers, an older way is tried; where that fails too, the text is selected, ready for the reader's own keys.
 * @param {Iterable<HTMLButtonElement>} buttons
 * @param {HTMLElement | null} status says aloud what was copied
 */
export function offerCopies(buttons, status) {
  for (const button of buttons) {
    const source = document.getElementById(button.dataset.copy ?? "");
    if (!source) continue;
    button.addEventListener("click", async () => say(button, status, (await write(source)) ? "Copied" : "Selected"));
    button.hidden = false;
  }
}

/** Copy the text of an element; where that is refused, select it. @param {HTMLElement} source @returns {Promise<boolean>} whether it is copied */
export async function write(source) {
  const text = source instanceof HTMLTextAreaElement || source instanceof HTMLInputElement ? source.value : source.textContent;
  if (await writeText(text)) return true;
  source.closest("details")?.setAttribute("open", "");
  getSelection()?.selectAllChildren(source);
  return false;
}

/** Copy a text, in the way of today or an older one. @param {string} text @returns {Promise<boolean>} whether it is copied */
export async function writeText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return writeBySelection(text);
  }
}

/** A text area keeps every line break, which a selection on the page may not. @param {string} text */
function writeBySelection(text) {
  const before = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "vh";
  document.body.append(area);
  area.select();
  let done = false;
  try {
    done = document.execCommand("copy");
  } catch {
    done = false;
  }
  area.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}

/**
 * Seen on the button that was pressed last, and heard once. A region says the same words again only if they change.
 * @param {HTMLButtonElement} button
 * @param {HTMLElement | null} status
 * @param {"Copied" | "Selected"} done
 */
function say(button, status, done) {
  for (const other of document.querySelectorAll("[data-copy]")) wordsOf(other).textContent = "Copy";
  wordsOf(button).textContent = done;
  if (!status) return;
  const words = `${done}: ${button.dataset.name}`;
  status.textContent = "";
  setTimeout(() => {
    status.textContent = done === "Copied" ? words : `${words}. Press Control and C to copy it.`;
  }, 50);
}

/** The words of a button that change. @param {Element} button */
function wordsOf(button) {
  return select(button, "span");
}
