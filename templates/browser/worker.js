// Register the service worker, which caches pages for offline use. Pages on a drive do not need it.
import { SITE } from "./site.js";

const AFTER = 1000; // milliseconds after the page has loaded, so that it does not slow the page down

/** Have the service worker keep the pages that every visitor can open, unless the reader saves data. */
function keepMore() {
  const { connection } = /** @type {{connection?: {saveData?: boolean}}} */ (navigator);
  if (!connection?.saveData) navigator.serviceWorker.ready.then(({ active }) => active?.postMessage("keep"));
}

/** @param {string | undefined} address of the service worker; none in a preview */
export function keepPages(address) {
  if (!address || !navigator.serviceWorker || !/^https?:$/.test(location.protocol)) return;
  const url = new URL(address, location.href);
  addEventListener("load", () => setTimeout(() => navigator.serviceWorker.register(url).then(keepMore, () => {}), AFTER));
}

/** Ask the service worker to delete visited pages. It does so even after this page is closed. */
export function forgetPages() {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  workers.controller?.postMessage("forget");
  workers.getRegistration(SITE.href).then((ours) => ours?.active?.postMessage("forget")).catch(() => {});
}
