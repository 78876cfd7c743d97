import { requireArguments } from "../exact/plainJavaScript.js";
import { CRITICAL, mateOf } from "../manifold/topology/acyclicMatching.js";
import { PlacementComplex } from "../manifold/topology/placementComplex.js";
import { placementMatching } from "../manifold/topology/placementMatching.js";
import { partialSurjectionCount } from "../combinatorics/counts/partialSurjections.js";
import type { Certificate } from "./certificate.js";
import { listed } from "./listed.js";

/** The most cells in a certificate, and the largest m, by SPEC.md. */
const MOST_CELLS = 262_144n;
const LARGEST_M = 17;

/**
 * X_{r,m} built up by cells and pairs of cells, as evidence for claim `ext-topology`: the acyclic matching of
 * {@link placementMatching}, in an order that proves it acyclic.
 *
 * @param r number of labels, 1 ≤ r ≤ m.
 * @param m number of units.
 * @param progress is called now and then with the number of steps written so far, and of all steps.
 * @throws RangeError if the certificate is too large for the checker; see {@link fitsMorse}.
 * @example morseCertificate(1, 1).claim === "ext-topology"
 */
export function morseCertificate(
  r: number,
  m: number,
  progress: (done: number, total: number) => void = () => undefined,
): Certificate {
  if (!fitsMorse(r, m)) throw new RangeError(`no certificate for (r, m) = (${r}, ${m})`);
  const complex = new PlacementComplex(r, m);
  const { mates, order } = placementMatching(complex);
  const digitsOf = (cell: number): string => complex.mapOf(cell).join("");
  const pairs = mates.filter((mate) => mate !== CRITICAL).length >> 1;
  return {
    kind: "morse",
    claim: "ext-topology",
    body: {
      r,
      m,
      steps: listed(
        // The upper cell of a pair comes right after the lower one, and is written with it.
        () => order.filter((cell) => mateOf(mates, cell) === CRITICAL || mateOf(mates, cell) > cell),
        (cell) => (mates[cell] === CRITICAL ? [cell] : [cell, mateOf(mates, cell)]).map(digitsOf),
        (done) => {
          progress(done, order.length - pairs);
        },
      ),
    },
  };
}

/**
 * Whether the checker takes a Morse certificate for these widths.
 *
 * @example fitsMorse(2, 18) === false
 */
export function fitsMorse(r: number, m: number): boolean {
  requireArguments({ size: { r, m } });
  return r >= 1 && r <= m && m <= LARGEST_M && partialSurjectionCount(r, m) <= MOST_CELLS;
}
