import { lineOf } from "../checker/changes.js";
import { NETWORK } from "../checker/network.js";
import type { Expected } from "../checker/verdict.js";
import { boundOf } from "./bound.js";
import type { Call } from "./calls.js";
import { manyCodes, numbers } from "./lists.js";
import { polyline } from "./polyline.js";

/** Kind `path`: the theorem is `SoundPath`, and with a bound `SoundShortestPath`. */
export function path(body: unknown, expected: Expected): Call {
  const line = lineOf(body, ["bound", "partitions", "theta"], NETWORK);
  const networks = polyline(line, expected);
  const { theta, dimensions, from, to, points } = networks;
  const partitions = manyCodes(line.members.partitions, "body.partitions");
  const given = [...dimensions, theta, from, to, points, partitions] as const;
  const bound = boundOf(line, expected, networks, numbers);
  return bound === undefined
    ? { name: "check_path", arguments: [...given] }
    : { name: "check_shortest_path", arguments: [...given, bound] };
}
