// What a field of the page makes of every character there is, and of what people paste: `node cleaned.mjs input.json`.
import { readFileSync } from "node:fs";
import { kindsOf } from "../../templates/browser/tailor/kinds.js";
import { cleaner } from "../../templates/browser/text/pasted.js";

const { shared, pasted } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const clean = cleaner(shared.hidden);
const { text } = kindsOf({ clean });
const { statements } = clean;
const kept = [];
for (let code = 0; code < 0x110000; code += 1) {
  const read = text.read({ value: `a${String.fromCodePoint(code)}b` });
  if (read !== `a${String.fromCodePoint(code)}b`) kept.push([code, read]);
}

process.stdout.write(JSON.stringify({ changed: kept, pasted: pasted.map((found) => [statements(found), text.read({ value: found }) ?? ""]) }));
