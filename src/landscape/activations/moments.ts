import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";

/**
 * Σ_i a_i (w_i · v)^n for given n, with 0^0 = 1: the n-th derivative of t ↦ f(tv|θ) at t = 0, but for the
 * factor σ^{(n)}(0). Networks that compute one function have the same moments wherever that factor isn't 0.
 *
 * @param direction v ∈ Q^{d_in}.
 * @throws RangeError if v has another dimension.
 * @example moments(theta, RationalVector.parse("3"), [0, 2]) // [2, 18] for θ = (1; 2)
 */
export function moments(
  network: TwoLayerNetwork,
  direction: RationalVector,
  exponents: readonly number[],
): RationalVector[] {
  const terms = network.units.map(({ incoming, outgoing }) => ({
    base: incoming.dot(direction),
    outgoing,
  }));
  return exponents.map((exponent) =>
    RationalVector.sum(
      network.outputDimension,
      terms.map(({ base, outgoing }) => outgoing.times(base.pow(BigInt(exponent)))),
    ),
  );
}
