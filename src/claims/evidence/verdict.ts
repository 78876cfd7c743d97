/**
 * What one piece of evidence shows. A claim's verdicts stand side by side; nothing sums them up. Each is
 * made by the code that ran the evidence: `held` is what was observed, never a constant.
 */
export type Verdict = Proved | Exhaustive | Certified | Sampled | Numeric | Refuted | Missing;

/**
 * A theorem for all parameters that Coq accepted in this run, or in one over the same files whose result was
 * kept.
 */
export interface Proved {
  readonly kind: "proved";
  readonly held: boolean;
  /** What is proved, in words. */
  readonly what: string;
  /** The theorem's name in `proofs/`. */
  readonly theorem: string;
  /** Axioms that it rests on; empty if none. */
  readonly assumptions: readonly string[];
  /** What checked it, such as "Coq 8.16.1 and coqchk". */
  readonly by: string;
  /** That was an earlier run, whose result was kept: nothing checked it now. */
  readonly kept?: true;
  readonly failure?: string;
}

/** Every case in a stated range; holds only if the number visited is the number expected. */
export interface Exhaustive {
  readonly kind: "exhaustive";
  readonly held: boolean;
  readonly what: string;
  readonly range: string;
  /** Decimal strings: counts may pass 2^53. */
  readonly visited: string;
  readonly expected: string;
  /** The first case that failed, or what else went wrong. */
  readonly failure?: string;
  /** Values found on the way that a reader will want to see. */
  readonly table?: FoundTable;
}

/** A table of found values; the first column names the rows. */
export interface FoundTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Instances with a certificate each that the independent checker accepts, for the claim it was asked about.
 */
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
  readonly cases: number;
  /** How many of the cases differ. */
  readonly distinct: number;
  readonly seed: number;
  readonly failure?: string;
}

/** Numbers computed in floats, beside exact ones or enclosures of them, within bounds derived beforehand. */
export interface Numeric {
  readonly kind: "numeric";
  readonly held: boolean;
  readonly what: string;
  /** How many numbers were compared, a decimal string. */
  readonly cases: string;
  /**
   * How far off the one was that came closest to its bound, or the first that passed it; null if it is no
   * number.
   */
  readonly error: number | null;
  /** The bound there. */
  readonly bound: number | null;
  /** Which one that was. */
  readonly place?: string;
  /** What computed them. */
  readonly backend: {
    readonly name: string;
    readonly device: string;
    /** Of tfjs. */
    readonly version: string;
    readonly precision: string;
  };
  readonly seed: number;
  readonly failure?: string;
}

/** The statement as printed in the paper fails; `held` says that the recorded counterexample reproduced. */
export interface Refuted {
  readonly kind: "refuted as stated";
  readonly held: boolean;
  readonly what: string;
  /** The counterexample, both sides evaluated. */
  readonly counterexample: Readonly<Record<string, string>>;
  /** The statement that holds instead; its evidence is the claim's other verdicts. */
  readonly corrected: string;
  readonly failure?: string;
}

/** No evidence yet. */
export interface Missing {
  readonly kind: "missing";
}
