// The page of the shortlist: what is on it, in what order, and ways to hand it over.
import { asRecord, asText, contact } from "./giving/sayings.js";
import { sheetAddress, sheetLink, sorted, known, why } from "./giving/known.js";
import { copyOf, fill } from "./giving/slots.js";
import { toast } from "./giving/toast.js";
import { href } from "./links.js";
import * as store from "./shortlist-store.js";

const COUNTS = ["No services", "One service", "Two services", "Three services", "Four services", "Five services", "Six services"];

function start(page) {
  const { root } = page.dataset;
  const part = (name) => page.querySelector(`[data-${name}]`);
  const picked = part("picked");

  function item(id, index, ids) {
    const service = known(id);
    const made = copyOf(part("pick"));
    const name = service?.name ?? id;
    const here = service && !service.gone ? service : {};
    made.dataset.serviceId = id;
    fill(made, "number", String(index + 1));
    const link = fill(made, "name", name);
    if (service) link.href = href(root, `services/${id}/`);
    fill(made, "about", [here.where, here.ages && here.ages[0].toLowerCase() + here.ages.slice(1)].filter(Boolean).join(", "));
    fill(made, "contact", contact(here));
    fill(made, "open", here.open?.[0]);
    fill(made, "gone", here === service ? "" : `${why({ id, service })} It will not be on the sheet.`);
    fill(made, "next", service?.next?.length ? `Use instead: ${service.next.map((other) => known(other).name).join(", ")}` : "");
    if (!here.unsure) made.querySelector('[data-slot="unsure"]').remove();
    for (const act of ["up", "down", "remove"]) fill(made, `for-${act}`, ` ${name}`);
    made.querySelector('[data-act="up"]').disabled = index === 0;
    made.querySelector('[data-act="down"]').disabled = index === ids.length - 1;
    return made;
  }

  function handOver(ids) {
    const { shown } = sorted(ids);
    const sheet = shown.map(({ id }) => id);
    const link = sheetAddress(root, sheet);
    part("side").hidden = !shown.length;
    part("sheet").href = sheetLink(root, sheet);
    part("care").hidden = !shown.some(({ service }) => service.care);
    document.getElementById("as-text").textContent = asText(shown, link);
    document.getElementById("as-link").textContent = link;
    part("with-link").hidden = !link;
    document.getElementById("as-record").textContent = asRecord(shown, new Date());
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

  // The focus stays with the service that moved, or goes to the one that took the place of the removed one.
  function focus(id, act) {
    const row = [...picked.children].find((one) => one.dataset.serviceId === id);
    const wanted = row?.querySelector(`[data-act="${act}"]`);
    (wanted?.disabled ? row.querySelector("[data-act]:not(:disabled)") : wanted)?.focus();
  }

  function remove(id) {
    const at = store.list().indexOf(id);
    store.remove(id);
    const left = store.list();
    if (left.length) focus(left[Math.min(at, left.length - 1)], "remove");
    else part("empty").querySelector("a").focus();
    toast(`Removed ${known(id)?.name ?? id}.`, () => {
      store.add(id, at);
      focus(id, "remove");
    });
  }

  picked.addEventListener("click", (event) => {
    const button = event.target.closest("[data-act]");
    if (!button) return;
    const id = button.closest("[data-service-id]").dataset.serviceId;
    if (button.dataset.act === "remove") return remove(id);
    store.move(id, button.dataset.act === "up" ? -1 : 1);
    focus(id, button.dataset.act);
  });
  part("clear").addEventListener("click", () => {
    const before = store.list();
    store.clear();
    part("empty").querySelector("a").focus();
    toast("The list is empty.", () => before.forEach((id) => store.add(id)));
  });
  store.onChange(show);
  show();
}

const page = document.querySelector("[data-shortlist]");
if (page) start(page);
