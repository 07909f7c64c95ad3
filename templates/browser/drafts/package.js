// The parts of a Word file or workbook that somebody opens. Anybody may have made it: what is too large or not well formed is refused.
import { strFromU8, unzipSync } from "fflate";
import { NotRead } from "./packing.js";

const LARGEST_PART = 20_000_000; // bytes once unpacked
const READ = /\.(xml|rels)$/i;

export class OfficePackage {
  /** @param {Uint8Array} content @param {RegExp} [read] the names of the parts that are unpacked */
  constructor(content, read = READ) {
    let left = 2 * LARGEST_PART;
    const takes = (/** @type {{name: string, originalSize: number}} */ { name, originalSize }) => {
      if (!read.test(name)) return false;
      left -= originalSize;
      if (originalSize > LARGEST_PART || left < 0) throw new NotRead("It is too large.");
      return true;
    };
    try {
      this.files = new Map(Object.entries(unzipSync(content, { filter: takes })));
    } catch (error) {
      throw error instanceof NotRead ? error : new NotRead("It is damaged, or it is not a Word file.");
    }
    this.main = this.relations("").get("officeDocument");
  }

  /** A part as a document, or nothing where there is none. @param {string | undefined} name */
  part(name) {
    const bytes = name === undefined ? undefined : this.files.get(name);
    if (!bytes) return null;
    const text = strFromU8(bytes).replace(/^\ufeff/, "");
    if (text.includes("<!DOCTYPE") || text.includes("<!ENTITY")) throw new NotRead("It has a part that no Word file has.");
    const found = new DOMParser().parseFromString(text, "application/xml");
    if (found.getElementsByTagName("parsererror").length) throw new NotRead("A part of it is not well formed.");
    return found.documentElement;
  }

  /** The main part of a Word file, or nothing. */
  document() {
    const root = this.part(this.main);
    return root?.localName === "document" ? root : null;
  }

  /** A part that the main part names by its kind, such as `comments`. @param {string} kind */
  related(kind) {
    return this.part(this.relations(this.main ?? "").get(kind));
  }

  /** The custom properties that are text, by name. */
  properties() {
    /** @type {Map<string, string>} */
    const found = new Map();
    for (const property of this.part(this.relations("").get("custom-properties") ?? "docProps/custom.xml")?.children ?? []) {
      found.set(property.getAttribute("name") ?? "", property.textContent ?? "");
    }
    return found;
  }

  /** The parts that a part names, the first of each kind. @param {string} part */
  relations(part) {
    return new Map(this.named(part).reverse().map(({ kind, target }) => [kind, target]));
  }

  /** All parts that a part names: their id, kind and name. @param {string} part */
  named(part) {
    const cut = part.lastIndexOf("/") + 1;
    const folder = part.slice(0, cut);
    const relations = [...(this.part(`${folder}_rels/${part.slice(cut)}.rels`)?.children ?? [])].filter((one) => one.getAttribute("TargetMode") !== "External");
    return relations.map((one) => ({
      id: one.getAttribute("Id") ?? "",
      kind: (one.getAttribute("Type") ?? "").split("/").pop() ?? "",
      target: pathTo(folder, one.getAttribute("Target") ?? ""),
    }));
  }
}

/** The part at a target, seen from a folder of the file. @param {string} folder @param {string} target */
function pathTo(folder, target) {
  const steps = [];
  for (const step of (target.startsWith("/") ? target : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step && step !== ".") steps.push(step);
  }
  return steps.join("/");
}
