// The boxes of NHS Jobs, filled from the pack and cut to what each takes. The same as `documents/formats/nhs_jobs/drafts.py` and `boxes.py`.
import { linesOf } from "./terms.js";
import { count, cuttable, fitting, headed, joined, piece, plainer } from "./plain.js";
/** @import { Piece, Say } from "./plain.js" */
/** @import { FormBox, LaidSection, LaidStatement, Shared, View } from "./types" */

/**
 * @typedef {{pieces: Piece[], always?: string, ifCut?: string, restIn?: string, whole?: boolean}} Draft
 *   What a box says before it is cut. `always` ends it, `ifCut` only where something is left out; `restIn` is where that is; `whole` is never cut.
 * @typedef {ReturnType<typeof cut>} Box The text for a box.
 */

/**
 * The text for each box, in the form's order. The person specification has a box for each category and level.
 * @param {View} draft
 * @param {Shared} shared
 */
export function boxes(draft, shared) {
  if (!shared.form) return [];
  const say = plainer(shared);
  return shared.form.boxes.flatMap((box) => {
    const write = WRITERS[box.id];
    return write ? [cut(box, write(draft, say, shared.words), shared.words)] : criteria(box, draft, say, shared.words);
  });
}

/** @type {Record<string, (draft: View, say: Say, words: Record<string, string>) => Draft>} */
const WRITERS = {
  title: ({ role }, say) => ({ pieces: [piece(say(role.title))], whole: true }),
  overview(draft, say, words) {
    const own = ownWords(draft.overlay.overview, say);
    if (own) return own;
    const sought = draft.role.sought.replace("{network}", () => say(draft.network.name));
    const post = headed(linesOf(draft).map((line) => piece(say(`- ${line}`))), words.in_this_post);
    return { pieces: [piece(say(sought)), ...cuttable(say(draft.role.summary)), ...post] };
  },
  "main-duties"(draft, say, words) {
    const own = ownWords(draft.overlay.main_duties, say);
    if (own) return own;
    const purpose = draft.sections.filter(({ numbered }) => !numbered).flatMap(all).map(({ text }) => text);
    const duties = purpose.length ? purpose : linesOf(draft);
    const names = draft.sections.filter(({ numbered }) => numbered).map(({ heading }) => say(heading)).join("; ");
    const pieces = headed(duties.map((text) => piece(say(`- ${text}`))), words.you_would);
    return { pieces, always: names ? words.parts.replace("{names}", () => names) : "", restIn: words.in_the_job_description };
  },
  "about-us"(draft, say, words) {
    const own = ownWords(draft.overlay.about_us, say);
    if (own) return own;
    const pieces = draft.network.profile.flatMap((text) => cuttable(say(text)));
    return { pieces, ifCut: words.more_about_us, restIn: words.attached };
  },
  "job-description"(draft, say, words) {
    let figure = 0;
    const duties = draft.sections.flatMap((section) => {
      if (section.numbered) figure += 1;
      const number = section.numbered ? String(figure) : "";
      return group(section, number, draft.numbers, say, 0);
    });
    const clauses = draft.clauses.map(({ heading, text }) => piece(say(`${heading}: ${text}`)));
    return { pieces: [...duties, ...headed(clauses, words.everyone)], ifCut: words.rest_attached, restIn: words.attached };
  },
};

/** @param {string | undefined} text @param {Say} say */
function ownWords(text, say) {
  return text ? { pieces: cuttable(say(text)) } : null;
}

/** @param {LaidSection} section @returns {LaidStatement[]} */
function all(section) {
  return [...section.items, ...section.sections.flatMap(all)];
}

/**
 * A group's statements. Its headings and introduction belong to the first, and go where that goes.
 * @param {LaidSection} section
 * @param {string} figure
 * @param {Map<string, string>} numbers
 * @param {Say} say
 * @param {number} depth
 * @returns {Piece[]}
 */
function group(section, figure, numbers, say, depth) {
  const items = section.items.map(({ id, text }) => piece(say(`${numbers.get(id) || "-"} ${text}`)));
  const inner = section.sections.flatMap((found) => group(found, figure, numbers, say, depth + 1));
  const number = figure && !depth ? `${figure}. ` : "";
  return headed([...items, ...inner], say(number + section.heading), say(section.intro));
}

/** @param {FormBox} box @param {View} draft @param {Say} say @param {Record<string, string>} words */
function criteria(box, draft, say, words) {
  return draft.categories.flatMap((category, index) =>
    ["essential", "desirable"].flatMap((level) => {
      const lines = category.items.filter((item) => item.level === level).map(({ text }) => say(text)).filter(Boolean);
      if (!lines.length) return [];
      const made = cut(box, { pieces: lines.map((line) => piece(line)) }, words);
      return [{ ...made, id: `${box.id}-${category.id}-${level}`, name: `${box.name}: ${say(category.heading)}, ${level}`, note: index ? "" : box.note }];
    }),
  );
}

/**
 * A draft cut to its box, at a statement. The paragraph that says so counts too.
 * @param {FormBox} box
 * @param {Draft} draft
 * @param {Record<string, string>} words
 */
function cut(box, { pieces, always = "", ifCut = "", restIn = "", whole = false }, words) {
  let fit = pieces.length;
  let ending = always;
  if (!whole && box.most !== null && count(joined(pieces)) > room(box.most, ending)) {
    ending = [always, ifCut].filter(Boolean).join(" ");
    fit = fitting(pieces, room(box.most, ending));
  }
  const text = [joined(pieces.slice(0, fit)), ending].filter(Boolean).join("\n\n");
  const left = pieces.slice(fit);
  return {
    id: box.id, name: box.name, pageName: box.page_name, note: box.note, least: box.least, most: box.most,
    text, count: count(text), left: left.length, rest: joined(left), restIn: left.length ? restIn : "", attached: restIn === words.attached,
  };
}

/** @param {number} most @param {string} ending */
function room(most, ending) {
  return ending ? most - count(`\n\n${ending}`) : most;
}
