// The forms of a file that comes home: what it carries, its blocks, and the list of changes. The same as `generator/knowledge/drafts/`.
import type { Assessment, Level, Network } from "../tailor/types";

/** Words of a control within a paragraph. */
export interface ControlSpan {
  tag: string;
  title: string;
  text: string;
}

/** A tracked change: `kind` is inserted, deleted or moved. */
export interface TrackedMark {
  kind: string;
  author: string;
  day: string;
  text: string;
}

/** What somebody wrote in the margin. */
export interface Remark {
  author: string;
  day: string;
  text: string;
}

/** A paragraph. `text` has a line feed where the paragraph has a line break; `says` is its words in one line. */
export interface Block {
  text: string;
  says: string;
  /** 1 to 9 for a heading, 0 for none. */
  heading: number;
  listed: boolean;
  tag: string;
  title: string;
  bookmarks: string[];
  spans: ControlSpan[];
  /** Table, row and cell, counted from 1; 0 outside tables. */
  table: number;
  row: number;
  cell: number;
  marks: TrackedMark[];
  comments: Remark[];
  moved: boolean;
  note: boolean;
}

/** A Word file that came home. */
export interface Edited {
  blocks: Block[];
  properties: Map<string, string>;
  looseComments: Remark[];
  unread: string[];
}

export type About = "statement" | "criterion" | "clause" | "section" | "field" | "paragraph";
export type ChangeKind = "reworded" | "added" | "dropped" | "moved" | "level" | "assessed" | "field" | "text";
export type Certainty = "sure" | "likely" | "ask";

/** One difference, with only the keys that say something. */
export interface Change {
  kind: ChangeKind;
  about: About;
  id?: string;
  before?: string;
  after?: string;
  section?: string;
  follows?: string;
  level?: Level;
  assessed_by?: Assessment[];
  certainty?: Certainty;
  by?: { author?: string; day?: string }[];
  /** How it came about, where it was not made in Word. */
  how?: string;
}

/** A comment, and what it stands beside. */
export interface MarginNote {
  about: About;
  id?: string;
  beside?: string;
  author?: string;
  day?: string;
  text?: string;
}

/** A list beside the changes. */
export interface Aside {
  says: string;
  items: string[];
}

export interface Returned {
  role: string;
  network: string;
  changes: Change[];
  comments: MarginNote[];
  unread: string[];
  /** What was read of a file that is no pack of ours. */
  own?: string;
  /** Its title, and the headings of its changes by their kind. */
  title?: string;
  groups?: Record<string, string>;
  /** What such a file says and lacks besides. */
  besides?: Aside[];
  /** Whether the list compares two drafts. */
  against?: boolean;
}

export interface SectionWords {
  id: string;
  heading: string;
  statements?: { id: string; text: string }[];
  sections?: SectionWords[];
}

export interface CategoryWords {
  id: string;
  criteria: { id: string; text: string; level: Level; assessed_by: Assessment[] }[];
}

/** What a file carries: the base role when it was made, the network with this role's overlay, and the words of a Word file. */
export interface Carried {
  fingerpost: number;
  role: string;
  base: { digest: string; in_three_lines?: string[]; sections: SectionWords[]; categories: CategoryWords[] };
  network?: Network;
  sent?: unknown;
}

/** A statement, criterion or clause as it left. */
export interface SentSentence {
  about: "statement" | "criterion" | "clause";
  id: string;
  tag: string;
  text: string;
  /** Its section or category. */
  group: string;
  level: string;
  assessed: string;
}

/** A field in one of its places: the heading of its part, the words beside or above it, and whether it is alone in its paragraph. */
export interface SentField {
  tag: string;
  name: string;
  text: string;
  part: string;
  label: string;
  below: boolean;
  alone: boolean;
}

/** The pack that left. */
export interface Outline {
  sentences: Map<string, SentSentence>;
  fields: Map<string, SentField>;
  headings: [text: string, group: string][];
  /** The ids of the network's own sections, by heading. */
  own: Map<string, string>;
  others: Map<string, number>;
  mixed: Map<string, string[]>;
}

/** The blocks of an edited file, with the tag of the sentence that each is, by the block's index. */
export interface Recognised {
  blocks: Block[];
  sentences: Map<number, string>;
  asked: Set<number>;
  named: boolean;
}

/** Where a block stands: in a section or category, after a sentence of it. */
export interface Spot {
  section: string;
  follows: string;
  /** Whether a section begins with it: what it follows is then a section. */
  begins?: boolean;
}

/** Where the fields of a pack stand in an edited file: words and block by tag, and the field's name by block. */
export interface FieldsFound {
  says: Map<string, string>;
  at: Map<string, number>;
  names: Map<number, string>;
}
