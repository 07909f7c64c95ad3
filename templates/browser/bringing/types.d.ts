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

/** A requirement of a contract, as a document is looked through for it. */
export interface AskedOf {
  title: string;
  bands: string[];
  phrases: string[];
  parts: { about: string; phrases: string[] }[];
}

/** Whether a document’s words suggest that a requirement is met. */
export interface Hint {
  title: string;
  standing: "seems-met" | "seems-partly-met" | "seems-missing";
  missing: string[];
}

/** What is loaded when somebody opens a document of their own. */
export interface BringData {
  reader: import("../documents/types").ReaderData;
  jobs: import("../jobs/types").JobData;
  likeness: LikenessData;
  /** What the contract asks of each role. */
  requirements: Record<string, AskedOf[]>;
  patterns: Record<"apart" | "band", import("../tailor/types").Pattern>;
  standings: Record<Hint["standing"], string>;
  besides: Record<string, string>;
  groups: Record<string, string>;
  factNames: Record<string, string>;
}

/** What a document says of a role. */
export interface Brought {
  changes: import("../drafts/types").Change[];
  /** Ids of what it says in the very words of the role. */
  same: string[];
  /** Ids of what stands inside a longer paragraph of it. */
  held: string[];
  /** Ids of what only the role says. It stays. */
  lacking: string[];
  /** Ids of the shared clauses that it has words for. */
  clauses: string[];
  /** What it says of the post that no blank of a pack takes. */
  facts: [name: import("../jobs/types").FieldName, value: string][];
  /** Paragraphs that are none of this, each with the reason. */
  left: [text: string, reason: string][];
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
