// The page that makes a pack: the document is the form. Its state is the network's file, kept in this browser and nowhere else.
import { adding } from "./tailor/adding.js";
import { contract } from "./tailor/contract.js";
import { asking, toasting } from "./tailor/dialogs.js";
import { fields } from "./tailor/fields.js";
import { filing } from "./tailor/files.js";
import { lines } from "./tailor/lines.js";
import { listing } from "./tailor/listing.js";
import { modelOf, textsOf } from "./tailor/model.js";
import { panel } from "./tailor/panel.js";
import { paper } from "./tailor/paper.js";
import { proofing } from "./tailor/proofing.js";
import { rows } from "./tailor/rows.js";
import { Store } from "./tailor/store.js";
import { word } from "./tailor/word.js";

const PARTS = [fields, lines, rows, adding, paper, contract, panel, listing, filing, word, proofing];

function start(place) {
  const { role, tailoring: shared } = window.fingerpost;
  const store = new Store(modelOf(role, textsOf(place), shared));
  const page = { place, store, root: place.dataset.root, ask: asking(place), toast: toasting(place, store) };
  for (const part of PARTS) part(page);
  for (const part of place.querySelectorAll("[data-tools], [data-panel], [data-dock]")) part.hidden = false;
  place.querySelector(".doc").addEventListener("submit", (event) => event.preventDefault());
  store.tell();
  place.dataset.state = "ready";
}

const place = document.querySelector("[data-tailor]");
if (place && window.fingerpost?.role) start(place);
