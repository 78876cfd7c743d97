import { RationalVector } from "../exact/vectors/rationalVector.js";
import type { MultiLayerMatrices } from "./multiLayerMatrices.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "./multiLayerNetwork.js";

/**
 * The irreducible network that all reductions of a network of several layers end in, and where its units went.
 *
 * @example reduceMultiLayer(network).widths.length === hiddenWidths(network).length
 */
export interface MultiLayerReduction {
  /** Units of every layer in order of first appearance; undefined if a hidden layer is left with no unit. */
  readonly irreducible: MultiLayerNetwork | undefined;
  /** The same by its matrices, which may have layers of width 0. */
  readonly matrices: MultiLayerMatrices;
  /** Its hidden widths r_1, …, r_{L−1}. */
  readonly widths: readonly number[];
  /**
   * For every hidden layer the codes of a labelled partition of its units: units are together exactly when they have
   * equal terms; code t ≥ 1 is unit t of `irreducible`, and 0, −1, … are the classes that aren't live, in order of first
   * appearance.
   */
  readonly labelledPartitions: readonly (readonly number[])[];
}

/** The units of a layer by their terms. */
interface Classes {
  /** The class of every unit, counted from 0 in order of first appearance. */
  readonly classOf: readonly number[];
  /** For every class the row of its units, summed over the classes of the layer before. */
  readonly rows: readonly RationalVector[];
  /** The first unit of every class. */
  readonly firsts: readonly number[];
}

/**
 * Reduction as the nested measure: forwards, units of equal terms form a class; backwards, a class is live if
 * a live class of the layer above, or the output, reads it with a nonzero sum of weights. Live classes are the units of the irreducible network. One pass each
 * way, linear in the number of weights.
 *
 * The irreducible network computes the same function for every activation σ, and no network of as many layers
 * that does so has fewer units in any layer, as it reduces to the same one (Theorem 1 of proofs/layers.md).
 *
 * @example reduceMultiLayer(asMultiLayer(twoLayerNetwork(1, 1, [unitOf(["1"], ["0"]), unitOf(["3"], ["5"])]))).labelledPartitions // [[0, 1]]
 */
export function reduceMultiLayer(network: MultiLayerMatrices): MultiLayerReduction {
  const layers = classesForwards(network);
  const live = liveBackwards(layers);
  const kept = live.map((classes) => classes.flatMap((isLive, index) => (isLive ? [index] : [])));
  const weights = layers.map(({ rows }, index) => {
    const columns = kept[index - 1];
    const own = (kept[index] ?? []).flatMap((unit) => rows[unit] ?? []);
    return columns === undefined ? own : own.map((row) => restricted(row, columns));
  });
  const biases = network.biases?.map((bias, index) => {
    const firsts = layers[index]?.firsts ?? [];
    return restricted(bias, kept[index]?.flatMap((unit) => firsts[unit] ?? []) ?? []);
  });
  const matrices = { weights, biases };
  const widths = kept.slice(0, -1).map(({ length }) => length);
  return {
    irreducible: widths.includes(0) ? undefined : multiLayerNetwork(matrices.weights, matrices.biases),
    matrices,
    widths,
    labelledPartitions: layers.slice(0, -1).map(({ classOf }, index) => codesOf(classOf, live[index] ?? [])),
  };
}

/** The classes of every layer; each unit of the output is its own. */
function classesForwards({ weights, biases }: MultiLayerMatrices): Classes[] {
  const layers: Classes[] = [];
  weights.forEach((rows, index) => {
    const before = layers[index - 1];
    const summed = before === undefined ? rows : rows.map((row) => summedOver(row, before));
    if (index === weights.length - 1) {
      const apart = summed.map((_, unit) => unit);
      layers.push({ classOf: apart, firsts: apart, rows: summed });
    } else layers.push(classesOf(summed, biases?.[index]));
  });
  return layers;
}

function classesOf(rows: readonly RationalVector[], bias: RationalVector | undefined): Classes {
  const biases = bias?.toStrings();
  const classAt = new Map<string, number>();
  const firsts: number[] = [];
  const classOf = rows.map((row, unit) => {
    const key = `${keyOf(row)};${biases?.[unit] ?? ""}`;
    const found = classAt.get(key) ?? firsts.length;
    if (found === firsts.length) {
      classAt.set(key, found);
      firsts.push(unit);
    }
    return found;
  });
  return { classOf, firsts, rows: firsts.flatMap((unit) => rows[unit] ?? []) };
}

/** Lowest terms over one denominator are unique; the key of the vector itself would bring each entry to its own. */
function keyOf({ numerators, denominator }: RationalVector): string {
  return `${denominator.toString(16)}:${numerators.map((numerator) => numerator.toString(16)).join()}`;
}

/** A row's entries summed over the classes of the layer before. */
function summedOver(row: RationalVector, { classOf, rows }: Classes): RationalVector {
  // Every unit its own class: nothing to add.
  if (rows.length === row.dimension) return row;
  const sums = new Array<bigint>(rows.length).fill(0n);
  row.numerators.forEach((numerator, unit) => {
    const index = classOf[unit] ?? 0;
    sums[index] = (sums[index] ?? 0n) + numerator;
  });
  return RationalVector.of(sums, row.denominator);
}

/** Which classes of every layer are live; all of the output's. */
function liveBackwards(layers: readonly Classes[]): boolean[][] {
  const live = layers.map(({ rows }, index) => rows.map(() => index === layers.length - 1));
  for (let index = layers.length - 1; index > 0; index -= 1) {
    const read = live[index - 1] ?? [];
    layers[index]?.rows.forEach((row, unit) => {
      if (live[index]?.[unit] !== true) return;
      row.numerators.forEach((numerator, before) => {
        if (numerator !== 0n) read[before] = true;
      });
    });
  }
  return live;
}

/** The vector at some of its coordinates, in their order. */
function restricted(vector: RationalVector, coordinates: readonly number[]): RationalVector {
  if (coordinates.length === vector.dimension) return vector;
  const numerators = coordinates.map((index) => vector.numerators[index] ?? 0n);
  return RationalVector.of(numerators, vector.denominator);
}

function codesOf(classOf: readonly number[], live: readonly boolean[]): number[] {
  let [units, zeroBlocks] = [0, 0];
  const codes = live.map((isLive) => (isLive ? ++units : 0 - zeroBlocks++));
  return classOf.map((index) => codes[index] ?? 0);
}
