// The report of a review, as elements of the page and as a file to keep: what was read, what was not, and every finding by rule.
import { element } from "../tailor/elements.js";
import { counted, day, figures, isoDay, joinWords, lowerFirst } from "../text/formatting.js";
/** @import { Remark, Review } from "../documents/types" */
/** @import { Reviewer } from "./review.js" */

const AROUND = 60; // letters of the text that are shown on each side of a quote
const ONLY_HERE = "To see which contract requirements seem to be missing, bring the document into a pack.";

/** @param {number} level @param {string} words @param {string} [id] */
function heading(level, words, id = "") {
  const made = element(/** @type {"h1" | "h2" | "h3" | "h4"} */ (`h${level}`), "", words);
  if (id) made.id = id;
  return made;
}

/**
 * The report, its title a heading of a level.
 * @param {Reviewer} reviewer
 * @param {string} name of the file
 * @param {Review} review
 * @param {number} level
 * @param {...Node} acts
 * @returns {Node[]}
 */
export function reportOf(reviewer, name, review, level, ...acts) {
  const title = heading(level, `Review of ${name}`, "report");
  title.tabIndex = -1;
  const chapters = Object.entries(reviewer.data.groups).map(([id, words]) => ({ id, words, remarks: review.remarks.filter(({ group }) => group === id) }));
  const severities = Object.keys(reviewer.data.severities);
  const worst = (/** @type {Remark[]} */ remarks) => Math.min(...remarks.map(({ severity }) => severities.indexOf(severity)));
  const found = chapters.filter(({ remarks }) => remarks.length).sort((one, other) => worst(one.remarks) - worst(other.remarks));
  const parts = element("ul", "jump", ...found.map(({ id, words, remarks }) => {
    const link = element("a", "", words);
    link.href = `#${id}`;
    return element("li", "", link, `: ${remarks.length.toLocaleString("en-GB")}`);
  }));
  return [
    title,
    element("p", "", whatWasRead(review)),
    ...review.limits.map((limit) => element("p", "", element("strong", "", limit))),
    element("p", "meta", ONLY_HERE),
    element("p", "lede", summary(reviewer, review)),
    facts(reviewer, review),
    ...(found.length ? [parts] : []),
    ...acts,
    ...found.map(({ id, words, remarks }) => element("section", "", heading(level + 1, words, id), ...byRule(reviewer, remarks, level + 2))),
    ...balance(review, level + 1),
  ];
}

/** @param {Review} review */
function whatWasRead({ document, words }) {
  return `Read: ${document.kind}, ${counted(document.blocks.length, "paragraph")}, ${counted(words, "word")}.`;
}

/** @param {Reviewer} reviewer @param {Review} review */
function summary({ data }, { remarks, limits }) {
  if (remarks.length) {
    const each = Object.entries(data.severities).map(([code, words]) => ({ words, count: remarks.filter(({ severity }) => severity === code).length }));
    return `${counted(remarks.length, "place")} to look at: ${joinWords(each.filter(({ count }) => count).map(({ words, count }) => `${figures(count)} ${lowerFirst(words)}`))}.`;
  }
  return limits.length ? "Nothing was found in what was read." : data.noneFound;
}

/** @param {Map<string, number>} counts */
const total = (counts) => [...counts.values()].reduce((sum, count) => sum + count, 0);

/** @param {Reviewer} reviewer @param {Review} review */
function facts({ data }, { grade, masculine, feminine }) {
  const said = (/** @type {string} */ name, /** @type {string} */ value) => element("div", "", element("dt", "", name), element("dd", "", value));
  const fact = (/** @type {string} */ name, /** @type {number} */ value) => said(name, value.toLocaleString("en-GB"));
  const age = grade === null ? [] : [said("Reading age", `about ${Math.round(grade + 5)}. ${data.readingAgeAsked}`)];
  return element("dl", "facts", ...age, fact("Words coded masculine", total(masculine)), fact("Words coded feminine", total(feminine)));
}

