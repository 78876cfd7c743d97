import { entry } from "../../../src/exact/entry.js";
import type { Rational } from "../../../src/exact/numbers/rational.js";
import type { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import type { MultiLayerNetwork } from "../../../src/network/multiLayerNetwork.js";

/** A network in doubles, apart from the code under test: each row has its bias, or 0, after its weights. */
export type Floats = readonly (readonly (readonly number[])[])[];

export function number({ s, n, d }: Rational): number {
  return Number((s * n * 2n ** 90n) / d) / 2 ** 90;
}

const numbers = (vector: RationalVector): number[] => vector.toRationals().map(number);

export function floatsOf({ weights, biases }: MultiLayerNetwork): Floats {
  return weights.map((rows, layer) => {
    const bias = biases === undefined ? rows.map(() => 0) : numbers(entry(biases, layer));
    return rows.map((row, unit) => [...numbers(row), entry(bias, unit)]);
  });
}

/** (1 − t)·left + t·right. */
export function blend(left: Floats, right: Floats, t: number): Floats {
  return left.map((rows, layer) =>
    rows.map((row, unit) =>
      row.map((value, at) => value + t * (entry(entry(entry(right, layer), unit), at) - value)),
    ),
  );
}

export function valueAt(network: Floats, x: readonly number[], sigma: (z: number) => number): number[] {
  return network.reduce<number[]>(
    (signals, rows, layer) => {
      const inputs = layer === 0 ? signals : signals.map(sigma);
      return rows.map((row) =>
        row.reduce((sum, weight, at) => sum + weight * (at < inputs.length ? entry(inputs, at) : 1), 0),
      );
    },
    [...x],
  );
}

export const SIGMAS: Readonly<Record<string, (z: number) => number>> = {
  tanh: Math.tanh,
  sigmoid: (z) => 1 / (1 + Math.exp(-z)),
  relu: (z) => Math.max(z, 0),
};
