// What a document holds of a job description. The same as `generator/knowledge/job_documents/`.
import type { Item, LineLayout } from "../documents/types";
import type { Assessment, Level, Pattern } from "../tailor/types";

export type Zone = "before" | "job" | "specification" | "purpose" | "duties" | "general" | "about" | "clause";
export type FieldName = "title" | "other_titles" | "band" | "hours" | "base" | "manages" | "accountable" | "supervises-clinically" | "supervises-professionally";
export type ColumnHead = "" | "level" | "essential" | "desirable" | "assessed" | "number" | "criterion";

/** What the build gives for finding it: words, patterns and limits. */
export interface JobData {
  zones: Record<string, Pattern>;
  facts: Record<string, Pattern>;
  columns: Record<string, Pattern>;
  ways: Record<string, Pattern>;
  whole: Record<
    "otherLabels" | "tick" | "waysCodes" | "levelLine" | "asks" | "dutyHeads" | "legend" | "letters" | "signature" | "otherTitle" | "labelled" | "hours" | "said" | "empty",
    Pattern
  >;
  /** What a criterion begins with. */
  levelLead: Pattern;
  anywhere: Record<"levelSign" | "waysSign" | "qualification" | "ended" | "semicolon" | "dash" | "outline", Pattern>;
  whyLeft: Record<Zone, string>;
  reasons: Record<
    "no_field" | "no_value" | "no_fact" | "sign" | "short" | "legend" | "no_criterion" | "continued" | "duty_table",
    string
  >;
  clauses: { id: string; text: string; names: string[]; knownBy: Pattern | null }[];
  limits: Record<
    "headingLike" | "few" | "underHeading" | "anywhere" | "longestHeading" | "longestPlain" | "duty" | "listed" | "longestValue" | "early" | "fewestParts",
    number
  >;
}

/** A paragraph, an item of a list, a heading, or a piece of a cell. */
export interface Passage {
  /** Counted from 0 through the document. */
  number: number;
  text: string;
  mark: string;
  layout: LineLayout;
  item: Item;
  listed: boolean;
  words: number;
  /** Its words as a heading. */
  title: string;
}

export interface FoundStatement {
  text: string;
  passage: Passage;
}

export interface FoundSection {
  heading: string;
  purpose: boolean;
  statements: FoundStatement[];
}

export interface RawCriterion {
  passage: Passage;
  text: string;
  category: string;
  level: Level | null;
  ways: Assessment[];
}

export interface FoundCriterion {
  text: string;
  passage: Passage;
  level: Level;
  levelGuessed: boolean;
  assessedBy: Assessment[];
  assessmentGuessed: boolean;
}

export interface FoundCategory {
  heading: string;
  guessed: boolean;
  criteria: FoundCriterion[];
}

export interface FoundField {
  name: FieldName;
  value: string;
  passage: Passage;
}

export interface ClauseMatch {
  clause: string;
  likeness: number;
}

export interface LeftPassage {
  passage: Passage;
  reason: string;
}

export interface JobDocument {
  sections: FoundSection[];
  categories: FoundCategory[];
  fields: FoundField[];
  clauses: (ClauseMatch & { passage: Passage })[];
  left: LeftPassage[];
  headings: Passage[];
}

/** The passages of each column. */
export type Row = Map<number, Passage[]>;
