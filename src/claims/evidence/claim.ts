import type { Property } from "../../../properties/property.js";
import type { Verdict } from "./verdict.js";

export type { Property, SampleOptions, SampleResult } from "../../../properties/property.js";

/** What evidence gets to know about the run it is part of. */
export interface EvidenceContext {
  /**
   * Largest m of counting and distinctness, ≥ 2; pairwise geometry goes to `min(maxM, …)` as each claim says.
   */
  readonly maxM: number;
  readonly seed: number;
  /** Says how far the work is; done out of total, in units of the evidence's own choosing. */
  readonly progress: (done: number, total: number) => void;
}

/** One way to settle a claim. */
export interface Evidence {
  /** Short, unique within the claim. */
  readonly name: string;
  /**
   * Takes many seconds at the default sizes: started before others, so that no core is left idle at the end.
   */
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
  /**
   * For a title that is a question: what the statement answers. Shown only in a run in which all its evidence
   * held.
   */
  readonly answer?: string;
  /** What is claimed, in the terms of this product. */
  readonly statement: string;
  /** Why it is so, where the evidence alone doesn't say: the idea of a proof. */
  readonly argument?: string;
  /** What is not claimed. */
  readonly limits?: string;
  /** Where it is stated. */
  readonly source: string;
  /** What it needs; empty if nothing beyond the statement. */
  readonly hypotheses: readonly string[];
  /** If the theorems don't prove the whole statement. Without it, a badge says "proved" of all of it. */
  readonly provedInPart?: ProvedInPart;
  /** In order of strength. */
  readonly evidence: readonly Evidence[];
  /** Statements run on random cases: those of `properties/<id>.ts`. */
  readonly properties?: readonly Property[];
  /** Whether `src/crosscheck` has a check of it in floats. */
  readonly floats?: true;
  /** The theorems in `proofs/` that prove it or a part of it. */
  readonly theorems?: readonly string[];
}

/**
 * A claim without evidence yet: its verdict is `missing`, so that the table always shows the whole of what is
 * to be settled.
 */
export function missing(id: string, title: string, source: string): Claim {
  return { id, title, statement: title, source, hypotheses: [], evidence: [] };
}
