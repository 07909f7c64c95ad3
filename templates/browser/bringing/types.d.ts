// What the build gives for matching a document of somebody’s own to a role.

export interface Bounds {
  taken: number;
  asked: number;
  lead: number;
  again: number;
}

/** What the words of a sentence are read by. */
export interface WordsData {
  small: string[];
  same: Record<string, string>;
  capitals: Record<string, string>;
  longest: number;
  endings: string[];
  adverb: string;
  shortest: number;
  doubled: string;
}

export interface LikenessData extends WordsData {
  piece: number;
  ways: Record<"pieces" | "words" | "letters" | "cover", number>;
  weighty: number;
  rarity: Record<string, number>;
  usual: number;
  bounds: { statement: Bounds; criterion: Bounds } & Record<"sure" | "behind" | "twice" | "held" | "held_weight" | "rest" | "rest_weight", number>;
}

/** A sentence of the role that a sentence of the document says, and how like the two are. */
export interface SentenceMatch {
  id: string;
  likeness: number;
  taken: boolean;
  also: string[];
  /** Whether another line of the document is more like that sentence. */
  again: boolean;
}
