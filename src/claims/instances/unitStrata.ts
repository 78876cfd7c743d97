import { binomial } from "../../combinatorics/counts/binomial.js";
import { tuples } from "../../combinatorics/tuples.js";
import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { entry } from "../../exact/entry.js";
import type { Inertia } from "../../exact/inertia/inertia.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { polynomialActivation } from "../../landscape/activations/activation.js";
import type { CopiedUnit, ShareSigns } from "../../landscape/criticalPoints/inertiaAbove.js";
import { squaredError } from "../../landscape/loss/cost.js";
import type { LandscapePoint } from "../../landscape/criticalPoints/landscapeAt.js";
import { hessian } from "../../landscape/loss/hessian.js";
import { inertia } from "../../exact/inertia/inertia.js";
import type { Copies } from "./pointsAbove.js";
import { type PrescribedPoint, prescribedPoint } from "./prescribedUnits.js";

/** 1 + x + x² − x³ + x⁴ + x⁵ − x⁶: with integer weights few digits. */
export const SEXTIC = polynomialActivation([1n, 1n, 1n, -1n, 1n, 1n, -1n].map((value) => rational(value)));

/** A point with the inertia of its Hessian, and copies of its units. */
export interface IndexCase extends Copies {
  readonly point: PrescribedPoint;
  readonly lower: Inertia;
}

/** The ranks of E_t that there are, each with every inertia of B_t|ker E_t. */
export function* unitKinds(
  inputDimension: number,
  outputDimension: number,
  isCritical: boolean,
): Generator<CopiedUnit> {
  // At a critical point a_tᵀE_t = 0.
  const largest = Math.min(inputDimension, isCritical ? outputDimension - 1 : outputDimension);
  for (let rank = 0; rank <= largest; rank++) {
    for (const { first, second, third } of triples(inputDimension - rank))
      yield { rank, onKernel: { positive: first, negative: second, zero: third } };
  }
}

/** The number of kinds of one unit that these shapes have: Σ_ρ C(d_in − ρ + 2, 2) for each. */
export function kindCount(shapes: readonly Shape[]): bigint {
  return shapes.reduce((sum, { inputDimension, outputDimension, isCritical }) => {
    const ranks = Math.min(inputDimension, isCritical ? outputDimension - 1 : outputDimension) + 1;
    return sum + binomial(inputDimension + 3, 3) - binomial(inputDimension + 3 - ranks, 3);
  }, 0n);
}

/** Every pattern of signs that k shares of sum 1 can have: C(k+1, 2), as one of them is positive. */
export function* signPatterns(k: number): Generator<ShareSigns> {
  for (const { first, second, third } of triples(k - 1))
    yield { positive: first + 1, negative: second, zero: third };
}

/** All (first, second, third) of nonnegative integers with the given sum. */
function* triples(sum: number): Generator<{ first: number; second: number; third: number }> {
  for (let first = 0; first <= sum; first++) {
    for (let second = 0; second <= sum - first; second++)
      yield { first, second, third: sum - first - second };
  }
}

/** Shares of sum 1 with these signs: the positive ones first, which differ, then negative ones and zeros. */
export function sharesWith({ positive, negative, zero }: ShareSigns): Rational[] {
  const below = Array.from({ length: negative }, (_, index) => rational(-1n - BigInt(index), 3n));
  const total = below.reduce((sum, share) => sum.sub(share), rational(1n));
  const weights = Array.from({ length: positive }, (_, index) => BigInt(index + 1));
  const whole = weights.reduce((sum, weight) => sum + weight, 0n);
  const above = weights.map((weight) => total.mul(weight).div(whole));
  return [...above, ...below, ...Array.from({ length: zero }, () => rational(0n))];
}

/** Copies of each unit with shares of these signs, the first copies of all units first. */
export function copiesWith(signs: readonly ShareSigns[]): Copies {
  const copies = signs
    .flatMap((pattern, unit) => sharesWith(pattern).map((share, place) => ({ unit, share, place })))
    .sort((left, right) => left.place - right.place);
  const codes = copies.map(({ unit }) => unit + 1);
  return { surjection: LabelledPartition.of(codes, signs.length), beta: copies.map(({ share }) => share) };
}

