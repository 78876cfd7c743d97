import type { Property } from "../../../properties/property.js";
import type { Verdict } from "./verdict.js";

export type { Property, SampleOptions, SampleResult } from "../../../properties/property.js";

/** What evidence knows about its run. */
export interface EvidenceContext {
  /** The largest m of counts and lists, ≥ 2; pairs of subspaces go to `min(maxM, …)`, as each claim says. */
  readonly maxM: number;
  readonly seed: number;
  /** Reports progress: done out of total, in units that the evidence chooses. */
  readonly progress: (done: number, total: number) => void;
}

/** The kinds of verdict that evidence gives; theorems give the others, and their absence. */
export type EvidenceKind = Exclude<Verdict["kind"], "proved" | "missing">;

/** One way to settle a claim, whose verdict is of the kind that it says beforehand. */
export interface EvidenceOf<Kind extends EvidenceKind> {
  /** Short, unique within the claim. */
  readonly name: string;
  readonly kind: Kind;
  readonly run: (
    context: EvidenceContext,
  ) => Extract<Verdict, { readonly kind: Kind }> | Promise<Extract<Verdict, { readonly kind: Kind }>>;
}

/** One way to settle a claim. */
export type Evidence = { [Kind in EvidenceKind]: EvidenceOf<Kind> }[EvidenceKind];

/** Theorems that prove a part of a claim's statement and not the whole. */
export interface ProvedInPart {
  /** What they prove, in the few words of a badge, such as "counts only". */
  readonly part: string;
  /** What they leave open, in words. */
  readonly leavesOpen: string;
}

/** A statement of the source texts, or an extension of ours, and what can be shown for it. */
export interface Claim {
  /** The id used in the table, in certificates and in proofs. */
  readonly id: string;
  readonly title: string;
  /** The answer, for a title that is a question. A run shows it only if all the claim's evidence held. */
  readonly answer?: string;
  /** What is claimed, in the terms of this product. */
  readonly statement: string;
  /** The idea of a proof, where the evidence alone does not say why the claim holds. */
  readonly argument?: string;
  /** What is not claimed. */
  readonly limits?: string;
  /** Where it is stated. */
  readonly source: string;
  /** What the claim assumes beyond its statement. */
  readonly hypotheses: readonly string[];
  /** Given if the theorems do not prove the whole statement: without it, the badge is "proved". */
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
