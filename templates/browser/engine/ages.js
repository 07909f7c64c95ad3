/** Ages in a query: "15 year old", "17yo", "14 y/o", "aged 9", "over 75s", "six year old", or a word such as "teenager". */

const NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const NUMBER = `(\\d{1,3}|${[...TENS.flatMap((ten) => [...NUMBERS.slice(1, 10).map((one) => `${ten}[ -]${one}`), ten]), ...NUMBERS.slice(1).reverse()].join("|")})`;
const OLD = new RegExp(`\\b${NUMBER}[ -]*(?:years?|yrs?)?[ -]*(?:olds?|yo|y\\/o|y\\.o\\.?|yr|yrs|yrold|yearold)\\b`, "i");
const AGED = new RegExp(`\\b(?:aged?|turned|turning|(?:he|she)(?:[’']s| is)|i[’']?m|i am|who is) ${NUMBER}\\b(?! ?(?:months?|weeks?|days?|stone|kg|units?|pints?|weeks))`, "i");
const OVER = new RegExp(`\\b(?:over|above|older than) ?(?:the age of )?${NUMBER}(?:s|[’']s)?\\b(?! ?(?:units?|pints?|years? ago|%))`, "i");
const UNDER = new RegExp(`\\b(?:under|below|younger than) ?(?:the age of )?${NUMBER}(?:s|[’']s)?\\b`, "i");
const SHORT = /\b(\d{1,2}) ?[mf]\b|\b[mf] ?(\d{2})\b/i;

/** "15, parents must not know": an age alone, before a comma. */
const FIRST = /^\s*(\d{1,2})\s*,(?!\s*\d)/;

/** @param {string} said */
function number(said) {
  if (/^\d+$/.test(said)) return Number(said);
  const [ten, one] = said.toLowerCase().split(/[ -]/);
  const tens = TENS.indexOf(ten);
  return tens < 0 ? NUMBERS.indexOf(ten) : (tens + 2) * 10 + (one ? NUMBERS.indexOf(one) : 0);
}

/**
 * The age range that a query names in digits or words, with the words that name it; null if there is none.
 * @param {string} text
 * @returns {{from: number, to: number, said: string} | null}
 */
export function readAge(text) {
  const over = OVER.exec(text);
  if (over) return range(number(over[1]), 110, over[0]);
  const under = UNDER.exec(text);
  if (under) return range(0, number(under[1]) - 1, under[0]);
  const exact = OLD.exec(text) ?? AGED.exec(text) ?? SHORT.exec(text) ?? FIRST.exec(text);
  return exact ? range(number(exact[1] ?? exact[2]), number(exact[1] ?? exact[2]), exact[0].replace(",", "")) : null;
}

/** @param {number} from @param {number} to @param {string} said */
const range = (from, to, said) => (to >= from && from <= 110 && to >= 0 ? { from, to, said: said.trim() } : null);
