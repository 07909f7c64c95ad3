// A shortlisting workbook opened in the browser: its sheets by their names.
import { OfficeFile } from "./officefile.js";
import { within } from "./sheetxml.js";
import { must } from "./wordxml.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const EDITED = /^(xl\/(workbook|worksheets\/sheet\d+|tables\/table\d+)|xl\/_rels\/workbook\.xml|docProps\/(core|app)|\[Content_Types\])\.(xml|rels)$/;
const BOOK = "xl/workbook.xml";

export class WorkbookFile extends OfficeFile {
  /** Open a file that is written in base64. @param {string} base64 */
  constructor(base64) {
    super(base64, EDITED, XLSX);
    /** The words that cells name by number. */
    this.shared = within(this.read("xl/sharedStrings.xml"), "si").map(({ textContent }) => textContent ?? "");
    /** The path of each sheet's part. @type {Map<string, string>} */
    this.paths = new Map(this.sheets().map((sheet) => [sheet.getAttribute("name") ?? "", `xl/${this.relation(sheet).getAttribute("Target")}`]));
  }

  /** @returns {Element[]} */
  sheets() {
    return within(this.part(BOOK), "sheet");
  }

  /** What leads to the part of a sheet. @param {Element} sheet */
  relation(sheet) {
    const id = [...sheet.attributes].find(({ localName, prefix }) => prefix && localName === "id")?.value;
    return must([...this.part("xl/_rels/workbook.xml.rels").documentElement.children].find((found) => found.getAttribute("Id") === id), "sheet");
  }

  /** A sheet. @param {string} name */
  sheet(name) {
    return this.part(must(this.paths.get(name), name)).documentElement;
  }

  /** The rows of a sheet. @param {string} name */
  rows(name) {
    return within(this.sheet(name), "row");
  }

  /** The table of a sheet. @param {string} name */
  table(name) {
    const [link] = this.read(this.links(name)).children;
    return this.part(must(link.getAttribute("Target"), "table").replace("..", "xl")).documentElement;
  }

  /** Names of ranges, in the words of the file. */
  names() {
    return within(this.part(BOOK), "definedName");
  }

  /** Take a sheet away, with its table and its names. @param {string} name */
  drop(name) {
    const at = this.sheets().findIndex((sheet) => sheet.getAttribute("name") === name);
    for (const found of this.names()) {
      const local = found.getAttribute("localSheetId");
      if (Number(local ?? -1) === at || found.textContent?.includes(`${name}!`)) found.remove();
      else if (local !== null && Number(local) > at) found.setAttribute("localSheetId", String(Number(local) - 1));
    }
    const path = must(this.paths.get(name), name);
    const [link] = this.read(this.links(name)).children;
    for (const part of [path, (link.getAttribute("Target") ?? "").replace("..", "xl")]) {
      [...this.part("[Content_Types].xml").documentElement.children].find((found) => found.getAttribute("PartName") === `/${part}`)?.remove();
      this.remove(part);
    }
    this.remove(this.links(name));
    const sheet = this.sheets()[at];
    this.relation(sheet).remove();
    sheet.remove();
  }

  /** @param {string} name */
  links(name) {
    return must(this.paths.get(name), name).replace(/([^/]+)$/, "_rels/$1.rels");
  }
}
