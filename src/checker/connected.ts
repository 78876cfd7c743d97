import { FREE } from "./changes.js";
import { irreducible, isMember, network } from "./network.js";
import { everyPartition } from "./partition.js";
import { sizes } from "./request.js";
import { entry, fields, integer, list } from "./values.js";
import { type Expected, demand } from "./verdict.js";

/**
 * Kind `connected`, claim `thm-3.1-connected`. An acceptance proves that Θ, the set of networks of width m
 * with the measure of θ, is connected: each of its subspaces shares a point with its parent, up to the root.
 * It says nothing of any other θ.
 */
export function connected(body: unknown, expected: Expected): string {
  const members = fields(body, ["depths", "m", "parents", "partitions", "points", "r", "theta"], "body");
  const [r, m] = sizes(members, expected);
  demand(r < m, "parameters", "body.m", "the claim is about r < m");
  const theta = irreducible(members.theta, "body.theta");
  demand(theta.length === r, "theta", "body.theta", `its width is not ${r}`);
  // The subspaces of all labelled partitions cover Θ.
  const partitions = everyPartition(members.partitions, r, m, "body.partitions");
  const parents = list(members.parents, "body.parents", integer);
  const depths = list(members.depths, "body.depths", integer);
  const points = list(members.points, "body.points", (point, at) => network(point, at, theta));
  const isEven = [parents, depths, points].every(({ length }) => length === partitions.length);
  demand(isEven, "shape", "body", "not one parent, depth and point for each partition");
  for (const [index, codes] of partitions.entries()) {
    const isRoot = index === 0;
    const parent = entry(parents, index);
    const parentCodes = partitions[parent];
    const hasParent = parentCodes !== undefined && (!isRoot || parent === 0);
    demand(hasParent, "parent", `body.parents[${index}]`, "no such entry, or the root's is not 0");
    // Every other entry is one level below its parent, so going up ends in the root.
    const depth = isRoot ? 0 : entry(depths, parent) + 1;
    demand(entry(depths, index) === depth, "depth-order", `body.depths[${index}]`, `expected depth ${depth}`);
    // Both subspaces are convex: a segment leads from any point of one to this point, and another from there
    // to any point of the other.
    const point = entry(points, index);
    const isShared =
      point.length === m && [codes, parentCodes].every((one) => isMember(point, one, theta, FREE));
    demand(isShared, "member", `body.points[${index}]`, "not in its subspace and its parent's");
  }
  return `the ${partitions.length} subspaces for (r, m) = (${r}, ${m}) and the network theta are connected`;
}
