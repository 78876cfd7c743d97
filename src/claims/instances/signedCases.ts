import type { Parity } from "../../combinatorics/signed/parity.js";
import type { SignedLabelledPartition } from "../../combinatorics/signed/signedLabelledPartition.js";
import { signedOrbitRepresentative, signedOrbits } from "../../combinatorics/signed/signedOrbits.js";
import { orbitCount } from "./orbitCount.js";

/** Both parities. */
export const PARITIES: readonly Parity[] = ["odd", "even"];

/** One signed labelled partition of each orbit under permutations and mirrorings of units and labels. */
export function representatives(r: number, m: number, parity: Parity): SignedLabelledPartition[] {
  return [...signedOrbits(r, m, parity)].map((orbit) => signedOrbitRepresentative(orbit, parity));
}

/** The number of these orbits without a list: signs can be made 1, and for odd parity units can be silent. */
export function signedOrbitCount(r: number, m: number, parity: Parity): bigint {
  if (parity === "even") return orbitCount(r, m);
  let count = 0n;
  for (let active = r; active <= m; active += 1) count += orbitCount(r, active);
  return count;
}
