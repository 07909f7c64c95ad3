// Where sentences stand among those that a network moves and adds, and how its overlay says an order.
// The same as `knowledge/tailoring/placing.py`, and as `knowledge/drafts/placing.py` for the file of a network as plain values.
import { heaviest } from "../drafts/order.js";
/** @import { AddCriterion, AddStatement, Move, Overlay } from "./types" */

/**
 * The statements of all sections, or the criteria of all categories: the role's ids by part, and the overlay's names for those added.
 * @typedef {{list: "add" | "add_criteria", key: "section" | "category", homes: Map<string, string[]>}} Parts
 */
/** What comes into a part, and the neighbour that it names. @typedef {{id: string, after?: string, before?: string}} Arrival */

const [LATELY, BEFORE, NEVER] = [998, 999, 1000]; // how much it counts that a sentence stays, by when it was moved

/**
 * The ids of a part in order: those of the role that are kept, and each arrival in turn beside its neighbour, or last.
 * @param {string[]} kept
 * @param {Arrival[]} arrivals
 */
export function arranged(kept, arrivals) {
  const own = new Set(arrivals.map(({ id }) => id));
  const result = kept.filter((id) => !own.has(id));
  /** @type {Map<string, number>} */
  const behind = new Map();
  for (const { id, after, before } of arrivals) {
    let spot = before ? result.indexOf(before) : -1;
    if (after && result.includes(after)) {
      spot = result.indexOf(after) + 1 + (behind.get(after) ?? 0);
      behind.set(after, (behind.get(after) ?? 0) + 1);
    }
    result.splice(spot === -1 ? result.length : spot, 0, id);
  }
  return result;
}

/** The part of a sentence of the role. @param {Parts} parts @param {string} id */
function homeOf({ homes }, id) {
  return [...homes.keys()].find((part) => homes.get(part)?.includes(id));
}

/** The part that a move leads to; nothing where it moves what is not there. @param {Parts} parts @param {Move} move */
function goal(parts, { id, to }) {
  const home = homeOf(parts, id);
  return home && (!to || parts.homes.has(to)) ? (to ?? home) : undefined;
}

/** The part that a sentence stands in. @param {Partial<Overlay>} overlay @param {Parts} parts @param {string} id */
export function partOf(overlay, parts, id) {
  const move = overlay.move?.find((each) => each.id === id);
  return partsOfOwn(overlay, parts).get(id) ?? (move ? goal(parts, move) : homeOf(parts, id));
}

/** The part of each sentence that the network added. @param {Partial<Overlay>} overlay @param {Parts} parts */
function partsOfOwn(overlay, { list }) {
  /** @type {(AddStatement | AddCriterion)[]} */
  const added = overlay[list] ?? [];
  return new Map(added.map((each) => [each.id, "section" in each ? each.section : each.category]));
}

/** The ids of a part as they stand. @param {Partial<Overlay>} overlay @param {Parts} parts @param {string} part */
export function orderIn(overlay, parts, part) {
  const gone = new Set((overlay.drop ?? []).map(({ id }) => id));
  const moves = (overlay.move ?? []).filter(({ id }) => !gone.has(id));
  const away = new Set(moves.filter((move) => goal(parts, move)).map(({ id }) => id));
  const own = partsOfOwn(overlay, parts);
  const kept = (parts.homes.get(part) ?? []).filter((id) => !gone.has(id) && !away.has(id));
  const added = (overlay[parts.list] ?? []).filter(({ id }) => own.get(id) === part);
  return arranged(kept, [...moves.filter((move) => goal(parts, move) === part), ...added]);
}

/**
 * An overlay that says an order of a part, with as few moves as can be.
 * @param {Overlay} overlay
 * @param {Parts} parts
 * @param {string} part
 * @param {string[]} order every id of the part
 * @param {string} [lately] what was moved just now: it is moved sooner than what stands beside it
 * @returns {Overlay}
 */
export function withOrder(overlay, parts, part, order, lately) {
  const own = partsOfOwn(overlay, parts);
  const ofRole = order.filter((id) => !own.has(id));
  const known = new Map((overlay.move ?? []).map((move) => [move.id, move]));
  const stays = staying(parts.homes.get(part) ?? [], ofRole, known, lately);
  const moves = ofRole.flatMap((id, index) => {
    const { after: _, before: __, to: ___, ...rest } = known.get(id) ?? { id };
    const next = ofRole.slice(index).find((other) => stays.has(other));
    const side = index ? { after: ofRole[index - 1] } : next ? { before: next } : {};
    return stays.has(id) ? [] : [{ ...rest, ...(homeOf(parts, id) === part ? {} : { to: part }), ...side }];
  });
  const others = (overlay.move ?? []).filter((move) => goal(parts, move) !== part && !order.includes(move.id));
  const added = besides(overlay, parts, order, new Set(moves.map(({ id }) => id)));
  return { ...overlay, ...((overlay.move || moves.length) && { move: [...others, ...moves] }), ...(added && { [parts.list]: added }) };
}

/**
 * The network's own sentences of a part in order, each beside the one above it; or above one that is moved, which is placed before.
 * @param {Overlay} overlay
 * @param {Parts} parts
 * @param {string[]} order
 * @param {Set<string>} moved
 */
function besides(overlay, { list }, order, moved) {
  /** @type {(AddStatement | AddCriterion)[] | undefined} */
  const all = overlay[list];
  const own = new Map((all ?? []).map((each) => [each.id, each]));
  const placed = order.flatMap((id, index) => {
    const found = own.get(id);
    if (!found) return [];
    const { after: _, before: __, ...rest } = found;
    const next = order.slice(index + 1).find((other) => !own.has(other));
    const above = next && (moved.has(next) || !index);
    return [{ ...rest, ...(above ? { before: next } : index ? { after: order[index - 1] } : {}) }];
  });
  return all && [...all.filter(({ id }) => !order.includes(id)), ...placed];
}

/** The sentences of a part that need no move. @param {string[]} home @param {string[]} order @param {Map<string, unknown>} known @param {string} [lately] */
function staying(home, order, known, lately) {
  const native = order.filter((id) => home.includes(id));
  const weights = native.map((id) => (id === lately ? LATELY : known.has(id) ? BEFORE : NEVER));
  const kept = heaviest([...native.keys()], native.map((id) => home.indexOf(id)), weights);
  return new Set(native.filter((_, index) => kept.has(index)));
}

/**
 * An overlay with a sentence put into a part, behind another one, or first.
 * @param {Overlay} overlay
 * @param {Parts} parts
 * @param {string} id
 * @param {string} part
 * @param {number} at how many of the others of that part stand before it
 */
export function put(overlay, parts, id, part, at) {
  const from = partOf(overlay, parts, id);
  const order = orderIn(overlay, parts, part).filter((other) => other !== id);
  order.splice(at, 0, id);
  const left = from && from !== part ? orderIn(overlay, parts, from).filter((other) => other !== id) : null;
  const own = partsOfOwn(overlay, parts).has(id);
  /** @type {Overlay} */
  const into = own ? { ...overlay, [parts.list]: (overlay[parts.list] ?? []).map((each) => (each.id === id ? { ...each, [parts.key]: part } : each)) } : overlay;
  const placed = withOrder(into, parts, part, order, id);
  return left && from ? withOrder(placed, parts, from, left) : placed;
}
