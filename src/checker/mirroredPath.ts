import { lineOf } from "./changes.js";
import { NETWORK } from "./network.js";
import { polyline } from "./path.js";
import { demandParity } from "./request.js";
import type { Expected } from "./verdict.js";

/**
 * Kind `mirrored-path`, claims `ext-parity-connected` and `ext-geodesic-odd`. An acceptance proves that every
 * network on the polyline through the points, which leads from the caller's first network to the other,
 * computes the function of θ for every activation of the caller's parity: each segment lies in one Γ±. For
 * `ext-geodesic-odd`, and wherever the bound is not "none", it also proves that no polyline inside the union
 * of the Γ± between these ends has fewer segments.
 */
export function mirroredPath(body: unknown, expected: Expected): string {
  const line = lineOf(body, ["bound", "parity", "partitions", "theta"], NETWORK);
  const parity = demandParity(expected);
  return polyline(line, expected, `whose networks compute what theta does for every ${parity} activation`);
}
