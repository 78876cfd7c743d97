import { type Interval, NOUGHT, ONE, PI, minus, multiple, plus, quotient, root, times } from "./interval.js";
import { total, turn } from "./interval.js";
import { entry } from "./values.js";
import { demand } from "./verdict.js";

type Vector = readonly Interval[];

/** A k × k matrix of integers, by its entries. */
export type Step = (i: number, j: number) => bigint;

/** A vector that isn't 0, and that vector over its length. */
type Ray = Readonly<{ vector: Vector; norm: Interval; unit: Vector }>;

type Integers = readonly bigint[];

/**
 * 2π times the loss, the gradient, and what the Hessian makes of a matrix, for all students whose five
 * numbers lie in intervals. Of matrices there are the entries at rows and columns 1, 3 and k, row by row.
 */
export type Student = Readonly<{ loss: Interval; gradient: Vector; image: (step: Step) => Vector }>;

/**
 * Which of the five numbers is at row i and column j: 0 on the diagonal but for its end, 1 elsewhere in the
 * first k − 1 rows and columns, 2 in the last column, 3 in the last row, 4 where these meet.
 */
export function place(k: number, i: number, j: number): number {
  if (i === k - 1) return j === k - 1 ? 4 : 3;
  if (j === k - 1) return 2;
  return i === j ? 0 : 1;
}

/** SPEC.md, "spurious", has the formulas. */
export function student(k: number, five: Vector): Student {
  const indices = Array.from({ length: k }, (_, i) => i);
  const shown = [0, 2, k - 1];
  const units = indices.map((i) => ray(indices.map((j) => entry(five, place(k, i, j)))));
  const teachers = indices.map((i) => ray(indices.map((j) => (i === j ? ONE : NOUGHT))));
  const all = [...units, ...teachers];
  const rows = shown.map((i) => {
    const w = entry(units, i);
    const signed = (j: number): Kernel => kernel(w, entry(all, j), j < k ? 1n : -1n, shown);
    const kernels = [...all.keys()].flatMap((j) => (j === i ? [] : [{ j, ...signed(j) }]));
    const gradient = summed([w.vector.map((x) => times(x, PI)), ...kernels.map(({ pull }) => pull)]);
    const taken = summed(kernels.slice(k - 1).map(({ pull }) => pull));
    const image = (p: Integers, moves: readonly Integers[]): Vector => {
      const own = shown.map((j) => multiple(PI, entry(p, j)));
      return summed([own, ...kernels.map(({ j, bend }) => bend(p, entry(moves, j)))]);
    };
    return { i, gradient, part: inner(w.vector, summed([gradient, taken])), image };
  });
  // The first k − 1 rows are alike.
  const students = plus(multiple(entry(rows, 0).part, BigInt(k - 1)), entry(rows, 2).part);
  const twice = plus(students, plus(multiple(PI, BigInt(k)), multiple(ONE, BigInt(k * (k - 1)))));
  return {
    loss: { lo: twice.lo >> 1n, hi: -(-twice.hi >> 1n) },
    gradient: rows.flatMap(({ gradient }) => shown.map((j) => entry(gradient, j))),
    image: (step) => {
      const moves = all.map((_, row) => indices.map((j) => (row < k ? step(row, j) : 0n)));
      return rows.flatMap(({ i, image }) => image(entry(moves, i), moves));
    },
  };
}

function ray(vector: Vector): Ray {
  const norm = root(inner(vector, vector));
  demand(norm.lo > 0n, "parallel", "body", "a unit's weights may all be 0");
  const inverse = quotient(ONE, norm);
  return { vector, norm, unit: vector.map((x) => times(x, inverse)) };
}

/** The gradient in w of ±2π·E relu(w·x) relu(v·x), and how some of its entries move as w does, and v. */
type Kernel = Readonly<{ pull: Vector; bend: (p: Integers, q: Integers) => Vector }>;

function kernel(w: Ray, v: Ray, sign: bigint, shown: readonly number[]): Kernel {
  const cosine = inner(w.unit, v.unit);
  const square = minus(ONE, times(cosine, cosine));
  demand(square.lo > 0n, "parallel", "body", "the weights of two units may be parallel");
  const [sine, rest, ratio] = [root(square), turn(cosine), quotient(v.norm, w.norm)];
  /** The sum of these multiples of w/|w|, v/|v| and x. */
  const joined = (j: number, along: Interval, lean: Interval, straight: Interval): Interval =>
    multiple(total([times(along, entry(w.unit, j)), times(lean, entry(v.unit, j)), straight]), sign);
  const pull = w.unit.map((_, j) => joined(j, times(v.norm, sine), times(rest, v.norm), NOUGHT));
  const bend = (p: Integers, q: Integers): Vector => {
    const [pw, pv, qw, qv] = [dot(p, w.unit), dot(p, v.unit), dot(q, w.unit), dot(q, v.unit)];
    const tilt = plus(times(ratio, minus(pv, times(cosine, pw))), minus(qw, times(cosine, qv)));
    const lean = times(tilt, quotient(ONE, sine));
    const along = minus(times(sine, minus(qv, times(ratio, pw))), times(cosine, lean));
    const own = times(ratio, sine);
    return shown.map((j) =>
      joined(j, along, lean, plus(multiple(own, entry(p, j)), multiple(rest, entry(q, j)))),
    );
  };
  return { pull, bend };
}

function summed(vectors: readonly Vector[]): Vector {
  return entry(vectors, 0).map((_, j) => total(vectors.map((vector) => entry(vector, j))));
}

function inner(x: Vector, y: Vector): Interval {
  return total(x.map((factor, j) => times(factor, entry(y, j))));
}

/** Most of these integers are 0. */
function dot(x: Integers, y: Vector): Interval {
  return x.reduce((sum, n, j) => (n === 0n ? sum : plus(sum, multiple(entry(y, j), n))), NOUGHT);
}
