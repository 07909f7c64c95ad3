/**
 * One result. The score is computed for thousands of results; the rest only for the few that are shown.
 *
 * @typedef {import("./rank.js").Why} Why
 * @typedef {import("./documents.js").Doc} Doc
 * @typedef {import("./score.js").Scoring} Scoring
 */
import { shareOf } from "./columns.js";
import { nothing } from "./parts.js";

export class Scored {
  /** @param {number} at Its position among the candidates. @param {number} score @param {boolean} fits @param {Scoring} scoring */
  constructor(at, score, fits, scoring) {
    this.turn = scoring.turns[at];
    this.doc = scoring.table.docs[this.turn];
    this.score = score;
    this.fits = fits;
    this.scoring = scoring;
    this.at = at;
  }

  /** The parts of its score, by name. */
  get parts() {
    const parts = nothing();
    this.scoring.fill(this.at, parts);
    return parts;
  }

  /** The needs that it helps with, and the share of each in the score. */
  get met() {
    const { asked, mixed } = this.scoring;
    return asked.flatMap((one) => {
      const fit = this.doc.fits.get(one.id);
      return fit === undefined ? [] : [{ id: one.id, share: shareOf(one, mixed) * fit, person: one.person }];
    });
  }

  /** The reasons for it. @returns {Why[]} */
  why() {
    const { doc } = this;
    const why = needed(doc, this.scoring);
    matched(doc, this.scoring, why);
    this.scoring.tell(this.turn, why);
    return why;
  }
}

/** Reasons from the needs: those that it helps with, and the first nearby need. @param {Doc} doc @param {Scoring} scoring */
function needed({ fits }, { asked, vocabulary }) {
  /** @type {Why[]} */
  const why = [];
  for (const { id, label, from, person, near } of asked) {
    const other = fits.has(id) || person || why.some(({ kind }) => kind === "near") ? undefined : near.find((one) => fits.has(one));
    if (fits.has(id)) why.push({ kind: "need", label, from });
    else if (other) why.push({ kind: "near", label: vocabulary.needs.get(other)?.label ?? other, from });
  }
  return why;
}

/** Reasons from names, words, and aspects of needs. @param {Doc} doc @param {Scoring} scoring @param {Why[]} why */
function matched(doc, { evidence: { names, texts, seeks } }, why) {
  const [name, words, seek] = [names.get(doc), texts.get(doc), seeks.get(doc)];
  if (name && name.score > 0.3) why.push({ kind: "name", label: doc.service?.name ?? doc.page?.title ?? "", from: name.from });
  if (words && words.score > 0.3 && !why.length) why.push({ kind: "words", label: words.from, from: words.from });
  if (seek && seek.score > 0.5) why.push({ kind: "aspect", label: seek.label, from: seek.from });
}
