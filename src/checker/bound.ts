import { type Units, isMember } from "./network.js";
import { everyPartition, meet, subspaceCount } from "./partition.js";
import { fields, integer, list } from "./shape.js";
import { subspaceDistance } from "./star.js";
import { demand } from "./verdict.js";

/** What a bound speaks of: the ends, which have the measure of theta, and the number of segments between them. */
interface Path extends Record<"theta" | "from" | "to", Units> {
  readonly differ: boolean;
  readonly count: number;
}

/** A potential is checked on all pairs. */
const MAX_SUBSPACES = 2500n;

/** Checks that no path has fewer segments, and returns the rule by which; "none" makes no such statement. */
export function lowerBound(value: unknown, path: Path): unknown {
  const isPotential = typeof value === "object" && value !== null && "values" in value;
  const given = fields(value, isPotential ? "partitions rule values" : "rule", "body.bound");
  const { rule } = given;
  const known = isPotential ? rule === "potential" : ["none", "distinct", "star"].includes(String(rule));
  demand(known, "bound", "body.bound.rule", "not none, distinct, potential or star, with its members");
  if (isPotential) potential(given, path);
  if (rule === "distinct") {
    demand(path.count === (path.differ ? 1 : 0), "bound-distinct", "body.bound", "more segments than that");
  }
  if (rule === "star") star(path);
  return rule;
}

function potential(given: Record<string, unknown>, { theta, from, to, differ, count }: Path): void {
  const [r, m] = [theta.length, from.length];
  demand(m <= 64 && subspaceCount(r, m) <= MAX_SUBSPACES, "size", "body.bound", "more than 2500 subspaces");
  const all = everyPartition(given.partitions, r, m, "body.bound.partitions");
  const values = list(given.values, "body.bound.values", integer);
  demand(values.length === all.length, "bound-values", "body.bound.values", "not one value a partition");
  const smooth = all.every((p, i) =>
    all.every((q, j) => j >= i || Math.abs((values[i] ?? 0) - (values[j] ?? 0)) <= 1 || !meet(p, q)),
  );
  demand(smooth, "bound-lipschitz", "body.bound.values", "two that meet differ by more than 1");
  const held = (point: Units): number[] => values.filter((_, i) => isMember(point, all[i] ?? [], theta));
  const gap = Math.min(...held(to)) - Math.max(...held(from));
  const proves = differ && gap >= count - 1;
  demand(proves, "bound-gap", "body.bound.values", "the values leave room for fewer segments");
}

function star({ theta, from, to, differ, count }: Path): void {
  demand(from.length === theta.length + 1, "star", "body.bound", "only for m = r + 1");
  const least = differ ? 1 + subspaceDistance(from, to, theta) : 0;
  demand(count === least, "star", "body.bound", `the least number of segments is ${least}`);
}
