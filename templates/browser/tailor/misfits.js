// What no longer fits the role, shown with its words above the pack until somebody takes it out.
import { select } from "../select.js";
import { element } from "./elements.js";
import { download } from "../download.js";
import { misfitsOf, without } from "./fitting.js";
import { counted } from "../text/formatting.js";
/** @import { Misfit } from "./fitting.js" */
/** @import { Page } from "./types" */

const ABOUT =
  "The role has changed since you wrote this. It is not in the pack, and nothing is lost: it stays in your draft and in the file you save. Copy the words that you still need to where they belong now. Then remove them here.";

/** @param {Page} page */
export function misfits({ place, store, toast }) {
  const box = select(place, "[data-misfits]");
  const [heading, about, list] = [...box.children].map((child) => /** @type {HTMLElement} */ (child));

  const show = () => {
    const found = misfitsOf(store.network, store.model);
    const aside = store.aside();
    heading.textContent = found.length ? `${counted(found.length, "of your changes", "of your changes")} no longer ${found.length === 1 ? "fits" : "fit"} this role` : "A draft that cannot be shown";
    about.textContent = found.length ? ABOUT : "";
    about.hidden = !found.length;
    list.replaceChildren(...(aside ? [unreadable(aside)] : []), ...found.map(line));
    box.hidden = !found.length && !aside;
  };

  const line = (/** @type {Misfit} */ { steps, says, words, because }) => {
    const parts = [element("p", "", element("strong", "", says))];
    if (words) parts.push(element("p", "", element("q", "", words)));
    if (because) parts.push(element("p", "meta", `Your reason: ${because}`));
    return element("li", "", ...parts, button("Remove", says, () => {
      store.change((network) => without(network, steps));
      toast("Removed. It was no longer part of the pack.");
      after();
    }));
  };

  const unreadable = (/** @type {string} */ text) =>
    element("li", "",
      element("p", "", element("strong", "", "A draft that this browser kept cannot be shown by this version of the page. "), "Your words are in it. Save them, and copy what you need."),
      button("Save those words", "", () => download(`${store.model.role.role}-draft.txt`, new Blob([text], { type: "text/plain" }))), " ",
      button("Remove", "the draft that cannot be shown", () => {
        store.forgetAside();
        show();
        after();
      }),
    );

  // The button that was pressed is gone.
  const after = () => (box.hidden ? select(place, "[data-open]") : box).focus();

  store.onChange(show);
}

/** @param {string} words @param {string} of what it is about, for a reader who does not see it @param {() => void} then */
function button(words, of, then) {
  const made = element("button", "btn btn--2 btn--s", words, ...(of ? [element("span", "vh", `: ${of}`)] : []));
  made.type = "button";
  made.addEventListener("click", then);
  return made;
}
