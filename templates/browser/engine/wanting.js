/** What a search throws where it needs parts of a large directory that have not come yet. */
export class Wanting extends Error {
  /** @param {string[]} parts Their names. */
  constructor(parts) {
    super(`wanting ${parts.join(", ")}`);
    this.parts = parts;
  }
}

/**
 * Run several steps of a search, and throw once for all parts that any of them wants, so that they are fetched together.
 * @param {(() => unknown)[]} works
 */
export function atOnce(...works) {
  const missing = works.flatMap((work) => {
    try {
      work();
      return [];
    } catch (error) {
      if (error instanceof Wanting) return error.parts;
      throw error;
    }
  });
  if (missing.length) throw new Wanting([...new Set(missing)]);
}
