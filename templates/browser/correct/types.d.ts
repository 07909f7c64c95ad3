// What the build gives the form that corrects a service, and what the form makes of it.

/** The form of a text: `documents/browser/correction_data.py` takes it from the schema. */
export interface TextForm {
  pattern?: string;
  longest?: number;
  /** What to write, where the pattern does not hold. */
  says?: string;
}

export interface ShownPhone {
  number: string;
  label?: string;
}

export interface ShownPlace {
  name?: string;
  address: string;
}

export interface HoursRow {
  days: string[];
  opens: string;
  closes?: string;
  [more: string]: unknown;
}

/** The fields that can be corrected, as `knowledge/directory/corrections.py` names them. */
export interface Shown {
  name?: string;
  phones?: ShownPhone[];
  hours?: HoursRow[];
  places?: ShownPlace[];
  url?: string | null;
  email?: string | null;
  eligibility?: string[];
}

export interface Correcting {
  /** The address of the site, and where problems are reported: `mailto:…`, or a web form. */
  address: string;
  report: string;
  forms: Record<string, TextForm>;
  /** The pattern of one character that no file may have. */
  hidden: string;
  /** Ways to know something, to choose from. */
  known: string[];
}

/** A field for one text. */
export interface TextPart extends Part {
  input: HTMLInputElement | HTMLTextAreaElement;
  value: () => string;
  /** Show what is wrong with it now. */
  judge: () => void;
}

/** A row of a list that may say the same as another one. */
export interface AskingPart extends Part {
  group: string;
  /** Ask about it, or show nothing more. */
  ask: (question: string) => void;
}

/** A part of the form: what it has now, and what is wrong with it. */
export interface Part {
  node: HTMLElement;
  value: () => unknown;
  wrong: () => string[];
}
