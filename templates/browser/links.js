/**
 * Make an address from a path of the data. Links need it, because on a drive the address of a folder does not open its page.
 * @param {string} root the relative path from this page to the root of the site
 * @param {string} path
 */
export function href(root, path) {
  const [address, fragment] = path.split("#");
  const file = location.protocol === "file:" && (address === "" || address.endsWith("/")) ? "index.html" : "";
  return root + address + file + (fragment ? `#${fragment}` : "");
}
