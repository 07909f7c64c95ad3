// What no longer fits the role, shown with its words above the pack until somebody takes it out.
import { select } from "../select.js";
import { element, hide, say, smallButton } from "./elements.js";
import { download } from "../download.js";
import { misfitsOf, without } from "./fitting.js";
import { keepable, keptAsOwn } from "./keptown.js";
import { valueAt } from "./steps.js";
import { counted } from "../text/formatting.js";
/** @import { Misfit } from "./fitting.js" */
/** @import { Page } from "./types" */

const ABOUT =
  "The role has changed since you wrote this. It is not in the pack, and nothing is lost: it stays in your draft and in the file you save. Keep what you still need as your own, or remove it.";

/** @param {Page} page */
export function misfits({ place, store, toast }) {
  const box = select(place, "[data-misfits]");
  const [heading, about, list] = [...box.children].map((child) => /** @type {HTMLElement} */ (child));

  const show = () => {
    const found = misfitsOf(store.network, store.model);
    const aside = store.aside();
    say(heading, found.length ? `${counted(found.length, "of your changes", "of your changes")} no longer ${found.length === 1 ? "fits" : "fit"} this role` : "A draft that cannot be shown");
    say(about, found.length ? ABOUT : "");
    hide(about, !found.length);
    list.replaceChildren(...(aside ? [unreadable(aside)] : []), ...found.map(line));
    hide(box, !found.length && !aside);
  };

  const line = (/** @type {Misfit} */ misfit) => {
    const { steps, says, words, because } = misfit;
    const before = store.said()[idAt(steps)]?.text;
    const parts = [element("p", "", element("strong", "", says))];
    if (words) parts.push(element("p", "", element("q", "", words)));
    if (before) parts.push(element("p", "meta", `The role said: ${before}`));
    if (because) parts.push(element("p", "meta", `Your reason: ${because}`));
    return element("li", "", ...parts, ...keeping(misfit), boxButton("Remove", says, () => {
      store.change((network) => without(network, steps));
      toast("Removed. It was no longer part of the pack.");
      after();
    }));
  };

  // Which part it goes into is asked where more than one is left: the one that it stood in comes first.
  const keeping = (/** @type {Misfit} */ misfit) => {
    const found = keepable(misfit, store.network, store.model, store.said());
    if (!found) return [];
    const choice = element("select", "in", ...found.parts.map(({ id, heading }) => new Option(heading, id, false, id === found.stood)));
    const label = element("label", "label", "Where your words go", element("span", "vh", `: ${found.words}`), choice);
    return [element("p", "", label), boxButton("Keep as my own", found.words, () => {
      const part = found.parts[choice.selectedIndex];
      store.change((network, model) => keptAsOwn(misfit, found.words, part, network, model, store.said()));
      toast(`Kept at the end of “${part.heading}”.`);
      after();
    }), " "];
  };

  const idAt = (/** @type {Misfit["steps"]} */ steps) => String(valueAt(store.network, [...steps, "id"]) ?? "");

  const unreadable = (/** @type {string} */ text) =>
    element("li", "",
      element("p", "", element("strong", "", "This version of the page cannot show a draft that this browser kept. "), "Your words are in it. Save them, and copy what you need."),
      boxButton("Save those words", "", () => download(`${store.model.role.role}-draft.txt`, new Blob([text], { type: "text/plain" }))), " ",
      boxButton("Remove", "the draft that cannot be shown", () => {
        store.forgetAside();
        show();
        after();
      }),
    );

  // The button that was pressed is gone.
  const after = () => (box.hidden ? select(place, "[data-open]") : box).focus();

  store.onChange(show);
}

/** Go to what a draft that was opened has to tell, where there is anything. @param {HTMLElement} place */
export function goToTold(place) {
  ["[data-misfits]", "[data-newer]"].map((name) => select(place, name)).find(({ hidden }) => !hidden)?.focus();
}

/** A button in a box above the pack. @param {string} words @param {string} of what it is about, for a reader who does not see it @param {() => void} then */
export function boxButton(words, of, then) {
  return smallButton(words, then, of && `: ${of}`);
}
