// Words that the rules speak against, found in a text: the same rules and the same way as `fingerpost check`.
import { sentences, wordCount } from "../text/sentences.js";
/** @import { Finding, Passage, Pattern, Rule, TypedRules } from "./types" */

/**
 * @typedef {{rule: Rule, not: () => RegExp[], unless: () => RegExp[], find: () => RegExp[], put: string}} Look One pattern of a rule.
 * @typedef {{code: string, rule: Rule, start: number, end: number, quote: string, put: string}} Match
 */

export class Wording {
  /** Make the rules ready. Patterns are compiled when first used. @param {TypedRules} data */
  constructor({ rules, measures }) {
    this.looks = rules.flatMap((rule) => {
      const shared = { rule, not: lazy(rule.not), unless: lazy(rule.unless) };
      return rule.find.map((pattern) => ({ ...shared, find: lazy([pattern]), put: pattern.put ?? "" }));
    });
    this.measures = measures;
    /** What the counted rules found in each text, by scope and text: most texts are the same after each change. @type {Map<string, Match[]>} */
    this.counted = new Map();
  }

  /**
   * What the rules find in a text that stands in a scope: `{code, start, end, quote, put, rule}`, in order. Without a scope, all rules apply.
   * @param {string} text
   * @param {string | null} scope
   * @param {(rule: Rule) => boolean} [holds]
   * @returns {Match[]}
   */
  matches(text, scope, holds = () => true) {
    /** @type {Map<string, Match>} */
    const found = new Map();
    for (const look of this.looks) {
      if ((scope !== null && look.rule.scope.length && !look.rule.scope.includes(scope)) || !holds(look.rule)) continue;
      for (const match of foundBy(look, text)) {
        const key = `${match.code} ${match.start}`;
        if (match.end > (found.get(key)?.end ?? -1)) found.set(key, match);
      }
    }
    return withoutInner([...found.values()].sort((a, b) => a.start - b.start || b.end - a.end));
  }

  /**
   * The sentences of a text in a scope that have more words than they may: `{code, quote, says, instead}`.
   * @param {string} text
   * @param {string} scope
   * @returns {Finding[]}
   */
  longSentences(text, scope) {
    const limits = this.measures.filter((one) => one.kind === "sentence-words" && (!one.scope.length || one.scope.includes(scope)));
    return limits.flatMap(({ code, limit, why, instead }) =>
      sentences(text).flatMap((sentence) => {
        const words = wordCount(sentence.text);
        return words > limit ? [{ code, quote: sentence.text, says: `This sentence has ${words} words. The maximum is ${limit}. ${why}`, instead }] : [];
      }),
    );
  }

  /** What is counted in a text that stands in a scope. @param {string} text @param {string} scope */
  countedIn(text, scope) {
    const key = `${scope} ${text}`;
    const found = this.counted.get(key) ?? this.matches(text, scope, (rule) => rule.counted);
    this.counted.set(key, found);
    return found;
  }

  /** Whether texts have many more words coded masculine than feminine: `{code, says, instead}`, or nothing. @param {Passage[]} passages */
  balance(passages) {
    const measure = this.measures.find((one) => one.kind === "gender-balance");
    if (!measure) return null;
    /** @type {Record<string, string[]>} */
    const counts = { "masculine-coded": [], "feminine-coded": [] };
    for (const { text, scope } of passages.filter((one) => !measure.scope.length || measure.scope.includes(one.scope))) {
      for (const { code, quote } of this.countedIn(text, scope)) counts[code]?.push(quote.toLowerCase());
    }
    const [masculine, feminine] = [counts["masculine-coded"], counts["feminine-coded"]];
    if (masculine.length - feminine.length <= measure.limit) return null;
    const told = [...new Set(masculine)].slice(0, 8).join(", ");
    return { code: measure.code, says: `Your texts have ${masculine.length} words coded masculine (${told}) and ${feminine.length} coded feminine. ${measure.why}`, instead: measure.instead };
  }
}

/** Patterns as a function that compiles them once. @param {Pattern[]} patterns @returns {() => RegExp[]} */
function lazy(patterns) {
  /** @type {RegExp[] | null} */
  let made = null;
  return () => {
    made ??= patterns.map(({ source, flags }) => new RegExp(source, flags));
    return made;
  };
}

/** @param {Look} look @param {string} text @returns {Generator<Match, void, undefined>} */
function* foundBy(look, text) {
  for (const { 0: quote, index } of text.matchAll(look.find()[0])) {
    const match = { code: look.rule.code, rule: look.rule, start: index, end: index + quote.length, quote, put: capitalised(look.put, quote) };
    if (!isRight(look, text, match)) yield match;
  }
}

/**
 * Whether the words stand in a phrase, or a sentence, in which they are right.
 * @param {Look} look
 * @param {string} text
 * @param {Match} match
 */
function isRight(look, text, { start, end }) {
  for (const pattern of look.not()) {
    for (const { 0: inner, index } of text.matchAll(pattern)) if (index < end && start < index + inner.length) return true;
  }
  if (!look.unless().length) return false;
  const said = sentences(text).find((sentence) => sentence.start <= start && start < sentence.end)?.text ?? text;
  return look.unless().some((pattern) => said.search(pattern) !== -1);
}

/** Of two matches of one rule that overlap, the first and longest. @param {Match[]} matches */
function withoutInner(matches) {
  const ends = new Map();
  return matches.filter(({ code, start, end }) => {
    if (start < (ends.get(code) ?? 0)) return false;
    ends.set(code, end);
    return true;
  });
}

/** Words with a capital where the words they replace begin with one. @param {string} put @param {string} quote */
function capitalised(put, quote) {
  const upper = (/** @type {string} */ letter) => letter !== letter.toLowerCase();
  return put && upper(quote[0]) && !upper(quote[1] ?? "") ? put[0].toUpperCase() + put.slice(1) : put;
}
