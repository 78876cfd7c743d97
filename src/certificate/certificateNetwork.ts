import { requireArguments } from "../exact/plainJavaScript.js";
import { InputError } from "../exact/inputError.js";
import type { RationalVector } from "../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";

/** A network as certificates write it: one row per unit, for incoming and for outgoing vectors alike. */
export interface CertificateNetwork {
  readonly incoming: string[][];
  readonly outgoing: string[][];
}

/**
 * The most digits that a numerator or denominator may have in a certificate, by SPEC.md. A double needs at
 * most 324.
 */
export const MAX_CERTIFIED_DIGITS = 4096;

/**
 * The weights of a two-layer network as "p" or "p/q" in lowest terms.
 *
 * @throws InputError if a weight has more than `MAX_CERTIFIED_DIGITS` digits, which the checker would
 *   reject.
 * @example certificateNetwork(theta) // { incoming: [["1"]], outgoing: [["2"]] }
 */
export function certificateNetwork(network: TwoLayerNetwork): CertificateNetwork {
  requireArguments({ network: { network } });
  return {
    incoming: network.units.map((unit) => certificateVector(unit.incoming)),
    outgoing: network.units.map((unit) => certificateVector(unit.outgoing)),
  };
}

/**
 * The coordinates of a vector as "p" or "p/q" in lowest terms.
 *
 * @throws InputError if one has more than `MAX_CERTIFIED_DIGITS` digits.
 * @example certificateVector(RationalVector.parse("2/4", "-3")) // ["1/2", "-3"]
 */
export function certificateVector(vector: RationalVector): string[] {
  requireArguments({ vector: { vector } });
  return vector.toStrings().map((text) => {
    const digits = Math.max(
      ...text
        .replace("-", "")
        .split("/")
        .map((part) => part.length),
    );
    if (digits <= MAX_CERTIFIED_DIGITS) return text;
    throw new InputError(
      `a weight of ${digits} digits, or a sum of weights; certificates hold at most ${MAX_CERTIFIED_DIGITS}`,
      "write the weights with fewer digits, or with a common denominator",
    );
  });
}
