import { demandInclusion, dominance, widened } from "./criticalBox.js";
import { type Interval, PI, enclosing, minus, multiple, share } from "./interval.js";
import { place, student } from "./student.js";
import { entry, fields, integer, list, rational, rationals, rows, whole } from "./values.js";
import { type Expected, demand } from "./verdict.js";

type Vector = readonly Interval[];

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
  const vectors = list(members.congruences, "body.congruences", (one, at) => whole(rows(one, at)).rows);
  const isSquare = vectors.every((one) => one.length === 5 && one.every(({ length }) => length === 5));
  const isFull = center.length === 5 && vectors.length === 2 && isSquare;
  demand(isFull, "shape", "body", "not five numbers, and five vectors of five for each of two blocks");
  demand(box.n > 0n, "radius", "body.box", "not positive");
  const { image, loss: inBox } = student(k, widened(center, box));
  const orbits = [0, 1, 2, 3, 4].map((b) => image((i, j) => (place(k, i, j) === b ? 1n : 0n)));
  const copies = [0, 1, 1, 2, 3].map((number, b) =>
    image((i, j) => (place(k, i, j) === number ? edge(b === 2 || b === 4 ? j : i) : 0n)),
  );
  const single = [1n, -1n].map((sign) =>
    image((i, j) => edge(i) * edge(j - 2) + sign * edge(i - 2) * edge(j)),
  );
  const signs = dominance(triangle(k, orbits, weighted), entry(vectors, 0), "body.congruences[0]");
  demandInclusion(weighted(k, student(k, center).gradient), signs, box);
  const others = dominance(triangle(k, copies, halved), entry(vectors, 1), "body.congruences[1]");
  const arePositive = [signs, others].every(({ values }) => values.every((row, i) => entry(row, i) > 0n));
  const isMinimum = arePositive && single.every((values) => entry(values, 1).lo > 0n);
  demand(isMinimum, "inertia", "body", "not all eigenvalues of the Hessian are positive");
  const isSpurious = loss.n > 0n && inBox.lo >= multiple(share(PI.hi, loss), 2n).hi;
  demand(isSpurious, "instance", "body.loss", "not positive, or not below the loss");
  return `a strict local minimum for k = ${k}, of a loss above ${String(members.loss)}`;
}

/** The entries of e_1 − e_2. */
const edge = (i: number): bigint => (i === 0 ? 1n : i === 1 ? -1n : 0n);

/** The entries of the five numbers, times how often they occur. */
function weighted(k: number, shown: Vector): Interval[] {
  const sizes = [k - 1, (k - 1) * (k - 2), k - 1, k - 1, 1];
  return [0, 1, 2, 6, 8].map((at, a) => multiple(entry(shown, at), BigInt(entry(sizes, a))));
}

/** ½ φ_a(x)·Hφ_b(x), by the entries of Hφ_b(x). */
function halved(k: number, shown: Vector): Interval[] {
  const [upper, lower] = [entry(shown, 1), entry(shown, 3)];
  const [more, less] = [multiple(upper, BigInt(k - 2)), multiple(lower, BigInt(k - 2))];
  return [entry(shown, 0), minus(more, lower), minus(less, upper), entry(shown, 2), entry(shown, 6)];
}

/** The lower triangle of a symmetric matrix, by its columns before they are weighted. */
function triangle(k: number, images: readonly Vector[], weigh: typeof halved): Vector[] {
  const columns = images.map((image) => weigh(k, image));
  return columns.map((_, a) => columns.slice(0, a + 1).map((column) => entry(column, a)));
}
