// What the build's data files leave for the scripts of a page. Each page loads only some of them.

interface Window {
  /** Lists that came from what the browser kept: see `kept.js`. */
  fingerpostKept?: { path: string; day: string; digest: string }[];
  fingerpost?: {
    finding?: Parameters<typeof import("./engine/unfold.js").unfold>[0];
    parts?: Record<string, import("./engine/shelf.js").Part>;
    correcting?: import("./correct/types").Correcting;
    giving?: import("./giving/known.js").Giving;
    role?: import("./tailor/types").Role;
    tailoring?: import("./tailor/types").Shared;
    wording?: import("./tailor/types").TypedRules;
    review?: import("./documents/types").ReviewData;
    bringing?: import("./bringing/types").BringData;
    bring?: typeof import("./bringing/own.js").ownDocument;
    word?: import("./tailor/types").ReadyWord;
    tracked?: import("./tailor/types").ReadyWord;
    workbook?: import("./tailor/types").ReadyWorkbook;
  };
}
