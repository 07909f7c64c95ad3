/**
 * A function that calls `make` on the first call only, and returns its result every time.
 * @template Made
 * @param {() => Made} make
 * @returns {() => Made}
 */
export function once(make) {
  /** @type {Made | undefined} */
  let made;
  return () => (made ??= make());
}
