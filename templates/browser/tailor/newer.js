// What a newer version of the role changed under a draft: sentences that it rewords or leaves out and that the role now says otherwise,
// and places that are gone. Nothing changes until somebody chooses.
import { select } from "../select.js";
import { counted } from "../text/formatting.js";
import { fittingOf, without } from "./fitting.js";
import { overlayOf } from "./draft.js";
import { deepSections, withOwn } from "./laying.js";
import { boxButton } from "./misfits.js";
import { element, hide, say } from "./elements.js";
/** @import { Said } from "./remembered.js" */
/** @import { Model, Network, Overlay, Page, Steps } from "./types" */

const ABOUT = "Your pack still says what you chose. Compare the old and the new words of the role, and choose again.";

/**
 * A sentence of the role that a draft changes and that has other words now; or a place that is gone.
 * @typedef {{list: "reword" | "drop", id: string, steps: Steps, old: string, now: string, ours: string, because: string}} NewWords
 * @typedef {{id: string, steps: Steps[], words: string}} PlaceGone
 */

/** What the role says otherwise now. @param {Network} network @param {Model} model @param {Said} said what it said before @returns {NewWords[]} */
export function newWords(network, { role, texts }, said) {
  const overlay = overlayOf(network, role);
  const at = network.roles.indexOf(overlay);
  return /** @type {const} */ (["reword", "drop"]).flatMap((list) =>
    (overlay[list] ?? []).flatMap((/** @type {{id: string, text?: string, because?: string}} */ { id, text = "", because = "" }, index) => {
      const [old, now] = [said[id]?.text, texts[id]];
      return old && now && old !== now ? [{ list, id, steps: ["roles", at, list, index], old, now, ours: text, because }] : [];
    }),
  );
}

/** What was put beside a sentence that is gone: it comes last in its part. @param {Network} network @param {Pick<Model, "role" | "texts">} model @returns {PlaceGone[]} */
export function placesGone(network, model) {
  const overlay = overlayOf(network, model.role);
  const at = network.roles.indexOf(overlay);
  const fitting = /** @type {Overlay} */ (fittingOf(overlay, model));
  const own = [...(fitting.add ?? []), ...(fitting.add_criteria ?? [])];
  const sections = deepSections(withOwn(model.role.sections, fitting));
  const known = new Set([...Object.keys(model.texts), ...[...own, ...sections].map(({ id }) => id)]);
  return /** @type {const} */ (["add_sections", "add", "add_criteria", "move"]).flatMap((list) =>
    (fitting[list] ?? []).flatMap((entry) => {
      const gone = /** @type {const} */ (["after", "before"]).filter((side) => entry[side] && !known.has(entry[side] ?? ""));
      const index = /** @type {object[]} */ (overlay[list] ?? []).indexOf(entry);
      const words = "text" in entry ? entry.text : "heading" in entry ? entry.heading : model.texts[entry.id];
      return gone.length ? [{ id: entry.id, words, steps: gone.map((side) => ["roles", at, list, index, side]) }] : [];
    }),
  );
}

/** @param {Page} page */
export function newer({ place, store, toast }) {
  const box = select(place, "[data-newer]");
  const [heading, about, list] = [...box.children].map((child) => /** @type {HTMLElement} */ (child));
  const show = () => {
    const [words, places] = [newWords(store.network, store.model, store.said()), placesGone(store.network, store.model)];
    const count = words.length + places.length;
    say(heading, `The role has changed in ${counted(count, "place")} that you changed too`);
    say(about, ABOUT);
    list.replaceChildren(...words.map(ofWords), ...places.map(ofPlace));
    hide(box, !count);
  };
  const done = (/** @type {string} */ said) => {
    toast(said);
    (box.hidden ? select(place, "[data-open]") : box).focus();
  };

  const ofWords = (/** @type {NewWords} */ { list: how, id, steps, old, now, ours, because }) => {
    const said = [["The role said: ", old], ["It says now: ", now], ["You say: ", ours], ["Your reason: ", because]].filter(([, text]) => text);
    const [keep, take] = how === "reword" ? ["Keep my words", "Use the role’s new words"] : ["Still leave it out", "Put the new words in"];
    return element("li", "",
      element("p", "", element("strong", "", how === "reword" ? "A sentence that you reworded" : "A sentence that you left out")),
      ...said.map(([label, text]) => element("p", "", element("span", "meta", label), text)),
      boxButton(keep, old, () => {
        store.know(id);
        done(how === "reword" ? "Kept your words." : "It is still left out.");
      }), " ",
      boxButton(take, old, () => {
        store.change((network) => without(network, steps));
        done("The pack has the role’s new words.");
      }),
    );
  };

  const ofPlace = (/** @type {PlaceGone} */ { id, words, steps }) =>
    element("li", "",
      element("p", "", element("strong", "", "The sentence beside it is gone"), ". This one now comes last in its part: ", element("q", "", words || id)),
      boxButton("Leave it there", words || id, () => {
        store.change((network) => steps.reduce(without, network));
        done("It stays where it is now.");
      }),
    );

  store.onChange(show);
}
