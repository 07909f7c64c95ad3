// The tailoring page: the document is the form. Its state is the network's file, stored in this browser only.
import { select, selectAll, selectIfThere } from "./select.js";
import { adding } from "./tailor/adding.js";
import { checking } from "./tailor/checking.js";
import { clauses } from "./tailor/clauses.js";
import { contract } from "./tailor/contract.js";
import { asking, toasting } from "./tailor/dialogs.js";
import { dayOrder } from "./tailor/dayorder.js";
import { fields } from "./tailor/fields.js";
import { filing } from "./tailor/files.js";
import { folding } from "./tailor/folding.js";
import { lines } from "./tailor/lines.js";
import { listing } from "./tailor/listing.js";
import { misfits } from "./tailor/misfits.js";
import { logo } from "./tailor/logo.js";
import { modelOf, textsOf } from "./tailor/model.js";
import { newer } from "./tailor/newer.js";
import { openingFiles } from "./tailor/openfiles.js";
import { ownSections } from "./tailor/ownsections.js";
import { panel } from "./tailor/panel.js";
import { paper } from "./tailor/paper.js";
import { printing } from "./tailor/printing.js";
import { proofing } from "./tailor/proofing.js";
import { renaming } from "./tailor/renaming.js";
import { rows } from "./tailor/rows.js";
import { Store } from "./tailor/store.js";
import { takeaway } from "./tailor/takeaway.js";
import { tasks } from "./tailor/tasks.js";

const PARTS = [
  fields, lines, logo, ownSections, rows, renaming, clauses, folding, adding, dayOrder, misfits, newer, paper, printing, contract, panel, tasks, listing, filing, openingFiles,
  takeaway, proofing,
];

/** @param {HTMLElement} place @param {import("./tailor/types").Role} role @param {import("./tailor/types").Shared} shared */
function start(place, role, shared) {
  const store = new Store(modelOf(role, textsOf(place), shared));
  const page = { place, store, root: place.dataset.root ?? "", ask: asking(place), check: checking(place, store), toast: toasting(place, store) };
  for (const part of PARTS) part(page);
  for (const part of selectAll(place, "[data-tools], [data-panel], [data-dock]")) part.hidden = false;
  select(place, ".doc").addEventListener("submit", (event) => event.preventDefault());
  store.tell();
  if (store.brought) page.toast("What your other draft says about your network is filled in here.", { canUndo: false });
  place.dataset.state = "ready";
}

const place = selectIfThere(document, "[data-tailor]");
const { role, tailoring } = window.fingerpost ?? {};
if (place && role && tailoring) start(place, role, tailoring);
