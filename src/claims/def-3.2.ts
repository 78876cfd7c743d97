import { labelledPartitions } from "../combinatorics/partitions/enumeration.js";
import type { LabelledPartition } from "../combinatorics/partitions/labelledPartition.js";
import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import type { AffineSubspace } from "../manifold/subspaces/affineSubspace.js";
import { gammaSubspace } from "../manifold/subspaces/gammaSubspace.js";
import { toNetwork } from "../manifold/subspaces/parameterSpace.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import { properties } from "../../properties/def-3.2.js";
import { entry } from "../exact/entry.js";
import type { Claim } from "./evidence/claim.js";
import { standardNetwork, sumOverWidths, widths } from "./evidence/ranges.js";
import { everyCase } from "./evidence/everyCase.js";

const MAX_WIDTH = 6;

export const claim: Claim = {
  id: "def-3.2",
  title: "All points of Γ_s and of its permutations compute the function of θ^r",
  statement: "Every point of Γ_P(θ^r) has the measure of θ^r, hence computes its function for every σ",
  source: "Şimşek et al. 2021, Def. 3.2, Fig. 3 and the display after it",
  hypotheses: ["θ^r irreducible"],
  evidence: [
    everyCase("identity in the parameters", {
      upTo: MAX_WIDTH,
      usually: MAX_WIDTH - 1,
      what: "the measure is constant on Γ_P, as an identity in all its parameters",
      range: (bound) => `all labelled partitions, 1 ≤ r ≤ m ≤ ${bound}, d_in = d_out = 2`,
      expected: (bound) => sumOverWidths(bound, labelledPartitionCount),
      cases: partitions,
      check: (partition) => {
        const theta = standardNetwork(partition.r, 2, 2);
        return checkConstantMeasure(theta, partition.m, gammaSubspace(theta, partition));
      },
    }),
  ],
  properties,
  floats: true,
  theorems: ["subspace_keeps_function", "theta_as_in_paper", "subspaces_as_in_paper"],
};

/**
 * Whether θ^r and all points base + Σ t_i direction_i of a subspace have one measure, as an identity in t:
 * for units whose incoming vectors agree identically in t, the sum of the outgoing vectors must be constant
 * in t, equal to a_t at w_t, and 0 elsewhere.
 */
export function checkConstantMeasure(
  theta: TwoLayerNetwork,
  width: number,
  subspace: AffineSubspace,
): string | undefined {
  const space = { inputDimension: theta.inputDimension, outputDimension: theta.outputDimension, width };
  const base = toNetwork(space, subspace.base);
  const slopes = subspace.directions.map((direction) => toNetwork(space, direction));
  const sums = new Map<
    string,
    { constant: boolean; point: string; value: RationalVector; slopes: RationalVector[] }
  >();
  base.units.forEach((unit, index) => {
    const incomingSlopes = slopes.map((slope) => entry(slope.units, index).incoming.key);
    const key = [unit.incoming.key, ...incomingSlopes].join("|");
    const zero = RationalVector.zero(theta.outputDimension);
    const sum = sums.get(key) ?? {
      constant: slopes.every((slope) => entry(slope.units, index).incoming.isZero()),
      point: unit.incoming.key,
      value: zero,
      slopes: slopes.map(() => zero),
    };
    sum.value = sum.value.plus(unit.outgoing);
    sum.slopes = sum.slopes.map((total, i) => total.plus(entry(entry(slopes, i).units, index).outgoing));
    sums.set(key, sum);
  });
  const masses = new Map(theta.units.map((unit) => [unit.incoming.key, unit.outgoing]));
  for (const { constant, point, value, slopes: rates } of sums.values()) {
    if (rates.some((rate) => !rate.isZero())) return `the mass at ${point} depends on the parameters`;
    const mass = constant ? masses.get(point) : undefined;
    if (mass === undefined ? !value.isZero() : !value.equals(mass))
      return `the mass at ${point} is not that of θ^r`;
    if (mass !== undefined) masses.delete(point);
  }
  return masses.size === 0 ? undefined : "a unit of θ^r is missing";
}

function* partitions(maxM: number): Generator<LabelledPartition> {
  for (const [r, m] of widths(maxM)) yield* labelledPartitions(r, m);
}
