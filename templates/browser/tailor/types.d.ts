// The forms of what the tailoring page works with: the data of the build, a draft, and what a draft looks like laid on its role.
// The data comes from generator/documents/browser/tailor; a draft has the fields of generator/knowledge/model, all of them still open.
import type { Limits } from "./picture.js";
import type { Spot } from "./sentenceplaces.js";
import type { Store } from "./store.js";

// What the build says of a role and of all roles.

export type Level = "essential" | "desirable";
export type Assessment = "application" | "interview" | "test" | "certificate";
/** A name and its label, in the order of printing. */
export type Label = [name: string, label: string];
/** A name, its label and its value. */
export type Fact = [name: string, label: string, value: string];
/** A key fact, and whether it is filled in. */
export type KeyFact = [name: string, label: string, value: string, filled: boolean];
/** Sentences of the role by id. */
export type Texts = Record<string, string>;

export interface Statement {
  id: string;
  meets: string[];
  meets_in_part: string[];
  duty: boolean;
}

export interface Section {
  id: string;
  heading: string;
  intro: string;
  numbered: boolean;
  statements: Statement[];
  sections: Section[];
}

export interface Criterion {
  id: string;
  level: Level;
  assessed_by: Assessment[];
}

export interface Category {
  id: string;
  heading: string;
  criteria: Criterion[];
}

export interface Requirement {
  id: string;
  title: string;
  place: string;
  edition: string;
  phrases: string[];
  if_missing: string;
  /** Whether the band meets it, where the band decides. */
  by_band: boolean | null;
}

/** A shared clause, and the Acts and codes that it rests on. */
export interface Clause {
  id: string;
  heading: string;
  law: string[];
}

export interface LaidClause extends Clause {
  text: string;
}

export interface Suggestion extends Statement {
  text: string;
  section: string;
  from: string;
}

export interface Role {
  role: string;
  title: string;
  band: string;
  serves: string;
  summary: string;
  in_three_lines: string[];
  hours: string;
  works_with: string;
  reports_to: LineAbove[];
  manages: LineBelow[];
  bases: Base[];
  sections: Section[];
  categories: Category[];
  clauses: Clause[];
  /** Shared clauses that the role does not carry, in the order of printing, each with its neighbour among those that it does. */
  other_clauses: (LaidClause & Partial<Record<"after" | "before", string>>)[];
  requirements: Requirement[];
  suggestions: Suggestion[];
  sought: string;
  base: { version: string; revision: string };
  facts: Label[];
  fixed: Record<string, string>;
  terms: Label[];
  salary: string;
  sponsorship: string;
  supplements: Record<string, string>;
  dates: Label[];
  how: string[];
  control: Fact[];
  issue: string;
  place: string;
}

export interface Shared {
  schema: Schema;
  largest: number;
  /** What a logo may take: bytes of its file, characters of base64, pixels that it is drawn to, and pixels of a side of its file. */
  logo: Limits;
  notices: Record<string, string>;
  hidden: string;
  blanks: Record<string, string>;
  open: string;
  tells: Record<string, string>;
  /** What the line of each kind of the chart says, and how it is drawn. */
  lines: Record<string, { says: string; dash: string }>;
  labels: Labels;
  words: Record<string, string>;
  states: Record<State, string>;
  typed: Record<string, string>;
  unseen: string;
  form: { name: string; boxes: FormBox[]; advice: string[] } | null;
  /** The words of the sheet to paste from. */
  sheet: Record<string, string>;
  /** The name of each file in the zip of everything, and what it is for, by the ending that it has alone. */
  in_zip: Record<string, [name: string, about: string]>;
}

/** The fixed words of a pack that the script writes itself (generator/documents/packs/labels.py). */
export interface Labels {
  network_issue: string;
  practices: Record<"our_practices" | "practice" | "area" | "ods_code" | "patients" | "counted" | "network_code", string>;
  criteria: Record<"level" | "assessed" | Level | Assessment, string>;
  chart: Record<"manages" | "supervises" | "post" | "solid" | "broken" | "dotted", string>;
  apply: Record<"at" | "on_nhs_jobs" | "by" | "contact" | "phone" | "email", string>;
}

/** A box of NHS Jobs. `least` and `most` are characters; `most` is null where the limit is not known. */
export interface FormBox {
  id: string;
  name: string;
  page_name: string;
  note: string;
  least: number;
  most: number | null;
}

/** The parts of JSON Schema that the schema of a network has. */
export type Schema = {
  $defs?: Record<string, Schema>;
  $ref?: string;
  type?: string;
  enum?: string[];
  format?: string;
  pattern?: string;
  patternErrorMessage?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
};

// A draft: the network's file as it will be saved.

/** A line of the organisation chart, up or down. */
export interface Line {
  kind?: string;
  who?: string;
  where?: string;
  detail?: string;
}

