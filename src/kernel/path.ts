import checkers from "#kernel";
import { lineOf } from "../checker/changes.js";
import { NETWORK } from "../checker/network.js";
import { KEYS, isGiven } from "../checker/request.js";
import { entry } from "../checker/values.js";
import { type Expected, demand } from "../checker/verdict.js";
import { Unjudged, demandTrue } from "./answers.js";
import { manyCodes } from "./lists.js";
import { dimensions, network } from "./network.js";

/** Kind `path`, without a bound: the theorem is `SoundPath`. */
export function path(body: unknown, expected: Expected): string {
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
  const answer = checkers.check_path(
    ...dimensions(theta, "body.theta"),
    theta,
    // The ends are the caller's: the kernel compares them with the first and the last point.
    network(ordered(expected.from), "expected.from"),
    network(ordered(expected.to), "expected.to"),
    points,
    partitions,
  );
  demandTrue("check_path", answer);
  return `check_path is true of theta, both ends and the ${partitions.length} segments`;
}

/** What the caller gives, with its keys in canonical order: they may come in any. */
function ordered(request: unknown): unknown {
  return JSON.parse(JSON.stringify(request, KEYS));
}
