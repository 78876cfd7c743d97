import type { CheckData } from "./checkData.js";
import type { Dependencies } from "./dependencies.js";
import type { Drawing, Field } from "./drawnFigure.js";
import type { NetworkExample } from "./networkWorker.js";

/** What the site shows: plain data, all of it computed or read when the report is made. */
export interface Site {
  readonly version: string;
  readonly claims: readonly ReportedClaim[];
  /** What the badges of verdicts mean, a badge as it is written and its meaning, in Markdown. */
  readonly meanings: readonly (readonly [badge: string, meaning: string])[];
  /** The run whose verdicts are shown, if a file of one was given. */
  readonly run?: ReportedRun;
  readonly theorems: readonly ReportedTheorem[];
  readonly definitions: readonly ReportedDefinition[];
  readonly dependencies: Dependencies;
  /** Which folders of theories rest on which. */
  readonly folders: Figure;
  readonly figures: readonly Figure[];
  readonly check: CheckData;
  /** Networks that a reader may have examined. */
  readonly examples: readonly NetworkExample[];
}

/** A claim as its file states it, and what verdicts a run gives it. */
export interface ReportedClaim {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly statement: string;
  readonly hypotheses: readonly string[];
  readonly argument?: string;
  readonly limits?: string;
  /** What the theorems leave open, if they don't prove the whole. */
  readonly leavesOpen?: string;
  readonly refutations: readonly Refutation[];
  /** The kinds of verdict that a run gives, each with how many. */
  readonly kinds: readonly (readonly [kind: string, count: number])[];
  /** Names of its theorems. */
  readonly theorems: readonly string[];
  readonly checks: readonly string[];
  readonly properties: readonly string[];
  /** Verdicts of the run, if a file of one was given and has them. */
  readonly verdicts?: ReportedVerdicts;
}

/** What of the text is refuted, as the evidence found it when the report was made. */
export interface Refutation {
  readonly what: string;
  readonly shownBy: readonly (readonly [name: string, value: string])[];
  readonly corrected: string;
}

/** The verdicts of a claim in a run: its badges, and a sentence for each verdict. */
export interface ReportedVerdicts {
  readonly badges: readonly string[];
  readonly sentences: readonly { readonly text: string; readonly failed: boolean }[];
  /** The answer to an open question, as the run gave it. */
  readonly answer?: string;
  /** What is to be known of them, such as that the claim had another statement then. */
  readonly note?: string;
}

/** A run of which a file tells. */
export interface ReportedRun {
  readonly file: string;
  readonly digest: string;
  /** Lines such as when it began, and how it ended. */
  readonly lines: readonly string[];
}

/** A theorem with its statement in Coq. */
export interface ReportedTheorem {
  readonly statement: string;
  readonly theorem: string;
  readonly claims: readonly string[];
  readonly says: string;
  readonly coq: string;
  /** Names of the definitions that the statement uses directly. */
  readonly uses: readonly string[];
  /** The theory that proves it, and all that it rests on, itself excluded. */
  readonly theory: string;
  readonly restsOn: readonly string[];
}

/** A definition that a statement uses, by itself or through others. */
export interface ReportedDefinition {
  readonly name: string;
  readonly comment?: string;
  readonly coq: string;
  readonly line: number;
  readonly uses: readonly string[];
}

/** A figure of the page. */
export interface Figure extends Drawing {
  /** The name of its files, without an ending. */
  readonly name: string;
  /** What a reader may choose, if the page can draw it anew. */
  readonly fields?: readonly Field[];
}

/** A file of the site, by its path in the folder. */
export interface SiteFile {
  readonly path: string;
  readonly text: string;
}
