import { type Units, coarsestCodes, irreducible, isGiven, isMember, network, scaled } from "./network.js";
import { everyPartition, meet, partition, subspaceCount } from "./partition.js";
import { subspaceDistance } from "./star.js";
import { fields, integer, list } from "./values.js";
import { type Expected, demand } from "./verdict.js";

/** `thm-3.1-path` and `ext-geodesic`: a polyline inside Θ, without or with proof that none has fewer segments. */
export function path(body: unknown, expected: Expected): string {
  const given = fields(body, "bound partitions points theta", "body");
  demand(expected.from !== undefined && expected.to !== undefined, "parameters", "expected", "no from or to");
  const theta = irreducible(given.theta, "body.theta");
  const raw = list(given.points, "body.points", (point) => point);
  const points = list(raw, "body.points", (point, at) => network(point, at, theta));
  const [from = [], to = from] = [points[0], points.at(-1)];
  const [r, m, count] = [theta.length, from.length, points.length - 1];
  demand(new Set(points.map(({ length }) => length)).size === 1, "shape", "body.points", "not of one width");
  demand((expected.r ?? r) === r && (expected.m ?? m) === m, "parameters", "body", "of another r or m");
  const partitions = list(given.partitions, "body.partitions", (codes, at) => partition(codes, r, m, at));
  demand(partitions.length === count, "segments", "body.partitions", "not one less than points");
  demand(isGiven(raw[0], expected.from), "end", "body.points[0]", "not the caller's first network");
  demand(isGiven(raw[count], expected.to), "end", `body.points[${count}]`, "not the caller's last network");
  // The coarsest codes give every incoming vector one block: that all blocks have their sums is equality of measures.
  const same = [from, to].every((end) => isMember(end, coarsestCodes(end, theta), theta));
  demand(same, "measure", "body.points", "an end has not the measure of theta");
  partitions.forEach((codes, index) => {
    const held = points.slice(index, index + 2).every((point) => isMember(point, codes, theta));
    demand(held, "member", `body.partitions[${index}]`, "does not hold both ends of its segment");
  });
  const differ = JSON.stringify(raw[0]) !== JSON.stringify(raw[count]);
  const rule = lowerBound(given.bound, { theta, from, to, differ, count });
  demand(rule !== "none" || expected.claim !== "ext-geodesic", "bound", "body.bound", "the claim needs one");
  return `a path of ${count} segments inside Θ${rule === "none" ? "" : "; no path has fewer"}`;
}

/** What a bound speaks of: the ends, which have the measure of theta, and the number of segments between them. */
type Path = Record<"theta" | "from" | "to", Units> & { differ: boolean; count: number };

/** Checks that no path has fewer segments, and returns the rule by which; "none" makes no such statement. */
function lowerBound(value: unknown, path: Path): unknown {
  const { theta, from, to, differ, count } = path;
  const isPotential = typeof value === "object" && value !== null && "values" in value;
  const given = fields(value, isPotential ? "partitions rule values" : "rule", "body.bound");
  const rules = isPotential ? ["potential"] : ["none", "distinct", "star"];
  const known = rules.some((rule) => rule === given.rule);
  demand(known, "bound", "body.bound.rule", `none of ${rules.join(", ")}`);
  if (isPotential) potential(given, path);
  demand(given.rule !== "distinct" || count === Number(differ), "bound-distinct", "body.bound", "not least");
  if (given.rule !== "star") return given.rule;
  demand(from.length === theta.length + 1, "star", "body.bound", "only for m = r + 1");
  const least = differ ? 1 + subspaceDistance(from, to, theta) : 0;
  demand(count === least, "star", "body.bound", `the least number of segments is ${least}`);
  return "star";
}

/** Every pair of subspaces is looked at, and every one asked for both ends, so there are limits to number and length. */
function potential(given: Record<string, unknown>, { theta, from, to, differ, count }: Path): void {
  const [r, m] = [theta.length, from.length];
  demand(m <= 64 && subspaceCount(r, m) <= 2500n, "size", "body.bound", "more than 2500 subspaces");
  const all = everyPartition(given.partitions, r, m, "body.bound.partitions");
  const values = list(given.values, "body.bound.values", integer);
  demand(values.length === all.length, "bound-values", "body.bound.values", "not one value a partition");
  const isClose = (i: number, j: number): boolean => Math.abs((values[i] ?? 0) - (values[j] ?? 0)) <= 1;
  const smooth = all.every((p, i) => all.every((q, j) => j >= i || isClose(i, j) || !meet(p, q)));
  demand(smooth, "bound-lipschitz", "body.bound.values", "two that meet differ by more than 1");
  const whole = scaled([...theta, ...from, ...to]);
  const texts = whole.map(({ incoming, outgoing }) => incoming + outgoing.map(({ n }) => n).join());
  demand(texts.join().length <= 2 ** 16, "size", "body", "the ends are too long over a common denominator");
  const held = (begin: number): number[] =>
    values.filter((_, i) => isMember(whole.slice(begin, begin + m), all[i] ?? [], whole.slice(0, r)));
  const proved = differ && Math.min(...held(r + m)) - Math.max(...held(r)) >= count - 1;
  demand(proved, "bound-gap", "body.bound.values", "the values leave room for fewer segments");
}
