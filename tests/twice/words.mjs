// What the browser's shared modules make of values: node words.mjs CALLS. Each call is the name of a function and what it is given.
import { readFileSync } from "node:fs";
import { isOpen, moment } from "../../templates/browser/engine/hours.js";
import * as formatting from "../../templates/browser/text/formatting.js";
import { hoursLines, openNow } from "../../templates/browser/text/opening-hours.js";
import { impossible, overlapping } from "../../templates/browser/text/opening-sense.js";
import { sentences, wordCount } from "../../templates/browser/text/sentences.js";

const functions = { ...formatting, hoursLines, impossible, overlapping, openAt: (rows, at, holidays) => isOpen(rows, { ...moment(new Date(at)), holidays }), openNow: (rows, at, holidays) => openNow(rows, { ...moment(new Date(at)), holidays }), sentences: (text) => sentences(text).map((one) => [one.text, wordCount(one.text)]) };
const calls = JSON.parse(readFileSync(process.argv[2], "utf8"));
process.stdout.write(JSON.stringify(calls.map(([name, ...given]) => functions[name](...given))));
