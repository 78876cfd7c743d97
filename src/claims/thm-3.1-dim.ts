import { labelledPartitions } from "../combinatorics/partitions/enumeration.js";
import type { LabelledPartition } from "../combinatorics/partitions/labelledPartition.js";
import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import { orbitRepresentative, orbits } from "../combinatorics/partitions/orbits.js";
import { certifiedRank } from "../exact/matrices/certifiedRank.js";
import { clearDenominators } from "../exact/vectors/integerMatrix.js";
import { type AffineSubspace, includesSubspace } from "../manifold/subspaces/affineSubspace.js";
import { gammaDimension, gammaSubspace } from "../manifold/subspaces/gammaSubspace.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import { properties } from "../../properties/thm-3.1-dim.js";
import type { Claim } from "./evidence/claim.js";
import { orbitCount } from "./instances/orbitCount.js";
import { dimensionPairs, standardNetwork, sumOverWidths, widths } from "./evidence/ranges.js";
import { everyCase } from "./evidence/everyCase.js";

/** Beyond it, one subspace of each orbit is enough: permutations of units and labels keep ranks. */
const MAX_ALL = 5;

export const claim: Claim = {
  id: "thm-3.1-dim",
  title: "Dimension of the subspaces",
  statement:
    "dim Γ_P = (m − r − j)·d_out + j·d_in if P has j zero blocks; hence dim Γ_P ≥ min(d_in, d_out)(m − r), " +
    "and equality is attained",
  source: "Şimşek et al. 2021, Theorem 3.1",
  hypotheses: ["θ^r irreducible", "r ≥ 1, for the bound to be attained"],
  evidence: [
    everyCase("ranks", {
      upTo: MAX_ALL,
      usually: MAX_ALL - 1,
      what: "the formula agrees with certified ranks of equations and of directions",
      range: (bound) => `all labelled partitions, 1 ≤ r ≤ m ≤ ${bound}, d_in, d_out ≤ ${MAX_DIMENSION}`,
      expected: (bound) => BigInt(MAX_DIMENSION ** 2) * sumOverWidths(bound, labelledPartitionCount),
      cases: (bound) => dimensionCases(bound, labelledPartitions),
      check: checkFormula,
    }),
    everyCase("ranks of orbits", {
      what: "the formula agrees with certified ranks, beyond the sizes where all are listed",
      range: (maxM) =>
        `a representative of each orbit under S_m × S_r, 1 ≤ r ≤ m ≤ ${maxM}, d_in, d_out ≤ ${MAX_DIMENSION}`,
      expected: (maxM) => BigInt(MAX_DIMENSION ** 2) * sumOverWidths(maxM, orbitCount),
      cases: (maxM) => dimensionCases(maxM, representatives),
      check: checkFormula,
    }),
    everyCase("bound", {
      what: "the least dimension equals min(d_in, d_out)(m − r), dimensions by the formula",
      range: (maxM) =>
        `a representative of each orbit under S_m × S_r, 1 ≤ r ≤ m ≤ ${maxM}, d_in, d_out ≤ ${MAX_DIMENSION}`,
      expected: (maxM) => (BigInt(maxM) * BigInt(maxM + 1) * BigInt(MAX_DIMENSION ** 2)) / 2n,
      cases: boundCases,
      check: checkBound,
    }),
  ],
  properties,
  theorems: ["subspace_dimension", "subspace_dimension_bound"],
};

const MAX_DIMENSION = 3;

/**
 * The claimed dimension against exact ranks of both forms: the parametrization stays within the equations,
 * its directions have that rank, and the equations leave that dimension.
 */
export function checkDimension(subspace: AffineSubspace, claimed: number): string | undefined {
  const columns = subspace.ambientDimension;
  const coefficients = clearDenominators(subspace.equations).map((row) => row.slice(0, columns));
  const byEquations = columns - certifiedRank(coefficients, columns).rank;
  const byDirections = certifiedRank(clearDenominators(subspace.directions), columns).rank;
  if (!includesSubspace(subspace, subspace)) return "the parametrization leaves the equations";
  if (byEquations !== claimed) return `dimension ${byEquations} by the equations, claimed ${claimed}`;
  if (byDirections !== claimed) return `dimension ${byDirections} by the directions, claimed ${claimed}`;
  return undefined;
}

/** A labelled partition, and a network in certain dimensions. */
export interface DimensionCase {
  readonly theta: TwoLayerNetwork;
  readonly partition: LabelledPartition;
}

/** Labelled partitions, each for all d_in and d_out up to a bound. */
export function* inAllDimensions(
  partitions: Iterable<LabelledPartition>,
  bound: number,
): Generator<DimensionCase> {
  for (const partition of partitions) {
    for (const dimensions of dimensionPairs(bound))
      yield { theta: standardNetwork(partition.r, ...dimensions), partition };
  }
}

function* dimensionCases(
  maxM: number,
  partitionsOf: (r: number, m: number) => Iterable<LabelledPartition>,
): Generator<DimensionCase> {
  for (const [r, m] of widths(maxM)) yield* inAllDimensions(partitionsOf(r, m), MAX_DIMENSION);
}

const representatives = (r: number, m: number): LabelledPartition[] =>
  [...orbits(r, m)].map(orbitRepresentative);

function checkFormula({ theta, partition }: DimensionCase): string | undefined {
  const claimed = gammaDimension(partition, theta.inputDimension, theta.outputDimension);
  return checkDimension(gammaSubspace(theta, partition), claimed);
}

/** Widths and dimensions, and the dimensions of a subspace of each orbit. */
export interface BoundCase {
  readonly m: number;
  readonly r: number;
  readonly inputDimension: number;
  readonly outputDimension: number;
  readonly dimensions: readonly number[];
}

/** The least dimension is min(d_in, d_out)(m − r), and no orbit is left out. */
export function checkBound(item: BoundCase): string | undefined {
  const { m, r, inputDimension, outputDimension, dimensions } = item;
  const orbitsExpected = orbitCount(r, m);
  if (BigInt(dimensions.length) !== orbitsExpected)
    return `${dimensions.length} orbits of ${orbitsExpected} at r = ${r}, m = ${m}`;
  const least = Math.min(...dimensions);
  const bound = Math.min(inputDimension, outputDimension) * (m - r);
  return least === bound ? undefined : `least dimension ${least}, bound ${bound} at r = ${r}, m = ${m}`;
}

function* boundCases(maxM: number): Generator<BoundCase> {
  for (const [r, m] of widths(maxM)) {
    for (const [inputDimension, outputDimension] of dimensionPairs(MAX_DIMENSION)) {
      const dimensions = [...orbits(r, m)].map((orbit) =>
        gammaDimension(orbitRepresentative(orbit), inputDimension, outputDimension),
      );
      yield { m, r, inputDimension, outputDimension, dimensions };
    }
  }
}
