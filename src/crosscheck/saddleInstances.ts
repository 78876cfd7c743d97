import type { LabelledPartition } from "../combinatorics/partitions/labelledPartition.js";
import { bitLength } from "../exact/numbers/integer.js";
import { timesVector } from "../exact/vectors/integerMatrix.js";
import { type Rational, rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { expandCritical } from "../landscape/criticalPoints/criticalExpansion.js";
import { expansionMap } from "../landscape/criticalPoints/expansionMap.js";
import { copyDirection } from "../landscape/criticalPoints/saddleDirection.js";
import { spaceOf } from "../landscape/loss/unitParameters.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { CheckedActivation } from "./checkedActivation.js";
import type { CurvatureCase } from "./curvatureProgram.js";
import { Draws } from "./draws.js";
import { doubleOf, expansions } from "./gradientChecks.js";
import { type NearCriticalPoint, nearCriticalPoint } from "./nearCriticalPoint.js";

const SEEDS = 10;
const DIRECTIONS = 20;

/** Residuals large enough for saddles: with one of the two signs, a unit's own curvature is negative. */
const SIZES = [8, -8, 64, -64, 1024, -1024, 16384, -16384];
const SADDLE = { r: 2, inputDimension: 2, outputDimension: 1, points: 8 };
const COPIED = { r: 1, inputDimension: 1, outputDimension: 2, points: 5, size: 2 };

/** The expansions of a saddle, each with the direction Mv of a v along which the saddle's loss falls. */
export function saddlesAbove(checked: CheckedActivation, seed: number): CurvatureCase[] {
  const { saddle, direction } = narrowSaddle(checked, seed);
  return expansions(SADDLE.r).map(([surjection, beta]) => ({
    checked,
    network: expandCritical(saddle.network, surjection, beta),
    data: saddle.data,
    direction: lifted(saddle.network, surjection, beta, direction),
  }));
}

function narrowSaddle(
  checked: CheckedActivation,
  seed: number,
): { readonly saddle: NearCriticalPoint; readonly direction: RationalVector } {
  for (let next = seed; next < seed + SEEDS; next++) {
    for (const size of SIZES) {
      const saddle = nearCriticalPoint(doubleOf(checked), { ...SADDLE, size, seed: next });
      const draws = new Draws(next, "directions");
      // For fixed incoming weights the loss is convex, so these are the weights to move.
      const incoming = SADDLE.r * SADDLE.inputDimension;
      const outgoing = new Array<bigint>(SADDLE.r * SADDLE.outputDimension).fill(0n);
      const directions = Array.from({ length: DIRECTIONS }, () =>
        RationalVector.of(
          [...Array.from({ length: incoming }, () => BigInt(draws.integer(4))), ...outgoing],
          4n,
        ),
      );
      const direction = steepest(checked, saddle, directions);
      if (direction !== undefined) return { saddle, direction };
    }
  }
  throw new RangeError(`no saddle of ${checked.name} with ${SEEDS} seeds`);
}

/** The direction with the lowest upper bound of vᵀHv, if that bound is negative. */
function steepest(
  { second }: CheckedActivation,
  { network, data }: NearCriticalPoint,
  directions: readonly RationalVector[],
): RationalVector | undefined {
  let [lowest, best]: [number, RationalVector | undefined] = [0, undefined];
  for (const direction of directions) {
    const { upper } = second(network, data, direction);
    if (upper < lowest) [lowest, best] = [upper, direction];
  }
  return best;
}

const EPSILONS: readonly Rational[] = [0n, 1n, 2n, 3n, 4n].flatMap((exponent) =>
  [1n, -1n].map((sign) => rational(sign, 1n << exponent)),
);

/**
 * The expansions of critical points with d_out = 2, each with a direction of ext-saddle for two copies of its
 * unit. At a random point E_t ≠ 0, so that the loss falls along one of these directions.
 */
export function copiedUnits(checked: CheckedActivation, seed: number): CurvatureCase[] {
  for (let next = seed; next < seed + SEEDS; next++) {
    const narrow = nearCriticalPoint(doubleOf(checked), { ...COPIED, seed: next });
    const { data } = narrow;
    const cases = expansions(COPIED.r).flatMap(([surjection, beta]) => {
      const network = expandCritical(narrow.network, surjection, beta);
      const direction = steepest(checked, { network, data }, copyDirections(network, beta));
      return direction === undefined ? [] : [{ checked, network, data, direction }];
    });
    if (cases.length === expansions(COPIED.r).length) return cases;
  }
  throw new RangeError(`no direction of ext-saddle for ${checked.name} with ${SEEDS} seeds`);
}

function copyDirections(network: TwoLayerNetwork, beta: readonly Rational[]): RationalVector[] {
  return EPSILONS.flatMap((epsilon) =>
    Array.from({ length: network.outputDimension }, (_, output) =>
      copyDirection(spaceOf(network), { first: 0, second: 1, output, input: 0 }, beta, epsilon),
    ),
  );
}

/** Mv, times a power of two that makes its largest entry more than 1/2 and less than 2 in size. */
function lifted(
  network: TwoLayerNetwork,
  surjection: LabelledPartition,
  beta: readonly Rational[],
  v: RationalVector,
): RationalVector {
  const map = expansionMap(spaceOf(network), surjection, beta);
  const image = RationalVector.of(timesVector(map.numerators, v.numerators), map.denominator * v.denominator);
  const largest = Math.max(...image.numerators.map((entry) => bitLength(entry < 0n ? -entry : entry)));
  const exponent = BigInt(largest - bitLength(image.denominator));
  const power = 1n << (exponent < 0n ? -exponent : exponent);
  return image.times(exponent < 0n ? rational(power) : rational(1n, power));
}
