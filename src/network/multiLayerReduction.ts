import { entry } from "../exact/entry.js";
import { requireArguments, speaking } from "../exact/plainJavaScript.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { type MultiLayerMatrices, type MultiLayerNetwork, multiLayerNetwork } from "./multiLayerNetwork.js";
import { placesByKey } from "./twoLayerNetwork.js";

/**
 * The irreducible network in which all reductions of a network of several layers end, and what becomes of its
 * units.
 *
 * @example reduceMultiLayer(network).widths.length === hiddenWidths(network).length
 */
export interface MultiLayerReduction {
  /**
   * The irreducible network, with the units of every layer in order of first appearance; undefined if no unit
   * is left in some hidden layer.
   */
  readonly irreducible: MultiLayerNetwork | undefined;
  /** The matrices of the irreducible network, where layers may have width 0. */
  readonly matrices: MultiLayerMatrices;
  /** Its hidden widths r_1, …, r_{L−1}. */
  readonly widths: readonly number[];
  /**
   * For every hidden layer the codes of a labelled partition of its units. Units are in one block if and only
   * if they have equal terms; code t ≥ 1 is unit t of `irreducible`, and 0, −1, … are the silent classes, in
   * order of first appearance.
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
 * Reduces a network of several layers by its nested measure. Forwards, units of equal terms form a class.
 * Backwards, a class is silent unless the output, or a class of the next layer that is not silent, reads it
 * with a nonzero sum of weights. The other classes are the units of the irreducible network. One pass each
 * way, linear in the number of weights.
 *
 * The irreducible network computes the same function for every activation σ, and no network with as many
 * layers that computes it has fewer units in any layer, since it reduces to the same network (Theorem 1 of
 * proofs/layers.md).
 *
 * @example reduceMultiLayer(asMultiLayer(twoLayerNetwork(1, 1, [unitOf(["1"], ["0"]), unitOf(["3"],
 *   ["5"])]))).labelledPartitions
 *   // [[0, 1]]
 */
export function reduceMultiLayer(network: MultiLayerMatrices): MultiLayerReduction {
  requireArguments({ layeredNetwork: { network } });
  const layers = classesForwards(network);
  const silent = silentBackwards(layers);
  const kept = silent.map((classes) => classes.flatMap((isSilent, index) => (isSilent ? [] : [index])));
  const weights = layers.map((layer, index) => {
    const rows = entry(kept, index).map((unit) => entry(layer.rows, unit));
    if (index === 0) return rows;
    const columns = entry(kept, index - 1);
    return rows.map((row) => restricted(row, columns));
  });
  const biases = network.biases?.map((bias, index) => {
    const { firsts } = entry(layers, index);
    return restricted(
      bias,
      entry(kept, index).map((unit) => entry(firsts, unit)),
    );
  });
  const matrices = { weights, biases };
  const widths = kept.slice(0, -1).map(({ length }) => length);
  return speaking({
    irreducible: widths.includes(0) ? undefined : multiLayerNetwork(matrices.weights, matrices.biases),
    matrices,
    widths,
    labelledPartitions: layers
      .slice(0, -1)
      .map(({ classOf }, index) => codesOf(classOf, entry(silent, index))),
  });
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
    } else layers.push(classesOf(summed, biases === undefined ? undefined : entry(biases, index)));
  });
  return layers;
}

function classesOf(rows: readonly RationalVector[], bias: RationalVector | undefined): Classes {
  const biases = bias?.toStrings();
  const groups = placesByKey(
    rows.map((row, unit) =>
      biases === undefined ? vectorKey(row) : `${vectorKey(row)};${entry(biases, unit)}`,
    ),
  );
  const classOf = new Array<number>(rows.length);
  groups.forEach((units, index) => {
    for (const unit of units) classOf[unit] = index;
  });
  const firsts = groups.map((units) => entry(units, 0));
  return { classOf, firsts, rows: firsts.map((unit) => entry(rows, unit)) };
}

/**
 * A key of a vector. Lowest terms over one denominator are unique; the vector's own `key` would reduce each
 * entry to its own lowest terms, which is slower.
 */
export function vectorKey({ numerators, denominator }: RationalVector): string {
  return `${denominator.toString(16)}:${numerators.map((numerator) => numerator.toString(16)).join()}`;
}

/** A row's entries summed over the classes of the layer before. */
function summedOver(row: RationalVector, { classOf, rows }: Classes): RationalVector {
  // Every unit is a class alone: there is nothing to add.
  if (rows.length === row.dimension) return row;
  const sums = new Array<bigint>(rows.length).fill(0n);
  row.numerators.forEach((numerator, unit) => {
    const index = entry(classOf, unit);
    sums[index] = entry(sums, index) + numerator;
  });
  return RationalVector.of(sums, row.denominator);
}

/** Which classes of every layer are silent; in the output layer none is. */
function silentBackwards(layers: readonly Classes[]): boolean[][] {
  const silent = layers.map(({ rows }, index) => rows.map(() => index < layers.length - 1));
  for (let index = layers.length - 1; index > 0; index -= 1) {
    const [before, silentHere] = [entry(silent, index - 1), entry(silent, index)];
    entry(layers, index).rows.forEach((row, unit) => {
      if (entry(silentHere, unit)) return;
      row.numerators.forEach((numerator, column) => {
        if (numerator !== 0n) before[column] = false;
      });
    });
  }
  return silent;
}

/** The given coordinates of the vector, in their order. */
function restricted(vector: RationalVector, coordinates: readonly number[]): RationalVector {
  if (coordinates.length === vector.dimension) return vector;
  const numerators = coordinates.map((index) => entry(vector.numerators, index));
  return RationalVector.of(numerators, vector.denominator);
}

function codesOf(classOf: readonly number[], silent: readonly boolean[]): number[] {
  let [units, zeroBlocks] = [0, 0];
  const codes = silent.map((isSilent) => (isSilent ? 0 - zeroBlocks++ : ++units));
  return classOf.map((index) => entry(codes, index));
}
