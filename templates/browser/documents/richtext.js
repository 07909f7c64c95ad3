// The paragraphs of a Rich Text file (RTF): the same as `knowledge/source_documents/rich_text.py`.
import { NO_LAYOUT } from "./layout.js";
import { RichLayout } from "./richlayout.js";
import { wholeLine } from "./reading.js";
/** @import { Reading } from "./reading.js" */
/** @import { LineLayout, SourceLine } from "./types" */

/** @typedef {{passed: boolean, twice: boolean, beside: string, unread: Set<string>, skip: number, encoding: string, inFonts: boolean, bold: boolean}} State What holds inside a group. */

const TOKEN = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([\s\S])|([{}])|[\r\n]+|([^\\{}\r\n]+)/giy;
const BREAKS = new Set("par sect page cell nestcell row nestrow column".split(" "));
/** @type {Record<string, string>} */
const SIGNS = {
  tab: "\t", line: " ", emdash: "—", endash: "–", bullet: "•", lquote: "‘", rquote: "’", ldblquote: "“", rdblquote: "”", emspace: " ", enspace: " ", qmspace: " ", zwbo: "\u200b", zwnbo: "", zwj: "", zwnj: "",
};
/** @type {Record<string, string>} */
const SYMBOLS = { "~": "\u00a0", "-": "", _: "-", "\\": "\\", "{": "{", "}": "}" };
const NOT_TEXT = new Set(
  "fonttbl colortbl stylesheet info pict object objdata fldinst listtable listoverridetable revtbl rsidtbl generator xmlnstbl themedata colorschememapping datastore latentstyles filetbl private pgptbl mmathPr wgrffmtfilter atnid atnauthor atntime atnref atnicn atrfstart atrfend atndate atnparent nonshppict listtext pntext bkmkstart bkmkend template pnseclvl ftnsep ftnsepc aftnsep aftnsepc shpinst ffname ffdeftext ffformat ffhelptext ffstattext ffentrymcr ffexitmcr fontemb falt panose userprops docvar shprslt".split(" "),
);
const BOX = "text box";
/** @type {Record<string, string>} */
const BESIDE = {
  header: "header", headerl: "header", headerr: "header", headerf: "header", footer: "footer", footerl: "footer", footerr: "footer", footerf: "footer", shptxt: BOX, dptxbxtext: BOX, footnote: "footnotes",
};
/** @type {Record<number, string>} */
const CHARSETS = {
  77: "macintosh", 128: "shift_jis", 161: "windows-1253", 162: "windows-1254", 177: "windows-1255", 178: "windows-1256", 186: "windows-1257", 204: "windows-1251", 222: "windows-874", 238: "windows-1250",
};
/** @type {Record<string, string>} */
const UNREAD = { v: "hidden text", deleted: "", strike: "struck-out text", striked: "struck-out text" };
const SURROGATES = [0xd800, 0xe000];

/** The paragraphs of a Rich Text file. What headers and footers say alike is read once, after the body. @param {Uint8Array} bytes @param {Reading} reading @returns {SourceLine[]} */
export function richLines(bytes, reading) {
  const taken = new Taken(reading);
  taken.read(bytes);
  const isBody = (/** @type {string} */ where) => where === "" || where === BOX;
  const body = taken.done.filter(([where]) => isBody(where)).map(([, text, layout], index) => wholeLine(text, `paragraph ${index + 1}`, index + 1, [], layout));
  const beside = new Map(taken.done.filter(([where]) => !isBody(where)).map(([where, text]) => [`${where}\0${text.trim()}`, where]));
  const more = [...beside].map(([key, where], index) => wholeLine(key.slice(where.length + 1), `${where}, paragraph ${index + 1}`, body.length + index + 1));
  return [...body, ...more];
}

/** Takes the signs of the file one after the other. */
class Taken {
  /** @param {Reading} reading */
  constructor(reading) {
    this.reading = reading;
    /** @type {State} */
    this.state = { passed: false, twice: false, beside: "", unread: new Set(), skip: 1, encoding: "", inFonts: false, bold: false };
    /** @type {State[]} */
    this.above = [];
    /** @type {Map<string, string>} */
    this.pieces = new Map();
    /** @type {number[]} */
    this.bytes = [];
    this.toSkip = 0;
    this.starred = false;
    /** @type {Map<number, string>} */
    this.fonts = new Map();
    this.font = 0;
    this.usual = "windows-1252";
    this.layout = new RichLayout();
    /** The paragraphs: where each stands beside the body, or nothing, its text and its layout. @type {[where: string, text: string, layout: LineLayout][]} */
    this.done = [];
  }

