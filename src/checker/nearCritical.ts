import { enclosedActivation, enclosedData, enclosedLoss, twoLayers } from "./enclosedLoss.js";
import { type Interval, NOUGHT, enclosing, multiple, plus } from "./interval.js";
import { type Vector, pairings } from "./matrix.js";
import { type Rational, entry, fields, integer, rational, rows, sum, whole } from "./values.js";
import { type Expected, demand } from "./verdict.js";

/**
 * Kind `near-critical`, claim `fig-1`. An acceptance proves, for the squared error of the caller's data and
 * activation, that no weight of some critical point differs by more than `radius` from that of the caller's
 * network θ, and that the Hessian there has `index` negative eigenvalues and no zero ones. It says nothing of
 * critical points elsewhere.
 */
export function nearCritical(body: unknown, expected: Expected): string {
  const keys = ["activation", "box", "center", "congruence", "data", "index", "radius", "theta"];
  const members = fields(body, keys, "body");
  const { activation, data, theta } = expected;
  const isAsked = activation !== undefined && data !== undefined && theta !== undefined;
  demand(isAsked, "parameters", "expected", "no activation, data or theta");
  const given = twoLayers(members.theta, "body.theta");
  const center = twoLayers(members.center, "body.center");
  const isSame = JSON.stringify(given.places) === JSON.stringify(center.places);
  demand(isSame, "shape", "body.center", "not of the shape of theta");
  const box = rational(members.box, "body.box");
  const radius = rational(members.radius, "body.radius");
  const index = integer(members.index, "body.index");
  const isNear = center.parameters.every((own, p) => isWithin(own, entry(given.parameters, p), box, radius));
  demand(isNear, "radius", "body", "the box about the center is not positive and within the radius of theta");
  const points = enclosedData(members.data, given);
  const jets = enclosedActivation(members.activation, "body.activation");
  const vectors = whole(rows(members.congruence, "body.congruence")).rows;
  const n = given.places.length;
  const isSquare = vectors.length === n && vectors.every(({ length }) => length === n);
  demand(isSquare, "shape", "body.congruence", "not one vector for each parameter, as long as their number");
  const exact = center.parameters.map(enclosing);
  const { lo } = enclosing({ n: -box.n, d: box.d });
  const gradient = enclosedLoss(center, exact, points, jets).gradient();
  const around = exact.map((x) => plus(x, { lo, hi: -lo }));
  const hessian = enclosedLoss(center, around, points, jets).hessian();
  const { values, margins } = dominance(hessian, vectors);
  demand(
    margins.every((margin) => margin > 0n),
    "congruence",
    "body.congruence",
    "not strictly diagonally dominant",
  );
  const spread = maximum(vectors.map((_, p) => size(vectors.map((vector) => entry(vector, p)))));
  const isInside = vectors.every((vector, i) => {
    const slope = vector.reduce<Interval>((s, x, p) => plus(s, multiple(entry(gradient, p), x)), NOUGHT);
    // The gradient is in units of 2^−256, and margins are in halves of these.
    return 2n * maximum([-slope.lo, slope.hi]) * spread * box.d < box.n * entry(margins, i);
  });
  demand(isInside, "inclusion", "body", "the gradient is too large for a critical point in this box");
  const negative = values.filter((row, i) => entry(row, i) < 0n).length;
  demand(index === negative, "inertia", "body.index", `it is ${negative}`);
  const kind = index === 0 ? "a strict local minimum" : `a strict saddle of index ${index}`;
  return `${kind}, of which no weight differs by more than ${String(members.radius)} from that of theta`;
}

/** Whether |x − y| + box ≤ radius, and box > 0. */
function isWithin(x: Rational, y: Rational, box: Rational, radius: Rational): boolean {
  const distance = sum(x, { n: -y.n, d: y.d });
  const room = sum(radius, { n: -box.n, d: box.d });
  const { n, d } = distance;
  return box.n > 0n && (n < 0n ? -n : n) * room.d <= room.n * d;
}

/**
 * The values x_i·H·x_j, doubled, for the midpoints of the entries of H; and by how much row i is at least
 * dominant for every H: its value on the diagonal, less the others, less all errors |x_i|·r·|x_j|, where r
 * bounds those of the entries of H.
 */
function dominance(
  triangle: readonly (readonly Interval[])[],
  vectors: readonly Vector[],
): Readonly<{ values: readonly Vector[]; margins: Vector }> {
  const middle = triangle.map((_, i) =>
    triangle.map((__, j) => {
      const { lo, hi } = i < j ? entry(entry(triangle, j), i) : entry(entry(triangle, i), j);
      return lo + hi;
    }),
  );
  const r = maximum(triangle.flat().map(({ lo, hi }) => hi - lo));
  const values = pairings(pairings(vectors, middle), vectors);
  const sizes = vectors.map(size);
  const margins = values.map((row, i) => {
    const own = size([entry(row, i)]);
    return 2n * own - size(row) - r * entry(sizes, i) * size(sizes);
  });
  return { values, margins };
}

/** Σ |x_k|. */
function size(vector: Vector): bigint {
  return vector.reduce((total, x) => total + (x < 0n ? -x : x), 0n);
}

function maximum(numbers: Vector): bigint {
  return numbers.reduce((most, x) => (x > most ? x : most));
}
