// Review a document: it is chosen or dropped, read and judged here, and the report is shown, printed or saved. Nothing is sent.
import { carry } from "./carry.js";
import { readDocument } from "./documents/kinds.js";
import { Refused } from "./documents/reading.js";
import { download } from "./download.js";
import { button, element } from "./find/elements.js";
import { reportOf, savedReport } from "./review/report.js";
import { Reviewer } from "./review/review.js";
import { href } from "./links.js";
import { select, selectIfThere } from "./select.js";
/** @import { Review, ReviewData } from "./documents/types" */

const root = selectIfThere(document, "[data-review]");
const rules = window.fingerpost?.review;
if (root && rules) start(root, rules);

/** @param {HTMLElement} page @param {ReviewData} data */
function start(page, data) {
  const reviewer = new Reviewer(data);
  const drop = select(page, "[data-drop]");
  const input = select(drop, "input", HTMLInputElement);
  drop.hidden = false;
  drop.addEventListener("submit", (event) => event.preventDefault());
  input.addEventListener("change", () => take(page, reviewer, input.files?.[0]));
  // Wherever a file is dropped: beside the box, the browser would open it instead of this page.
  addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.classList.add("drop--over");
  });
  addEventListener("dragleave", () => drop.classList.remove("drop--over"));
  addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("drop--over");
    input.value = "";
    take(page, reviewer, event.dataTransfer?.files[0]);
  });
}

/** @param {HTMLElement} page @param {Reviewer} reviewer @param {File | undefined} file */
async function take(page, reviewer, file) {
  if (!file) return;
  const refused = select(page, "[data-refused]");
  const report = select(page, "[data-report]");
  refused.hidden = true;
  report.hidden = true;
  select(page, "[data-said]").textContent = `Reading ${file.name}.`;
  await new Promise((shown) => setTimeout(shown)); // so that the page can say it
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    show(page, reviewer, file.name, reviewer.review(readDocument(bytes, reviewer.data)), offering(page, file.name, bytes));
  } catch (error) {
    const { code, gaps } = error instanceof Refused ? error : new Refused("document-unreadable", { reason: String(error instanceof Error ? error.message : error) });
    const [message, cure] = reviewer.data.refusals[code].map((words) => words.replace(/\{(\w+)\}/g, (_, gap) => gaps[gap] ?? ""));
    refused.replaceChildren(element("strong", "", `${file.name} was not read. `), message, " ", cure);
    refused.hidden = false;
    select(page, "[data-said]").textContent = "";
  }
}

/** The way into a pack, which takes the document along. @param {HTMLElement} page @param {string} name @param {Uint8Array} bytes */
function offering(page, name, bytes) {
  const form = select(page, "[data-bring]", HTMLFormElement);
  const refused = select(form, "[data-not-carried]");
  refused.hidden = true;
  form.hidden = false;
  form.onsubmit = (event) => {
    event.preventDefault();
    if (carry(name, bytes)) location.assign(`${href(page.dataset.root ?? "", `tailor/${select(form, "select", HTMLSelectElement).value}/`)}#bring`);
    else refused.hidden = false;
  };
  return form;
}

/** @param {HTMLElement} page @param {Reviewer} reviewer @param {string} name @param {Review} review @param {HTMLElement} bring */
function show(page, reviewer, name, review, bring) {
  const report = select(page, "[data-report]");
  const acts = element("p", "acts", button("btn btn--2", () => print(), "Print the report"), " ", button("btn btn--2", () => {
    download(`${name.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[.-]+|[.-]+$/g, "") || "document"}.html`, new Blob([savedReport(reviewer, name, review, new Date())], { type: "text/html" }));
  }, "Save the report"));
  report.replaceChildren(...reportOf(reviewer, name, review, 2, acts, bring));
  report.hidden = false;
  select(page, "[data-said]").textContent = "";
  select(report, "h2").focus();
}
