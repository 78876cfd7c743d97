import { type Parity, mirroringOf } from "../combinatorics/signed/parity.js";
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

/** The base in which every label is one digit. */
const MOST_DIGITS = 36;

/**
 * X_{r,m} built up by cells and pairs of cells, as evidence for claim `ext-topology`: the acyclic matching of
 * {@link placementMatching}, in an order that proves it acyclic. With a parity, X±_{r,m}, in which each label
 * has a mirror image, for claim `ext-parity-topology`.
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
  parity?: Parity,
): Certificate {
  const images = parity === undefined ? 1 : mirroringOf(parity).images;
  if (!fitsMorse(r, m, images)) throw new RangeError(`no certificate for (r, m) = (${r}, ${m})`);
  const complex = new PlacementComplex(r, m, undefined, images);
  const { mates, order } = placementMatching(complex);
  const digitsOf = (cell: number): string =>
    Array.from(complex.mapOf(cell), (label) => label.toString(MOST_DIGITS)).join("");
  const pairs = mates.filter((mate) => mate !== CRITICAL).length >> 1;
  return {
    kind: "morse",
    claim: parity === undefined ? "ext-topology" : "ext-parity-topology",
    body: {
      ...(parity && { parity }),
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
 * Whether the checker takes a Morse certificate for these widths, and for this many images of each label.
 *
 * @example fitsMorse(2, 18) === false
 */
export function fitsMorse(r: number, m: number, images: 1 | 2 = 1): boolean {
  requireArguments({ size: { r, m, images } });
  return r >= 1 && r <= m && m <= LARGEST_M && partialSurjectionCount(r, m, images) <= MOST_CELLS;
}
