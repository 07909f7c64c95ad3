// The calculation of a team, in whole numbers: the same as generator/knowledge/calculators/planner.py. A test compares them.

/**
 * @typedef {{ id: string, by: "people" | "practices" | "networks", entry: number, middle: number, top: number }} PostRule
 * @typedef {{ people: number, practices: number, networks: number, point: "first" | "middle" | "top", figures: Record<string, number> }} Wanted
 * @typedef {{ id: string, tenths: number, a_week: number, a_year: number, cost: number, income: number }} PlanRow
 */

/** A share rounded to the nearest whole number; a half goes up. Large sums stay exact. @param {bigint} above @param {bigint} below */
const rounded = (above, below) => (2n * above + below) / (2n * below);

/** @param {number} value */
const big = (value) => BigInt(value);

/** The team, role by role. @param {PostRule[]} rules @param {Wanted} wanted @returns {PlanRow[]} */
export function plan(rules, wanted) {
  return rules.map((rule) => row(rule, wanted));
}

/** @param {PostRule} rule @param {Wanted} wanted @returns {PlanRow} */
function row(rule, wanted) {
  const { figures } = wanted;
  const tenths = rounded(10n * big(figures[`${rule.id}.posts`]) * big(wanted[rule.by]), big(figures[`${rule.id}.each`]));
  const seen = big(figures[`${rule.id}.a_week`]);
  return {
    id: rule.id,
    tenths: Number(tenths),
    a_week: Number(rounded(tenths * seen, 1000n)),
    a_year: Number(rounded(tenths * seen * big(figures.weeks), 100000n)),
    cost: Number(cost(rule, tenths, wanted)),
    income: Number(rounded(tenths * big(figures[`${rule.id}.paid_back`] ?? 0), 1000n)),
  };
}

/** Pay with on-costs in pounds a year. @param {PostRule} rule @param {bigint} tenths @param {Wanted} wanted @returns {bigint} */
function cost(rule, tenths, wanted) {
  const { figures } = wanted;
  const pay = big({ first: rule.entry, middle: rule.middle, top: rule.top }[wanted.point]);
  const over = 100n * pay - big(figures.insurance_from);
  const above = over > 0n ? over : 0n;
  const extra = 100n * pay * big(figures.pension_rate + figures.other_rate) + above * big(figures.insurance_rate);
  return rounded(tenths * (pay * 1000000n + extra), 10000000n);
}

/** Typed text as a number of hundredths; null if it is not a number. @param {string} text @returns {number | null} */
export function hundredths(text) {
  const match = /^([0-9]{1,7})(?:\.([0-9]{1,2}))?$/.exec(text.trim().replace(/[\s,£]/g, ""));
  return match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : null;
}

/** A number of hundredths in words: `14.38`, `5,000`. @param {number} value */
export function written(value) {
  const whole = Math.floor(value / 100).toLocaleString("en-GB");
  const rest = value % 100;
  return rest ? `${whole}.${String(rest).padStart(2, "0").replace(/0$/, "")}` : whole;
}
