import { entry } from "../../exact/entry.js";
import { bitLength, floorOfQuotient, magnitude } from "../../exact/numbers/integer.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { BiasedLayers } from "./biasedLayers.js";

/**
 * The weights of two networks on one grid: each as the integer below weight/step. Their differences are
 * exact, or off by less than one step, and sums of all of them stay safe integers. So distances of all pairs
 * of units cost no arithmetic on long integers.
 */
export interface WeightGrids {
  readonly a: WeightGrid;
  readonly b: WeightGrid;
  readonly step: Rational;
  /** How many steps a sum over all weights may be off; 0 if all weights are on the grid. */
  readonly slack: number;
}

/** For each layer its rows; the last entry of a row is the bias. Units that only fill up have zeros. */
export interface WeightGrid {
  readonly layers: readonly (readonly (readonly number[])[])[];
  /** For each layer how many of its rows are units. */
  readonly units: readonly number[];
}

/**
 * The grids of two networks with as many layers, inputs and outputs. Narrower layers are filled up to equal
 * widths.
 */
export function weightGrids(a: BiasedLayers, b: BiasedLayers): WeightGrids {
  const vectors = [a, b].flatMap(({ weights, biases }) => [...weights.flat(), ...biases]);
  const count = vectors.reduce((sum, { dimension }) => sum + dimension, 0);
  const largest = vectors.reduce((bits, vector) => Math.max(bits, sizeOf(vector)), -MAX_SHIFT);
  // All differences, each below two weights, add up to less than 2^52.
  const shift = Math.min(51 - bitLength(BigInt(count)) - largest, MAX_SHIFT);
  const step = shift < 0 ? rational(1n << BigInt(-shift)) : rational(1n, 1n << BigInt(shift));
  const isOnGrid = vectors.every(({ denominator }) => shift >= 0 && step.d % denominator === 0n);
  return { a: gridOf(a, b, shift), b: gridOf(b, a, shift), step, slack: isOnGrid ? 0 : count };
}

/** The finest step is 2^−1074, that of the doubles. */
const MAX_SHIFT = 1074;

/** The least k, or one more, with |v_i| < 2^k for all coordinates; it may be negative. */
function sizeOf({ numerators, denominator }: RationalVector): number {
  let most = 0n;
  for (const numerator of numerators) {
    const size = magnitude(numerator);
    if (size > most) most = size;
  }
  return bitLength(most) - bitLength(denominator) + 1;
}

function gridOf(network: BiasedLayers, other: BiasedLayers, shift: number): WeightGrid {
  const { weights, biases } = network;
  const units = weights.map((rows) => rows.length);
  const widths = units.map((width, layer) => Math.max(width, entry(other.weights, layer).length));
  const layers = weights.map((rows, layer) => {
    const bias = onGrid(entry(biases, layer), shift);
    // A layer after one of width 0 has rows without entries, and so does one without rows.
    const columns =
      layer === 0
        ? Math.max(columnCount(rows), columnCount(entry(other.weights, 0)))
        : entry(widths, layer - 1);
    const filled = rows.map((row, unit) => {
      const values = onGrid(row, shift);
      return [...values, ...zeros(columns - values.length), entry(bias, unit)];
    });
    const missing = entry(widths, layer) - rows.length;
    return [...filled, ...Array.from({ length: missing }, () => zeros(columns + 1))];
  });
  return { layers, units };
}

function columnCount([row]: readonly RationalVector[]): number {
  return row === undefined ? 0 : row.dimension;
}

function zeros(count: number): number[] {
  return new Array<number>(count).fill(0);
}

function onGrid({ numerators, denominator }: RationalVector, shift: number): number[] {
  const [up, down] = [BigInt(Math.max(shift, 0)), denominator << BigInt(Math.max(-shift, 0))];
  return numerators.map((numerator) => Number(floorOfQuotient(numerator << up, down)));
}
