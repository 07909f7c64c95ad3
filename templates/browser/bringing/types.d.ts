// What the build gives for matching a document of somebody’s own to a role.

export interface Bounds {
  taken: number;
  asked: number;
}

export interface LikenessData {
  small: string[];
  same: Record<string, string>;
  endings: string[];
  shortest: number;
  piece: number;
  ways: Record<"pieces" | "words" | "letters", number>;
  rarity: Record<string, number>;
  usual: number;
  bounds: { statement: Bounds; criterion: Bounds; sure: number; lead: number; twice: number; within: number };
}

/** A sentence of the role that a sentence of the document says, and how like the two are. */
export interface SentenceMatch {
  id: string;
  likeness: number;
  taken: boolean;
  also: string[];
}
