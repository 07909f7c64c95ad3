// Asks the browser to keep pages for a place without signal. A page on a drive is kept already.
import { SITE } from "./site.js";

const AFTER = 1000; // milliseconds after the page is there, so that nobody waits for it

/** @param {string | undefined} address of the service worker; none in a preview */
export function keepPages(address) {
  if (!address || !navigator.serviceWorker || !/^https?:$/.test(location.protocol)) return;
  const url = new URL(address, location.href);
  addEventListener("load", () => setTimeout(() => navigator.serviceWorker.register(url).catch(() => {}), AFTER));
}

/** Asks the service worker to forget the pages that were visited. It does so when this page is gone, too. */
export function forgetPages() {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  workers.controller?.postMessage("forget");
  workers.getRegistration(SITE.href).then((ours) => ours?.active?.postMessage("forget")).catch(() => {});
}
