import { demandInclusion, dominance, widened } from "./criticalBox.js";
import { type Interval, PI, enclosing, multiple, plus, share } from "./interval.js";
import { type Step, place, student } from "./student.js";
import { entry, fields, integer, list, rational, rationals, rows, whole } from "./values.js";
import { type Expected, demand } from "./verdict.js";

/**
 * Kind `spurious`, claim `ext-spurious`. An acceptance proves, for k units and the caller's k, that within
 * `box` of the symmetric student of the five numbers `center` there is a strict local minimum with a loss
 * above `loss`, hence not a global one. It says nothing of other minima.
 */
export function spurious(body: unknown, expected: Expected): string {
  const members = fields(body, ["box", "center", "congruences", "k", "loss"], "body");
  demand(expected.k !== undefined, "parameters", "expected", "no k");
  const k = integer(members.k, "body.k");
  demand(k >= 5 && k <= 32, "size", "body.k", "not from 5 to 32");
  const box = rational(members.box, "body.box");
  const loss = rational(members.loss, "body.loss");
  const center = rationals(members.center, "body.center").map(enclosing);
  const congruences = list(members.congruences, "body.congruences", rows);
  const isSquare = congruences.every((one) => one.length === 5 && one.every(({ length }) => length === 5));
  const isFull = center.length === 5 && congruences.length === 2 && isSquare;
  demand(isFull, "shape", "body", "not five numbers, and five vectors of five for each of two blocks");
  demand(box.n > 0n, "radius", "body.box", "not positive");
  const vectors = congruences.map((one) => whole(one).rows);
  const [symmetric, standard] = [entry(vectors, 0), entry(vectors, 1)];
  const { gradient } = student(k, center);
  const around = student(k, widened(center, box));
  const sizes = [k - 1, (k - 1) * (k - 2), k - 1, k - 1, 1].map(BigInt);
  const weighted = (five: readonly Interval[]): Interval[] =>
    five.map((x, a) => multiple(x, entry(sizes, a)));
  const orbits = sizes.map((_, b) => weighted(around.image((i, j) => (place(k, i, j) === b ? 1n : 0n))));
  const signs = dominance(triangle(orbits), symmetric, "body.congruences[0]");
  demandInclusion(weighted(gradient), signs, symmetric, box);
  const others = dominance(triangle(standardBlock(k, around.image)), standard, "body.congruences[1]");
  const areAbove = [signs, others].every(({ values }) => values.every((row, i) => entry(row, i) > 0n));
  const isMinimum = areAbove && CYCLES.every((step) => entry(around.image(step), 1).lo > 0n);
  demand(isMinimum, "inertia", "body", "not all eigenvalues of the Hessian are positive");
  const isSpurious = loss.n > 0n && around.loss.lo >= multiple(share(PI.hi, loss), 2n).hi;
  demand(isSpurious, "instance", "body.loss", "not positive, or not below the loss");
  return `a strict local minimum for k = ${k}, of a loss above ${String(members.loss)}`;
}

/** The lower triangle of a matrix that is given by columns, as that of a symmetric one. */
function triangle(columns: readonly (readonly Interval[])[]): Interval[][] {
  return columns.map((_, a) => columns.slice(0, a + 1).map((column) => entry(column, a)));
}

/** By columns b, the values ½ φ_a(x)·H·φ_b(x) for x = e_1 − e_2. */
function standardBlock(k: number, image: (step: Step) => readonly Interval[]): Interval[][] {
  const sizes = [1n, BigInt(k - 2), BigInt(k - 2), 1n, 1n];
  return sizes.map((_, b) => {
    const known = image(standardStep(k, b, [0, 1]));
    const [upper, lower] = [entry(known, 1), entry(image(standardStep(k, b, [2, 1])), 1)];
    const five = [entry(known, 0), upper, lower, entry(known, 2), entry(known, 3)];
    const opposite = [multiple(lower, -1n), multiple(upper, -1n)];
    return five.map((x, a) => {
      const weighted = multiple(x, entry(sizes, a));
      return a === 1 || a === 2 ? plus(weighted, entry(opposite, a - 1)) : weighted;
    });
  });
}

/** φ_b(x), for x of entries 1 and −1 at two indices. */
function standardStep(k: number, b: number, [from, to]: readonly [number, number]): Step {
  const x = (index: number): bigint => (index === from ? 1n : index === to ? -1n : 0n);
  const isByRow = b === 0 || b === 1 || b === 3;
  const own = entry([0, 1, 1, 2, 3], b);
  return (i, j) => (place(k, i, j) === own ? x(isByRow ? i : j) : 0n);
}

/** Entries of a matrix that is its own transpose, times the sign. */
function cyclic(entries: readonly (readonly [i: number, j: number, x: bigint])[], sign: bigint): Step {
  return (row, column) =>
    entries.reduce((sum, [i, j, x]) => {
      if (i === row && j === column) return sum + x;
      return i === column && j === row ? sum + sign * x : sum;
    }, 0n);
}

/** Rows and columns of sum 0, and 1 at (1,3): a symmetric matrix, and one with Mᵀ = −M. */
const CYCLES: readonly Step[] = [
  cyclic(
    [
      [0, 2, 1n],
      [2, 1, -1n],
      [1, 3, 1n],
      [3, 0, -1n],
    ],
    1n,
  ),
  cyclic(
    [
      [0, 2, 1n],
      [2, 1, 1n],
      [1, 0, 1n],
    ],
    -1n,
  ),
];
