import { requireArguments } from "../exact/plainJavaScript.js";
import { certifiedInertia } from "../exact/inertia/inertia.js";
import { type Rational, formatRational } from "../exact/numbers/rational.js";
import type { Activation } from "../landscape/activations/activation.js";
import { squaredError } from "../landscape/loss/cost.js";
import type { DataSet } from "../landscape/loss/data.js";
import { hessian } from "../landscape/loss/hessian.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Certificate } from "./certificate.js";
import { certificateNetwork, certificateVector } from "./certificateNetwork.js";
import { type InertiaBlock, type SpectralClaim, inertiaBlock } from "./inertiaCertificate.js";

/** An irreducible critical point of the squared error, and a point of Γ̄ (Def. 4.1) above it. */
export interface ExpandedPoint {
  readonly theta: TwoLayerNetwork;
  readonly network: TwoLayerNetwork;
  /**
   * The share that each unit of the network has of the outgoing vector of the unit of theta that it copies.
   */
  readonly beta: readonly Rational[];
  readonly data: DataSet;
  readonly activation: Activation;
}

/**
 * A certificate that states the inertias of the Hessians below and above, or none for a claim about
 * gradients.
 *
 * @example criticalCertificate("prop-4.3", { theta, network: theta, beta: [rational(1n)], data, activation
 * }).body.inertias.length === 0
 */
export interface CriticalCertificate extends Certificate {
  readonly body: Certificate["body"] & { readonly inertias: readonly Pick<InertiaBlock, "inertia">[] };
}

/**
 * A certificate of kind `critical`: the two networks with data and activation, from which the checker
 * computes gradients and Hessians. It has evidence for the Hessians' inertias too, unless the claim is about
 * the gradient alone. Whether the claim holds there is for the checker to decide.
 *
 * @throws InputError if a number has too many digits, or where the activation has no value.
 * @example criticalCertificate("prop-4.3", { theta, network: theta, beta: [rational(1n)], data, activation
 * }).body.beta // ["1"]
 */
export function criticalCertificate(
  claim: "prop-4.3" | SpectralClaim,
  point: ExpandedPoint,
): CriticalCertificate {
  requireArguments({ text: { claim }, "{ theta, network, beta, data, activation }": { point } });
  const { theta, network, beta, data, activation } = point;
  const points = claim === "prop-4.3" ? [] : [theta, network];
  const inertias = points.map((each) =>
    inertiaBlock(certifiedInertia(hessian(each, data, activation, squaredError).numerators)),
  );
  return {
    kind: "critical",
    claim,
    body: {
      theta: { ...certificateNetwork(theta) },
      network: { ...certificateNetwork(network) },
      beta: beta.map(formatRational),
      data: certificateData(data),
      activation: certificateActivation(activation),
      inertias: inertias.map((block) => ({ ...block })),
    },
  };
}

/**
 * Inputs and targets, one row for each data point. A caller of the checker gives the same as `data`.
 *
 * @example certificateData(data) // { inputs: [["1"]], targets: [["2"]] }
 */
export function certificateData(data: DataSet): { inputs: string[][]; targets: string[][] } {
  requireArguments({ data: { data } });
  return { inputs: data.inputs.map(certificateVector), targets: data.targets.map(certificateVector) };
}

/**
 * The coefficients of an activation, the constant first. A caller of the checker gives the same as
 * `activation`.
 *
 * @example certificateActivation(activation) // { numerator: ["0", "1"], denominator: ["1"] }
 */
export function certificateActivation(activation: Activation): {
  denominator: string[];
  numerator: string[];
} {
  requireArguments({ activation: { activation } });
  const { numerator, denominator } = activation;
  return { denominator: denominator.map(formatRational), numerator: numerator.map(formatRational) };
}
