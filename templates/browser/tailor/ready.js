// What the build made ready for a page: files that are loaded only when somebody asks for them.
import { element } from "./elements.js";

/**
 * A script beside the page: a page on a drive may load one, and may read no other file.
 * @template {"word" | "tracked" | "workbook"} Name
 * @param {Name} name
 * @returns {Promise<NonNullable<NonNullable<Window["fingerpost"]>[Name]>>}
 */
export function loaded(name) {
  const ready = () => window.fingerpost?.[name];
  const known = ready();
  if (known) return Promise.resolve(known);
  return new Promise((answer, fail) => {
    const script = element("script");
    script.src = `${name}.js`;
    const refuse = () => fail(new Error(script.src));
    script.addEventListener("load", () => {
      const found = ready();
      if (found) answer(found);
      else refuse();
    });
    script.addEventListener("error", refuse);
    document.head.append(script);
  });
}
