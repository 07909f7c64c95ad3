/**
 * Judge a text: which crisis cards it needs, and because of which words. generator/knowledge/danger/judge.py does the same.
 *
 * @typedef {{concepts: Record<string, string>, rewrite: Record<string, string>, meant: string, known: string, kinds: Record<string, string>,
 *   families: [string, string, number, number, number, string[], string[]][], net: import("./net.js").PlainNet | null}} PlainDanger
 *   What the build ships: see generator/knowledge/danger/plain.py.
 * @typedef {{text: string, words: string[], spots: {at: number, end: number}[], at: import("./matcher.js").Spans[], covered: Set<number>, idle: Set<number>}} Reading
 *   `covered` holds the places of words that a harmless family explains, `idle` of those that are no need either.
 * @typedef {{card: string, now: boolean, family: string, said: string[]}} Raised
 *   `family` is "net" where the net raised the card, and "need" where a need did.
 * @typedef {{at: number, end: number, kind: string, now: boolean}} NeedRead Words that were read as a need with danger in it.
 * @typedef {ReturnType<typeof createJudge>} Judge
 */
import { corrected, lexicon } from "./lexicon.js";
import { find, pattern, stands } from "./matcher.js";
import { createNet } from "./net.js";
import { sieve } from "./sieve.js";
import { tokens } from "./text.js";

const MOST = 2; // cards that show at once
const NET_SCALE = 20; // the score of the net that weighs as much as 999 against today
const NET_ONLY_STRENGTH = 1.5; // how strongly the net speaks for a card that no family raises
const MIN_WORDS = 2; // words that the net needs: a single word of danger has a family
const FIGURES = /^\d+$/; // figures alone, such as a number to call, are no danger to the net
const CERTAIN_MARGIN = 9; // how far below the net's doubt its score must be to overrule even a family that is sure
const SECOND_CARD_PENALTY = 1; // how much weaker a family speaks for its second card

/** @param {PlainDanger} plain */
export function createJudge(plain) {
  const words = lexicon(plain);
  const families = plain.families.map(([id, cards, level, gap, within, patterns, unless]) => ({
    id, cards: cards ? cards.split(" ") : [], now: level > 0, level,
    patterns: patterns.map((text) => pattern(text, gap, within)), unless: unless.map((text) => pattern(text, gap, within)),
  }));
  const levels = new Map(families.map(({ id, level }) => [id, level]));
  const net = plain.net && createNet(plain.net);

  const likelyOf = sieve(families.flatMap((owner) => owner.patterns.map((pattern) => ({ owner, pattern }))));

  /** @param {(typeof families)[number]} family @param {import("./matcher.js").Pattern[]} likely @param {Reading} reading @param {Set<string>} present */
  function hits(family, likely, { at }, present) {
    const found = likely.flatMap((one) => find(one, at, present));
    return found.length && family.unless.some((one) => find(one, at, present).length) ? [] : found;
  }

  /** @param {string} text */
  function read(text) {
    const found = tokens(text, plain.rewrite);
    const list = found.map(({ word }) => corrected(word, words));
    /** @type {Reading} */
    const reading = { text, words: list, spots: found.map(({ at, end }) => ({ at, end })), at: stands(list, words), covered: new Set(), idle: new Set() };
    const present = new Set(reading.at.flatMap((here) => [...here.keys()]));
    const likely = likelyOf(present);
    for (const [family, patterns] of likely) {
      if (family.cards.length) continue;
      for (const places of hits(family, patterns, reading, present)) {
        for (let place = places[0]; place <= places[places.length - 1]; place++) {
          reading.covered.add(place);
          if (family.now) reading.idle.add(place);
        }
      }
    }
    return { reading, present, likely };
  }

  /** Whether every word between two offsets of the text is in a set of positions. @param {Reading} reading @param {Set<number>} among @param {number} from @param {number} to */
  const within = ({ spots }, among, from, to) => among.size > 0 && spots.every(({ at, end }, place) => end <= from || at >= to || among.has(place));

  /** Whether words are no need, because a harmless family explains them. @param {Reading} reading @param {number} from @param {number} to */
  const idle = (reading, from, to) => within(reading, reading.idle, from, to);

  /**
   * The cards that a text needs, the most relevant first.
   * @param {ReturnType<typeof read>} read
   * @param {NeedRead[]} [needs]
   * @returns {Raised[]}
   */
  function raised({ reading, present, likely }, needs = []) {
    const scores = net ? net.scores(reading) : {};
    /** @type {Map<string, {strength: number, raised: Raised}>} */
    const found = new Map();
    const put = (/** @type {number} */ strength, /** @type {Raised} */ one) => {
      if (strength > (found.get(one.card)?.strength ?? -Infinity)) found.set(one.card, { strength, raised: one });
    };
    for (const [family, patterns] of likely) {
      const free = family.cards.length ? hits(family, patterns, reading, present).filter((places) => places.some((place) => !reading.covered.has(place))) : [];
      if (!free.length) continue;
      let places = free[0];
      for (const other of free) if (other.length > places.length) places = other;
      family.cards.forEach((card, rank) => {
        const strength = (family.now ? 2 : 1) + Math.min(places.length, 6) / 10 - SECOND_CARD_PENALTY * rank + (scores[card] ?? 0) / NET_SCALE;
        put(strength, { card, now: family.now, family: family.id, said: [said(reading, places)] });
      });
    }
    for (const { at, end, kind, now } of needs) {
      const card = plain.kinds[kind];
      if (card && !within(reading, reading.covered, at, end)) put(0.9 + (scores[card] ?? 0) / NET_SCALE, { card, now, family: "need", said: [reading.text.slice(at, end)] });
    }
    const below = net ? net.doubt - scores.any : 0;
    const idle = below > CERTAIN_MARGIN ? 2 : below > 0 ? 1 : -1; // the net knows no other language than English: families in these are of level 3
    for (const [card, one] of found) if ((levels.get(one.raised.family) ?? 0) <= idle) found.delete(card);
    if (net && reading.words.length >= MIN_WORDS && reading.words.some((word) => !FIGURES.test(word)) && scores.any >= net.threshold) {
      const card = Object.keys(scores).filter((one) => one !== "any").reduce((best, other) => (scores[other] > scores[best] ? other : best));
      const words = net.why(reading, card).map((place) => said(reading, [place]));
      if (!found.has(card)) put(NET_ONLY_STRENGTH + scores[card] / NET_SCALE, { card, now: false, family: "net", said: [...new Set(words)] });
    }
    return [...found.values()].sort((a, b) => b.strength - a.strength).map(({ raised: one }) => one).slice(0, MOST);
  }

  /** @param {string} word */
  const knows = (word) => words.single.has(word);
  return { read, raised, idle, knows };
}

/** The words at these positions, as they were typed, with an ellipsis for words left out between. @param {Reading} reading @param {number[]} places */
function said({ text, spots }, places) {
  let found = "";
  /** @type {{end: number, place: number} | null} */
  let last = null;
  for (const place of places) {
    const { at, end } = spots[place];
    if (last && at < last.end) continue;
    found += (last ? (place - last.place < 2 ? " " : " … ") : "") + text.slice(at, end);
    last = { end, place };
  }
  return found;
}
