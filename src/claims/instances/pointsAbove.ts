import { certificateNetwork } from "../../certificate/certificateNetwork.js";
import { criticalCertificate } from "../../certificate/criticalCertificate.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { orbitRepresentative, orbits } from "../../combinatorics/partitions/orbits.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { expandCritical } from "../../landscape/criticalPoints/criticalExpansion.js";
import type { CriticalPoint } from "../../landscape/criticalPoints/criticalPoint.js";
import { type Instance } from "../evidence/certified.js";
import { certificates } from "../evidence/certificates.js";
import type { Evidence } from "../evidence/claim.js";

/** Copies of units: a surjection, and the factor β of each copy's outgoing weights. */
export interface Copies {
  readonly surjection: LabelledPartition;
  readonly beta: readonly Rational[];
}

/** A point of Γ̄: copies of the units of a critical point. */
export interface PointAbove extends Copies {
  readonly below: CriticalPoint;
}

/** "g = [1,1], β = (1/2, 1/2)", the place that failures name. */
export function copiesText({ surjection, beta }: Copies): string {
  return `g = [${surjection.key}], β = (${beta.map((factor) => factor.toFraction()).join(", ")})`;
}

/** One surjection of [m] onto [r] for each orbit under S_m × S_r, r ≤ m ≤ r + extra. */
export function surjectionShapes(r: number, extra: number): LabelledPartition[] {
  return Array.from({ length: extra + 1 }, (_, more) => [...orbits(r, r + more)])
    .flat()
    .filter(({ zeroSizes }) => zeroSizes.length === 0)
    .map(orbitRepresentative);
}

/** Three lists β: in each block all equal, the first alone, and some of them negative. */
export function sampleBetas(surjection: LabelledPartition): Rational[][] {
  const kinds: ((size: number, place: number) => Rational)[] = [
    (size) => rational(1n, BigInt(size)),
    (_, place) => rational(place === 0 ? 1n : 0n),
    (size, place) => (place === 0 ? rational(2n * BigInt(size) - 1n) : rational(-2n)),
  ];
  return kinds.map((factor) => {
    const beta = new Array<Rational>(surjection.m).fill(rational(0n));
    for (const members of surjection.labelledBlocks)
      members.forEach((member, place) => (beta[member] = factor(members.length, place)));
    return beta;
  });
}

/** For each critical point, each shape of surjections with m ≤ r + extra and each of its lists β. */
export function* pointsAbove(
  points: readonly CriticalPoint[],
  extra: number,
  betas: (surjection: LabelledPartition) => Iterable<readonly Rational[]> = sampleBetas,
): Generator<PointAbove> {
  for (const below of points) {
    for (const surjection of surjectionShapes(below.network.units.length, extra)) {
      for (const beta of betas(surjection)) yield { below, surjection, beta };
    }
  }
}

/** Claims that a certificate of kind `critical` can settle at one point. */
export type PointClaim = Parameters<typeof criticalCertificate>[0];

/** The certificate of a point, and what to ask the checker: this claim, these widths, this network below. */
export function pointInstance(claim: PointClaim, { below, surjection, beta }: PointAbove): Instance {
  const { network: theta, data, activation } = below;
  const network = expandCritical(theta, surjection, beta);
  return {
    certificate: criticalCertificate(claim, { theta, network, beta, data, activation }),
    asked: { claim, r: surjection.r, m: surjection.m, theta: { ...certificateNetwork(theta) } },
  };
}

/** Evidence that the independent checker, which computes gradients and Hessians anew, accepts each point. */
export function certifiedPoints(
  claim: PointClaim,
  range: string,
  expected: bigint,
  points: () => Iterable<PointAbove>,
): Evidence {
  return certificates("certificates", {
    what:
      "gradients, Hessians and inertias computed anew by the checker, from the data, the activation and " +
      "the networks",
    range,
    expected,
    *instances() {
      for (const point of points()) yield pointInstance(claim, point);
    },
  });
}
