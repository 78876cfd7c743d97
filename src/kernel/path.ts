import { lineOf } from "../checker/changes.js";
import { NETWORK } from "../checker/network.js";
import type { Expected } from "../checker/verdict.js";
import type { Call } from "./calls.js";
import { manyCodes } from "./lists.js";
import { unboundedPolyline } from "./polyline.js";

/** Kind `path`, without a bound: the theorem is `SoundPath`. */
export function path(body: unknown, expected: Expected): Call {
  const line = lineOf(body, ["bound", "partitions", "theta"], NETWORK);
  const { theta, dimensions, from, to, points } = unboundedPolyline(line, expected, "thm-3.1-path");
  const partitions = manyCodes(line.members.partitions, "body.partitions");
  return { name: "check_path", arguments: [...dimensions, theta, from, to, points, partitions] };
}
