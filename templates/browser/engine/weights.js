/** The weight of each part of a score. All tuning is here. */
export const WEIGHTS = {
  person: 0.4, guess: 0.9, guessBeside: 0.55, near: 0.2, seek: 1, words: 0.9, name: 2.6,
  inArea: 0.8, aroundArea: 0.45, standsElsewhere: 0.15, national: 0.1, nextDistrict: -0.35, elsewhere: -1.2, personOnly: 0.6, again: 0.3, local: 0.22, farLocal: -0.25,
  age: 0.35, wrongAge: -3, notYoung: -0.3, notTheirs: -0.25, theirs: 0.25, wrongGroup: -2, wish: 0.35, oneWay: 0.8, reach: 0.12, unreached: -0.05, otherWay: -0.6,
  high: 0.08, medium: 0.04, low: -0.04, unverified: -0.08, paused: -0.3, page: -0.15,
};

/** The weighted score above which a name was meant. */
export const NAMED = 1;