  /** @param {Uint8Array} bytes */
  read(bytes) {
    let letters = "";
    for (let at = 0; at < bytes.length; at += 8192) letters += String.fromCharCode(...bytes.subarray(at, at + 8192));
    TOKEN.lastIndex = 0;
    for (let token = TOKEN.exec(letters); token; token = TOKEN.exec(letters)) {
      const [, word, number, code, symbol, brace, text] = token;
      if (word === "bin") TOKEN.lastIndex += Math.max(0, Number(number ?? 0));
      if (code === undefined && text === undefined) this.flush();
      if (word !== undefined) this.word(word, number);
      else if (code !== undefined) this.byte([Number.parseInt(code, 16)]);
      else if (symbol !== undefined) this.symbol(symbol);
      else if (brace !== undefined) this.brace(brace);
      else if (text !== undefined) this.byte([...text].map((letter) => letter.charCodeAt(0)));
    }
    this.flush();
    for (const where of [...this.pieces.keys()]) this.ends(where);
  }

  /** @param {string} brace */
  brace(brace) {
    if (brace === "{") this.above.push(this.state);
    else if (this.above.length) {
      const before = this.state.beside;
      this.state = this.above.pop() ?? this.state;
      if (before !== this.state.beside) this.ends(before);
    }
    this.starred = false;
    this.toSkip = 0;
  }

  /** @param {string} symbol */
  symbol(symbol) {
    if (symbol === "*") this.starred = true;
    else if (symbol === "\n" || symbol === "\r") this.ends(this.state.beside);
    else this.keep(SYMBOLS[symbol] ?? "");
  }

  /** @param {string} word @param {string | undefined} number */
  word(word, number) {
    const starred = this.starred;
    this.starred = false;
    const value = number === undefined ? null : Number(number);
    const { state } = this;
    if (word === "fonttbl") this.state = { ...state, passed: true, inFonts: true };
    else if (word === "annotation") {
      this.reading.count("comment");
      this.state = { ...state, passed: true };
    } else if (BESIDE.hasOwnProperty(word) && !state.twice) this.state = { ...state, passed: false, beside: BESIDE[word], unread: new Set() };
    else if (NOT_TEXT.has(word) || starred) this.state = { ...state, passed: true, twice: state.twice || word === "shprslt" };
    else if (word === "u" && value !== null) this.code(value);
    else if (BREAKS.has(word)) {
      if (state.passed) return;
      this.ends(state.beside);
      if (!state.beside) this.layout.ends(word);
    } else if (SIGNS.hasOwnProperty(word)) this.keep(SIGNS[word]);
    else this.property(word, value);
  }

  /** A sign by its number, which may be written below nought. @param {number} value */
  code(value) {
    const sign = ((value % 0x10000) + 0x10000) % 0x10000;
    this.keep(sign < SURROGATES[0] || sign >= SURROGATES[1] ? String.fromCharCode(sign) : "\ufffd");
    this.toSkip = this.state.skip;
  }

  /** What holds from here on. @param {string} word @param {number | null} value */
  property(word, value) {
    const { state } = this;
    if (!state.passed && !state.beside) this.layout.property(word, value);
    if (word === "ansicpg" && value) this.usual = `windows-${value}`;
    else if (word === "uc" && value !== null) this.state = { ...state, skip: Math.max(0, Math.min(value, 10)) };
    else if (word === "f" && value !== null) {
      this.font = value;
      if (!state.inFonts) this.state = { ...state, encoding: this.fonts.get(value) ?? "" };
    } else if (word === "fcharset" && state.inFonts && value !== null) this.fonts.set(this.font, CHARSETS[value] ?? "");
    else if (word === "plain") this.state = { ...state, unread: new Set(), encoding: "", bold: false };
    else if (word === "b") this.state = { ...state, bold: value !== 0 };
    else if (UNREAD.hasOwnProperty(word)) {
      const unread = new Set(state.unread);
      if (value === 0) unread.delete(UNREAD[word]);
      else unread.add(UNREAD[word]);
      this.state = { ...state, unread };
    }
  }

  /** @param {number[]} codes */
  byte(codes) {
    const skipped = Math.min(this.toSkip, codes.length);
    this.toSkip -= skipped;
    if (!this.state.passed) for (const code of codes.slice(skipped)) this.bytes.push(code);
  }

  flush() {
    if (!this.bytes.length) return;
    const bytes = Uint8Array.from(this.bytes);
    this.bytes = [];
    this.keep(decoder(this.state.encoding || this.usual).decode(bytes));
  }

  /** @param {string} text */
  keep(text) {
    const { passed, unread, beside, bold } = this.state;
    if (passed) return;
    if (!unread.size) {
      this.pieces.set(beside, (this.pieces.get(beside) ?? "") + text);
      if (!beside) this.layout.text(text, bold);
    } else if (text.trim()) for (const what of unread) if (what) this.reading.count(what);
  }

  /** @param {string} where */
  ends(where) {
    const text = this.pieces.get(where) ?? "";
    this.pieces.delete(where);
    const layout = where ? NO_LAYOUT : this.layout.paragraph();
    if (text.trim()) this.done.push([where, text, layout]);
  }
}

/** @param {string} encoding */
function decoder(encoding) {
  try {
    return new TextDecoder(encoding);
  } catch {
    return new TextDecoder("windows-1252");
  }
}
