import { lastFailing } from "../../../combinatorics/asymptotics/threshold.js";
import { type Mirrored, mirroringFor } from "../../options/mirrorOptions.js";

/** What `equiloss threshold` computes, as plain data. */
export interface ThresholdRequest {
  readonly r: number;
  readonly mirrored: Mirrored;
}

/** The last m at which Eq. (6) fails for some allowed a_k, at r* = r; null if it never fails. */
export function threshold({ r, mirrored }: ThresholdRequest): number | null {
  return lastFailing(r, mirroringFor(mirrored));
}
