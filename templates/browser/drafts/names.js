// The names by which sentences and fields of a Word file are found again. The same as `knowledge/drafts/names.py`, but for the
// seven characters of a digest that end a long name: here its first letters are enough.

const LONGEST = 64; // Word takes no longer tag or title
const BOOKMARK = 40; // nor a longer name of a bookmark
const DIGEST = 8; // what ends a long name: a sign and seven characters

/** The title of a control: `Statement: referrals`. @param {string} label @param {string} tag */
export function controlTitle(label, tag) {
  const name = tag.slice(tag.indexOf(":") + 1);
  return `${label.slice(0, Math.max(LONGEST - name.length - 2, 9))}: ${name}`.slice(0, LONGEST);
}

/** The name in a title, behind the last colon: `hours@pay`. @param {string} title */
export function titleName(title) {
  const at = title.lastIndexOf(": ");
  return at === -1 ? title : title.slice(at + 2);
}

/** What the bookmark of a tag begins with; all of it where it is short. @param {string} tag */
export function bookmarkStart(tag) {
  const whole = tag.replace(/[^A-Za-z0-9]/g, "_");
  return whole.length <= BOOKMARK ? whole : whole.slice(0, BOOKMARK - DIGEST);
}

/** The same of a bookmark that a file has. @param {string} name */
export function bookmarkOf(name) {
  return name.length === BOOKMARK && /_[0-9a-f]{7}$/.test(name) ? name.slice(0, BOOKMARK - DIGEST) : name;
}

/** The id of a section that someone adds: `own-section-1`, or the first such number that is not taken. @param {{has: (id: string) => boolean}} taken */
export function freeSection(taken) {
  let number = 1;
  while (taken.has(`own-section-${number}`)) number += 1;
  return `own-section-${number}`;
}

/** The id that a tag names, whole where the tag was cut. @param {string} tag @param {Iterable<string>} ids */
export function idOf(tag, ids) {
  const name = tag.slice(tag.indexOf(":") + 1);
  if (tag.length !== LONGEST || !/~[0-9a-f]{7}$/.test(tag)) return name;
  const start = name.slice(0, -DIGEST);
  return [...ids].find((id) => id.startsWith(start)) ?? name;
}
