import type { Verdict } from "./verdict.js";

/** What evidence gets to know about the run it is part of. */
export interface EvidenceContext {
  /** Largest m of counting and distinctness, ≥ 2; pairwise geometry goes to `min(maxM, …)` as each claim says. */
  readonly maxM: number;
  readonly seed: number;
  /** Says how far the work is; done out of total, in units of the evidence's own choosing. */
  readonly progress: (done: number, total: number) => void;
}

/** One way to settle a claim. */
export interface Evidence {
  /** Short, unique within the claim. */
  readonly name: string;
  /** Takes many seconds at the default sizes: started before others, so that no core is left idle at the end. */
  readonly long?: true;
  readonly run: (context: EvidenceContext) => Verdict | Promise<Verdict>;
}

/** Theorems that prove a part of a claim's statement and not the whole. */
export interface ProvedInPart {
  /** What they prove, in the few words of a badge: "counts only". */
  readonly part: string;
  /** What of the statement they leave open, in words. */
  readonly leavesOpen: string;
}

/** A statement of the source texts, or an extension of ours, and what can be shown for it. */
export interface Claim {
  /** The id used in the table, in certificates and in proofs. */
  readonly id: string;
  readonly title: string;
  /** For a title that is a question: what the statement answers. Shown only in a run in which all its evidence held. */
  readonly answer?: string;
  /** Where it is stated. */
  readonly source: string;
  /** What is claimed, in the terms of this product. */
  readonly statement: string;
  /** What it needs; empty if nothing beyond the statement. */
  readonly hypotheses: readonly string[];
  /** If the cited theorems don't prove the whole statement. Without it, a badge says "proved" of all of it. */
  readonly provedInPart?: ProvedInPart;
  /** In order of strength; empty means the claim's verdict is `missing`. */
  readonly evidence: readonly Evidence[];
  /**
   * Names of the properties it rests on (files `properties/<id>.ts`), of the tests that plant errors in it, and
   * of the theorems in `proofs/` that prove it or a part of it.
   */
  readonly cites: {
    readonly properties: readonly string[];
    readonly tests: readonly string[];
    readonly theorems?: readonly string[];
  };
}
