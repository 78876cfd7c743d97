import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { InputError } from "../exact/inputError.js";
import { bitLength } from "../exact/integer.js";
import { primitive } from "../exact/integerMatrix.js";
import { type Rational, rational } from "../exact/rational.js";
import { RationalVector } from "../exact/rationalVector.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Activation } from "./activation.js";
import { type CriticalPoint, criticalResiduals, withResiduals } from "./criticalPoint.js";

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
 * A random exact critical point of the squared error: an irreducible network with small integer weights, N distinct
 * inputs with half-integer coordinates, and targets whose residuals aren't all 0. The largest residual is between
 * 1/2 and 1 in size.
 *
 * @throws InputError if the residuals 0 are the only ones: N·d_out > r(d_in + d_out) is always enough.
 * @example criticalPoint({ r: 2, inputDimension: 1, outputDimension: 1, points: 5, activation, seed: 1 }).network.neurons.length === 2
 */
export function criticalPoint(request: CriticalRequest): CriticalPoint {
  const { network, inputs, residuals } = criticalDraw(request);
  return withResiduals(network, inputs, request.activation, residuals, unitScale(residuals));
}

/** A network, inputs, and integer residuals, not all 0, that make it critical. */
export interface CriticalDraw {
  readonly network: TwoLayerNetwork;
  readonly inputs: readonly RationalVector[];
  readonly residuals: readonly bigint[];
}

/** What {@link criticalPoint} draws. */
export function criticalDraw(request: CriticalRequest): CriticalDraw {
  const { r, inputDimension, outputDimension, points, activation, seed } = request;
  const generator = xoroshiro128plus(seed);
  const integer = (bound: number): bigint => BigInt(uniformInt(generator, -bound, bound));
  const vector = (dimension: number, bound: number): RationalVector =>
    RationalVector.of(Array.from({ length: dimension }, () => integer(bound)));
  const incoming = distinct(r, () => vector(inputDimension, r + 1));
  const outgoing = incoming.map(() => nonzero(() => vector(outputDimension, OUTGOING)));
  const network = twoLayerNetwork(
    inputDimension,
    outputDimension,
    incoming.map((weights, index) => ({
      incoming: weights,
      outgoing: outgoing[index] ?? RationalVector.zero(outputDimension),
    })),
  );
  const half = rational(1n, 2n);
  const inputs = distinct(points, () => vector(inputDimension, points + 2).times(half));
  const basis = criticalResiduals(network, inputs, activation);
  const { numerators } = nonzero(() => {
    const size = points * outputDimension;
    return RationalVector.sum(
      size,
      basis.map((entries) => RationalVector.of(entries.map(times(integer(1))))),
    );
  });
  return { network, inputs, residuals: primitive(numerators) };
}

/** The power of two that makes the largest of these integers, not all 0, at least 1/2 and less than 1 in size. */
export function unitScale(residuals: readonly bigint[]): Rational {
  return rational(1n, 1n << BigInt(Math.max(...residuals.map(bitLength))));
}

/** Outgoing weights are at most that in size. */
const OUTGOING = 3;

/** Draws of one vector after which there is something wrong: half of those that come up will do. */
const MOST_DRAWS = 1000;

function times(factor: bigint): (entry: bigint) => bigint {
  return (entry) => entry * factor;
}

function nonzero(draw: () => RationalVector): RationalVector {
  return firstThat((vector) => !vector.isZero(), draw);
}

/** So many vectors, no two equal. */
function distinct(count: number, draw: () => RationalVector): RationalVector[] {
  const found = new Map<string, RationalVector>();
  while (found.size < count) {
    const vector = firstThat(({ key }) => !found.has(key), draw);
    found.set(vector.key, vector);
  }
  return [...found.values()];
}

function firstThat(fits: (vector: RationalVector) => boolean, draw: () => RationalVector): RationalVector {
  for (let draws = 0; draws < MOST_DRAWS; draws++) {
    const vector = draw();
    if (fits(vector)) return vector;
  }
  throw new InputError("no random vector that fits was found", "choose another seed or other sizes");
}
