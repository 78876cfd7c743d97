import { demandFew, ruleOf, scaledEnds } from "../checker/bound.js";
import type { Line } from "../checker/changes.js";
import { network as unitsOf } from "../checker/network.js";
import { type Rational, entry, integer, list } from "../checker/values.js";
import { type Expected, type Parity, demand } from "../checker/verdict.js";
import { Unjudged } from "./answers.js";
import { demandBrief, lengthOf } from "./limits.js";
import type { Polyline } from "./polyline.js";

/** Why no path is shorter, as Coq has it; a potential has each partition with a whole number. */
export type Bound<Partition> =
  | readonly [name: "EndsDiffer"]
  | readonly [name: "StarDistance"]
  | readonly [name: "Potential", values: readonly (readonly [Partition, Rational])[]];

/** The cycles of the star graph are followed place by place, in lists. */
const WIDEST_STAR = 512;

/** Reads the bound of a path, within the checker's limits: undefined if it has none and needs none. */
export function boundOf<Partition>(
  line: Line,
  expected: Expected,
  path: Polyline,
  readPartition: (value: unknown, at: string) => Partition,
): Bound<Partition> | undefined {
  const { rule, members } = ruleOf(line.members.bound);
  const isEnough = rule !== "none" || !expected.claim.startsWith("ext-geodesic");
  demand(isEnough, "bound", "body.bound", "the claim needs a bound");
  if (rule === "none") return undefined;
  if (rule === "distinct") return ["EndsDiffer"];
  if (rule === "star") {
    if (path.from.length > WIDEST_STAR) throw new Unjudged("what takes this much arithmetic");
    return ["StarDistance"];
  }
  demandLimits(line, expected.parity, path);
  const partitions = list(members.partitions, "body.bound.partitions", readPartition);
  const values = list(members.values, "body.bound.values", integer);
  const isEven = values.length === partitions.length;
  demand(isEven, "bound-values", "body.bound.values", "not one value for each partition");
  return ["Potential", partitions.map((one, i) => [one, { n: BigInt(entry(values, i)), d: 1n }] as const)];
}

/** Those of the checker, and what can be tested for membership in all subspaces in time. */
function demandLimits({ members, points }: Line, parity: Parity, { theta, from, to }: Polyline): void {
  demandFew(theta.length, from.length, parity);
  const base = unitsOf(members.theta, "body.theta", undefined, parity);
  const ends = [entry(points, 0), entry(points, points.length - 1)];
  scaledEnds([...base, ...ends.flatMap(({ value, at }) => unitsOf(value, at, base, parity))]);
  const networks = [theta, from, to];
  const numbers = networks.flatMap((units) => units.flat(2)).length;
  demandBrief(2500 * numbers, lengthOf(networks.map((units) => units.map(([, outgoing]) => outgoing))));
}
