// The sheet. `#ids=a,b,c`, or `#s=` with short codes from a QR code, is its whole state. Nothing that is closed, withheld or unknown gets on it, and the page says what was left out.
import { onReturn, stated } from "./address.js";
import { asMail, asText, contact, others, whenSeen } from "./giving/sayings.js";
import { decoded, known, sheetAddress, shortened, sorted, why } from "./giving/known.js";
import { copyOf, fill } from "./giving/slots.js";
import { qr } from "./giving/qr.js";
import { day, isoDay, joinWords } from "./text/formatting.js";
import { byId, select, selectIfThere } from "./select.js";

/** @typedef {import("./giving/known.js").Shown} Shown */

const FEW = 3; // services that fit one page in the largest type
const SOME = 5; // and in large type; more are set closer
const PAGE = 297 / 25.4 * 96; // an A4 page in CSS pixels

function asked() {
  const params = new URLSearchParams(stated());
  const listed = (/** @type {string} */ name, /** @type {string} */ between) => (params.get(name) ?? "").split(between).map((id) => id.trim()).filter(Boolean);
  return params.has("s") ? decoded(listed("s", ".")) : listed("ids", ",");
}

/** A service on the sheet. @param {HTMLTemplateElement} template @param {Shown} shown @param {boolean} many */
function article(template, { id, service }, many) {
  const made = copyOf(template);
  const main = contact(service);
  made.dataset.serviceId = id;
  fill(made, "name", service.name);
  fill(made, "summary", service.summary);
  fill(made, "alert", service.unsure ? "Not confirmed. Ask the person who gave you this before you use it." : service.alert);
  const big = fill(made, "main", main);
  if (big && main.length > 18) big.classList.add("big--long");
  fill(made, "more", others(service).join("; "));
  fill(made, "open", service.open?.join("; "));
  fill(made, "start", [service.start, costs(service.cost)].filter(Boolean).join(" "));
  fill(made, "places", service.places?.join("; "));
  fill(made, "online", service.site === main || many ? "" : service.site);
  return made;
}

/** @param {string | undefined} cost */
function costs(cost) {
  return cost === "Free" ? "It is free." : cost && `${cost}.`;
}

/** @param {HTMLElement} place @param {string[]} lines */
function list(place, lines) {
  place.replaceChildren(
    ...lines.map((line) => {
      const made = document.createElement("li");
      made.textContent = line;
      return made;
    }),
  );
}

/** @param {HTMLElement} page */
function start(page) {
  const { root = "" } = page.dataset;
  const part = (/** @type {string} */ name) => select(page, `[data-${name}]`);
  const { shown: all, left } = sorted(asked());
  const careful = all.filter(({ service }) => service.care);
  const names = (/** @type {Shown[]} */ found) => joinWords(found.map(({ service }) => service.name));

  /** @param {Shown[]} shown */
  function offer(shown) {
    const link = sheetAddress(root, shown.map(({ id }) => id));
    byId("sheet-text").textContent = asText(shown, link);
    byId("sheet-link").textContent = link;
    part("with-link").hidden = !link;
    const mail = shown.length ? asMail(shown, link) : "";
    Object.assign(select(page, "[data-mail]", HTMLAnchorElement), { href: mail, hidden: !mail });
    part("no-mail").hidden = Boolean(mail) || !shown.length;
    const code = link && shown.length ? qr(shortened(link, shown.map(({ id }) => id))) : null;
    for (const name of ["qr", "online"]) part(name).hidden = !code;
    part("qr").replaceChildren(...(code ? [code] : []));
    part("no-code").hidden = Boolean(code) || !link || !shown.length;
  }

  // Lengths are of our own typeface: until it is there, a wider one of the system's may need a page more.
  function tellLength() {
    part("length").textContent = length();
    document.fonts.ready.then(() => {
      part("length").textContent = length();
    });
  }

  function length() {
    const pages = Math.ceil((part("sheet").scrollHeight - 4) / PAGE);
    if (matchMedia("(max-width: 48em)").matches) return "";
    return pages > 2 ? `About ${pages} A4 pages. Two are easier to carry: remove some services.` : `${pages === 1 ? "One A4 page" : "Two A4 pages"}. Black ink is enough.`;
  }

  /** @param {Shown[]} shown */
  function show(shown) {
    part("ask").hidden = true;
    part("sheet").hidden = !shown.length && all.length > 0;
    part("acts").hidden = !shown.length;
    part("sheet").dataset.size = shown.length <= FEW ? "few" : shown.length <= SOME ? "some" : "many";
    part("services").replaceChildren(...shown.map((one) => article(select(page, "[data-service-sheet]", HTMLTemplateElement), one, shown.length > SOME)));
    const doubts = shown.filter(({ service }) => service.unsure);
    part("doubts").hidden = !doubts.length;
    list(part("doubt-list"), doubts.map(({ service }) => service.name));
    part("checked").textContent = whenSeen(shown);
    offer(shown);
    if (shown.length) tellLength();
    else part("length").textContent = all.length ? "" : "No service is on this sheet. Choose some of your saved services.";
    page.dataset.state = "ready";
  }

  function ask() {
    part("ask").hidden = false;
    part("sheet").hidden = true;
    part("ask-who").textContent = `Take care with ${names(careful)}.`;
    page.dataset.state = "asking";
  }

  part("today").textContent = day(isoDay(new Date()));
  part("left-out").hidden = !left.length;
  list(part("left-list"), left.map((one) => [why(one), ...(one.service?.next ?? []).map((id) => `Use ${known(id)?.name} instead.`)].join(" ")));
  select(page, "#print-size", HTMLSelectElement).addEventListener("change", ({ target }) => {
    part("sheet").dataset.print = target instanceof HTMLSelectElement ? target.value : "";
    tellLength();
  });
  document.getElementById("sheet-language")?.addEventListener("change", ({ target }) => {
    for (const one of /** @type {HTMLElement[]} */ ([...page.querySelectorAll("[data-language]")])) one.hidden = !(target instanceof HTMLSelectElement) || one.dataset.language !== target.value;
    tellLength();
  });
  part("print").addEventListener("click", () => document.fonts.ready.then(() => print()));
  select(page, '[data-answer="yes"]').addEventListener("click", () => {
    show(all);
    part("print").focus();
  });
  select(page, '[data-answer="no"]').addEventListener("click", () => {
    const rest = all.filter((one) => !one.service.care);
    show(rest);
    part("aloud").hidden = false;
    part("aloud-who").textContent = `${names(careful)} ${careful.length > 1 ? "are" : "is"} not on the sheet.`;
    (rest.length ? part("print") : select(page, "a")).focus();
  });
  if (careful.length) ask();
  else show(all);
}

const page = selectIfThere(document, "[data-handout]");
if (page) {
  start(page);
  onReturn(() => location.reload());
}
