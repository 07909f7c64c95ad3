// Everything of a draft as one zip: Word, the shortlisting workbook, the text for NHS Jobs and the draft itself.
import { strToU8, zipSync } from "fflate";
import { filledIn } from "./labels.js";
import { EARLIEST } from "./officefile.js";
import { plainer } from "./plain.js";
import { withSaid } from "./remembered.js";
import { fileText, fileValue, idFrom } from "./saving.js";
import { headOf, sheetOf } from "./sheet.js";
/** @import { Store } from "./store.js" */
/** @import { OfficeFile } from "./officefile.js" */

const README = "Read me.txt";

/** The zip: one folder with the files, and a text that says what each is for. @param {Store} store @param {{docx: OfficeFile, xlsx: OfficeFile}} made */
export function everythingOf(store, { docx, xlsx }) {
  const { network, model: { role, texts, shared } } = store;
  const value = fileValue(withSaid(network, role, store.said()), role, texts, shared, new Date());
  /** @type {Record<string, Uint8Array>} */
  const files = { docx: docx.bytes(), ...(shared.form && { txt: strToU8(sheetOf(store)) }), xlsx: xlsx.bytes(), yaml: strToU8(fileText(value)) };
  const named = Object.entries(files).map(([ending, content]) => {
    const [name, about] = shared.in_zip[ending];
    return { name: filledIn(name, { id: value.id }), about, content };
  });
  const told = [...headOf(store, "{pack}").map(plainer(shared)).filter(Boolean), "", ...named.map(({ name, about }) => `${name}: ${about}`)];
  const folder = folderOf(store);
  const inside = [{ name: README, content: strToU8(`${told.join("\r\n")}\r\n`) }, ...named];
  const zipped = zipSync(Object.fromEntries(inside.map(({ name, content }) => [`${folder}/${name}`, [content, { mtime: EARLIEST }]])), { level: 6 });
  return new Blob([zipped], { type: "application/zip" });
}

/** The zip's one folder, in letters and figures that no system forbids. @param {Store} store */
function folderOf({ network, model: { role } }) {
  return `${role.title} band ${role.band} ${idFrom(network.name)}`.normalize("NFKD").replace(/[^ -~]|'/g, "").replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "");
}
