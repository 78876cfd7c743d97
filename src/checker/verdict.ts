/** The closed list of rules; SPEC.md says what each asks for. */
export type RuleName = FileRule | ListRule | PathRule | BoundRule | LandscapeRule;
type FileRule = "size" | "depth" | "json" | "canonical" | "shape" | "rational" | "format" | "digest" | "kind";
type ListRule = "partition" | "first" | "successor" | "last" | "count" | "parent" | "depth-order" | "theta";
type PathRule = "claim" | "parameters" | "segments" | "end" | "measure" | "member" | "star" | "formula";
type BoundRule =
  `bound${"" | "-distinct" | "-values" | "-lipschitz" | "-gap"}` | "refutation" | "cases" | "curve";
type LandscapeRule = "activation" | "expansion" | "gradient" | "instance" | "inverse" | MatrixRule;
type MatrixRule = "symmetric" | "kernel" | "congruence" | "inertia";

/** A two-layer network as certificates write it: one row per neuron, rationals "p" or "p/q" in lowest terms. */
export type Network = Record<"incoming" | "outgoing", string[][]>;

/** A network of two or more layers: matrices as rows, and biases, one for each layer or none at all. */
export interface LayeredNetwork {
  biases: string[][];
  weights: string[][][];
}

type Networks = Record<"theta" | "from" | "to", Network | LayeredNetwork> & Record<"network", Network>;
type Others = Record<"data" | "activation" | "matrix" | "inertia" | "weights" | "exponents", unknown>;
type Parameters = Partial<Record<"r" | "m", number> & Networks & Others>;

/**
 * What the caller wants shown: the claim and its parameters never come from the certificate. `refuted` says whether
 * the certificate is to refute the claim as stated; left out, it is to show it.
 *
 * @example (await check(text, { claim: "thm-3.1-count", r: 2, m: 4 })).accepted === false // the certificate is for r = 1
 */
export type Expected = Parameters & { claim: string; refuted?: boolean };

/**
 * What the checker answers: what an accepted certificate shows, or by which rule, where in the file and why one is
 * rejected.
 *
 * @example (await check("{", { claim: "thm-3.1-count", r: 1, m: 4 })).rule === "json"
 */
export type Verdict =
  { accepted: true; shows: string } | { accepted: false; rule: RuleName; where: string; reason: string };

/** Rejects under the given rule unless the condition holds: the one way out of a check, whose cause is the verdict. */
export function demand(holds: boolean, rule: RuleName, where: string, reason: string): asserts holds {
  if (!holds)
    throw new Error("rejected", { cause: { accepted: false, rule, where, reason } satisfies Verdict });
}
