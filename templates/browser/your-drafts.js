// The page ‘Make a pack’: every draft that this browser keeps, to go on with, to send, or to delete.
import { unseen } from "./find/elements.js";
import { select, selectAll, selectIfThere } from "./select.js";
import { element, smallButton } from "./tailor/elements.js";
import { sending } from "./tailor/sending.js";
import { draftsHere, removeDraft } from "./tailor/shelf.js";
import { day, isoDay } from "./text/formatting.js";
/** @import { Kept } from "./tailor/shelf.js" */

const place = selectIfThere(document, "[data-drafts]");
if (place) start(place);

/** @param {HTMLElement} place */
function start(place) {
  const send = sending(place);
  const list = select(place, "ul");
  const roles = new Map(selectAll(document, "[data-role]").map((entry) => [entry.dataset.role ?? "", select(entry, "a", HTMLAnchorElement)]));
  list.append(...draftsHere().map((kept) => line(kept, roles.get(kept.role), send)));
  place.hidden = !list.children.length;
}

/** @param {Kept} kept @param {HTMLAnchorElement | undefined} entry the way to its role, where this site has it @param {ReturnType<typeof sending>} send */
function line({ key, role, network, said: before, changed }, entry, send) {
  const title = entry ? element("a", "", entry.textContent ?? role) : role;
  if (title instanceof HTMLAnchorElement && entry) title.href = entry.href;
  const said = element("p", "meta", [network.name || "No network name yet", changed ? `changed ${when(changed)}` : ""].filter(Boolean).join(" · "));
  const name = ` ${entry?.textContent ?? role}`;
  const acts = element("p", "acts");
  const made = element("li", "", element("h3", "", title), said, acts);
  const whole = () => {
    const remove = smallButton("Delete", () => {
      const back = removeDraft(key);
      const undo = smallButton("Undo", () => {
        back();
        whole();
        select(acts, "button:last-child").focus();
      }, name);
      acts.replaceChildren(element("span", "", "Deleted. "), undo);
      undo.focus();
    }, name);
    acts.replaceChildren(...(entry ? [smallButton("Send as a link", () => send(entry.href, network, role, before), name), " ", comparison(entry, name), " "] : [element("span", "", "This site no longer has this role. ")]), remove);
  };
  whole();
  return made;
}

/** The way to the page of a draft’s role, which asks there what to compare it with. @param {HTMLAnchorElement} entry @param {string} name */
function comparison({ href }, name) {
  const link = element("a", "btn btn--2 btn--s", "Compare with another draft", unseen(name));
  link.href = `${href}#compare`;
  return link;
}

/** @param {Date} date */
function when(date) {
  const clock = [date.getHours(), date.getMinutes()].map((figure) => String(figure).padStart(2, "0")).join(":");
  return `${day(isoDay(date))} at ${clock}`;
}