/** Errors first, then in the order of the document. @param {Reviewer} reviewer @param {Remark[]} remarks @param {number} level */
function byRule(reviewer, remarks, level) {
  const severities = Object.keys(reviewer.data.severities);
  const rules = [...new Set(remarks.map(({ rule }) => rule))].map((code) => remarks.filter(({ rule }) => rule === code));
  rules.sort(([one], [other]) => severities.indexOf(one.severity) - severities.indexOf(other.severity));
  return rules.map((places) => {
    const [{ title, severity, why, since, instead, sources }] = places;
    const tag = element("span", `tag tag-${severity}`, `${reviewer.data.severities[severity]}.`);
    return element("div", "told",
      heading(level, title),
      element("p", "", tag, ` ${why}${since ? ` Since: ${since}.` : ""}`),
      element("p", "", instead),
      ...(sources.length ? [element("p", "meta", `Source: ${sources.join("; ")}.`)] : []),
      element("ul", "places", ...places.map((remark) => place(reviewer, remark))));
  });
}

/** @param {Reviewer} reviewer @param {Remark} remark */
function place(reviewer, remark) {
  const label = reviewer.label(remark.block, remark.start);
  const [before, quote, after] = around(remark, reviewer.data.most.quote);
  const said = element("div", "said", before, element("mark", "", quote), after);
  return element("li", "", element("span", "at", label.slice(0, 1).toUpperCase() + label.slice(1)), element("div", "", said, ...(remark.note ? [element("div", "meta", remark.note)] : [])));
}

/** The text before, the quote, and the text after, cut between words. A long quote keeps only its start and end. @param {Remark} remark @param {number} longest */
function around({ block: { text }, start, end }, longest) {
  const whole = text.slice(start, end);
  const quote = whole.length <= longest ? whole : `${whole.slice(0, longest - 60)} … ${whole.slice(-50)}`;
  const [before, after] = [text.slice(0, start), text.slice(end)];
  const left = before.slice(-AROUND);
  const right = after.slice(0, AROUND);
  const from = left.indexOf(" ") + 1 || left.length;
  return [before.length > AROUND ? `…${left.slice(from)}` : before, quote, after.length > AROUND ? `${right.slice(0, Math.max(0, right.lastIndexOf(" ")))}…` : after];
}

/** @param {Review} review @param {number} level */
function balance({ masculine, feminine }, level) {
  if (!masculine.size && !feminine.size) return [];
  const words = (/** @type {Map<string, number>} */ counts) => {
    const sorted = [...counts].sort((one, other) => other[1] - one[1]);
    return sorted.map(([word, count]) => word + (count > 1 ? ` (${count})` : "")).join(", ") || "none";
  };
  const about = [
    heading(level, "Words coded by gender", "balance"),
    element("p", "", "Studies found that adverts with many words of the first kind appeal less to women. The balance matters, not a single word."),
    element("p", "", element("strong", "", "Coded masculine: "), words(masculine)),
    element("p", "", element("strong", "", "Coded feminine: "), words(feminine)),
  ];
  return [element("section", "", ...about)];
}

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The report as a file that loads no other. @param {Reviewer} reviewer @param {string} name @param {Review} review @param {Date} now */
export function savedReport(reviewer, name, review, now) {
  const foot = element("p", "meta", `Made on ${day(isoDay(now))} by Fingerpost, in the browser of the device where the document is. Nothing was sent anywhere.`);
  const main = element("main", "", element("div", "wrap", ...reportOf(reviewer, name, review, 1), foot));
  const head = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    element("title", "", `Review of ${name}`).outerHTML,
    `<style>${reviewer.data.style}</style>`, // as text: a page may not make style elements
  ];
  return `<!doctype html>\n<html lang="en-GB">\n<head>\n${head.join("\n")}\n</head>\n<body>\n${main.outerHTML}\n</body>\n</html>\n`;
}
