/**
 * The one place that makes an address from a path of the data, so that pages work from a drive too, where a folder opens no page.
 * @param {string} root the way from this page to the first one
 * @param {string} path
 */
export function href(root, path) {
  const [address, fragment] = path.split("#");
  const file = location.protocol === "file:" && (address === "" || address.endsWith("/")) ? "index.html" : "";
  return root + address + file + (fragment ? `#${fragment}` : "");
}
