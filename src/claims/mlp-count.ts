import type { LabelledPartition } from "../combinatorics/partitions/labelledPartition.js";
import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import { surjections } from "../combinatorics/counts/surjections.js";
import { tuples } from "../combinatorics/tuples.js";
import { type AffineSubspace, includesSubspace } from "../manifold/subspaces/affineSubspace.js";
import { canonicalForm } from "../manifold/subspaces/canonicalForm.js";
import { intersectByEquations } from "../manifold/subspaces/intersection.js";
import { entry } from "../exact/entry.js";
import type { Claim, Evidence } from "./evidence/claim.js";
import { LayerFamily, LayerForms, type SubspaceKind, partitionsOf } from "./instances/layerForms.js";
import { type LayerWidths, layerWidths, overLayers, widthsName } from "./instances/layerWidths.js";
import { tupleName } from "./instances/tupleGraph.js";
import { rankEvidence } from "./instances/layerRanks.js";
import { everyCase } from "./evidence/everyCase.js";

/** Largest m for two, three and four matrices. */
const MAX_COUNTED: readonly number[] = [4, 3, 3];
const MAX_PAIRWISE: readonly number[] = [4, 3, 2];

const WHAT: Readonly<Record<SubspaceKind, string>> = {
  "last to first": "subspaces Γ_P of expansion from the last layer to the first",
  fibre: "subspaces Φ_P of the whole fibre",
  critical: "critical subspaces",
};

export const claim: Claim = {
  id: "mlp-count",
  title: "Numbers of subspaces of multi-layer networks",
  statement:
    "Let a network of L matrices be irreducible in every hidden layer, of widths r_ℓ. Its expansion " +
    "manifold Θ in widths m_ℓ is a union of ∏ T(r_ℓ, m_ℓ) affine subspaces, none of which includes " +
    "another, both for expansion from the last layer to the first and for all networks of the same " +
    "function for every activation. There are ∏ G(r_ℓ, m_ℓ) critical subspaces above a critical point " +
    "(that they are critical is mlp-critical), and they are disjoint",
  source: "Şimşek et al. 2021, §5",
  hypotheses: ["1 ≤ r_ℓ ≤ m_ℓ; d_in, d_out ≥ 1", "θ irreducible in every hidden layer"],
  provedInPart: {
    part: "last layer to first; critical",
    leavesOpen:
      "that the Φ_P, whose union is the set of all networks of the same function for every activation, are affine, " +
      "and that none includes another; and networks with biases",
  },
  evidence: [
    distinctness("last to first"),
    distinctness("fibre"),
    distinctness("critical"),
    pairwise("last to first"),
    pairwise("fibre"),
    pairwise("critical"),
    rankEvidence,
  ],
  theorems: [
    "unit_subspaces",
    "layer_theta_keeps_function",
    "no_layer_subspace_includes_another",
    "layer_subspaces_counted",
    "critical_layer_subspaces",
    "critical_layers_are_copies",
    "critical_layers_copied",
    "layer_fibre",
  ],
};

/** All widths of one, two and three hidden layers, up to a bound for each. */
function* allWidths(bounds: readonly number[], maxM: number): Generator<LayerWidths> {
  for (const [index, bound] of bounds.entries()) yield* layerWidths(index + 1, Math.min(bound, maxM));
}

function countOf(kind: SubspaceKind): typeof surjections {
  return kind === "critical" ? surjections : labelledPartitionCount;
}

/** Sum over all widths of the product over the layers. */
function sumOverLayers(
  bounds: readonly number[],
  maxM: number,
  count: (r: number, m: number) => bigint,
): bigint {
  let sum = 0n;
  for (const widths of allWidths(bounds, maxM)) sum += overLayers(widths, count);
  return sum;
}

/** A tuple, and an earlier one with the same subspace, if there is one. */
export interface FormCase {
  readonly name: string;
  readonly earlier: string | undefined;
}

export function checkForm({ name, earlier }: FormCase): string | undefined {
  return earlier === undefined ? undefined : `${name} and ${earlier} have one subspace`;
}

/**
 * The subspaces of all tuples, compared with all others of the same widths, and counted for each choice of
 * widths.
 *
 * @param form the form by which they are compared.
 * @param count their number for one layer, counted by other means than listing them.
 * @throws RangeError after the last tuple of a choice of widths, if it has more or fewer tuples.
 */
