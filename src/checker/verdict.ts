/**
 * The closed list of rules. They are in the order of src/checker/SPEC.md, "Rules", which says what each asks
 * for.
 *
 * @example Object.entries(await checkCertificate("[", { claim: "lem-2.1" }))[1] // ["rule", "json"]
 */
export type RuleName = FileRule | ListRule | PathRule | CounterexampleRule | PointRule | CellRule | BoxRule;
type FileRule = "size" | "depth" | "json" | "canonical" | "shape" | "format" | "digest" | RequestRule;
type RequestRule = "kind" | "claim" | "parameters" | "rational" | "theta";
type ListRule = "partition" | "first" | "successor" | "last" | "count" | "parent" | "depth-order";
type PathRule = "segments" | "change" | "end" | "measure" | "member" | BoundRule | "star";
type BoundRule = "bound" | "bound-distinct" | "bound-values" | "bound-lipschitz" | "bound-gap";
type CounterexampleRule = "formula" | "refutation" | "cases" | "curve";
type PointRule = "expansion" | "activation" | "gradient" | MatrixRule | NearRule | "instance" | SplitRule;
type SplitRule = "inverse" | "split";
type NearRule = "radius" | "parallel" | "inclusion";
type MatrixRule = "symmetric" | "kernel" | "congruence" | "inertia";
type CellRule = "cell" | "facet" | "repeated" | "attach" | "complete" | "critical";
type BoxRule = "box" | "units" | "difference";

/**
 * A two-layer network as certificates write it: one row per unit, rationals "p" or "p/q" in lowest terms.
 *
 * @example (await checkCertificate("[", { claim: "thm-3.1-path", theta: { incoming: [["1"]], outgoing:
 * [["2"]] } })).accepted === false
 */
export type WrittenNetwork = Record<"incoming" | "outgoing", string[][]>;

/**
 * A network of two or more layers: matrices as rows, and biases, one for each layer or none at all.
 *
 * @example (await checkCertificate("[", { claim: "mlp-connected", theta: { biases: [], weights: [[["1"]],
 * [["2"]]] } })).accepted === false
 */
export interface WrittenLayers {
  biases: string[][];
  weights: string[][][];
}

/**
 * What the caller wants shown: the claim and its parameters never come from the certificate. With `refuted`
 * the certificate must refute the claim as stated; without it, show the claim. SPEC.md, "Grammar", says which
 * kind needs what else, and which it takes.
 *
 * @example (await checkCertificate(text, { claim: "thm-3.1-count", r: 2, m: 4 })).accepted === false // the
 * certificate is for r = 1
 */
export type Expected = { claim: string; refuted?: boolean } & Partial<{
  /** The width of θ. */
  r: number;
  /** The width of the networks above θ. */
  m: number;
  /** The units of a student, and of its teacher. */
  k: number;
  theta: WrittenNetwork | WrittenLayers;
  /** The ends of a path. */
  from: WrittenNetwork | WrittenLayers;
  to: WrittenNetwork | WrittenLayers;
  /** Of the activations by which a path may mirror units. */
  parity: "odd" | "even";
  /** What a critical point is about: the network above θ, the data and the activation. */
  network: WrittenNetwork | WrittenLayers;
  data: unknown;
  activation: unknown;
  /** What an inertia is about. */
  matrix: unknown;
  inertia: unknown;
  /** What independence is about. */
  weights: unknown;
  exponents: unknown;
  /** What a difference is about, with a network and an activation: the pruned one, and the box. */
  pruned: WrittenLayers;
  within: unknown;
  bound: unknown;
}>;

/**
 * The checker's answer: what an accepted certificate shows; or by which rule, where in the file and why the
 * certificate is rejected.
 *
 * @example (await checkCertificate("{", { claim: "thm-3.1-count", r: 1, m: 4 })).accepted === false
 */
export type CertificateVerdict =
  { accepted: true; shows: string } | { accepted: false; rule: RuleName; where: string; reason: string };

/** The parity of activations by which units have mirror images; undefined where they have none. */
export type Parity = Expected["parity"];

/** What `demand` throws to reject a certificate; `checkCertificate` catches it. */
export class Rejection extends Error {
  constructor(
    readonly rule: RuleName,
    readonly where: string,
    readonly reason: string,
  ) {
    super(reason);
  }
}

/** Rejects the certificate under the rule unless the condition holds. */
export function demand(holds: boolean, rule: RuleName, where: string, reason: string): asserts holds {
  if (!holds) throw new Rejection(rule, where, reason);
}
