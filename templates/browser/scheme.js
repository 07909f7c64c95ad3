// Light or dark: the reader's earlier choice, or else the setting of their device. The names are Material's.
import { select } from "./select.js";
import { named, renamed } from "./site.js";

const KEY = named("scheme");
const LIGHT = "default";
const DARK = "slate";
const device = matchMedia("(prefers-color-scheme: dark)");

// Storage may be blocked. Then a choice lasts for one page.
/** @type {string | null} */
let chosen = null;
renamed("fingerpost.scheme", KEY);
try {
  chosen = localStorage.getItem(KEY);
} catch {
  chosen = null;
}

function current() {
  return chosen === LIGHT || chosen === DARK ? chosen : device.matches ? DARK : LIGHT;
}

function show() {
  for (const element of [document.documentElement, document.body]) {
    if (element) element.setAttribute("data-md-color-scheme", current());
  }
}

/** Set the scheme before the first paint. The body does not exist yet; a mutation observer runs before the next paint. */
export function keepScheme() {
  show();
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    show();
    observer.disconnect();
  }).observe(document.documentElement, { childList: true });
}

/** Make the button switch the scheme. It names the scheme that it switches to. @param {HTMLElement | null} button */
export function offerScheme(button) {
  if (!button) return;
  const name = select(button, "[data-scheme-name]");
  const say = () => {
    show();
    name.textContent = current() === DARK ? "Light" : "Dark";
  };
  button.addEventListener("click", () => {
    chosen = current() === DARK ? LIGHT : DARK;
    try {
      localStorage.setItem(KEY, chosen);
    } catch {
      // See above.
    }
    say();
  });
  device.addEventListener("change", say);
  say();
  button.hidden = false;
}
