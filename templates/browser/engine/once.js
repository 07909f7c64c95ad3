/**
 * What not every query needs is made for the first that does, and kept.
 * @template Made
 * @param {() => Made} make
 * @returns {() => Made}
 */
export function once(make) {
  /** @type {Made | undefined} */
  let made;
  return () => (made ??= make());
}
