import { irreducible, isMember, network } from "./network.js";
import { everyPartition } from "./partition.js";
import { fields, integer, list } from "./values.js";
import { type Expected, demand } from "./verdict.js";

/** Both sizes from the body, which must be the caller's. */
export function sizes({ r, m }: Record<string, unknown>, expected: Expected): [number, number] {
  demand(r === expected.r && m === expected.m, "parameters", "body", "not the caller's r and m");
  return [integer(r, "body.r"), integer(m, "body.m")];
}

/** Theorem 3.1, count: all labelled partitions, one after the other. */
export function enumeration(body: unknown, expected: Expected): string {
  const given = fields(body, "m partitions r", "body");
  const [r, m] = sizes(given, expected);
  const all = everyPartition(given.partitions, r, m, "body.partitions");
  return `there are T(${r},${m}) = ${all.length} labelled partitions of ${m} neurons with ${r} labels, no other`;
}

/** Theorem 3.1, connectivity: a tree over all subspaces, with a point that each shares with its parent. */
export function connected(body: unknown, expected: Expected): string {
  const given = fields(body, "depths m parents partitions points r theta", "body");
  const [r, m] = sizes(given, expected);
  demand(r < m, "parameters", "body.m", "the claim is about r < m");
  const theta = irreducible(given.theta, "body.theta");
  demand(theta.length === r, "theta", "body.theta", `its width is not ${r}`);
  const all = everyPartition(given.partitions, r, m, "body.partitions");
  const parents = list(given.parents, "body.parents", integer);
  const depths = list(given.depths, "body.depths", integer);
  const points = list(given.points, "body.points", (point, at) => network(point, at, theta));
  const lengths = new Set([parents.length, depths.length, points.length, all.length]);
  demand(lengths.size === 1, "shape", "body", "not one parent, depth and point a partition");
  points.forEach((point, index) => {
    const parent = parents[index] ?? -1;
    const [codes = [], above] = [all[index], all[parent]];
    const rooted = above !== undefined && (index > 0 || parent === 0);
    demand(rooted, "parent", `body.parents[${index}]`, "no such entry, or the root's is not 0");
    const due = index === 0 ? 0 : (depths[parent] ?? 0) + 1;
    demand(depths[index] === due, "depth-order", `body.depths[${index}]`, `${due} is due here`);
    const held = point.length === m && isMember(point, codes, theta) && isMember(point, above, theta);
    demand(held, "member", `body.points[${index}]`, "not in its subspace and its parent's");
  });
  return `the ${all.length} subspaces for (r, m) = (${r}, ${m}) and the network theta are connected`;
}
