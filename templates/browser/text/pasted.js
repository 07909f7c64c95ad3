// Clean text from what people paste out of Word, PDF and email. The same as `generator/knowledge/text/pasted.py`; both follow one table.

const BREAK = /\r\n|[\n\v\f\r\x85\u2028\u2029]/;
const BLANK = /[\s\p{Cc}]+/gu;
const BULLET = /^(?:[•‣◦⁃∙▪▫■□●○◆◇►▶➢➤✓✔·\uf0a7\uf0b7\uf0d8–-][ \t\xa0]+|[•‣◦⁃∙▪●○➢\uf0a7\uf0b7]|o\t)/;
const NUMBER = /^[0-9]{1,2}[.)][ \t\xa0]+/;
const PARTS_WORDS = "[\\p{Cc}\\u2028\\u2029]"; // these part words where they stand, and other hidden characters do not

/** Each line with plain spaces, without empty lines. @param {string} text @param {RegExp} within hidden characters that part no words */
export function plainLines(text, within) {
  return text.replace(within, "").split(BREAK).map((line) => line.replace(BLANK, " ").trim()).filter(Boolean);
}

/** Hidden characters that part no words. @param {string} hidden the pattern of one character that must not stand in data */
export function hiddenWithin(hidden) {
  return new RegExp(`(?!${PARTS_WORDS})${hidden}`, "gu");
}

/**
 * Functions that clean a text. `hidden` is the pattern of one character that must not stand in data.
 * @param {string} hidden
 */
export function cleaner(hidden) {
  const within = hiddenWithin(hidden);

  /** Each item of a list is a statement. Lines without a mark go on from the line above. @param {string} text */
  const statements = (text) => {
    const lines = text.replace(within, "").split(BREAK).map((line) => line.replace(/^[ \xa0]+|[ \xa0]+$/g, ""));
    const numbered = lines.filter((line) => NUMBER.test(line)).length > 1;
    /** @type {string[]} */
    const found = [];
    for (const line of lines) {
      const mark = BULLET.exec(line) ?? (numbered ? NUMBER.exec(line) : null);
      const words = line.slice(mark ? mark[0].length : 0).replace(BLANK, " ").replace(/^ +| +$/g, "");
      if (words && found.length && !mark) found[found.length - 1] += ` ${words}`;
      else if (words) found.push(words);
    }
    return found;
  };

  /** One paragraph. Items of a list are joined by semicolons where they do not end a sentence. @param {string} text */
  const oneLine = (text) => statements(text).reduce((all, words) => (all ? `${all}${/[.;:,!?]$/.test(all) ? "" : ";"} ${words}` : words), "");

  /** Paragraphs, one for each line that has words. @param {string} text */
  const paragraphs = (text) => text.split(BREAK).map(oneLine).filter(Boolean);

  return { statements, oneLine, paragraphs };
}
