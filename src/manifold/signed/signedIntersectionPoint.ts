import { doubleCover } from "../../combinatorics/signed/doubleCover.js";
import type { SignedLabelledPartition } from "../../combinatorics/signed/signedLabelledPartition.js";
import { entry } from "../../exact/entry.js";
import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { intersectionPoint } from "../subspaces/intersectionPoint.js";
import { mirroredUnit, withImages } from "./mirroredNetwork.js";

/**
 * A network in both Γ±_P(θ^r) and Γ±_Q(θ^r); undefined if they don't meet.
 *
 * The subspaces of the double covers share a point, where a unit has label t, or its image has, or neither:
 * then both are at 0 without output. The first of these says what the unit is, the second what its image is.
 *
 * @param theta a network of width r, irreducible for the parity of P and Q.
 * @throws RangeError if P and Q have different sizes or parities.
 * @example signedIntersectionPoint(theta, SignedLabelledPartition.of([1, 1], [1, -1], 1, "odd"),
 *   SignedLabelledPartition.of([0, 1], [1, -1], 1, "odd"))?.units[1]?.incoming.key === "-1" // θ^r: (1; 2)
 */
export function signedIntersectionPoint(
  theta: TwoLayerNetwork,
  p: SignedLabelledPartition,
  q: SignedLabelledPartition,
): TwoLayerNetwork | undefined {
  requireArguments({ network: { theta }, signedPartition: { p, q } });
  if (p.parity !== q.parity) throw new RangeError(`an ${p.parity} and an ${q.parity} signed partition`);
  const doubled = intersectionPoint(withImages(theta, p.parity), doubleCover(p), doubleCover(q));
  if (doubled === undefined) return undefined;
  const labels = new Set(theta.units.map(({ incoming }) => incoming.key));
  const still = {
    incoming: RationalVector.zero(theta.inputDimension),
    outgoing: RationalVector.zero(theta.outputDimension),
  };
  const units = p.codes.map((_, index) => {
    const [unit, image] = [entry(doubled.units, index), entry(doubled.units, index + p.m)];
    if (labels.has(unit.incoming.key)) return unit;
    return labels.has(image.incoming.key) ? mirroredUnit(image, p.parity) : still;
  });
  return speaking({ ...theta, units });
}
