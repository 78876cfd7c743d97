import { type Rational, formatRational } from "../exact/numbers/rational.js";
import { requireArguments } from "../exact/plainJavaScript.js";
import type { MultiLayerNetwork } from "../network/multiLayerNetwork.js";
import type { Certificate } from "./certificate.js";
import { certificateLayers } from "./layeredPathCertificate.js";

/**
 * What a certificate of a difference says.
 *
 * @example differenceCertificate({ activation: "tanh", bound: rational(0n), network, pruned: network,
 *   units: [{ codes: [1, 2], factors: [rational(1n), rational(1n)] }], within: [rational(0n), rational(1n)]
 *   }).kind === "difference"
 */
export interface Difference {
  /** The name of an activation that the checker knows. */
  readonly activation: string;
  /** What the outputs differ by at most. */
  readonly bound: Rational;
  readonly network: MultiLayerNetwork;
  readonly pruned: MultiLayerNetwork;
  /**
   * For each hidden layer and each unit of the network a code t and a factor s: for t ≥ 1 it is nearly s
   * times unit t of the pruned one, for t = 0 nearly the number s, and for t = −k nearly s times unit k.
   */
  readonly units: readonly { readonly codes: readonly number[]; readonly factors: readonly Rational[] }[];
  /** The least and the largest value of each input. */
  readonly within: readonly [Rational, Rational];
}

/**
 * That a network and a pruned one differ by at most a bound, in each output and for all inputs of a box: what
 * Remark 4.2 leaves of a network near zero loss.
 *
 * @throws InputError if a weight has more digits than a certificate may hold; see `certificateVector`.
 * @example differenceCertificate({ activation: "tanh", bound: rational(0n), network, pruned: network,
 *   units: [{ codes: [1, 2], factors: [rational(1n), rational(1n)] }], within: [rational(0n), rational(1n)]
 *   }).claim === "rem-4.2"
 */
export function differenceCertificate(difference: Difference): Certificate {
  requireArguments({ "{ activation, bound, network, pruned, units, within }": { difference } });
  const { activation, bound, network, pruned, units, within } = difference;
  return {
    kind: "difference",
    claim: "rem-4.2",
    body: {
      activation,
      bound: formatRational(bound),
      codes: units.map(({ codes }) => codes),
      factors: units.map(({ factors }) => factors.map(formatRational)),
      network: { ...certificateLayers(network) },
      pruned: { ...certificateLayers(pruned) },
      within: within.map(formatRational),
    },
  };
}
