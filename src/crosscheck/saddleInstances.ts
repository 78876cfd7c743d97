import { certifiedInertia } from "../exact/inertia.js";
import { dot, timesVector } from "../exact/integerMatrix.js";
import { Interval } from "../exact/interval.js";
import { bitLength } from "../exact/integer.js";
import { type Rational, rational } from "../exact/rational.js";
import { RationalVector } from "../exact/rationalVector.js";
import { squaredError } from "../landscape/cost.js";
import { expandCritical } from "../landscape/criticalExpansion.js";
import type { CriticalPoint } from "../landscape/criticalPoint.js";
import { criticalPointOfIndex } from "../landscape/criticalSearch.js";
import type { DataSet } from "../landscape/data.js";
import { expansionMap } from "../landscape/expansionMap.js";
import { hessian } from "../landscape/hessian.js";
import { enclosed, intervalLayers, withParameters } from "../landscape/intervalLayers.js";
import type { RealActivation } from "../landscape/realActivation.js";
import { mixedDerivative, saddleDirection } from "../landscape/saddleDirection.js";
import { secondVariation } from "../landscape/secondVariation.js";
import type { LabelledPartition } from "../combinatorics/labelledPartition.js";
import { asMultiLayer } from "../network/multiLayerNetwork.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import { type CheckedActivation, checkedPolynomial, layeredOrder } from "./checkedActivation.js";
import { aroundDouble, intervalEnclosure } from "./comparison.js";
import type { CurvatureCase } from "./curvatureProgram.js";
import { Draws } from "./draws.js";
import { CUBIC } from "./functionChecks.js";
import { doubleOf, expansions } from "./gradientChecks.js";
import { nearbyDouble } from "./layeredBatch.js";
import { nearCriticalPoint } from "./nearCriticalPoint.js";

const PRECISION = 80;
const SEEDS = 20;
const DIRECTIONS = 20;

const SADDLE = { r: 2, inputDimension: 1, outputDimension: 1, points: 6 };
const MINIMUM = { r: 2, inputDimension: 1, outputDimension: 2, points: 5 };

/** Strict saddles of a polynomial, and above each of its expansions the direction Mv of a negative v below. */
export function polynomialSaddles(seed: number): CurvatureCase[] {
  const below = criticalPointOfIndex({ ...SADDLE, activation: CUBIC, seed }, 1);
  const { network, data } = below;
  const { numerators } = hessian(network, data, CUBIC, squaredError);
  const negative = certifiedInertia(numerators)
    .congruence.map((vector) => vector)
    .find((vector) => dot(vector, timesVector(numerators, vector)) < 0n);
  if (negative === undefined) throw new RangeError("a saddle without a negative direction");
  return expansions(SADDLE.r).map(([surjection, weights]) => {
    const direction = lifted(network, surjection, weights, RationalVector.of(negative));
    return exactCase(below, surjection, weights, direction);
  });
}

/** Strict minima of a polynomial with E_t ≠ 0, and above them the direction of ext-saddle. */
export function copiedMinima(seed: number): CurvatureCase[] {
  const below = minimumWithMixedDerivative(seed);
  return expansions(MINIMUM.r).flatMap(([surjection, weights]) => {
    const unit = surjection.labelledBlocks.findIndex((members) => members.length > 1);
    const cases = SIGNED_POWERS.flatMap((epsilon) => {
      const direction = saddleDirection(below, surjection, weights, unit, epsilon);
      return direction === undefined ? [] : [exactCase(below, surjection, weights, unitSized(direction))];
    });
    // The steepest descent among those tried.
    const [first, ...others] = cases.filter(({ second }) => second.upper < 0);
    return first === undefined
      ? []
      : [others.reduce((best, next) => (next.second.upper < best.second.upper ? next : best), first)];
  });
}

const SIGNED_POWERS: readonly Rational[] = [0n, 1n, 2n, 3n, 4n, 5n, 6n].flatMap((exponent) =>
  [1n, -1n].map((sign) => rational(sign, 1n << exponent)),
);

