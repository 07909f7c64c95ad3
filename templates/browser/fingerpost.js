// On every page, in the head: the colours are chosen before anything is painted, the rest waits for the page.
import { hideQuery } from "./address.js";
import { offerAsking } from "./ask.js";
import { keepScheme, offerScheme } from "./scheme.js";
import { keepAway } from "./returning.js";
import { keepPages } from "./worker.js";
import { doubtCrisis, tellKept } from "./kept.js";
import { foldMenu } from "./menu.js";
import { offerChoice, showCount } from "./choose.js";
import { offerCopies } from "./copy.js";
import { offerCorrecting } from "./offer-correcting.js";
import { offerLeave } from "./leave.js";
import { selectAll, selectIfThere } from "./select.js";

const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
hideQuery(script?.dataset.state !== undefined);
keepAway();
keepPages(script?.dataset.worker);
keepScheme();
document.addEventListener("DOMContentLoaded", () => {
  doubtCrisis(selectIfThere(document, ".crisis"));
  tellKept(document.getElementById("main"));
  offerScheme(selectIfThere(document, ".scheme"));
  foldMenu(selectIfThere(document, ".menu"), selectIfThere(document, ".nav"));
  showCount(selectIfThere(document, ".keep"));
  selectAll(document, "[data-choose]").forEach(offerChoice);
  selectAll(document, "form[data-ask]", HTMLFormElement).forEach(offerAsking);
  offerLeave(selectIfThere(document, "[data-leave]", HTMLAnchorElement));
  offerCorrecting(selectIfThere(document, "[data-correct]"));
  offerCopies(selectAll(document, "[data-copy]", HTMLButtonElement), selectIfThere(document, "[data-copied]"));
});
