import { lowerBound } from "./bound.js";
import { hasMeasure, irreducible, isGiven, isMember, network } from "./network.js";
import { partition } from "./partition.js";
import { fields, list } from "./shape.js";
import { type Expected, demand } from "./verdict.js";

/** `thm-3.1-path` and `ext-geodesic`: a polyline inside Θ, without or with proof that none has fewer segments. */
export function path(body: unknown, expected: Expected): string {
  const given = fields(body, "bound partitions points theta", "body");
  const theta = irreducible(given.theta, "body.theta");
  const raw = list(given.points, "body.points", (point) => point);
  const points = list(raw, "body.points", (point, at) => network(point, at, theta));
  const [from, to] = [points[0], points.at(-1)];
  demand(from !== undefined && to !== undefined, "shape", "body.points", "no points");
  const [r, m] = [theta.length, from.length];
  demand(
    points.every(({ length }) => length === m),
    "shape",
    "body.points",
    "points of different widths",
  );
  const sized = (expected.r ?? r) === r && (expected.m ?? m) === m && isGiven(given.theta, expected.theta);
  demand(sized, "parameters", "body", "the caller asks for another r, m or theta");
  const partitions = list(given.partitions, "body.partitions", (codes, at) => partition(codes, r, m, at));
  const count = partitions.length;
  demand(points.length === count + 1, "segments", "body.points", "not one more than partitions");
  demand(isGiven(raw[0], expected.from), "end", "body.points[0]", "not the caller's first network");
  demand(isGiven(raw[count], expected.to), "end", `body.points[${count}]`, "not the caller's last network");
  const same = hasMeasure(from, theta) && hasMeasure(to, theta);
  demand(same, "measure", "body.points", "an end has not the measure of theta");
  partitions.forEach((codes, index) => {
    const held = points.slice(index, index + 2).every((point) => isMember(point, codes, theta));
    demand(held, "member", `body.partitions[${index}]`, "does not hold both ends of its segment");
  });
  const differ = JSON.stringify(raw[0]) !== JSON.stringify(raw[count]);
  const rule = lowerBound(given.bound, { theta, from, to, differ, count });
  const settled = rule !== "none" || expected.claim !== "ext-geodesic";
  demand(settled, "bound", "body.bound", "the claim needs a bound");
  return `a path of ${count} segments inside Θ${rule === "none" ? "" : "; no path has fewer"}`;
}
