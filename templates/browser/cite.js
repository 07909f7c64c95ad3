// The number of a statement or a criterion is a link to it. Following it also copies its address, ready to paste into a mail or a report.
import { writeText } from "./copy.js";
import { select, selectAll } from "./select.js";

const STAYS = 4000;
const said = select(document, "[data-cited]");
/** @type {number | undefined} */
let wait;

for (const link of selectAll(document, "a.n", HTMLAnchorElement)) {
  link.title = "Copy the link to this sentence";
  link.addEventListener("click", async () => {
    if (await writeText(link.href)) say(`Link copied: ${link.textContent || "this sentence"}`);
  });
}

/** Shown for some seconds, and heard once. @param {string} words */
function say(words) {
  said.hidden = false;
  said.textContent = words;
  clearTimeout(wait);
  wait = setTimeout(() => {
    said.hidden = true;
    said.textContent = "";
  }, STAYS);
}
