// What the build made ready for a page: files that are loaded only when somebody asks for them.
import { loadScript } from "../load-script.js";

/**
 * What a script beside the page, or at an address, registers.
 * @template {"word" | "tracked" | "workbook" | "bringing" | "bring"} Name
 * @param {Name} name
 * @param {string} [address]
 * @returns {Promise<NonNullable<NonNullable<Window["fingerpost"]>[Name]>>}
 */
export async function loaded(name, address = `${name}.js`) {
  if (!window.fingerpost?.[name]) await loadScript(address);
  const found = window.fingerpost?.[name];
  if (!found) throw new Error(`${address} registers nothing`);
  return found;
}
