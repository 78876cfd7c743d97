import { lineOf } from "../checker/changes.js";
import { list } from "../checker/values.js";
import type { Expected } from "../checker/verdict.js";
import type { Call } from "./calls.js";
import { endsOf } from "./ends.js";
import { outerWidths, layers } from "./layers.js";
import { manyCodes } from "./lists.js";

/** Kind `layered-path`: the theorem is `SoundLayeredPath`. */
export function layeredPath(body: unknown, expected: Expected): Call {
  const { members, points: written } = lineOf(body, ["partitions", "theta"], ["biases", "weights"]);
  const { from, to } = endsOf(expected, layers);
  const theta = layers(members.theta, "body.theta");
  const points = written.map(({ value, at }) => layers(value, at));
  const partitions = list(members.partitions, "body.partitions", manyCodes);
  const given = [...outerWidths(theta, "body.theta"), theta, from, to, points, partitions] as const;
  return { name: "check_layered_path", arguments: [...given] };
}
