/**
 * What one piece of evidence shows. A claim has one verdict for each, and nothing sums them up. The code that
 * ran the evidence makes the verdict: `held` is what it observed, never a constant.
 */
export type Verdict = Proved | Exhaustive | Certified | Sampled | Numeric | Refuted | Missing;

/** A theorem for all parameters that Coq accepted, in this run or in a kept one over the same files. */
export interface Proved {
  readonly kind: "proved";
  readonly held: boolean;
  /** What is proved, in words. */
  readonly what: string;
  /** The theorem's name in `proofs/`. */
  readonly theorem: string;
  /** Axioms that it uses; left out if Coq gave no answer. */
  readonly assumptions?: readonly string[];
  /** What checked it, such as "Coq 8.16.1 and coqchk". */
  readonly by: string;
  /** Given if this is the kept result of an earlier run. */
  readonly kept?: true;
  readonly failure?: string;
}

/** Every case of a range; holds only if the number of cases visited is the expected one. */
export interface Exhaustive {
  readonly kind: "exhaustive";
  readonly held: boolean;
  readonly what: string;
  readonly range: string;
  /** Decimal strings: counts may pass 2^53. */
  readonly visited: string;
  readonly expected: string;
  /** The first case that failed, or another error. */
  readonly failure?: string;
  /** Computed values that a reader will want to see. */
  readonly table?: FoundTable;
}

/** A table of computed values; the first column names the rows. */
export interface FoundTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Instances, each with a certificate that the independent checker accepts for the claim in question. */
export interface Certified {
  readonly kind: "certified";
  readonly held: boolean;
  readonly what: string;
  readonly range: string;
  /** Decimal strings, as for exhaustive checks. */
  readonly accepted: string;
  readonly expected: string;
  /** The first certificate that was rejected, with the rule. */
  readonly failure?: string;
}

/** Random cases from a seed. */
export interface Sampled {
  readonly kind: "sampled";
  readonly held: boolean;
  readonly what: string;
  readonly property: string;
  /** Decimal strings, as for exhaustive checks. */
  readonly cases: string;
  /** The number of different cases. */
  readonly distinct: string;
  readonly seed: number;
  readonly failure?: string;
}

/** Numbers computed in floats, compared with exact ones or enclosures, within bounds derived beforehand. */
export interface Numeric {
  readonly kind: "numeric";
  readonly held: boolean;
  readonly what: string;
  /** The count of compared numbers, a decimal string. */
  readonly cases: string;
  /** The error of the number closest to its bound, or of the first beyond it; null if it is not a number. */
  readonly error: number | null;
  /** The bound there. */
  readonly bound: number | null;
  /** The place of that number. */
  readonly place?: string;
  /** What computed them. */
  readonly backend: {
    readonly name: string;
    readonly device: string;
    /** The version of tfjs. */
    readonly version: string;
    readonly precision: string;
  };
  readonly seed: number;
  readonly failure?: string;
}

/** The statement as printed in the paper fails; `held` says that the run reproduced the counterexample. */
export interface Refuted {
  readonly kind: "refuted as stated";
  readonly held: boolean;
  readonly what: string;
  /** The counterexample, both sides evaluated. */
  readonly counterexample: Readonly<Record<string, string>>;
  /** The statement that holds instead; the claim's other verdicts are its evidence. */
  readonly corrected: string;
  readonly failure?: string;
}

/** No evidence yet. */
export interface Missing {
  readonly kind: "missing";
}