/** A line with nothing left open. */
export type LineAbove = Line & { kind: string; who: string; where: string };
export type LineBelow = Line & { kind: string; who: string; detail: string };

export interface Base {
  name: string;
  share?: string;
}

export interface Practice {
  name?: string;
  area?: string;
  ods_code?: string;
  population?: number;
}

export interface Contact {
  name?: string;
  job?: string;
  phone?: string;
  email?: string;
}

export interface Employer {
  name?: string;
  kind?: string;
  agreement?: string;
  disability_confident?: boolean;
  shortlisting_promise?: boolean;
  sponsors?: boolean;
}

/** Who else employs, funds or hosts a post. */
export interface Partner {
  name?: string;
  does?: string;
}

export interface Vacancy {
  reference?: string;
  opens?: string;
  closes?: string;
  closes_at?: string;
  interviews?: string;
  result_by?: string;
  visits?: string;
  starts?: string;
  apply_at?: string;
  contact?: Contact;
}

export interface Fill {
  reports_to?: Line[];
  manages?: Line[];
  partners?: Partner[];
  in_three_lines?: string[];
  works_with?: string;
  bases?: Base[];
  hours?: string;
  pattern?: string;
  contract?: string;
  supervision?: string;
  responsible_for?: string;
  high_cost_area?: string;
  holiday?: string;
  pension?: string;
  probation?: string;
  travel?: string;
  learning?: string;
  checks?: string[];
}

/** What everything that a network adds has. It stands right after one sentence, or right before one. */
export interface Addition {
  id: string;
  text: string;
  because?: string;
  after?: string;
  before?: string;
}

/** A section of the network's own. It stands right after one of the outermost sections, or right before one. */
export interface AddSection {
  id: string;
  heading: string;
  because?: string;
  after?: string;
  before?: string;
}

export interface AddStatement extends Addition {
  section: string;
  meets?: string[];
  meets_in_part?: string[];
  duty?: boolean;
}

export interface AddCriterion extends Addition {
  category: string;
  level: Level;
  assessed_by: Assessment[];
}

export interface Drop {
  id: string;
  /** What the role said, in a file or link. In a draft it stands beside it: `remembered.js`. */
  was?: string;
  because?: string;
}

/** A sentence of the role in another place: of its own section or category, or of another one. */
export interface Move {
  id: string;
  /** What the role said, in a file or link. In a draft it stands beside it: `remembered.js`. */
  was?: string;
  because?: string;
  to?: string;
  after?: string;
  before?: string;
}

/** A section of the role by another heading. */
export interface Rename {
  id: string;
  heading: string;
  because?: string;
}

export interface Reword {
  id: string;
  /** What the role said, in a file or link. In a draft it stands beside it: `remembered.js`. */
  was?: string;
  text: string;
  because?: string;
  still_meets?: boolean;
}

/** A shared clause that is added, or left out. */
export interface ClauseChange {
  id: string;
  because?: string;
}

export interface Accept {
  requirement: string;
  because?: string;
}

export interface Overlay {
  role: string;
  note?: string;
  employer?: Employer;
  fill?: Fill;
  add_sections?: AddSection[];
  add?: AddStatement[];
  add_criteria?: AddCriterion[];
  drop?: Drop[];
  move?: Move[];
  rename?: Rename[];
  reword?: Reword[];
  add_clauses?: ClauseChange[];
  drop_clauses?: ClauseChange[];
  accept?: Accept[];
  overview?: string;
  main_duties?: string;
  about_us?: string;
  vacancies?: Vacancy[];
  version?: string;
  updated?: string;
  review_by?: string;
}

/** The logo: its content in base64, or a file beside the network’s, and what it says. */
export interface Logo {
  file?: string;
  content?: string;
  text?: string;
}

export interface Network {
  id?: string;
  name?: string;
  status?: string;
  ods_code?: string;
  profile?: string[];
  practices?: Practice[];
  populations_as_of?: string;
  employer?: Employer;
  logo?: Logo;
  contact?: Contact;
  defaults?: Fill;
  adjustments?: string;
  accept_wording?: { rule: string; quote?: string }[];
  roles: Overlay[];
  updated?: string;
}

/** The lists of an overlay whose entries a reader writes notes on. */
export type List = "add_sections" | "add" | "add_criteria" | "drop" | "move" | "rename" | "reword" | "add_clauses" | "drop_clauses" | "accept";
/** What may be said of an entry. */
export type Note = Partial<AddStatement> | Partial<AddCriterion> | Partial<Reword> | Partial<Rename> | Partial<AddSection> | Partial<ClauseChange> | Partial<Accept>;
/** The steps to a value within a draft. */
export type Steps = (string | number)[];
/** What is wrong with a value, and where it stands. */
export interface Mistake {
  code?: string;
  steps: Steps;
  says: string;
}

// A draft laid on its role.

