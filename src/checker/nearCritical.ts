import { demandInclusion, dominance, widened } from "./criticalBox.js";
import { type EnclosedLoss, type Layers, enclosedData, enclosedLoss, twoLayers } from "./enclosedLoss.js";
import { enclosing } from "./interval.js";
import { enclosedActivation } from "./jets.js";
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
  demandProblem(expected);
  const given = twoLayers(members.theta, "body.theta");
  const center = twoLayers(members.center, "body.center");
  const isSame = JSON.stringify(given.places) === JSON.stringify(center.places);
  demand(isSame, "shape", "body.center", "not of the shape of theta");
  demandCritical(center, given.parameters, members);
  const kind =
    members.index === 0 ? "a strict local minimum" : `a strict saddle of index ${String(members.index)}`;
  return `${kind}, of which no weight differs by more than ${String(members.radius)} from that of theta`;
}

/** What a critical point is about has to come from the caller. */
export function demandProblem({ activation, data, theta }: Expected): void {
  const isAsked = activation !== undefined && data !== undefined && theta !== undefined;
  demand(isAsked, "parameters", "expected", "no activation, data or theta");
}

/**
 * A critical point in the box about the center, which is within the radius of some place, with the index that
 * the members say. What it returns encloses the loss all over the box.
 */
export function demandCritical(
  center: Layers,
  place: readonly Rational[],
  members: Record<string, unknown>,
): EnclosedLoss {
  const box = rational(members.box, "body.box");
  const radius = rational(members.radius, "body.radius");
  const index = integer(members.index, "body.index");
  const isNear = center.parameters.every((own, p) => isWithin(own, entry(place, p), box, radius));
  demand(isNear, "radius", "body", "the box about the center is not positive and within the radius of theta");
  const points = enclosedData(members.data, center);
  const jets = enclosedActivation(members.activation, "body.activation");
  const vectors = whole(rows(members.congruence, "body.congruence")).rows;
  const n = center.places.length;
  const isSquare = vectors.length === n && vectors.every(({ length }) => length === n);
  demand(isSquare, "shape", "body.congruence", "not one vector for each parameter, as long as their number");
  const exact = center.parameters.map(enclosing);
  const gradient = enclosedLoss(center, exact, points, jets).gradient();
  const around = enclosedLoss(center, widened(exact, box), points, jets);
  const signs = dominance(around.hessian(), vectors, "body.congruence");
  demandInclusion(gradient, signs, box);
  const negative = signs.values.filter((row, i) => entry(row, i) < 0n).length;
  demand(index === negative, "inertia", "body.index", `it is ${negative}`);
  return around;
}

/** Whether |x − y| + box ≤ radius, and box > 0. */
function isWithin(x: Rational, y: Rational, box: Rational, radius: Rational): boolean {
  const distance = sum(x, { n: -y.n, d: y.d });
  const room = sum(radius, { n: -box.n, d: box.d });
  const { n, d } = distance;
  return box.n > 0n && (n < 0n ? -n : n) * room.d <= room.n * d;
}
