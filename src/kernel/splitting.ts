import { fields, list, rows } from "../checker/values.js";
import type { Expected } from "../checker/verdict.js";
import type { Call } from "./calls.js";
import { type Block, block, evidenceIn, numbersOf } from "./inertia.js";
import type { Matrix } from "./layers.js";
import { lossPoint } from "./lossPoint.js";

/**
 * How the copies of a unit move apart: factors for the incoming vectors, and for the outgoing ones; and the
 * inertias of (B Eᵀ; E 0) and of (0 Eᵀ; E 0).
 */
export type Split = readonly [incoming: Matrix, outgoing: Matrix, curvature: Block, mixed: Block];

/** Kind `splitting`: the theorem is `SoundSplitting`. */
export function splitting(body: unknown, expected: Expected): Call {
  const keys = ["activation", "below", "beta", "data", "inertia", "network", "theta", "units"];
  const members = fields(body, keys, "body");
  const below = block(members.below, "body.below");
  const splits = list(members.units, "body.units", split);
  const stated = numbersOf(members.inertia, "body.inertia");
  const ofUnits = splits.flatMap(([incoming, outgoing, curvature, mixed]) => [
    ...[incoming, outgoing],
    ...[curvature, mixed].flatMap(evidenceIn),
  ]);
  const point = lossPoint(members, expected, [...evidenceIn(below), ...ofUnits]);
  return { name: "check_splitting", arguments: [...point, below, splits, stated] };
}

function split(value: unknown, at: string): Split {
  const members = fields(value, ["curvature", "incoming", "mixed", "outgoing"], at);
  const incoming = rows(members.incoming, `${at}.incoming`);
  const outgoing = rows(members.outgoing, `${at}.outgoing`);
  return [
    incoming,
    outgoing,
    block(members.curvature, `${at}.curvature`),
    block(members.mixed, `${at}.mixed`),
  ];
}
