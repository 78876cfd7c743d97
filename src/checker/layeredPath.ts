import { type Work, lineOf } from "./changes.js";
import { spelled } from "./network.js";
import { partition } from "./partition.js";
import { isGiven } from "./request.js";
import { type Rational, ZERO, entry, fields, list, rows } from "./values.js";
import { type Expected, demand } from "./verdict.js";

type Matrix = readonly (readonly Rational[])[];

/**
 * A network of L layers: its widths m_0, …, m_L from inputs to outputs, its matrices V^(1), …, V^(L), and
 * either no biases or those of every layer.
 */
export type Layers = Readonly<{ widths: readonly number[]; biases: Matrix; matrices: readonly Matrix[] }>;

/** The codes of a labelled partition for each hidden layer. */
type Tuple = readonly (readonly number[])[];

/**
 * Kind `layered-path`, claim `mlp-connected`. An acceptance proves that every network on the polyline through
 * the points, which leads from the caller's first network to the other, computes the function of θ, whatever
 * the activation. It says nothing of the number of segments, nor of other networks.
 */
export function layeredPath(body: unknown, expected: Expected): string {
  const { members, points: written, work } = lineOf(body, ["partitions", "theta"], ["biases", "weights"]);
  const hasEnds = expected.from !== undefined && expected.to !== undefined;
  demand(hasEnds, "parameters", "expected", "the caller names no networks from and to");
  const theta = layers(members.theta, "body.theta");
  demand(isIrreducible(theta), "theta", "body.theta", "equal rows, or a neuron without output");
  const points = written.map(({ value, at }) => layers(value, at));
  const isOfOneShape = new Set(points.map(({ widths }) => widths.join())).size <= 1;
  const areAlike = isOfOneShape && points.every((point) => isLike(point, theta));
  demand(areAlike, "shape", "body.points", "not of one shape, and with the ends and biases of theta");
  const count = points.length - 1;
  const tupleValues = list(members.partitions, "body.partitions", (tuple) => tuple);
  const isPolyline = tupleValues.length === count && count > 0;
  demand(isPolyline, "segments", "body.partitions", "not one fewer than the points, or none");
  const { widths } = entry(points, 0);
  const tuples = list(tupleValues, "body.partitions", (tuple, at) => readTuple(tuple, at, widths, theta));
  // Both ends are the caller's networks, bias by bias and weight by weight.
  const [first, last] = [entry(written, 0), entry(written, count)];
  const isFrom = isGiven(first.value, expected.from);
  demand(isFrom, "end", first.at, "not the caller's first network");
  const isTo = isGiven(last.value, expected.to);
  demand(isTo, "end", last.at, "not the caller's last network");
  // Both ends of a segment lie in one Φ_P, which is convex: so does the segment.
  for (const [index, tuple] of tuples.entries()) {
    const ends = [entry(points, index), entry(points, index + 1)];
    const isHeld = ends.every((end) => isInPhi(end, tuple, theta, work));
    demand(isHeld, "member", `body.partitions[${index}]`, "does not hold both ends of its segment");
  }
  return `a path of ${count} segments, all of whose networks compute what theta does, for every activation`;
}

/** Reads a network of two or more layers, of 1 to 200,001 units each. */
export function layers(value: unknown, at: string): Layers {
  const members = fields(value, ["biases", "weights"], at);
  const biases = rows(members.biases, `${at}.biases`);
  const weights = list(members.weights, `${at}.weights`, rows);
  const isNarrow = ({ length }: readonly unknown[]): boolean => length <= 200_001;
  const areNarrow = weights.every((matrix) => isNarrow(matrix) && matrix.every(isNarrow));
  demand(areNarrow, "size", at, "more than 200001 neurons in a layer");
  demand(areChained(weights), "shape", at, "not two or more matrices that fit");
  const inputs = entry(entry(weights, 0), 0).length;
  const outputs = weights.map((matrix) => matrix.length);
  const widths = [inputs, ...outputs];
  const isFull = biases.map(({ length }) => length).join() === outputs.join();
  demand(biases.length === 0 || isFull, "shape", `${at}.biases`, "neither empty nor one bias for each row");
  return { widths, biases, matrices: weights };
}

/**
 * Whether there are two matrices or more, none of them empty, and each has a column for each row of the one
 * before.
 */
function areChained(weights: readonly Matrix[]): boolean {
  if (weights.length < 2) return false;
  return weights.every((matrix, l) => {
    if (matrix.length === 0) return false;
    const columns = l === 0 ? entry(matrix, 0).length : entry(weights, l - 1).length;
    return columns > 0 && matrix.every((row) => row.length === columns);
  });
}

