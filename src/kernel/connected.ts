import { entry, fields, list } from "../checker/values.js";
import { type Expected, demand } from "../checker/verdict.js";
import type { Call } from "./calls.js";
import { manyCodes, places, widths } from "./lists.js";
import { dimensions, network } from "./network.js";

/** Kind `connected`: the theorem is `SoundConnected`. */
export function connected(body: unknown, expected: Expected): Call {
  const members = fields(body, ["depths", "m", "parents", "partitions", "points", "r", "theta"], "body");
  const [r, m] = widths(members, expected);
  const theta = network(members.theta, "body.theta");
  // The kernel takes r from θ, so here the caller's r is compared.
  demand(theta.length === r, "theta", "body.theta", `its width is not ${r}`);
  const partitions = manyCodes(members.partitions, "body.partitions");
  const parents = places(members.parents, "body.parents");
  const depths = places(members.depths, "body.depths");
  const points = list(members.points, "body.points", network);
  const isEven = [parents, depths, points].every(({ length }) => length === partitions.length);
  demand(isEven, "shape", "body", "not one parent, depth and point for each partition");
  const tree = partitions.map((codes, index) => {
    const placed = [entry(parents, index), entry(depths, index)] as const;
    return [[codes, placed], entry(points, index)] as const;
  });
  return { name: "check_connected", arguments: [...dimensions(theta, "body.theta"), m, theta, tree] };
}
