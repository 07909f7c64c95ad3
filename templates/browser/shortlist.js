// The page of saved services: its services in order, and ways to pass them on.
import { asMessage, asRecord, asText, contact } from "./giving/sayings.js";
import { sheetAddress, sheetLink, sorted, known, why } from "./giving/known.js";
import { write } from "./copy.js";
import { copyOf, fill } from "./giving/slots.js";
import { toast } from "./giving/toast.js";
import { href } from "./links.js";
import { byId, select, selectIfThere } from "./select.js";
import * as store from "./shortlist-store.js";

const COUNTS = ["No services", "One service", "Two services", "Three services", "Four services", "Five services", "Six services"];

/** @param {HTMLElement} page */
function start(page) {
  const { root = "" } = page.dataset;
  const part = (/** @type {string} */ name) => select(page, `[data-${name}]`);
  const picked = part("picked");

  /** A line of the list. @param {string} id @param {number} index @param {string[]} ids */
  function item(id, index, ids) {
    const service = known(id);
    const made = copyOf(select(page, "[data-pick]", HTMLTemplateElement));
    const name = service?.name ?? id;
    /** @type {Partial<import("./giving/known.js").Given>} */
    const here = service && !service.gone ? service : {};
    made.dataset.serviceId = id;
    fill(made, "number", String(index + 1));
    const link = fill(made, "name", name);
    if (service && link instanceof HTMLAnchorElement) link.href = href(root, `services/${id}/`);
    fill(made, "about", [here.where, here.ages && here.ages[0].toLowerCase() + here.ages.slice(1)].filter(Boolean).join(", "));
    fill(made, "contact", contact(here));
    fill(made, "open", here.open?.[0]);
    fill(made, "gone", here === service ? "" : `${why({ id, service })} It will not be on the sheet.`);
    fill(made, "next", service?.next?.length ? `Use instead: ${service.next.map((other) => known(other)?.name ?? other).join(", ")}` : "");
    fill(made, "message", here.name ? asMessage({ name, ...here }) : "");
    fill(made, "for-copy", ` message: ${name}`);
    if (!here.name) select(made, '[data-act="copy"]').remove();
    if (!here.unsure) select(made, '[data-slot="unsure"]').remove();
    for (const act of ["up", "down", "remove"]) fill(made, `for-${act}`, ` ${name}`);
    select(made, '[data-act="up"]', HTMLButtonElement).disabled = index === 0;
    select(made, '[data-act="down"]', HTMLButtonElement).disabled = index === ids.length - 1;
    return made;
  }

  /** @param {string[]} ids */
  function handOver(ids) {
    const { shown } = sorted(ids);
    const sheet = shown.map(({ id }) => id);
    const link = sheetAddress(root, sheet);
    part("side").hidden = !shown.length;
    select(page, "[data-sheet]", HTMLAnchorElement).href = sheetLink(root, sheet);
    part("care").hidden = !shown.some(({ service }) => service.care);
    byId("as-text").textContent = asText(shown, link);
    byId("as-link").textContent = link;
    part("with-link").hidden = !link;
    byId("as-record").textContent = asRecord(shown, new Date());
  }

  function show() {
    const ids = store.list();
    picked.replaceChildren(...ids.map(item));
    part("empty").hidden = ids.length > 0;
    const count = COUNTS[ids.length] ?? `${ids.length} services`;
    part("count").textContent = ids.length ? `${count}, in the order they will print. The list stays in this browser and is forgotten when you clear it.` : "";
    handOver(ids);
    page.dataset.state = "ready";
  }

  /** Keep the focus on the service that was moved, or set it to the one in place of the removed one. @param {string} id @param {string} act */
  function focus(id, act) {
    const row = [...picked.children].find((one) => one instanceof HTMLElement && one.dataset.serviceId === id);
    if (!row) return;
    const wanted = selectIfThere(row, `[data-act="${act}"]`, HTMLButtonElement);
    (wanted?.disabled ? selectIfThere(row, "[data-act]:not(:disabled)") : wanted)?.focus();
  }

  /** @param {string} id */
  function remove(id) {
    const at = store.list().indexOf(id);
    store.remove(id);
    const left = store.list();
    if (left.length) focus(left[Math.min(at, left.length - 1)], "remove");
    else select(part("empty"), "a").focus();
    toast(`Removed ${known(id)?.name ?? id}.`, () => {
      store.add(id, at);
      focus(id, "remove");
    });
  }

  /** @param {HTMLElement} source @param {HTMLElement} button */
  async function copy(source, button) {
    const done = await write(source);
    part("copied").textContent = done ? `Copied: ${source.textContent}` : "Selected. Press Control and C to copy it.";
    select(button, "span").textContent = done ? "Copied" : "Selected";
  }

  picked.addEventListener("click", (event) => {
    /** @type {HTMLElement | null} */
    const button = event.target instanceof Element ? event.target.closest("[data-act]") : null;
    /** @type {HTMLElement | null | undefined} */
    const row = button?.closest("[data-service-id]");
    if (!button || !row) return;
    const { act = "" } = button.dataset;
    const { serviceId: id = "" } = row.dataset;
    if (act === "remove") return remove(id);
    if (act === "copy") return void copy(select(row, '[data-slot="message"]'), button);
    store.move(id, act === "up" ? -1 : 1);
    focus(id, act);
  });
  part("clear").addEventListener("click", () => {
    const before = store.list();
    store.clear();
    select(part("empty"), "a").focus();
    toast("The list is empty.", () => {
      for (const id of before) store.add(id);
    });
  });
  store.onChange(show);
  show();
}

const page = selectIfThere(document, "[data-shortlist]");
if (page) start(page);
