import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import type { Rational } from "../../exact/numbers/rational.js";
import { certificateNetwork } from "../../certificate/certificateNetwork.js";
import { criticalCertificate } from "../../certificate/criticalCertificate.js";
import { expandCritical } from "../../landscape/criticalPoints/criticalExpansion.js";
import type { CriticalPoint } from "../../landscape/criticalPoints/criticalPoint.js";
import type { Evidence } from "../evidence/claim.js";
import { type Instance } from "../evidence/certified.js";
import { certificates } from "../evidence/certificates.js";

/** A point of Γ̄ above a critical point, and the claim that it bears out. */
export interface CertifiedPoint {
  readonly below: CriticalPoint;
  readonly surjection: LabelledPartition;
  readonly weights: readonly Rational[];
}

/** Claims that a certificate of kind `critical` can settle at one point. */
export type PointClaim = Parameters<typeof criticalCertificate>[0];

/**
 * The certificate of a point, and what the checker is asked: this claim, at these widths, for this network
 * below.
 */
export function pointInstance(claim: PointClaim, { below, surjection, weights }: CertifiedPoint): Instance {
  const { network: theta, data, activation } = below;
  const network = expandCritical(theta, surjection, weights);
  return {
    certificate: criticalCertificate(claim, { theta, network, beta: weights, data, activation }),
    asked: { claim, r: surjection.r, m: surjection.m, theta: { ...certificateNetwork(theta) } },
  };
}

/**
 * Evidence that the independent checker accepts a certificate for each point, its gradients and Hessians
 * computed anew.
 */
export function certifiedPoints(
  claim: PointClaim,
  range: string,
  expected: bigint,
  points: () => readonly CertifiedPoint[],
): Evidence {
  return certificates("certificates", {
    what:
      "gradients, Hessians and inertias computed anew by the checker, from the data, the activation and " +
      "the networks",
    range: range,
    expected: expected,
    instances: () => instances(claim, points),
  });
}

function* instances(claim: PointClaim, points: () => readonly CertifiedPoint[]): Generator<Instance> {
  for (const point of points()) yield pointInstance(claim, point);
}
