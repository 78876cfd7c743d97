import { ruleOf } from "../checker/bound.js";
import { lineOf } from "../checker/changes.js";
import { NETWORK } from "../checker/network.js";
import { demandParity } from "../checker/request.js";
import { fields, list } from "../checker/values.js";
import type { Expected } from "../checker/verdict.js";
import { Unjudged } from "./answers.js";
import { boundOf } from "./bound.js";
import type { Call } from "./calls.js";
import { numbers } from "./lists.js";
import { polyline } from "./polyline.js";

/** The codes of a partition, and their signs: 1, −1 for a mirrored unit, 0 for a silent one. */
export type Signed = readonly [codes: readonly number[], signs: readonly number[]];

/** Kind `mirrored-path`: the theorem is `SoundMirroredPath`, and with a bound `SoundShortestMirroredPath`. */
export function mirroredPath(body: unknown, expected: Expected): Call {
  const line = lineOf(body, ["bound", "parity", "partitions", "theta"], NETWORK);
  const parity = demandParity(expected) === "odd" ? "Odd" : "Even";
  const networks = polyline(line, expected);
  const { theta, dimensions, from, to, points } = networks;
  const partitions = list(line.members.partitions, "body.partitions", signed);
  const given = [parity, ...dimensions, theta, from, to, points, partitions] as const;
  if (ruleOf(line.members.bound).rule === "star") throw new Unjudged("the star rule with mirror images");
  const bound = boundOf(line, expected, networks, signed);
  return bound === undefined
    ? { name: "check_mirrored_path", arguments: [...given] }
    : { name: "check_shortest_mirrored_path", arguments: [...given, bound] };
}

function signed(value: unknown, at: string): Signed {
  const { codes, signs } = fields(value, ["codes", "signs"], at);
  return [numbers(codes, `${at}.codes`), numbers(signs, `${at}.signs`)];
}
