import { lastFailing } from "../../../combinatorics/asymptotics/threshold.js";

/** The last m at which Eq. (6) fails for some allowed a_k, at r* = r; null if it never fails. */
export function threshold({ r }: { readonly r: number }): number | null {
  return lastFailing(r);
}
