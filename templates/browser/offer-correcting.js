// “Correct this” on the page of a service. The form, its data and its styles are loaded when somebody presses it, or comes by `#correct`.
import { loadScript } from "./load-script.js";
import { select } from "./select.js";
import { SITE } from "./site.js";

/** @param {HTMLElement | null} place with a button, the files of the form, and what to say where they cannot be loaded */
export function offerCorrecting(place) {
  if (!place) return;
  const open = select(place, "button", HTMLButtonElement);
  const asked = () => {
    if (location.hash === `#${place.id}`) show(place, open);
  };
  open.addEventListener("click", () => show(place, open));
  addEventListener("hashchange", asked);
  place.hidden = false;
  asked();
}

/** @param {HTMLElement} place @param {HTMLButtonElement} open */
async function show(place, open) {
  if (!open.isConnected || open.getAttribute("aria-disabled")) return;
  const failed = select(place, "[role=status]");
  failed.textContent = "";
  open.setAttribute("aria-disabled", "true"); // a disabled button would lose the focus
  const [styles, ...scripts] = (place.dataset.loads ?? "").split(" ").map((name) => new URL(name, SITE).href);
  addStyles(styles);
  try {
    for (const script of scripts) await loadScript(script);
  } catch {
    failed.textContent = place.dataset.failed ?? "";
    open.removeAttribute("aria-disabled");
  }
}

/** @param {string} address */
function addStyles(address) {
  const styles = document.createElement("link");
  styles.rel = "stylesheet";
  styles.href = address;
  document.head.append(styles);
}
