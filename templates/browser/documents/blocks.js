// Lines of a document joined into paragraphs that know the places of their lines: the same as `knowledge/source_documents/blocks.py`.
import { all, anywhere, atStart } from "./patterns.js";
import { lostLetters, plainer } from "./plainwords.js";
/** @import { EitherWay, ReaderData, SourceLine, Stretch, TextBlock } from "./types" */

export class BlockMaker {
  /** @param {Pick<ReaderData, "patterns" | "plain" | "most">} data */
  constructor({ patterns, plain, most }) {
    this.plain = plainer(plain);
    this.ligatures = plain.ligatures;
    this.most = most;
    this.says = all(patterns.blocks, anywhere);
    this.item = atStart(patterns.blocks.item);
  }

  /** The blocks of lines, up to the limits. What is not read is added to `unread`. @param {Iterable<SourceLine>} lines @param {string[]} unread */
  blocks(lines, unread) {
    const read = [...this.within(lines, unread)];
    const width = this.width(read);
    /** @type {SourceLine[][]} */
    const found = [];
    let fresh = true;
    let length = 0;
    for (const line of read) {
      if (!line.text.trim()) {
        fresh = true;
        continue;
      }
      length += line.text.length;
      const last = found[found.length - 1];
      if (last && !fresh && length < this.most.block && this.goesOn(last[last.length - 1], line, width)) last.push(line);
      else {
        found.push([line]);
        length = line.text.length;
      }
      fresh = false;
    }
    return found.map((parts) => this.joined(parts));
  }

  /** @param {Iterable<SourceLine>} lines @param {string[]} unread @returns {Generator<SourceLine, void, undefined>} */
  *within(lines, unread) {
    let [count, characters] = [0, 0];
    for (const line of lines) {
      for (const piece of this.pieces(line)) {
        count += 1;
        characters += piece.text.length;
        if (count > this.most.lines || characters > this.most.characters) {
          const limit = count > this.most.lines ? `${this.most.lines.toLocaleString("en-GB")} lines` : `${this.most.characters.toLocaleString("en-GB")} characters`;
          unread.push(`What comes after ${line.label} was not read: a review takes ${limit}.`);
          return;
        }
        yield piece;
      }
    }
  }

  /** @param {SourceLine} line @returns {Generator<SourceLine, void, undefined>} */
  *pieces(line) {
    let rest = line.text;
    while (rest.length > this.most.line) {
      const space = rest.lastIndexOf(" ", this.most.line - 1);
      const cut = space >= this.most.line / 2 ? space + 1 : this.most.line;
      yield { ...line, text: rest.slice(0, cut), wraps: false };
      rest = rest.slice(cut);
    }
    yield rest === line.text ? line : { ...line, text: rest };
  }

  /** How long a full line is: nine in ten are no longer. @param {SourceLine[]} lines */
  width(lines) {
    const lengths = lines.filter(({ text }) => text.trim()).map(({ text }) => text.trimEnd().length).sort((a, b) => a - b);
    return Math.max(this.most.width, lengths[Math.floor((lengths.length * 9) / 10)] ?? 0);
  }

  /** @param {SourceLine} before @param {SourceLine} line @param {number} width */
  goesOn(before, line, width) {
    if (!before.wraps || !line.wraps || (before.text + line.text).includes("\t") || this.item.test(line.text)) return false;
    const said = before.text.trimEnd();
    if (this.says.openWord.test(said)) return true;
    if (/^\s*\p{Ll}/u.test(line.text)) return said.length >= this.most.narrowest || this.says.hyphen.test(said);
    return said.length >= this.most.full * width && this.says.openEnd.test(said);
  }

  /** @param {SourceLine[]} parts @returns {TextBlock} */
  joined(parts) {
    /** @type {TextBlock} */
    const block = { text: "", lines: [], eitherWays: [], unfilled: [] };
    for (const part of parts) {
      const plain = this.plain(part.text.trimEnd());
      const before = block.lines[block.lines.length - 1]?.[1].text.trimEnd() ?? "";
      if (this.says.hyphen.test(before)) this.broken(block, before[before.length - 1]);
      else block.text += block.text ? " " : "";
      const start = block.text.length;
      block.eitherWays.push(...plain.breaks.filter((at) => at > 0 && at < plain.text.length).map((at) => ({ start: start + at, end: start + at, others: [" "] })));
      block.eitherWays.push(...lostLetters(plain.text).map((at) => ({ start: start + at, end: start + at + 1, others: this.ligatures })));
      block.unfilled.push(...part.unfilled.map(([from, to]) => /** @type {Stretch} */ ([start + from, start + to])));
      block.lines.push([start, part]);
      block.text += plain.text;
    }
    return block;
  }

  /** A text that ends with a hyphen as it is likelier to be read, and the other way to read it. @param {TextBlock} block @param {string} hyphen */
  broken(block, hyphen) {
    const stem = block.text.replace(/[-\u2010]+$/, "");
    const own = hyphen === "-" || this.says.prefix.test(stem) || this.says.capitals.test(stem);
    block.text = own ? `${stem}-` : stem;
    block.eitherWays.push({ start: stem.length, end: stem.length + (own ? 1 : 0), others: [own ? "" : "-"] });
  }

  /** The line that holds a character of a block, and the character’s column in it, counted from 1. @param {TextBlock} block @param {number} offset @returns {[SourceLine, number]} */
  lineAt({ lines }, offset) {
    const [start, line] = [...lines].reverse().find(([from]) => from <= offset) ?? lines[0];
    return [line, this.plain(line.text).place(offset - start) + 1];
  }
}

/** The block as it reads in another way at one place. @param {TextBlock} block @param {EitherWay} place @param {string} other @returns {TextBlock} */
export function otherwise(block, place, other) {
  const grown = other.length - (place.end - place.start);
  const moved = (/** @type {number} */ at) => (at >= place.end ? at + grown : at);
  return {
    text: block.text.slice(0, place.start) + other + block.text.slice(place.end),
    lines: block.lines.map(([start, line]) => [moved(start), line]),
    eitherWays: block.eitherWays.filter((one) => one !== place).map(({ start, end, others }) => ({ start: moved(start), end: moved(end), others })),
    unfilled: block.unfilled.map(([start, end]) => [moved(start), moved(end)]),
  };
}
