import { spelled } from "./network.js";
import { partition } from "./partition.js";
import { isGiven } from "./request.js";
import { type Rational, ZERO, entry, fields, list, rows, sum } from "./values.js";
import { type Expected, demand } from "./verdict.js";

type Matrix = readonly (readonly Rational[])[];

/**
 * A network of L layers: its widths m_0, …, m_L from inputs to outputs, whether it has biases, and its
 * matrices V^(1), …, V^(L), each with its biases, if any, as one more column.
 */
type Layers = Readonly<{ widths: readonly number[]; hasBiases: boolean; matrices: readonly Matrix[] }>;

/** The codes of a labelled partition for each hidden layer. */
type Tuple = readonly (readonly number[])[];

/**
 * Kind `layered-path`, claim `mlp-connected`. An acceptance proves that every network on the polyline through
 * the points, which leads from the caller's first network to the other, computes the function of θ, whatever
 * the activation. It says nothing of the number of segments, nor of other networks.
 */
export function layeredPath(body: unknown, expected: Expected): string {
  const members = fields(body, ["partitions", "points", "theta"], "body");
  const hasEnds = expected.from !== undefined && expected.to !== undefined;
  demand(hasEnds, "parameters", "expected", "the caller names no networks from and to");
  const theta = layers(members.theta, "body.theta");
  demand(isIrreducible(theta), "theta", "body.theta", "equal rows, or a neuron without output");
  const pointValues = list(members.points, "body.points", (point) => point);
  const points = list(pointValues, "body.points", layers);
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
  const isFrom = isGiven(pointValues[0], expected.from);
  demand(isFrom, "end", "body.points[0]", "not the caller's first network");
  const isTo = isGiven(pointValues[count], expected.to);
  demand(isTo, "end", `body.points[${count}]`, "not the caller's last network");
  // Both ends of a segment lie in one Φ_P, which is convex: so does the segment.
  for (const [index, tuple] of tuples.entries()) {
    const ends = [entry(points, index), entry(points, index + 1)];
    const isHeld = ends.every((end) => isInPhi(end, tuple, theta));
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
  const hasBiases = biases.length > 0;
  const isFull = biases.map(({ length }) => length).join() === outputs.join();
  demand(!hasBiases || isFull, "shape", `${at}.biases`, "neither empty nor one bias for each row");
  if (!hasBiases) return { widths, hasBiases, matrices: weights };
  const matrices = weights.map((matrix, l) => matrix.map((row, i) => [...row, entry(entry(biases, l), i)]));
  return { widths, hasBiases, matrices };
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
function isLike({ widths, hasBiases }: Layers, theta: Layers): boolean {
  const isAsDeep = widths.length === theta.widths.length;
  const hasInputs = widths[0] === theta.widths[0];
  const hasOutputs = widths.at(-1) === theta.widths.at(-1);
  return isAsDeep && hasInputs && hasOutputs && hasBiases === theta.hasBiases;
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
function isIrreducible({ matrices }: Layers): boolean {
  return matrices.slice(1).every((next, l) => {
    const units = entry(matrices, l);
    const isDistinct = new Set(units.map(spelled)).size === units.length;
    const isSilent = units.some((_, unit) => next.every((row) => entry(row, unit).n === 0n));
    return isDistinct && !isSilent;
  });
}

/**
 * Whether a network is in Φ_P. Inputs, outputs and the input of biases are labelled blocks of one unit each.
 */
function isInPhi({ matrices, widths, hasBiases }: Layers, tuple: Tuple, theta: Layers): boolean {
  const inputs = singletons(entry(widths, 0));
  const outputs = singletons(entry(widths, widths.length - 1));
  const codes = [inputs, ...tuple, outputs];
  return matrices.every((matrix, l) => {
    const biasLabel = entry(theta.widths, l) + 1;
    const columns = hasBiases ? [...entry(codes, l), biasLabel] : entry(codes, l);
    return hasSums(matrix, entry(codes, l + 1), columns, entry(theta.matrices, l));
  });
}

/** The codes of a partition into blocks of one unit each, with labels 1, 2, …. */
function singletons(count: number): number[] {
  return Array.from({ length: count }, (_, unit) => unit + 1);
}

/**
 * Whether a row in block t of P_ℓ sums to row t of θ's matrix over the labelled blocks of P_{ℓ−1}, and to 0
 * over each zero block; and rows in one zero block of P_ℓ have the same sum over every block of P_{ℓ−1}.
 */
function hasSums(
  matrix: Matrix,
  units: readonly number[],
  columns: readonly number[],
  theta: Matrix,
): boolean {
  const labels = entry(theta, 0).length;
  const zeroBlocks = new Set(columns.filter((code) => code <= 0)).size;
  const zeros = Array.from({ length: zeroBlocks }, () => ZERO);
  // For each block of rows, the sums that its rows must have: labelled blocks first, then zero blocks.
  const sumsOfBlock = new Map(theta.map((row, t) => [t + 1, spelled([...row, ...zeros])]));
  return matrix.every((row, unit) => {
    const sums = spelled(blockSums(row, columns, labels, zeroBlocks));
    const code = entry(units, unit);
    const sumsOfFirst = sumsOfBlock.get(code);
    // The first row of a zero block sets the sums that the others must have.
    if (sumsOfFirst === undefined) sumsOfBlock.set(code, sums);
    return sumsOfFirst === undefined || sums === sumsOfFirst;
  });
}

/** The sums of a row over the blocks of columns: labels 1, 2, … in turn, then zero blocks 0, −1, …. */
function blockSums(
  row: readonly Rational[],
  columns: readonly number[],
  labels: number,
  zeroBlocks: number,
): Rational[] {
  const sums = Array.from({ length: labels + zeroBlocks }, () => ZERO);
  for (const [column, x] of row.entries()) {
    const code = entry(columns, column);
    const block = code > 0 ? code - 1 : labels - code;
    sums[block] = sum(entry(sums, block), x);
  }
  return sums;
}
