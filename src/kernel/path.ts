import { lineOf } from "../checker/changes.js";
import { NETWORK } from "../checker/network.js";
import { KEYS, isGiven } from "../checker/request.js";
import { entry } from "../checker/values.js";
import { type Expected, demand } from "../checker/verdict.js";
import { Unjudged } from "./answers.js";
import type { Call } from "./calls.js";
import { manyCodes } from "./lists.js";
import { dimensions, network } from "./network.js";

/** Kind `path`, without a bound: the theorem is `SoundPath`. */
export function path(body: unknown, expected: Expected): Call {
  const { members, points: written } = lineOf(body, ["bound", "partitions", "theta"], NETWORK);
  const isUnbounded = JSON.stringify(members.bound) === '{"rule":"none"}';
  if (!isUnbounded || expected.claim !== "thm-3.1-path")
    throw new Unjudged("how few segments a path can have");
  const hasEnds = expected.from !== undefined && expected.to !== undefined;
  demand(hasEnds, "parameters", "expected", "the caller names no networks from and to");
  const theta = network(members.theta, "body.theta");
  const points = written.map(({ value, at }) => network(value, at));
  const m = entry(points, 0).length;
  const isOfSizes = isGiven(theta.length, expected.r) && isGiven(m, expected.m);
  demand(isOfSizes, "parameters", "body", "its widths r and m are not the caller's");
  const partitions = manyCodes(members.partitions, "body.partitions");
  // The ends are the caller's: the kernel compares them with the first and the last point.
  const from = network(ordered(expected.from), "expected.from");
  const to = network(ordered(expected.to), "expected.to");
  const ofTheta = dimensions(theta, "body.theta");
  return { name: "check_path", arguments: [...ofTheta, theta, from, to, points, partitions] };
}

/** What the caller gives, with its keys in canonical order: they may come in any. */
function ordered(request: unknown): unknown {
  return JSON.parse(JSON.stringify(request, KEYS));
}
