import { entry, fields, list } from "../checker/values.js";
import { type Expected, demand } from "../checker/verdict.js";
import { Unjudged } from "./answers.js";
import type { Call } from "./calls.js";
import { block, evidenceIn } from "./inertia.js";
import { lossPoint } from "./lossPoint.js";

/** What both inertias are an instance of, as Coq names it. */
export type CriticalClaim = "ZerosAbove" | "SaddleAbove" | "NoStrictSaddle" | "ZeroLossAbove";

const CLAIMS: ReadonlyMap<string, CriticalClaim> = new Map([
  ["prop-4.4", "ZerosAbove"],
  ["ext-saddle", "SaddleAbove"],
  ["open-strict-saddles", "NoStrictSaddle"],
  ["cooper-2.3", "ZeroLossAbove"],
]);

/** Kind `critical`: the theorem is `SoundCritical`, or with inertias `SoundCriticalInstance`. */
export function critical(body: unknown, expected: Expected): Call {
  const keys = ["activation", "beta", "data", "inertias", "network", "theta"];
  const members = fields(body, keys, "body");
  const blocks = list(members.inertias, "body.inertias", block);
  const point = lossPoint(members, expected, blocks.flatMap(evidenceIn));
  if (expected.claim === "prop-4.3") {
    demand(blocks.length === 0, "shape", "body.inertias", "not 0");
    return { name: "check_critical", arguments: [...point] };
  }
  const claim = CLAIMS.get(expected.claim);
  if (claim === undefined) throw new Unjudged(`critical points for ${expected.claim}`);
  demand(blocks.length === 2, "shape", "body.inertias", "not 2");
  const given = [claim, ...point, entry(blocks, 0), entry(blocks, 1)] as const;
  return { name: "check_critical_instance", arguments: [...given] };
}
