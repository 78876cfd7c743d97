import { ruleOf } from "../checker/bound.js";
import { lineOf } from "../checker/changes.js";
import { NETWORK } from "../checker/network.js";
import { demandParity } from "../checker/request.js";
import { fields, list } from "../checker/values.js";
import type { Expected } from "../checker/verdict.js";
import { Unjudged } from "./answers.js";
import type { Call } from "./calls.js";
import { numbers } from "./lists.js";
import { polyline } from "./polyline.js";

/** Kind `mirrored-path`, without a bound: the theorem is `SoundMirroredPath`. */
export function mirroredPath(body: unknown, expected: Expected): Call {
  const line = lineOf(body, ["bound", "parity", "partitions", "theta"], NETWORK);
  const parity = demandParity(expected) === "odd" ? "Odd" : "Even";
  const { rule } = ruleOf(line.members.bound);
  if (rule !== "none" || expected.claim !== "ext-parity-connected")
    throw new Unjudged("how few segments a path can have");
  const { theta, dimensions, from, to, points } = polyline(line, expected);
  const partitions = list(line.members.partitions, "body.partitions", (value, at) => {
    const { codes, signs } = fields(value, ["codes", "signs"], at);
    return [numbers(codes, `${at}.codes`), numbers(signs, `${at}.signs`)] as const;
  });
  const given = [parity, ...dimensions, theta, from, to, points, partitions] as const;
  return { name: "check_mirrored_path", arguments: [...given] };
}