/** Whether a network has the inputs, outputs and number of layers of θ, and biases if and only if θ has. */
function isLike({ widths, biases }: Layers, theta: Layers): boolean {
  const isAsDeep = widths.length === theta.widths.length;
  const hasInputs = widths[0] === theta.widths[0];
  const hasOutputs = widths.at(-1) === theta.widths.at(-1);
  return isAsDeep && hasInputs && hasOutputs && biases.length === theta.biases.length;
}

/** Reads a labelled partition for each hidden layer of networks of these widths. */
function readTuple(value: unknown, at: string, widths: readonly number[], theta: Layers): Tuple {
  const tuple = list(value, at, (codes) => codes);
  const hiddenLayers = theta.matrices.length - 1;
  demand(tuple.length === hiddenLayers, "shape", at, "not one partition for each hidden layer");
  return list(tuple, at, (codes, place, index) => {
    const layer = index + 1;
    return partition(codes, entry(theta.widths, layer), entry(widths, layer), place);
  });
}

/**
 * In every hidden layer, rows are distinct, bias included, and the next matrix has no zero column at a unit.
 */
function isIrreducible({ matrices, biases }: Layers): boolean {
  return matrices.slice(1).every((next, l) => {
    const units = entry(matrices, l);
    const isDistinct =
      new Set(units.map((row, unit) => spelled(row) + biasOf(biases, l, unit))).size === units.length;
    const isSilent = units.some((_, unit) => next.every((row) => entry(row, unit).n === 0n));
    return isDistinct && !isSilent;
  });
}

/** Whether a network is in Φ_P. Inputs and outputs are labelled blocks of one unit each. */
function isInPhi(point: Layers, tuple: Tuple, theta: Layers, work: Work): boolean {
  const inputs = singletons(entry(point.widths, 0));
  const outputs = singletons(entry(point.widths, point.widths.length - 1));
  const codes = [inputs, ...tuple, outputs];
  return point.matrices.every((_, l) => hasSums(point, l, entry(codes, l + 1), entry(codes, l), theta, work));
}

/** The codes of a partition into blocks of one unit each, with labels 1, 2, …. */
function singletons(count: number): number[] {
  return Array.from({ length: count }, (_, unit) => unit + 1);
}

/**
 * Whether a row in block t of P_ℓ sums to row t of θ's matrix over the labelled blocks of P_{ℓ−1}, and to 0
 * over each zero block; and rows in one zero block of P_ℓ have the same sum over every block of P_{ℓ−1}.
 * Biases come after the sums, as from one more labelled block.
 */
function hasSums(
  { matrices, biases }: Layers,
  l: number,
  units: readonly number[],
  columns: readonly number[],
  theta: Layers,
  work: Work,
): boolean {
  const labels = entry(theta.widths, l);
  const zeroBlocks = new Set(columns.filter((code) => code <= 0)).size;
  const zeros = Array.from({ length: zeroBlocks }, () => ZERO);
  // For each block of rows, the sums that its rows must have: labelled blocks first, then zero blocks.
  const ofTheta = entry(theta.matrices, l).map((row) => spelled(zeroBlocks === 0 ? row : [...row, ...zeros]));
  const sumsOfBlock = new Map(ofTheta.map((sums, t) => [t + 1, sums + biasOf(theta.biases, l, t)]));
  return entry(matrices, l).every((row, unit) => {
    // Each input of the network is a block.
    const ofBlocks = spelled(l === 0 ? row : blockSums(row, columns, labels, zeroBlocks, work));
    const sums = ofBlocks + biasOf(biases, l, unit);
    work.spend(sums.length / 1024);
    const code = entry(units, unit);
    const sumsOfFirst = sumsOfBlock.get(code);
    // The first row of a zero block sets the sums that the others must have.
    if (sumsOfFirst === undefined) sumsOfBlock.set(code, sums);
    return sumsOfFirst === undefined || sums === sumsOfFirst;
  });
}

/** The bias of a unit as the end of a text; empty in a network without biases. */
function biasOf(biases: Matrix, l: number, unit: number): string {
  return biases.length === 0 ? "" : ` ${spelled([entry(entry(biases, l), unit)])}`;
}

/** The sums of a row over the blocks of columns: labels 1, 2, … in turn, then zero blocks 0, −1, …. */
function blockSums(
  row: readonly Rational[],
  columns: readonly number[],
  labels: number,
  zeroBlocks: number,
  { add }: Work,
): Rational[] {
  const sums = Array.from({ length: labels + zeroBlocks }, () => ZERO);
  for (const [column, x] of row.entries()) {
    const code = entry(columns, column);
    const block = code > 0 ? code - 1 : labels - code;
    sums[block] = add(entry(sums, block), x);
  }
  return sums;
}
