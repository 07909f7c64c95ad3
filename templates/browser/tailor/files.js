// Saving the network's file. What is wrong is told with links to where it stands.
import { download } from "../download.js";
import { select } from "../select.js";
import { element, smallButton } from "./elements.js";
import { misfitsOf } from "./fitting.js";
import { formsOf } from "./forms.js";
import { counted } from "../text/formatting.js";
import { withSaid } from "./remembered.js";
import { fileText, fileValue } from "./saving.js";
import { fieldFor, meaningOf } from "./sense.js";
/** @import { Field, Page } from "./types" */

/** @param {Page} page */
export function filing({ place, store, toast }) {
  const { role, texts, shared } = store.model;
  const box = select(place, "[data-wrongs]");
  const forms = formsOf(shared.schema);

  const written = () => fileValue(withSaid(store.network, role, store.said()), role, texts, shared, new Date());

  const save = () => {
    const value = written();
    download(`${value.id}.yaml`, new Blob([fileText(value)], { type: "application/yaml" }));
    toast(`Saved as ${value.id}.yaml, in your browser’s downloads folder.`, { canUndo: false });
  };

  select(place, "[data-save]").addEventListener("click", () => {
    const value = written();
    const misfits = misfitsOf(value, store.model);
    const known = new Set(misfits.map(({ steps }) => JSON.stringify(steps)));
    const wrong = [...forms(value), ...meaningOf(value, role)].filter(({ steps }) => !known.has(JSON.stringify(steps)));
    if (!wrong.length && !misfits.length) {
      box.hidden = true;
      save();
      return;
    }
    const links = wrong.map(({ steps, says }) => {
      const field = fieldFor(place, steps, value, role);
      const link = element("a", "", `${nameOf(field)}${says}`);
      link.href = `#${field?.id ?? "main"}`;
      link.addEventListener("click", () => field?.focus());
      return element("li", "", link);
    });
    links.push(...misfits.map(({ says }) => {
      const link = element("a", "", says);
      link.href = "#misfits";
      return element("li", "", link);
    }));
    const anyway = smallButton("Save it anyway", () => {
      box.hidden = true;
      save();
    });
    tell(box, `${counted(links.length, "answer")} to correct first`, "The site cannot be built from a file with these problems. You can still save it, and correct them later.", links, [anyway]);
  });
}

/** What the page calls a field: `Practice 1, code: `. @param {Field | null} field */
function nameOf(field) {
  const label = field?.labels?.[0]?.textContent.trim();
  const line = field?.closest("fieldset.line")?.querySelector("legend")?.textContent;
  return label ? `${[line, field?.dataset.name ?? label].filter(Boolean).join(", ")}: ` : "";
}

/** Tell what is wrong, above the pack. @param {HTMLElement} box @param {string} title @param {string} about @param {HTMLElement[]} listed @param {HTMLElement[]} acts */
export function tell(box, title, about, listed, acts) {
  const [heading, said, list, place] = box.children;
  heading.textContent = title;
  said.textContent = about;
  list.replaceChildren(...listed);
  place.replaceChildren(...acts);
  box.hidden = false;
  box.focus();
}
