// Times of day as people type them: `9am`, `9.30am`, `1730`, `17:30`, `midday`.

const TYPED = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?$/;

/**
 * A time as our files have it, `09:30`. Null where it cannot be told: a bare `5` may be morning or afternoon.
 * @param {string} text
 * @param {boolean} ends whether it is the end of a row, where midnight is `24:00`
 */
export function clockOf(text, ends) {
  const plain = text.trim().toLowerCase().replace(/\.?m\.?$/, "m").replace(/([ap])\.m$/, "$1m").replace(/^12\s*(?=noon|mid)/, "");
  if (plain === "midday" || plain === "noon") return "12:00";
  if (plain === "midnight" || plain === "24:00") return ends ? "24:00" : "00:00";
  const found = TYPED.exec(plain);
  if (!found) return null;
  const [, figures, minutes = "00", half] = found;
  const hour = Number(figures);
  if (Number(minutes) > 59 || (half ? hour < 1 || hour > 12 : hour > 23 || figures.length < 2 || !found[2])) return null;
  const whole = half ? (hour % 12) + (half === "pm" ? 12 : 0) : hour;
  return `${String(whole).padStart(2, "0")}:${minutes}`;
}

/** Minutes after midnight. @param {string} clock */
export const minutesOf = (clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
