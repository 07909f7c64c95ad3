// The text for each box of NHS Jobs, following the pack as it changes, with a button that copies it.
import { offerCopies } from "../copy.js";
import { selectIfThere } from "../select.js";
import { boxes } from "./boxes.js";
import { element, say } from "./elements.js";
import { following } from "./pause.js";
import { figures } from "../text/formatting.js";
/** @import { Box } from "./boxes.js" */
/** @import { Page } from "./types" */

const PAUSE = 200; // milliseconds without a change before the texts are made again

/** @param {Page} page */
export function listing({ place, store }) {
  const all = selectIfThere(place, "[data-boxes]");
  const status = selectIfThere(place, "[data-copied]");
  if (!all || !store.model.shared.form) return;
  /** @type {Map<string, ShownBox>} */
  const shown = new Map();
  const follow = () => {
    const found = boxes(store.view, store.model.shared);
    const rows = found.map((box) => {
      const row = shown.get(box.id) ?? new ShownBox(box);
      shown.set(box.id, row);
      row.show(box);
      return row;
    });
    const wanted = rows.map(({ element: row }) => row);
    const fresh = rows.filter(({ element: row }) => !row.isConnected).map(({ button }) => button);
    if (wanted.some((one, index) => all.children[index] !== one) || all.children.length !== wanted.length) all.replaceChildren(...wanted);
    // What is there when the page has loaded is offered with every other text to copy.
    if (document.readyState !== "loading") offerCopies(fresh.filter(({ hidden }) => hidden), status);
    store.tellBoxes(found);
  };
  const later = following(follow, PAUSE, store.pause);
  store.onChange(() => (shown.size ? later() : follow()));
}

/** The text of a box on the page. */
class ShownBox {
  /** @param {Box} box */
  constructor({ id, name }) {
    this.told = element("p", "box__told");
    this.text = element("pre", "box__text");
    this.text.id = `box-${id}`;
    const details = element("details", "", element("summary", "", "Show the text", element("span", "vh", `: ${name}`)), this.text);
    this.button = element("button", "btn btn--2", element("span", "", "Copy"), " ", element("span", "vh", name));
    Object.assign(this.button, { type: "button", hidden: true });
    Object.assign(this.button.dataset, { copy: this.text.id, name });
    const heading = element("h3", "", name);
    this.element = element("div", "box", heading, this.told, details, this.button);
    this.element.dataset.box = id;
  }

  /** @param {Box} box */
  show(box) {
    const limit = box.most === null ? "Its limit is not known." : `${box.least ? `${figures(box.least)} to ` : "At most "}${figures(box.most)}.`;
    const left = box.left ? ` ${figures(box.left)} ${box.left === 1 ? "statement does" : "statements do"} not fit${box.restIn ? `, and ${box.left === 1 ? "is" : "are"} ${box.restIn}` : ""}.` : "";
    say(this.told, `${figures(box.count)} characters. ${limit}${left}`);
    say(this.text, box.text);
  }
}