/** The inertia of the Hessian at a point, by all its second derivatives. */
export function wholeInertia({ network, data, activation, cost }: LandscapePoint): Inertia {
  return inertia(hessian(network, data, activation, cost).numerators);
}

/** Dimensions, and whether points are critical. */
export interface Shape {
  readonly inputDimension: number;
  readonly outputDimension: number;
  readonly isCritical: boolean;
}

/** All shapes with dimensions up to a bound, critical or not. */
export function shapesUpTo(bound: number): Shape[] {
  const sizes = Array.from({ length: bound }, (_, index) => index + 1);
  return [false, true].flatMap((isCritical) =>
    [...tuples([sizes, sizes])].map((pair) => ({
      inputDimension: entry(pair, 0),
      outputDimension: entry(pair, 1),
      isCritical,
    })),
  );
}

/** A point of each kind of unit that the shapes have. */
export function* pointsOfKinds(shapes: readonly Shape[], seed: number): Generator<PrescribedPoint> {
  for (const shape of shapes) {
    for (const kind of unitKinds(shape.inputDimension, shape.outputDimension, shape.isCritical))
      yield pointOf(shape, [kind], seed);
  }
}

function pointOf(
  shape: Shape,
  kinds: readonly CopiedUnit[],
  seed: number,
  scale = rational(1n),
): PrescribedPoint {
  return prescribedPoint({ ...shape, kinds, scale, activation: SEXTIC, seed });
}

/**
 * A critical point with these kinds of units, d_in = 2, d_out = 1. Its residuals are so small that the
 * Hessian is near JᵀJ, which is positive definite in general.
 */
export function strictMinimumOf(kinds: readonly CopiedUnit[], seed: number): PrescribedPoint {
  const shape = { inputDimension: 2, outputDimension: 1, isCritical: true };
  return pointOf(shape, kinds, seed, rational(1n, 1n << 40n));
}

/** Copies of one unit above a point. */
function caseAbove(point: PrescribedPoint, lower: Inertia, signs: readonly ShareSigns[]): IndexCase {
  return { point, lower, ...copiesWith(signs) };
}

const lowerInertia = (point: PrescribedPoint): Inertia => wholeInertia({ ...point, cost: squaredError });

/** Every pattern of signs for 2 and for 3 copies of the one unit of each point. */
export function* everyPattern(points: Iterable<PrescribedPoint>): Generator<IndexCase> {
  for (const point of points) {
    const lower = lowerInertia(point);
    for (const pattern of PATTERNS) yield caseAbove(point, lower, [pattern]);
  }
}

/** One of these patterns for each point, in turn. */
export function* patternsInTurn(points: Iterable<PrescribedPoint>): Generator<IndexCase> {
  let turn = 0;
  for (const point of points) {
    yield caseAbove(point, lowerInertia(point), [entry(PATTERNS, turn % PATTERNS.length)]);
    turn += 1;
  }
}

/** Points of two units, each kind with the next of its shape; 2 copies of one unit and 3 of the other. */
export function* bothUnits(shapes: readonly Shape[], seed: number): Generator<IndexCase> {
  let turn = 0;
  for (const shape of shapes) {
    const kinds = [...unitKinds(shape.inputDimension, shape.outputDimension, shape.isCritical)];
    for (const [index, kind] of kinds.entries()) {
      const point = pointOf(shape, [kind, entry(kinds, (index + 1) % kinds.length)], seed);
      const signs = [entry(PAIRS, turn % PAIRS.length), entry(TRIPLES, turn % TRIPLES.length)];
      yield caseAbove(point, lowerInertia(point), turn % 2 === 0 ? signs : signs.toReversed());
      turn += 1;
    }
  }
}

const PAIRS = [...signPatterns(2)];
const TRIPLES = [...signPatterns(3)];

/** The patterns of signs of 2 and of 3 copies. */
export const PATTERNS = [...PAIRS, ...TRIPLES];
