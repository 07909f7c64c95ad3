// The forms of a document that is read for a review, and what the build gives for it. The same as `generator/knowledge/source_documents/`.
import type { Measure, Pattern, Rule } from "../tailor/types";

export type Stretch = [start: number, end: number];

/** The look of a paragraph, as far as its file says it. */
export interface LineLayout {
  /** 1 to 9 for a heading. */
  heading: number;
  /** Whether all its words are bold. */
  bold: boolean;
  /** Whether it is an item of a list, whose mark the file does not keep among the words. */
  listed: boolean;
  /** The table that it stands in, counted from 1 through the document; 0 outside tables. */
  table: number;
  row: number;
  /** The first column of the grid that its cell fills, counted from 1. */
  column: number;
}

/** A line or paragraph as the document has it. */
export interface SourceLine {
  text: string;
  /** Where it stands, in words. */
  label: string;
  number: number;
  /** Whether the next line may go on with it. */
  wraps: boolean;
  /** Where the file marks words as a prompt that nobody has filled in. */
  unfilled: Stretch[];
  layout: LineLayout;
}

/** A place that may be read in several ways. */
export interface EitherWay {
  start: number;
  end: number;
  others: string[];
}

/** A paragraph, a heading or an item of a list, made plain. */
export interface TextBlock {
  text: string;
  lines: [start: number, line: SourceLine][];
  eitherWays: EitherWay[];
  unfilled: Stretch[];
}

/** A list item or line of a block, without markup. */
export interface Item {
  block: TextBlock;
  start: number;
  text: string;
  /** The mark of a list before it: a bullet, or a number such as `2.`. */
  mark: string;
  /** How many tabs of the block come before it. */
  tabs: number;
}

export interface SourceDocument {
  kind: string;
  blocks: TextBlock[];
  /** What was not read, a sentence each. */
  unread: string[];
}

type Patterns<Names extends string> = Record<Names, Pattern>;

export interface ReviewRule extends Rule {
  title: string;
  severity: string;
  sources: string[];
}

export interface ReviewMeasure extends Measure {
  title: string;
}

export interface ReviewData {
  rules: ReviewRule[];
  measures: ReviewMeasure[];
  patterns: {
    faults: Patterns<"field" | "label" | "dead" | "filed" | "columns" | "asksExperience" | "openWord">;
    figures: Patterns<"posts" | "title" | "act">;
    parts: Patterns<"job" | "specification">;
    words: Patterns<"trust">;
    unfilled: Pattern[];
    lines: Patterns<"dots" | "pageNumber" | "signed" | "notFigures" | "bracketed" | "aside" | "abbreviation" | "capitals">;
    blocks: Patterns<"item" | "openWord" | "hyphen" | "prefix" | "capitals" | "openEnd">;
    items: Patterns<"tag" | "number" | "sign">;
  };
  plain: { changes: Record<string, string>; hidden: string; ligatures: string[] };
  syllables: Record<string, string>;
  groups: Record<string, string>;
  groupOf: Record<string, string>;
  faults: Record<string, [title: string, instead: string]>;
  severities: Record<string, string>;
  refusals: Record<string, [message: string, cure: string]>;
  unread: Record<string, [one: string, several: string]>;
  others: Record<string, string>;
  noneFound: string;
  readingAgeAsked: string;
  stillToFill: string;
  box: number;
  style: string;
  most: Record<
    "remarks" | "settled" | "compared" | "quote" | "near" | "alikeWords" | "fewestWords" | "line" | "block" | "lines" | "characters" | "full" | "narrowest" | "width",
    number
  >;
}

/** What a document is read with. */
export interface ReaderData extends Pick<ReviewData, "plain" | "refusals" | "unread" | "others"> {
  patterns: Pick<ReviewData["patterns"], "blocks" | "items">;
  most: Pick<ReviewData["most"], "line" | "block" | "lines" | "characters" | "full" | "narrowest" | "width">;
}

/** What a review says of one place. */
export interface Remark {
  rule: string;
  group: string;
  severity: string;
  title: string;
  why: string;
  instead: string;
  block: TextBlock;
  start: number;
  end: number;
  note: string;
  since: string;
  sources: string[];
}

export interface Review {
  document: SourceDocument;
  remarks: Remark[];
  limits: string[];
  words: number;
  /** The Flesch-Kincaid grade; the reading age is about five years more. */
  grade: number | null;
  masculine: Map<string, number>;
  feminine: Map<string, number>;
}