export function* formCases(
  kind: SubspaceKind,
  widths: Iterable<LayerWidths>,
  seed: number,
  form: (subspace: AffineSubspace) => string = canonicalForm,
  count = countOf(kind),
): Generator<FormCase> {
  const forms = new LayerForms(kind, new LayerFamily(seed), form);
  for (const layers of widths) {
    const seen = new Map<string, string>();
    let listed = 0n;
    for (const tuple of tuplesOf(kind, layers)) {
      listed += 1n;
      const [key, name] = [forms.numbersOf(layers, tuple).join(), tupleName(tuple)];
      yield { name, earlier: seen.get(key) };
      seen.set(key, name);
    }
    const expected = overLayers(layers, count);
    if (listed !== expected)
      throw new RangeError(`${listed} tuples at ${widthsName(layers)}, expected ${expected}`);
  }
}

function tuplesOf(kind: SubspaceKind, { r, m }: LayerWidths): Iterable<readonly LabelledPartition[]> {
  return tuples(r.map((labels, layer) => partitionsOf(kind, labels, entry(m, layer))));
}

/** Two tuples of the same widths, and whether the first subspace lies in the second, or intersects it. */
export interface PairCase {
  readonly first: string;
  readonly second: string;
  readonly related: boolean;
}

/** Only a tuple is related to itself. */
export function checkPair({ first, second, related }: PairCase): string | undefined {
  if (related === (first === second)) return undefined;
  return `the subspaces of ${first} and ${second} are ${related ? "related" : "not related"}`;
}

/**
 * All pairs of tuples, with a relation of products that holds if and only if it holds in every factor, such
 * as inclusion of nonempty sets, or having a common point. Each pair of factors is compared once.
 */
export function* pairCases(
  kind: SubspaceKind,
  widths: Iterable<LayerWidths>,
  seed: number,
  relation: (first: AffineSubspace, second: AffineSubspace) => boolean,
): Generator<PairCase> {
  const forms = new LayerForms(kind, new LayerFamily(seed), canonicalForm);
  const cache = new Map<number, boolean>();
  const holds = (i: number, j: number): boolean => {
    const key = i * 2 ** 20 + j;
    const [first, second] = [forms.subspaces[i], forms.subspaces[j]];
    if (first === undefined || second === undefined) throw new RangeError("a factor without a number");
    const related = cache.get(key) ?? relation(first, second);
    cache.set(key, related);
    return related;
  };
  for (const layers of widths) {
    const items = [...tuplesOf(kind, layers)].map((tuple) => ({
      name: tupleName(tuple),
      numbers: forms.numbersOf(layers, tuple),
    }));
    for (const first of items) {
      for (const second of items) {
        const related = first.numbers.every((number, matrix) => holds(number, entry(second.numbers, matrix)));
        yield { first: first.name, second: second.name, related };
      }
    }
  }
}

function boundsName(bounds: readonly number[], maxM: number): string {
  return bounds.map((bound, index) => `m_ℓ ≤ ${Math.min(bound, maxM)} for L = ${index + 2}`).join(", ");
}

function distinctness(kind: SubspaceKind): Evidence {
  return everyCase(`${kind}: distinct`, {
    what:
      `${WHAT[kind]} compared by the reduced row echelon form of their equations: no two tuples have the ` +
      `same form, and there are ∏ ${kind === "critical" ? "G" : "T"}(r_ℓ, m_ℓ)`,
    range: (maxM) =>
      `all tuples, 1 ≤ r_ℓ ≤ m_ℓ, ${boundsName(MAX_COUNTED, maxM)}, one random θ for each (r_ℓ), d_in = ` +
      "d_out = 1",
    expected: (maxM) => sumOverLayers(MAX_COUNTED, maxM, countOf(kind)),
    cases: (maxM, seed) => formCases(kind, allWidths(MAX_COUNTED, maxM), seed),
    check: checkForm,
  });
}

function pairwise(kind: SubspaceKind): Evidence {
  const relation = kind === "critical" ? intersectByEquations : within;
  const count = countOf(kind);
  return everyCase(`${kind}: pairs`, {
    what:
      `of the ${WHAT[kind]} no two ` +
      `${kind === "critical" ? "have a common point" : "include one another"}, by exact linear algebra`,
    range: (maxM) =>
      `all pairs of tuples, 1 ≤ r_ℓ ≤ m_ℓ, ${boundsName(MAX_PAIRWISE, maxM)}, one random θ for each ` +
      "(r_ℓ), d_in = d_out = 1",
    expected: (maxM) => sumOverLayers(MAX_PAIRWISE, maxM, (r, m) => count(r, m) ** 2n),
    cases: (maxM, seed) => pairCases(kind, allWidths(MAX_PAIRWISE, maxM), seed, relation),
    check: checkPair,
  });
}

function within(inner: AffineSubspace, outer: AffineSubspace): boolean {
  return includesSubspace(outer, inner);
}
