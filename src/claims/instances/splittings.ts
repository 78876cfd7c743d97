import { certificateNetwork } from "../../certificate/certificateNetwork.js";
import { certificateActivation, certificateData } from "../../certificate/criticalCertificate.js";
import { splittingCertificate } from "../../certificate/splittingCertificate.js";
import { expandCritical } from "../../landscape/criticalPoints/criticalExpansion.js";
import type { Instance } from "../evidence/certified.js";
import type { IndexCase } from "./unitStrata.js";

/**
 * A certificate that the Hessian above splits, and what to ask the checker: all that it is about, and the
 * inertia that the whole Hessian was found to have.
 *
 * @param inertia positive, negative and zero eigenvalues above.
 */
export function splittingInstance(
  { point, surjection, beta }: IndexCase,
  inertia: readonly number[],
): Instance {
  const { network: theta, data, activation } = point;
  const network = expandCritical(theta, surjection, beta);
  return {
    certificate: splittingCertificate({ theta, network, beta, data, activation }),
    asked: {
      claim: "ext-inertia",
      r: surjection.r,
      m: surjection.m,
      theta: { ...certificateNetwork(theta) },
      network: { ...certificateNetwork(network) },
      data: certificateData(data),
      activation: certificateActivation(activation),
      inertia,
    },
  };
}
