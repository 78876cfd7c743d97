import { entry } from "../exact/entry.js";
import { doubleValue } from "../exact/numbers/doubleValue.js";
import { rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { type DataSet, dataSet } from "../landscape/loss/data.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../network/twoLayerNetwork.js";
import { QUARTIC } from "./checkedActivation.js";
import { Draws } from "./draws.js";
import { nearbyDoubles } from "./multiLayerBatch.js";

/** A network and data at which the gradient of the squared error is about 1e-15, to be certified. */
export interface NearCriticalPoint {
  readonly network: TwoLayerNetwork;
  readonly data: DataSet;
}

/** σ and σ' in doubles, for the search alone. */
export interface DoubleActivation {
  readonly value: (z: number) => number;
  readonly slope: (z: number) => number;
}

const logistic = (z: number): number => 1 / (1 + Math.exp(-z));
const logisticSlope = (z: number): number => logistic(z) * logistic(-z);
const softplus = (z: number): number => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/** By the names of the activations in floats. */
export const DOUBLE_ACTIVATIONS: Readonly<Record<string, DoubleActivation>> = {
  sigmoid: { value: logistic, slope: logisticSlope },
  tanh: { value: Math.tanh, slope: (z) => 1 - Math.tanh(z) ** 2 },
  softplus: { value: softplus, slope: logistic },
  "softplus+sigmoid": {
    value: (z) => softplus(z) + logistic(2 * z),
    slope: (z) => logistic(z) + 2 * logisticSlope(2 * z),
  },
  [QUARTIC.name]: {
    value: (z) => 1 + z + z ** 2 / 2 - z ** 3 / 3 + z ** 4 / 5,
    slope: (z) => 1 + z - z ** 2 + (4 * z ** 3) / 5,
  },
};

/** What the search for a critical point is asked for. */
export interface NearCriticalRequest {
  readonly r: number;
  readonly inputDimension: number;
  readonly outputDimension: number;
  /** N, with N·d_out > r(d_in + d_out). */
  readonly points: number;
  /** The length of the residuals (e_1, …, e_N); a negative one reverses them. */
  readonly size: number;
  readonly seed: number;
}

/**
 * A random network that is critical up to rounding in doubles. The gradient is Jᵀe. So random residuals e are
 * made orthogonal to the columns of J, and the targets are y_k = f(x_k) − e_k. Weights, inputs and targets
 * are exact rationals.
 */
export function nearCriticalPoint(
  { value, slope }: DoubleActivation,
  { r, inputDimension, outputDimension, points, size, seed }: NearCriticalRequest,
): NearCriticalPoint {
  const draws = new Draws(seed, `${points} residuals of a network ${inputDimension}-${r}-${outputDimension}`);
  const vector = (dimension: number): RationalVector =>
    RationalVector.of(
      Array.from({ length: dimension }, () => BigInt(draws.integer(24) || 5)),
      16n,
    );
  const units = Array.from({ length: r }, (_, unit) => ({
    // Distinct first coordinates make the network irreducible.
    incoming: vector(inputDimension).plus(first(inputDimension, 4n * BigInt(unit))),
    outgoing: vector(outputDimension),
  }));
  const network = twoLayerNetwork(inputDimension, outputDimension, units);
  const inputs = draws.inputs(points, inputDimension).map((input) => input.times(rational(2n)));
  const passes = inputs.map((input) => {
    const x = nearbyDoubles(input);
    const hidden = units.map((unit) => dot(nearbyDoubles(unit.incoming), x));
    return { x, hidden };
  });
  const outgoing = units.map((unit) => nearbyDoubles(unit.outgoing));
  // One column of J for each parameter: entries for all inputs and outputs.
  const columns = units.flatMap((_, unit) => [
    ...Array.from({ length: inputDimension }, (__, input) =>
      passes.flatMap(({ x, hidden }) =>
        entry(outgoing, unit).map((a) => a * slope(entry(hidden, unit)) * entry(x, input)),
      ),
    ),
    ...Array.from({ length: outputDimension }, (__, output) =>
      passes.flatMap(({ hidden }) =>
        entry(outgoing, unit).map((___, other) => (other === output ? value(entry(hidden, unit)) : 0)),
      ),
    ),
  ]);
  const start = Array.from({ length: points * outputDimension }, () => draws.integer(1000) / 1000);
  const residuals = scaledTo(size, withoutColumns(columns, start));
  const targets = passes.map(({ hidden }, input) =>
    RationalVector.fromRationals(
      Array.from({ length: outputDimension }, (_, output) => {
        const f = hidden.reduce((sum, z, unit) => sum + entry(entry(outgoing, unit), output) * value(z), 0);
        return doubleValue(f - entry(residuals, input * outputDimension + output));
      }),
    ),
  );
  return { network, data: dataSet(inputs, targets) };
}

function first(dimension: number, value: bigint): RationalVector {
  return RationalVector.of(Array.from({ length: dimension }, (_, index) => (index === 0 ? value : 0n)));
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, index) => sum + value * entry(right, index), 0);
}

/** The part of a vector orthogonal to the columns, by Gram and Schmidt, done twice against rounding. */
function withoutColumns(columns: readonly number[][], start: readonly number[]): number[] {
  const basis: number[][] = [];
  const reduced = (vector: readonly number[]): number[] =>
    [...basis, ...basis].reduce<number[]>(
      (rest, other) => {
        const share = dot(rest, other);
        return rest.map((value, index) => value - share * entry(other, index));
      },
      [...vector],
    );
  for (const column of columns) {
    const rest = reduced(column);
    if (dot(rest, rest) > 2 ** -60 * dot(column, column)) basis.push(scaledTo(1, rest));
  }
  return reduced(start);
}

function scaledTo(size: number, vector: readonly number[]): number[] {
  const length = Math.sqrt(dot(vector, vector));
  return vector.map((value) => (value * size) / length);
}