/** A statement as the pack has it. */
export interface LaidStatement extends Statement {
  text: string;
  added?: boolean;
  reworded?: boolean;
}

export interface LaidSection extends Section {
  items: LaidStatement[];
  sections: LaidSection[];
}

export interface LaidCriterion extends Criterion {
  text: string;
  added?: boolean;
  reworded?: boolean;
  meets?: string[];
}

export interface LaidCategory extends Category {
  items: LaidCriterion[];
}

/** The overlay without what says nothing yet. */
export type Meant = Overlay & { add_sections: AddSection[]; add: AddStatement[]; add_criteria: AddCriterion[]; reword: Reword[]; accept: Accept[] };
/** The blanks, with every line of the chart whole. */
export type WholeFill = Omit<Fill, "reports_to" | "manages" | "partners"> & { reports_to?: LineAbove[]; manages?: LineBelow[]; partners?: Required<Partner>[] };
/** The vacancy that is advertised, or is next. */
export type Advertised = Vacancy & { opens: string; closes: string };

export type State = "met" | "part" | "missing" | "accepted";

/** How far a requirement is met: by which statements, and what to do where it is not. */
export interface Covered {
  requirement: Requirement;
  state: State;
  statements: string[];
  note: string;
}

/** What never changes while somebody makes a pack. */
export interface Model {
  role: Role;
  texts: Texts;
  shared: Shared;
  /** Makes clean text of what people paste. */
  clean: ReturnType<typeof import("../text/pasted.js").cleaner>;
  statements: Map<string, LaidStatement>;
  held: Set<string>;
  baseCoverage: Covered[];
}

/** What the page, the panel and the files show of a draft. */
export interface View {
  role: Role;
  texts: Texts;
  overlay: Meant;
  fill: WholeFill;
  employer?: Employer;
  sections: LaidSection[];
  /** The shared clauses that the pack carries. */
  clauses: LaidClause[];
  vacancy?: Advertised;
  network: Network & { name: string; profile: string[] };
  numbers: Map<string, string>;
  categories: LaidCategory[];
  coverage: Covered[];
  facts: KeyFact[];
  terms: Fact[];
}

// The page and its parts.

export interface Page {
  place: HTMLElement;
  store: Store;
  root: string;
  ask: (words: { title: string; about: string; no: string; yes: string; other?: { says: string; run: () => void } }) => Promise<boolean>;
  /** Show what the pack says; whether the reader goes on. */
  check: (go: string, note?: string) => Promise<boolean>;
  toast: (words: string, how?: { canUndo?: boolean }) => void;
}

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** How an answer is shown in a field, and read back from it. */
export interface Kind {
  show: (value: unknown) => string;
  read: (field: { value: string; checked?: boolean }) => unknown;
}

/** A row of the document, of the role's own or of the network's. */
export interface Row {
  id: string;
  element: HTMLElement;
  show: (overlay: Overlay, shown: { number: string; item?: LaidStatement | LaidCriterion; losses: string[]; spot?: Spot }) => void;
}

// The rules on words.

export interface Pattern {
  source: string;
  flags: string;
  put?: string;
}

export interface Rule {
  code: string;
  family: string;
  counted: boolean;
  scope: string[];
  serves: string[];
  rightFor: string[];
  find: Pattern[];
  not: Pattern[];
  unless: Pattern[];
  why: string;
  instead: string;
  since: string;
}

export interface Measure {
  code: string;
  kind: string;
  limit: number;
  scope: string[];
  why: string;
  instead: string;
}

export interface TypedRules {
  rules: Rule[];
  measures: Measure[];
}

/** A text that a network wrote, what it is, and the field it stands in. */
export interface Passage {
  text: string;
  scope: string;
  serves: string | null;
  field: string;
}

/** What is said of words that a rule or a limit speaks against. */
export interface Finding {
  code: string;
  quote: string;
  says: string;
  instead: string;
}

// The Word file.

/** The Word file that the build made of a network about which nothing is known. */
export interface ReadyWord {
  /** In base64. */
  file: string;
  other_formats: string;
  longest_beside: number;
  pages: PageMeasures;
}

/** What pages of a Word file are counted by, in points: characters by their width in thousandths of the type size, regular and bold, and all others’. */
export interface PageMeasures {
  widths: Record<string, string>[];
  ordinary: number;
  cell_sides: number;
  cell_padding: number;
  rule: number;
  below_picture: number;
}

/** The shortlisting workbook that the build made of a network about which nothing is known, with criteria to copy. */
export interface ReadyWorkbook {
  /** In base64. */
  file: string;
  /** The highest score for a criterion. */
  most: number;
  sheets: Record<"guide" | "shortlisting" | "decide" | "interview", string>;
  /** The line for employers in the Disability Confident scheme. */
  confident: string;
  certificates: Record<"one" | "many", string>;
}
