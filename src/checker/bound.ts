import { FREE } from "./changes.js";
import { everyCover } from "./images.js";
import { type Units, isMember, scaled } from "./network.js";
import { meet, subspaceCount } from "./partition.js";
import { subspaceDistance } from "./star.js";
import { entry, fields, integer, list } from "./values.js";
import { type Parity, demand } from "./verdict.js";

/**
 * What a bound is about: both ends, which have the measure of θ, and the number of segments between them.
 * With a parity all three have their images after their units. r and m are the widths without these.
 */
type Path = Readonly<{ theta: Units; from: Units; to: Units; r: number; m: number; parity: Parity }> &
  Readonly<{ differ: boolean; count: number }>;

/**
 * Checks the bound of a path. Returns whether it proves that no polyline in Θ between these ends has fewer
 * segments. Every rule but "none" does.
 */
export function isLeast(value: unknown, path: Path): boolean {
  const { rule, members } = ruleOf(value);
  if (rule === "distinct") distinct(path);
  if (rule === "potential") potential(members, path);
  if (rule === "star") star(path);
  return rule !== "none";
}

/** Reads a bound: its rule, and its members, which are those of this rule. */
export function ruleOf(value: unknown): Readonly<{ rule: string; members: Record<string, unknown> }> {
  const isPotential = typeof value === "object" && value !== null && "values" in value;
  const keys = isPotential ? ["partitions", "rule", "values"] : ["rule"];
  const members = fields(value, keys, "body.bound");
  const names = isPotential ? ["potential"] : ["none", "distinct", "star"];
  const rule = names.find((name) => name === members.rule);
  demand(rule !== undefined, "bound", "body.bound.rule", `not one of ${names.join(", ")}`);
  return { rule, members };
}

/** Ends that differ need a segment. Equal ends need none. */
function distinct({ differ, count }: Path): void {
  const least = differ ? 1 : 0;
  demand(count === least, "bound-distinct", "body.bound", "not the least number of segments");
}

/**
 * An integer for each subspace, which differ by at most 1 between two that meet. A polyline of k ≥ 1 segments
 * gives a walk of at most k − 1 steps through subspaces that meet, so k − 1 ≥ least value at `to` − greatest
 * value at `from`.
 */
function potential(members: Record<string, unknown>, path: Path): void {
  const { theta, from, to, r, m, parity, differ, count } = path;
  demandFew(r, m, parity);
  const partitions = everyCover(members.partitions, r, m, parity, "body.bound.partitions");
  const values = list(members.values, "body.bound.values", integer);
  demand(
    values.length === partitions.length,
    "bound-values",
    "body.bound.values",
    "not one value for each partition",
  );
  const isClose = isLipschitz(partitions, values);
  demand(isClose, "bound-lipschitz", "body.bound.values", "two that meet differ by more than 1");
  const units = scaledEnds([...theta, ...from, ...to]);
  const [endOfTheta, endOfFrom] = [theta.length, theta.length + from.length];
  const scaledTheta = units.slice(0, endOfTheta);
  const valuesAt = (end: Units): number[] =>
    values.filter((_, index) => isMember(end, entry(partitions, index), scaledTheta, FREE));
  const fromValues = valuesAt(units.slice(endOfTheta, endOfFrom));
  const toValues = valuesAt(units.slice(endOfFrom));
  // Neither is empty: the ends have the measure of θ, so their coarsest partitions' subspaces hold them.
  const gap = Math.min(...toValues) - Math.max(...fromValues);
  // The walk needs k ≥ 1, which holds if the ends differ.
  const isGap = differ && gap >= count - 1;
  demand(isGap, "bound-gap", "body.bound.values", "the values leave room for fewer segments");
}

/** The limits are there because every pair of subspaces is compared, and each one tested for both ends. */
export function demandFew(r: number, m: number, parity: Parity): void {
  const isSmall = m <= 64 && subspaceCount(r, m, parity) <= 2500n;
  demand(isSmall, "size", "body.bound", "more than 2500 subspaces");
}

/** θ and both ends, scaled alike, if they aren't too long so. */
export function scaledEnds(networks: Units): Units {
  const units = scaled(networks);
  const texts = units.map(({ incoming, outgoing }) => incoming + outgoing.map(({ n }) => n).join());
  const length = texts.join().length;
  demand(length <= 2 ** 16, "size", "body", "the ends are too long over a common denominator");
  return units;
}

/** Whether values of subspaces that meet differ by at most 1. */
function isLipschitz(partitions: readonly (readonly number[])[], values: readonly number[]): boolean {
  return partitions.every((p, i) => {
    const value = entry(values, i);
    const before = partitions.slice(0, i);
    return before.every((q, j) => Math.abs(value - entry(values, j)) <= 1 || !meet(p, q));
  });
}

/**
 * For m = r + 1 the least number is known: equal ends need no segment, and others one more than the distance.
 */
function star({ theta, from, to, r, m, differ, count }: Path): void {
  demand(m === r + 1, "star", "body.bound", "only for m = r + 1");
  const least = differ ? 1 + subspaceDistance(from, to, theta, r) : 0;
  demand(count === least, "star", "body.bound", `the least number of segments is ${least}`);
}
