// Load a script that only some readers need. A page on a drive may load one, and may read no other file.

/**
 * Resolves once the script has run. Rejects where it cannot be loaded.
 * @param {string} address
 * @returns {Promise<void>}
 */
export function loadScript(address) {
  return new Promise((answer, fail) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => answer());
    script.addEventListener("error", () => fail(new Error(script.src)));
    document.head.append(script);
  });
}
