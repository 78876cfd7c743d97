import { entry } from "../../exact/entry.js";
import { Interval } from "../../exact/intervals/interval.js";
import { circleRatio } from "../../exact/intervals/inverseTangent.js";
import {
  type Ray,
  type RayPair,
  inner,
  kernelGradient,
  mixedCurvature,
  multiple,
  ownCurvature,
  ray,
  rayPair,
  whole,
} from "./arcCosineKernel.js";

/**
 * Students Σ_i relu(w_i·x) of k units that are fixed by all permutations of the first k − 1 units together
 * with the first k − 1 inputs: five numbers (a, b, c, d, e), with a on the diagonal but for its end, b at all
 * other places of the first k − 1 rows and columns, c in the last column, d in the last row, and e where
 * these meet. The teacher Σ_i relu(x_i) is (1, 0, 0, 0, 1).
 *
 * Rows that aren't the last are alike. So are, for what is computed here, the indices from the fifth to the
 * one before the last: a row or column stands for all of them. Rows are the first four, one of these, and
 * the last; columns are the first four, that one, the others of these, and the last.
 */
const LAST_ROW = 5;
const LAST_COLUMN = 6;

/** A matrix of integers, by such rows and columns. */
export type MatrixStep = (row: number, column: number) => bigint;

/** 2π times the loss ½E(f − f_*)² and its derivatives, all over a box of the five numbers. */
export interface StudentDerivatives {
  readonly loss: Interval;
  /** The gradient's entries at (1,1), (1,3), (1,k), (k,1) and (k,k). */
  readonly gradient: readonly Interval[];
  /** What the Hessian makes of a matrix, at these places. */
  readonly image: (step: MatrixStep) => readonly Interval[];
}

/** Which of the five numbers is at a row and a column. */
export function placeOf(row: number, column: number): number {
  if (row === LAST_ROW) return column === LAST_COLUMN ? 4 : 3;
  if (column === LAST_COLUMN) return 2;
  return row === column ? 0 : 1;
}

/** A row with what it makes with the other units and with the teacher's, each so often. */
interface RowTerms {
  readonly row: number;
  readonly w: Ray;
  readonly others: readonly { readonly row: number; readonly count: bigint; readonly pair: RayPair }[];
  readonly teachers: readonly { readonly count: bigint; readonly pair: RayPair }[];
}

/**
 * @param k at least 5.
 * @throws RangeError if some weight vector may be 0, or two of student and teacher may be parallel.
 */
export function studentDerivatives(k: number, five: readonly Interval[]): StudentDerivatives {
  const { precision } = entry(five, 0);
  const weights = [1n, 1n, 1n, 1n, 1n, BigInt(k) - 6n, 1n];
  const pi = circleRatio(precision);
  const [first, last] = [rowTerms(k, five, 0, weights), rowTerms(k, five, LAST_ROW, weights)];
  const [upper, lower] = [rowValues(first, pi, weights), rowValues(last, pi, weights)];
  const atTeacher = multiple(pi, BigInt(k)).plus(whole(BigInt(k) * (BigInt(k) - 1n), precision));
  return {
    loss: multiple(upper.part, BigInt(k) - 1n)
      .plus(lower.part)
      .plus(atTeacher)
      .scaled(-1),
    gradient: atPlaces(upper.gradient, lower.gradient),
    image: (step) => atPlaces(rowImage(first, step, pi, weights), rowImage(last, step, pi, weights)),
  };
}

/** A row of the gradient, and what it adds to twice the loss. */
function rowValues({ w, others, teachers }: RowTerms, pi: Interval, weights: readonly bigint[]) {
  const own = summed([
    w.vector.map((value) => pi.times(value)),
    ...others.map(({ pair, count }) => repeated(kernelGradient(pair), count)),
  ]);
  const asked = summed(teachers.map(({ pair, count }) => repeated(kernelGradient(pair), count)));
  return {
    gradient: summed([own, repeated(asked, -1n)]),
    // The kernel is of degree 1 in w, so w times its gradient is its value.
    part: inner(w.vector, own, weights).minus(multiple(inner(w.vector, asked, weights), 2n)),
  };
}

function rowTerms(k: number, five: readonly Interval[], row: number, weights: readonly bigint[]): RowTerms {
  const { precision } = entry(five, 0);
  const counts = [1n, 1n, 1n, 1n, BigInt(k) - 5n, 1n];
  const rays = counts.map((_, other) =>
    ray(
      weights.map((__, column) => entry(five, placeOf(other, column))),
      weights,
    ),
  );
  const axes = counts.map((_, other) => {
    const at = other === LAST_ROW ? LAST_COLUMN : other;
    return ray(
      weights.map((__, column) => whole(column === at ? 1n : 0n, precision)),
      weights,
    );
  });
  const w = entry(rays, row);
  const present = counts.flatMap((count, other) => (count > 0n ? [{ count, other }] : []));
  return {
    row,
    w,
    others: present
      .filter(({ other }) => other !== row)
      .map(({ count, other }) => ({ row: other, count, pair: rayPair(w, entry(rays, other), weights) })),
    teachers: present.map(({ count, other }) => ({ count, pair: rayPair(w, entry(axes, other), weights) })),
  };
}

/** A row of what the Hessian makes of a matrix. */
function rowImage(
  { row, others, teachers }: RowTerms,
  step: MatrixStep,
  pi: Interval,
  weights: readonly bigint[],
): Interval[] {
  const stepOf = (of: number): bigint[] => weights.map((_, column) => step(of, column));
  const own = stepOf(row);
  return summed([
    own.map((value) => multiple(pi, value)),
    ...others.map(({ pair, count }) => repeated(ownCurvature(pair, own, weights), count)),
    ...others.map(({ pair, count, row: other }) =>
      repeated(mixedCurvature(pair, stepOf(other), weights), count),
    ),
    ...teachers.map(({ pair, count }) => repeated(ownCurvature(pair, own, weights), -count)),
  ]);
}

function atPlaces(first: readonly Interval[], last: readonly Interval[]): Interval[] {
  return [
    entry(first, 0),
    entry(first, 2),
    entry(first, LAST_COLUMN),
    entry(last, 0),
    entry(last, LAST_COLUMN),
  ];
}

function repeated(vector: readonly Interval[], count: bigint): Interval[] {
  return vector.map((value) => multiple(value, count));
}

function summed(vectors: readonly (readonly Interval[])[]): Interval[] {
  return entry(vectors, 0).map(({ precision }, place) =>
    Interval.sum(
      vectors.map((vector) => entry(vector, place)),
      precision,
    ),
  );
}
