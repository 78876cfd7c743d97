import { InputError } from "../../exact/inputError.js";
import { bitLength } from "../../exact/numbers/integer.js";
import { type IntegerMatrix, primitive } from "../../exact/vectors/integerMatrix.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { seededIntegers } from "../../network/seededIntegers.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { Activation } from "../activations/activation.js";
import { type CriticalPoint, criticalResiduals, residualVectors, withResiduals } from "./criticalPoint.js";
import { isGenericFor, specialFeature } from "./genericity.js";

/** What a random critical point is to be like. */
export interface CriticalRequest {
  /** Width of the network, at least 1. */
  readonly r: number;
  readonly inputDimension: number;
  readonly outputDimension: number;
  /** N, the number of data. */
  readonly points: number;
  readonly activation: Activation;
  /** A 32-bit integer: the same request gives the same point. */
  readonly seed: number;
}

/**
 * A random exact critical point of the squared error: an irreducible network with small integer weights, N
 * distinct inputs with half-integer coordinates, and targets with residuals e_k ≠ 0. It is generic
 * (genericity.ts): no derivative vanishes by chance at a w·x_k. The largest residual has a size in [1/2, 1).
 *
 * @throws InputError if there are only the residuals 0 (N·d_out > r(d_in + d_out) is always enough), or if no
 *   generic point is found.
 * @example criticalPoint({ r: 2, inputDimension: 1, outputDimension: 1, points: 5, activation, seed: 1 })
 */
export function criticalPoint(request: CriticalRequest): CriticalPoint {
  const { network, inputs, residuals } = criticalDraw(request, 0);
  return withResiduals(network, inputs, request.activation, residuals, unitScale(residuals));
}

/** A network, inputs, and integer residuals, not all 0, that make it critical. */
export interface CriticalDraw {
  readonly network: TwoLayerNetwork;
  readonly inputs: readonly RationalVector[];
  readonly residuals: readonly bigint[];
}

/**
 * What {@link criticalPoint} draws.
 *
 * @param attempt 0, 1, …: each gives another draw. So does any other width, dimension, number of data or
 *   activation.
 */
export function criticalDraw(request: CriticalRequest, attempt: number): CriticalDraw {
  const { r, inputDimension, outputDimension, points, activation, seed } = request;
  const shape = `${inputDimension}-${r}-${outputDimension}`;
  const purpose = `critical point ${shape} of ${points} data, ${activation.name}, ${attempt}`;
  const draw = seededIntegers(seed, purpose);
  for (let draws = 0; draws < MOST_DRAWS; draws++) {
    const { network, inputs } = networkAndInputs(request, draw);
    const basis = criticalResiduals(network, inputs, activation);
    const residuals = combination(basis, points * outputDimension, () => nonzeroInteger(draw, RESIDUAL));
    const vectors = residualVectors(residuals, points, outputDimension);
    if (specialFeature(network, inputs, activation, vectors) === undefined)
      return { network, inputs, residuals };
  }
  throw notFound();
}

/** Draws an integer from least to most. */
export type Draw = (least: number, most: number) => number;

/** A sum of multiples of the vectors of a basis, divided by the common factor of its entries. */
export function combination(
  basis: IntegerMatrix,
  dimension: number,
  coefficient: () => bigint,
): readonly bigint[] {
  const terms = basis.map((entries) => RationalVector.of(entries).times(rational(coefficient())));
  return primitive(RationalVector.sum(dimension, terms).numerators);
}

function networkAndInputs(
  { r, inputDimension, outputDimension, points, activation }: CriticalRequest,
  draw: Draw,
): Omit<CriticalDraw, "residuals"> {
  const vector = (dimension: number, bound: number): RationalVector =>
    RationalVector.of(Array.from({ length: dimension }, () => BigInt(draw(-bound, bound))));
  const incoming = distinct(
    r,
    () => vector(inputDimension, r + 1),
    (weights) => !weights.isZero(),
  );
  const units = incoming.map((weights) => ({
    incoming: weights,
    outgoing: firstThat(
      (outgoing) => !outgoing.isZero(),
      () => vector(outputDimension, OUTGOING),
    ),
  }));
  const generic = isGenericFor(activation);
  const inputs = distinct(
    points,
    () => vector(inputDimension, points + 2).times(rational(1n, 2n)),
    (input) => incoming.every((weights) => generic(weights.dot(input))),
  );
  return { network: twoLayerNetwork(inputDimension, outputDimension, units), inputs };
}

/** A nonzero integer from −bound to bound. */
export function nonzeroInteger(draw: Draw, bound: number): bigint {
  const size = BigInt(draw(1, bound));
  return draw(0, 1) === 0 ? size : -size;
}

/** The power of two that brings the largest of these integers, not all 0, to a size in [1/2, 1). */
export function unitScale(residuals: readonly bigint[]): Rational {
  return rational(1n, 1n << BigInt(Math.max(...residuals.map(bitLength))));
}

/** The largest size of outgoing weights. */
const OUTGOING = 3;

/** The largest size of the multiples of residuals of a basis. */
const RESIDUAL = 2;

/** Draws after which something is wrong: half of all draws are suitable. */
const MOST_DRAWS = 1000;

/** The given number of distinct vectors that fit. */
export function distinct(
  count: number,
  draw: () => RationalVector,
  fits: (vector: RationalVector) => boolean,
): RationalVector[] {
  const vectors = new Map<string, RationalVector>();
  while (vectors.size < count) {
    const vector = firstThat((candidate) => !vectors.has(candidate.key) && fits(candidate), draw);
    vectors.set(vector.key, vector);
  }
  return [...vectors.values()];
}

function firstThat(fits: (vector: RationalVector) => boolean, draw: () => RationalVector): RationalVector {
  for (let draws = 0; draws < MOST_DRAWS; draws++) {
    const vector = draw();
    if (fits(vector)) return vector;
  }
  throw notFound();
}

function notFound(): InputError {
  return new InputError(
    "no random critical point was found at which nothing vanishes by chance",
    "choose another seed or other sizes",
  );
}
