// What the build made ready for a page: files that are loaded only when somebody asks for them.
import { loadScript } from "../load-script.js";

/**
 * What a script beside the page registers.
 * @template {"word" | "tracked" | "workbook"} Name
 * @param {Name} name
 * @returns {Promise<NonNullable<NonNullable<Window["fingerpost"]>[Name]>>}
 */
export async function loaded(name) {
  if (!window.fingerpost?.[name]) await loadScript(`${name}.js`);
  const found = window.fingerpost?.[name];
  if (!found) throw new Error(`${name}.js registers nothing`);
  return found;
}
