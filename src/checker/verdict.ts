/** The closed list of rules; SPEC.md says what each asks for. */
export type RuleName = FileRule | FrameRule | ListRule | PathRule | BoundRule | RefutationRule;
type FileRule = "size" | "depth" | "json" | "canonical" | "shape" | "rational";
type FrameRule = "format" | "digest" | "kind" | "claim" | "parameters";
type ListRule = "partition" | "first" | "successor" | "last" | "count" | "parent" | "depth-order";
type PathRule = "theta" | "segments" | "end" | "measure" | "member";
type BoundRule = "bound" | "bound-distinct" | "bound-values" | "bound-lipschitz" | "bound-gap" | "star";
type RefutationRule = "formula" | "refutation" | "cases" | "curve";

/** A two-layer network as certificates write it: a row a neuron, rationals "p" or "p/q" in lowest terms. */
export type Network = Record<"incoming" | "outgoing", string[][]>;

/** What the caller wants shown: the claim and its parameters never come from the certificate. */
export interface Expected extends Partial<
  Record<"r" | "m", number> & Record<"theta" | "from" | "to", Network>
> {
  claim: string;
  /** Whether the certificate is to refute the claim as stated; left out, it is to show it. */
  refuted?: boolean;
}

export type Verdict =
  { accepted: true; shows: string } | { accepted: false; rule: RuleName; where: string; reason: string };

/** The one way out of a check that fails. */
export class Rejection extends Error {
  constructor(readonly verdict: Verdict) {
    super("rejected");
  }
}

/** Rejects under the given rule unless the condition holds. */
export function demand(condition: boolean, rule: RuleName, where: string, reason: string): asserts condition {
  if (!condition) throw new Rejection({ accepted: false, rule, where, reason });
}
