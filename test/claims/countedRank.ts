import {
  type PointFindings,
  type ZeroLossPoint,
  findings,
} from "../../src/claims/instances/zeroLossInstances.js";

/** The number of residuals, given out as their derivatives' rank. */
export function countedRank(point: ZeroLossPoint): PointFindings | undefined {
  const found = findings(point);
  return found === undefined ? undefined : { ...found, rank: found.residuals };
}
