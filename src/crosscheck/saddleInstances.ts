import { entry } from "../exact/entry.js";
import type { LabelledPartition } from "../combinatorics/partitions/labelledPartition.js";
import { bitLength } from "../exact/numbers/integer.js";
import { timesVector } from "../exact/vectors/integerMatrix.js";
import { type Rational, rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { expandCritical } from "../landscape/criticalPoints/criticalExpansion.js";
import { expansionMap } from "../landscape/criticalPoints/expansionMap.js";
import {
  incomingIndex,
  outgoingIndex,
  parameterCount,
  sparseVector,
} from "../manifold/subspaces/parameterSpace.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { CheckedActivation } from "./checkedActivation.js";
import type { CurvatureCase } from "./curvatureProgram.js";
import { Draws } from "./draws.js";
import { doubleOf, expansions } from "./gradientChecks.js";
import { type NearCriticalPoint, nearCriticalPoint } from "./nearCriticalPoint.js";

const SEEDS = 10;
const DIRECTIONS = 20;

/** Residuals large enough for saddles: with one sign or the other a unit's own curvature is negative. */
const SIZES = [8, -8, 64, -64, 1024, -1024, 16384, -16384];
const SADDLE = { r: 2, inputDimension: 2, outputDimension: 1, points: 8 };
const COPIED = { r: 1, inputDimension: 1, outputDimension: 2, points: 5, size: 2 };

/** A saddle, and above each of its expansions the direction Mv of a v that is surely negative below. */
export function saddlesAbove(checked: CheckedActivation, seed: number): CurvatureCase[] {
  const { below, direction } = saddleBelow(checked, seed);
  return expansions(SADDLE.r).map(([surjection, weights]) => ({
    checked,
    network: expandCritical(below.network, surjection, weights),
    data: below.data,
    direction: lifted(below.network, surjection, weights, direction),
  }));
}

function saddleBelow(
  checked: CheckedActivation,
  seed: number,
): { readonly below: NearCriticalPoint; readonly direction: RationalVector } {
  for (let next = seed; next < seed + SEEDS; next++) {
    for (const size of SIZES) {
      const below = nearCriticalPoint(doubleOf(checked), { ...SADDLE, size, seed: next });
      const draws = new Draws(next, "directions");
      // For fixed incoming weights the loss is convex: it is these that are moved.
      const incoming = SADDLE.r * SADDLE.inputDimension;
      const outgoing = new Array<bigint>(SADDLE.r * SADDLE.outputDimension).fill(0n);
      const directions = Array.from({ length: DIRECTIONS }, () =>
        RationalVector.of(
          [...Array.from({ length: incoming }, () => BigInt(draws.integer(4))), ...outgoing],
          4n,
        ),
      );
      const direction = steepest(checked, below, directions);
      if (direction !== undefined) return { below, direction };
    }
  }
  throw new RangeError(`no saddle of ${checked.name} with ${SEEDS} seeds`);
}

/** The direction whose vᵀHv is surely the lowest, if one is surely negative. */
function steepest(
  { second }: CheckedActivation,
  { network, data }: NearCriticalPoint,
  directions: readonly RationalVector[],
): RationalVector | undefined {
  let [lowest, found]: [number, RationalVector | undefined] = [0, undefined];
  for (const direction of directions) {
    const { upper } = second(network, data, direction);
    if (upper < lowest) [lowest, found] = [upper, direction];
  }
  return found;
}

const EPSILONS: readonly Rational[] = [0n, 1n, 2n, 3n, 4n].flatMap((exponent) =>
  [1n, -1n].map((sign) => rational(sign, 1n << exponent)),
);

/**
 * Critical points with d_out = 2, and above each expansion the directions of ext-saddle for two copies i, j
 * of its unit: δa_i = δ, δa_j = −δ, δw_i = εβ_j u, δw_j = −εβ_i u with coordinate directions δ and u. With
 * E_t ≠ 0, which it is at random, one of them is negative: the one that is surely the lowest is taken.
 */
export function copiedUnits(checked: CheckedActivation, seed: number): CurvatureCase[] {
  for (let next = seed; next < seed + SEEDS; next++) {
    const below = nearCriticalPoint(doubleOf(checked), { ...COPIED, seed: next });
    const cases = expansions(COPIED.r).map(([surjection, weights]) => {
      const network = expandCritical(below.network, surjection, weights);
      const directions = copyDirections(network, weights);
      const direction = steepest(checked, { network, data: below.data }, directions);
      return direction && { checked, network, data: below.data, direction };
    });
    const found = cases.filter((item) => item !== undefined);
    if (found.length === cases.length) return found;
  }
  throw new RangeError(`no direction of ext-saddle for ${checked.name} with ${SEEDS} seeds`);
}

function copyDirections(
  { inputDimension, outputDimension, units }: TwoLayerNetwork,
  weights: readonly Rational[],
): RationalVector[] {
  const space = { inputDimension, outputDimension, width: units.length };
  const [first, second] = [0, 1];
  const at = (index: number): RationalVector => sparseVector(parameterCount(space), new Map([[index, 1n]]));
  return EPSILONS.flatMap((epsilon) =>
    Array.from({ length: outputDimension }, (_, output) =>
      RationalVector.sum(parameterCount(space), [
        at(outgoingIndex(space, first, output)),
        at(outgoingIndex(space, second, output)).negated(),
        at(incomingIndex(space, first, 0)).times(epsilon.mul(entry(weights, second))),
        at(incomingIndex(space, second, 0)).times(epsilon.mul(entry(weights, first)).neg()),
      ]),
    ),
  );
}

/** Mv, times a power of two that makes its largest entry more than 1/2 and less than 2 in size. */
function lifted(
  { inputDimension, outputDimension }: TwoLayerNetwork,
  surjection: LabelledPartition,
  weights: readonly Rational[],
  v: RationalVector,
): RationalVector {
  const space = { inputDimension, outputDimension, width: surjection.r };
  const map = expansionMap(space, surjection, weights);
  const image = RationalVector.of(timesVector(map.numerators, v.numerators), map.denominator * v.denominator);
  const largest = Math.max(...image.numerators.map((entry) => bitLength(entry < 0n ? -entry : entry)));
  const exponent = BigInt(largest - bitLength(image.denominator));
  const power = 1n << (exponent < 0n ? -exponent : exponent);
  return image.times(exponent < 0n ? rational(power) : rational(1n, power));
}
