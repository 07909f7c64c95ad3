// The form that corrects a service: it makes a mail, an issue or a file. What is typed leaves the page in no other way.
// `offer-correcting.js` loads this once somebody asks for it.
import { textField } from "./correct/fields.js";
import { issueLink, LONGEST_LINK, messageOf, reportLink } from "./correct/message.js";
import { hours, phones, places } from "./correct/rows.js";
import { button, element, link } from "./find/elements.js";
import { select, selectIfThere } from "./select.js";
import { joinWords } from "./text/formatting.js";
/** @import { Correcting, Part, Shown } from "./correct/types" */

/** What the message calls each field. @type {Record<keyof Shown, string>} */
const NAMES = { name: "name", phones: "phone numbers", hours: "opening hours", places: "address", url: "website", email: "email", eligibility: "who it helps" };

/** What to say of a service whose page shows no details, as it has closed or nobody has reviewed it. */
const BRIEF = "Say whether it is open, and what its number and website are now. ";

/** @param {HTMLElement} place @param {Correcting} site */
function show(place, site) {
  place.replaceChildren(form(place, site));
  select(place, "h3").focus();
}

/** @param {HTMLElement} place @param {Correcting} site */
function form(place, site) {
  const { correct: id = "", name = "" } = place.dataset;
  /** @type {Shown} */
  const was = JSON.parse(place.dataset.shown ?? "{}");
  const brief = place.dataset.brief !== undefined;
  const parts = partsOf(was, site, brief);
  const hint = `${brief ? BRIEF : ""}Leave out anything about a patient${was.places || brief ? "" : ", and where this service is: its address is kept private"}.`;
  const note = textField(brief ? "What is wrong" : "Anything else that is wrong", "", site.forms.note, { lines: 3, hint });
  const known = choice("How do you know?", site.known);
  const by = textField("Your name, and where you work", "", site.forms.by, { hint: "We may need to ask you about it. You can leave this empty." });
  const heading = element("h3", "", "Correct this");
  heading.tabIndex = -1;
  const state = element("p", "correct__state");
  state.setAttribute("role", "status");
  const ways = element("div", "correct__ways");
  const made = element("form", "correct__form", heading, ...Object.values(parts).map(({ node }) => node), note.node, known.node, by.node, state, ways);
  made.autocomplete = "off";
  made.noValidate = true;
  made.addEventListener("submit", (event) => event.preventDefault());

  let sent = "";
  const show = () => {
    const changed = changedOf(was, parts);
    const mistakes = [...Object.values(parts), note, by].flatMap((part) => part.wrong());
    const names = changed.map((field) => NAMES[field]);
    const missing = !names.length && !note.value() ? "Nothing is changed yet." : mistakes.length ? `Correct this first. ${mistakes[0]}` : known.value() ? "" : "Say how you know.";
    const says = missing || `Ready to send: ${joinWords([...names, ...(note.value() ? ["your note"] : [])])}.`;
    if (state.textContent !== says) state.textContent = says;
    ways.hidden = Boolean(missing);
    if (missing) return;
    const now = Object.fromEntries(changed.map((field) => [field, valueIn(parts[field])]));
    const before = Object.fromEntries(changed.map((field) => [field, was[field] ?? null]));
    const text = messageOf({ id, name, was: before, now, known: known.value(), by: by.value(), note: note.value().replaceAll("\n", " ") }, site, new Date());
    // A field that is left says that it changed while a button is pressed: a button that was replaced then would not be pressed.
    if (text !== sent) fill(ways, { id, name, text, site });
    sent = text;
  };
  made.addEventListener("input", show);
  made.addEventListener("change", show);
  show();
  return made;
}

/** @param {Shown} was @param {Correcting} site @param {boolean} brief @returns {Record<string, Part>} */
function partsOf(was, { forms }, brief) {
  const name = textField("Name", was.name ?? "", forms.name, { needed: true });
  if (brief) return { name };
  const helps = textField("Who it helps", (was.eligibility ?? []).join("\n"), {}, { lines: 3, hint: "One line for each." });
  return {
    phones: phones(was.phones ?? [], forms),
    hours: hours(was.hours ?? []),
    ...(was.places ? { places: places(was.places, forms) } : {}),
    name,
    url: textField("Website", was.url ?? "", forms.url),
    email: textField("Email", was.email ?? "", forms.email),
    eligibility: { ...helps, value: () => helps.value().split("\n").filter(Boolean) },
  };
}

/** What a part has now, as the file has it. @param {Part} part */
function valueIn(part) {
  const value = part.value();
  return value === "" ? null : value;
}

/** The fields that differ from what the page shows. @param {Shown} was @param {Record<string, Part>} parts */
function changedOf(was, parts) {
  const plain = (/** @type {unknown} */ value) => JSON.stringify(value === undefined || value === "" || (Array.isArray(value) && !value.length) ? null : value);
  return /** @type {(keyof Shown)[]} */ (Object.keys(parts)).filter((field) => plain(was[field]) !== plain(valueIn(parts[field])));
}

/** @param {string} label @param {string[]} answers */
function choice(label, answers) {
  const field = element("select", "in");
  field.id = "correct-known";
  field.append(...["", ...answers].map((words) => {
    const option = element("option", "", words || "Choose one");
    option.value = words;
    return option;
  }));
  const words = element("label", "correct__label", label);
  words.htmlFor = field.id;
  return { node: element("div", "correct__field", words, field), value: () => field.value };
}

/** The ways to send it. @param {HTMLElement} ways @param {{id: string, name: string, text: string, site: Correcting}} made */
function fill(ways, { id, name, text, site }) {
  const mail = reportLink(site.report, name, text);
  const repository = selectIfThere(document, 'meta[name="repository"]', HTMLMetaElement)?.content ?? "";
  const issue = issueLink(repository, name, text);
  const shown = element("details", "", element("summary", "", "See what you send"), element("pre", "", text));
  const long = mail.length > LONGEST_LINK && site.report.startsWith("mailto:");
  ways.replaceChildren(
    as(link(mail, site.report.startsWith("mailto:") ? "Write the email" : "Open the form"), "btn"),
    ...(issue ? [as(link(issue, "Open an issue on GitHub"), "btn btn--2")] : []),
    button("btn btn--2", () => save(`correction-${id}.yaml`, text), "Save as a file"),
    ...(long ? [element("p", "hint", "This is long for an email link. If some of it is missing in your email, save the file and attach it.")] : []),
    shown,
  );
}

/** @template {HTMLElement} Made @param {Made} made @param {string} name */
function as(made, name) {
  made.className = name;
  return made;
}

/** @param {string} name @param {string} text */
function save(name, text) {
  const made = link(URL.createObjectURL(new Blob([text], { type: "application/yaml" })));
  made.download = name;
  document.body.append(made);
  made.click();
  made.remove();
  setTimeout(() => URL.revokeObjectURL(made.href), 10_000);
}

const place = selectIfThere(document, "[data-correct]");
const site = window.fingerpost?.correcting;
if (place && site) show(place, site);
