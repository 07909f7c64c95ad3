// Which characters a field of the page leaves out of the draft, of all there are: `node cleaned.mjs input.json`.
import { readFileSync } from "node:fs";
import { kindsOf } from "../../templates/browser/tailor/kinds.js";

const { shared } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const { text } = kindsOf(shared);
const every = Array.from({ length: 0x110000 }, (_, code) => code);

process.stdout.write(JSON.stringify(every.filter((code) => text.read({ value: `a${String.fromCodePoint(code)}b` }) === "ab")));
