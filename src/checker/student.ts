import { type Interval, ONE, PI, multiple, plus, quotient, root, times, total, turn } from "./interval.js";
import { demandAffordable } from "./matrix.js";
import { entry } from "./values.js";
import { demand } from "./verdict.js";

type Vector = readonly Interval[];

/** A k × k matrix of integers, by its entries. */
export type Step = (i: number, j: number) => bigint;

/** A vector that isn't 0, and that vector over its length. */
type Ray = Readonly<{ vector: Vector; norm: Interval; unit: Vector }>;

/** Rays w and v at an angle θ: cos θ, sin θ, and π − θ. */
type Pair = Readonly<{ w: Ray; v: Ray; cosine: Interval; sine: Interval; rest: Interval }>;

/** 2π times loss, gradient and Hessian of all students of five numbers that lie in these intervals. */
export type Student = Readonly<{
  loss: Interval;
  /** The gradient's entries in the five places. */
  gradient: Vector;
  /** What the Hessian makes of a matrix, in the five places. */
  image: (step: Step) => Vector;
}>;

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
  demandAffordable(200 * k * k * k, 64, 64);
  const indices = Array.from({ length: k }, (_, i) => i);
  const rays = indices.map((i) => ray(indices.map((j) => entry(five, place(k, i, j)))));
  const axes = indices.map((i) => ray(indices.map((j) => multiple(ONE, i === j ? 1n : 0n))));
  // Rows 1, …, k − 1 are alike.
  const rows = [0, k - 1].map((i) => {
    const w = entry(rays, i);
    const others = indices.filter((j) => j !== i).map((j) => ({ j, pair: paired(w, entry(rays, j)) }));
    return { i, w, others, teachers: axes.map((axis) => paired(w, axis)) };
  });
  const own = rows.map(({ w, others }) =>
    summed([w.vector.map((x) => times(x, PI)), ...others.map(({ pair }) => pull(pair))]),
  );
  const asked = rows.map(({ teachers }) => summed(teachers.map(pull)));
  const parts = rows.map(({ w }, r) =>
    plus(inner(w.vector, entry(own, r)), multiple(inner(w.vector, entry(asked, r)), -2n)),
  );
  const twice = plus(plus(multiple(entry(parts, 0), BigInt(k - 1)), entry(parts, 1)), atTeacher(k));
  return {
    loss: { lo: twice.lo >> 1n, hi: -(-twice.hi >> 1n) },
    gradient: fivePlaces(
      k,
      own.map((row, r) => row.map((x, j) => plus(x, multiple(entry(entry(asked, r), j), -1n)))),
    ),
    image: (step) => {
      const direction = (i: number): bigint[] => indices.map((j) => step(i, j));
      const images = rows.map(({ i, others, teachers }) => {
        const p = direction(i);
        return summed([
          p.map((x) => multiple(PI, x)),
          ...others.map(({ pair }) => bend(pair, p)),
          ...others.map(({ j, pair }) => mixed(pair, direction(j))),
          ...teachers.map((pair) => bend(pair, p).map((x) => multiple(x, -1n))),
        ]);
      });
      return fivePlaces(k, images);
    },
  };
}

/** The entries (1,1), (1,3), (1,k), (k,1) and (k,k), from the first row and the last. */
function fivePlaces(k: number, rows: readonly Vector[]): Vector {
  const [first, last] = [entry(rows, 0), entry(rows, 1)];
  return [entry(first, 0), entry(first, 2), entry(first, k - 1), entry(last, 0), entry(last, k - 1)];
}

/** 2π·E(Σ_i relu(x_i))². */
function atTeacher(k: number): Interval {
  return plus(multiple(PI, BigInt(k)), multiple(ONE, BigInt(k * (k - 1))));
}

function ray(vector: Vector): Ray {
  const norm = root(inner(vector, vector));
  demand(norm.lo > 0n, "parallel", "body", "a unit's weights may all be 0");
  const inverse = quotient(ONE, norm);
  return { vector, norm, unit: vector.map((x) => times(x, inverse)) };
}

function paired(w: Ray, v: Ray): Pair {
  const cosine = inner(w.unit, v.unit);
  const square = plus(ONE, multiple(times(cosine, cosine), -1n));
  demand(square.lo > 0n, "parallel", "body", "the weights of two units may be parallel");
  return { w, v, cosine, sine: root(square), rest: turn(cosine) };
}

/** The gradient in w of 2π·E relu(w·x) relu(v·x): |v| sin θ·w/|w| + (π − θ)v. */
function pull({ w, v, sine, rest }: Pair): Vector {
  return combined([times(v.norm, sine), w.unit], [rest, v.vector]);
}

/** Its derivative as w moves by p. */
function bend({ w, v, cosine, sine }: Pair, p: readonly bigint[]): Vector {
  const ratio = times(v.norm, quotient(ONE, w.norm));
  const [along, across] = [dot(p, w.unit), dot(p, v.unit)];
  const lean = times(plus(across, multiple(times(cosine, along), -1n)), quotient(ONE, sine));
  const back = plus(times(sine, along), times(cosine, lean));
  const straight = p.map((x) => multiple(times(ratio, sine), x));
  return summed([
    straight,
    combined([times(ratio, lean), v.unit], [times(ratio, multiple(back, -1n)), w.unit]),
  ]);
}

/** Its derivative as v moves by q. */
function mixed({ w, v, cosine, sine, rest }: Pair, q: readonly bigint[]): Vector {
  const [across, along] = [dot(q, w.unit), dot(q, v.unit)];
  const lean = times(plus(across, multiple(times(cosine, along), -1n)), quotient(ONE, sine));
  const back = plus(times(sine, along), multiple(times(cosine, lean), -1n));
  return summed([q.map((x) => multiple(rest, x)), combined([lean, v.unit], [back, w.unit])]);
}

function combined(...terms: readonly (readonly [factor: Interval, vector: Vector])[]): Vector {
  return summed(terms.map(([factor, vector]) => vector.map((x) => times(factor, x))));
}

function summed(vectors: readonly Vector[]): Vector {
  return entry(vectors, 0).map((_, j) => total(vectors.map((vector) => entry(vector, j))));
}

function inner(x: Vector, y: Vector): Interval {
  return total(x.map((factor, j) => times(factor, entry(y, j))));
}

function dot(x: readonly bigint[], y: Vector): Interval {
  return total(y.map((factor, j) => multiple(factor, entry(x, j))));
}