function minimumWithMixedDerivative(seed: number): CriticalPoint {
  for (let next = seed; next < seed + SEEDS; next++) {
    const point = criticalPointOfIndex({ ...MINIMUM, activation: CUBIC, seed: next }, 0);
    if ([0, 1].every((unit) => mixedDerivative(point, unit).some((row) => !row.isZero()))) return point;
  }
  throw new RangeError(`E_t = 0 for ${SEEDS} seeds`);
}

/** Near-critical points of a real activation, and above them a direction with an enclosure of vᵀHv below 0. */
export function realSaddles(checked: CheckedActivation, activation: RealActivation, seed: number): CurvatureCase[] {
  for (let next = seed; next < seed + SEEDS; next++) {
    const below = nearCriticalPoint(doubleOf(checked), { ...SADDLE, size: 16, seed: next });
    const direction = negativeDirection(below, activation, next);
    if (direction === undefined) continue;
    return expansions(SADDLE.r).map(([surjection, weights]) => {
      const network = expandCritical(below.network, surjection, weights);
      const v = lifted(below.network, surjection, weights, direction);
      return {
        checked,
        network,
        data: below.data,
        direction: v,
        second: intervalEnclosure(variation(network, below.data, activation, v)),
      };
    });
  }
  throw new RangeError(`no saddle of ${checked.name} with ${SEEDS} seeds`);
}

/** Small integer directions are tried; the one whose vᵀHv is surely the lowest is taken. */
function negativeDirection(
  { network, data }: { readonly network: TwoLayerNetwork; readonly data: DataSet },
  activation: RealActivation,
  seed: number,
): RationalVector | undefined {
  const draws = new Draws(seed);
  const size = (network.inputDimension + network.outputDimension) * network.neurons.length;
  let best: { readonly direction: RationalVector; readonly upper: bigint } | undefined;
  for (let tries = 0; tries < DIRECTIONS; tries++) {
    const direction = RationalVector.of(
      Array.from({ length: size }, () => BigInt(draws.integer(4))),
      4n,
    );
    const { upper } = variation(network, data, activation, direction);
    if (upper < (best?.upper ?? 0n)) best = { direction, upper };
  }
  return best?.direction;
}

function variation(
  network: TwoLayerNetwork,
  data: DataSet,
  activation: RealActivation,
  direction: RationalVector,
): Interval {
  const layers = intervalLayers(asMultiLayer(network), PRECISION);
  const ordered = RationalVector.fromRationals(layeredOrder(network, direction.toRationals()));
  const along = withParameters(layers, enclosed(ordered, PRECISION));
  return secondVariation(layers, along, along, data, activation);
}

/** Mv, scaled to entries of at most 1. */
function lifted(
  { inputDimension, outputDimension }: TwoLayerNetwork,
  surjection: LabelledPartition,
  weights: readonly Rational[],
  v: RationalVector,
): RationalVector {
  const space = { inputDimension, outputDimension, width: surjection.r };
  const map = expansionMap(space, surjection, weights);
  return unitSized(
    RationalVector.of(timesVector(map.numerators, v.numerators), map.denominator * v.denominator),
  );
}

/** The vector times a power of two that makes its largest entry more than 1/2 and at most 2 in size. */
function unitSized(v: RationalVector): RationalVector {
  const largest = v.numerators.reduce((most, entry) => {
    const size = entry < 0n ? -entry : entry;
    return size > most ? size : most;
  }, 0n);
  const exponent = BigInt(bitLength(largest) - bitLength(v.denominator));
  const power = 1n << (exponent < 0n ? -exponent : exponent);
  return v.times(exponent < 0n ? rational(power) : rational(1n, power));
}

function exactCase(
  { network, data, activation }: CriticalPoint,
  surjection: LabelledPartition,
  weights: readonly Rational[],
  direction: RationalVector,
): CurvatureCase {
  const above = expandCritical(network, surjection, weights);
  const { numerators, denominator } = hessian(above, data, activation, squaredError);
  const value = dot(direction.numerators, timesVector(numerators, direction.numerators));
  const second = aroundDouble(nearbyDouble(value, denominator * direction.denominator ** 2n));
  return { checked: checkedPolynomial(activation), network: above, data, direction, second };
}
