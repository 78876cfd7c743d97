import { isLeast } from "./bound.js";
import { type Line, lineOf } from "./changes.js";
import { cover } from "./images.js";
import { NETWORK, coarsestCodes, irreducible, isMember, network } from "./network.js";
import { isGiven } from "./request.js";
import { entry, list } from "./values.js";
import { type Expected, demand } from "./verdict.js";

/**
 * Kind `path`, claims `thm-3.1-path` and `ext-geodesic`. An acceptance proves that the polyline through the
 * points leads from the caller's first network to the other inside Θ, the set of networks with the measure of
 * θ, so that the function is the same all along it. For `ext-geodesic`, and wherever the bound is not "none",
 * it also proves that no polyline inside Θ between these ends has fewer segments.
 */
export function path(body: unknown, expected: Expected): string {
  const line = lineOf(body, ["bound", "partitions", "theta"], NETWORK);
  return polyline(line, expected, "inside Θ");
}

/** Checks a path, of networks with mirror images if the caller gives a parity. `where`: in which set. */
export function polyline(line: Line, expected: Expected, where: string): string {
  const { members, points: written, work } = line;
  const { parity } = expected;
  const hasEnds = expected.from !== undefined && expected.to !== undefined;
  demand(hasEnds, "parameters", "expected", "the caller names no networks from and to");
  const theta = irreducible(members.theta, "body.theta", parity);
  const points = written.map(({ value, at }) => network(value, at, theta, parity));
  const isOfOneWidth = new Set(points.map(({ length }) => length)).size === 1;
  demand(isOfOneWidth, "shape", "body.points", "not of one width");
  const count = points.length - 1;
  const from = entry(points, 0);
  const to = entry(points, count);
  const images = parity === undefined ? 1 : 2;
  const [r, m] = [theta.length / images, from.length / images];
  const isOfSizes = isGiven(r, expected.r) && isGiven(m, expected.m);
  demand(isOfSizes, "parameters", "body", "its widths r and m are not the caller's");
  const partitions = list(members.partitions, "body.partitions", (one, at) => cover(one, r, m, parity, at));
  demand(partitions.length === count, "segments", "body.partitions", "not one fewer than the points");
  // Both ends are the caller's networks, weight by weight.
  const [first, last] = [entry(written, 0), entry(written, count)];
  const isFrom = isGiven(first.value, expected.from);
  demand(isFrom, "end", first.at, "not the caller's first network");
  const isTo = isGiven(last.value, expected.to);
  demand(isTo, "end", last.at, "not the caller's last network");
  // A network has the measure of θ if and only if the subspace of its coarsest partition holds it.
  const haveMeasure = [from, to].every((end) => isMember(end, coarsestCodes(end, theta), theta, work));
  demand(haveMeasure, "measure", "body.points", "an end does not have the measure of theta");
  // Both ends of a segment lie in one subspace, which is convex, so the segment does too.
  for (const [index, codes] of partitions.entries()) {
    const ends = [entry(points, index), entry(points, index + 1)];
    const isHeld = ends.every((end) => isMember(end, codes, theta, work));
    demand(isHeld, "member", `body.partitions[${index}]`, "does not hold both ends of its segment");
  }
  const differ = JSON.stringify(first.value) !== JSON.stringify(last.value);
  const least = isLeast(members.bound, { theta, from, to, r, m, parity, differ, count });
  const isProved = least || !expected.claim.startsWith("ext-geodesic");
  demand(isProved, "bound", "body.bound", "the claim needs a bound");
  return `a path of ${count} segments ${where}${least ? "; no path has fewer" : ""}`;
}
