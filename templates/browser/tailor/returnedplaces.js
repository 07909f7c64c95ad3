// Where what is new in a document goes: the section or category that its place suggests, or the one that a reader chooses.
import { Taking } from "../drafts/taking.js";
import { element } from "./elements.js";
/** @import { Carried, Change } from "../drafts/types" */
/** @import { Model } from "./types" */

const ASK = "Choose a part";
const LABEL = "Put it in";

/**
 * A function that makes the choice for a change that adds something; for another, nothing.
 * @param {Model} model
 * @param {Carried} carried
 * @param {Map<string, string>} names
 * @param {(index: number, change: Change) => void} put
 * @returns {(change: Change, index: number, chosen?: string) => ((tick: HTMLInputElement) => HTMLElement) | undefined} `chosen` is the part that it goes into now
 */
export function placesOf({ role }, carried, names, put) {
  const network = carried.network ?? { id: "", name: "", roles: [] };
  const { parts } = new Taking(carried, { ...network, roles: [{ role: role.role }, ...network.roles] });
  return (change, index, chosen = change.section) => {
    if (change.kind !== "added") return undefined;
    const { homes } = parts[change.about];
    return (tick) => {
      const choice = element("select", "in");
      choice.append(...(change.section ? [] : [new Option(ASK, "")]), ...[...homes.keys()].map((id) => new Option(names.get(id) ?? id, id)));
      choice.value = chosen ?? "";
      choice.addEventListener("change", () => {
        const section = choice.value;
        const own = homes.get(section) ?? [];
        put(index, section === change.section ? change : { ...change, section, follows: own[own.length - 1] ?? "" });
        tick.disabled = !section;
        tick.checked = Boolean(section);
      });
      return element("label", "returned__place", element("span", "label", LABEL), choice);
    };
  };
}
