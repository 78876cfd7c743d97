import { binomial } from "../counts/binomial.js";
import { type Orbit, orbitRepresentative, orbitSize, orbits } from "../partitions/orbits.js";
import type { Parity } from "./parity.js";
import { SignedLabelledPartition } from "./signedLabelledPartition.js";

/**
 * An orbit of the signed labelled partitions under permutations and mirrorings of units and of labels, the
 * product of the hyperoctahedral groups of m units and of r labels: the orbit of the blocks that are not
 * silent, and the number of silent units. Mirroring units makes all signs 1.
 */
export interface SignedOrbit extends Orbit {
  readonly silent: number;
}

/**
 * All orbits, each once, those with the fewest silent units first; for even parity none is silent.
 *
 * @throws RangeError if r or m is not a nonnegative safe integer.
 * @example [...signedOrbits(1, 2, "odd")].length === 3 // [1, 1], [1, 0], and [1, 0] with neuron 1 silent
 */
export function* signedOrbits(r: number, m: number, parity: Parity): Generator<SignedOrbit> {
  const mostSilent = parity === "odd" ? m - r : 0;
  for (let silent = 0; silent <= mostSilent; silent += 1) {
    for (const orbit of orbits(r, m - silent)) yield { ...orbit, silent };
  }
}

/**
 * The signed labelled partition that represents an orbit: all signs are 1 or 0, blocks have consecutive
 * units, and the silent ones come last.
 *
 * @example signedOrbitRepresentative({ labelledSizes: [1], zeroSizes: [], silent: 1 }, "odd").key
 *   === "1,0;1,0"
 */
export function signedOrbitRepresentative(orbit: SignedOrbit, parity: Parity): SignedLabelledPartition {
  const { codes, r, zeroBlockCount } = orbitRepresentative(orbit);
  const silent = new Array<number>(orbit.silent).fill(0);
  return SignedLabelledPartition.of(
    [...codes, ...silent.map(() => 0 - zeroBlockCount)],
    [...codes.map(() => 1), ...silent],
    r,
    parity,
  );
}

/**
 * The number of signed labelled partitions in an orbit: each unit that is neither silent nor the first of a
 * zero block has either sign.
 *
 * @example signedOrbitSize({ labelledSizes: [1], zeroSizes: [], silent: 1 }) === 4n
 */
export function signedOrbitSize(orbit: SignedOrbit): bigint {
  const active = [...orbit.labelledSizes, ...orbit.zeroSizes].reduce((sum, size) => sum + size, 0);
  const signs = 2n ** BigInt(active - orbit.zeroSizes.length);
  return binomial(active + orbit.silent, orbit.silent) * orbitSize(orbit) * signs;
}
