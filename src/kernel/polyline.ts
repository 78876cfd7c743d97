import type { Line } from "../checker/changes.js";
import { isGiven } from "../checker/request.js";
import { entry } from "../checker/values.js";
import { type Expected, demand } from "../checker/verdict.js";
import { endsOf } from "./ends.js";
import { type Network, dimensions, network } from "./network.js";

/** What a path is about, as far as neither mirror images nor bounds matter. */
export interface Polyline {
  readonly theta: Network;
  readonly dimensions: readonly [inputs: number, outputs: number];
  readonly from: Network;
  readonly to: Network;
  readonly points: readonly Network[];
}

/** Reads the networks of a path, and compares them with the caller's. */
export function polyline({ members, points: written }: Line, expected: Expected): Polyline {
  const ends = endsOf(expected, network);
  const theta = network(members.theta, "body.theta");
  const points = written.map(({ value, at }) => network(value, at));
  const isOfSizes = isGiven(theta.length, expected.r) && isGiven(entry(points, 0).length, expected.m);
  demand(isOfSizes, "parameters", "body", "its widths r and m are not the caller's");
  return { theta, dimensions: dimensions(theta, "body.theta"), ...ends, points };
}
