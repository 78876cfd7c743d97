import { type JoinBlock, join, meetingCriterion } from "../../combinatorics/partitions/meetingCriterion.js";
import { doubleCover } from "../../combinatorics/signed/doubleCover.js";
import type { SignedLabelledPartition } from "../../combinatorics/signed/signedLabelledPartition.js";
import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";

/**
 * Whether Γ±_P and Γ±_Q meet: they do if and only if their double covers satisfy the criterion for subspaces
 * without signs. So every block of the join of the covers holds the same labels ±t in P as in Q, and at most
 * one.
 *
 * A unit and its image have opposite incoming vectors. So a block of the join that is its own image is at 0
 * at every common point, and has no label: it would have two, t and −t, and w_t = −w_t. All other blocks come
 * in pairs of images, of which one determines the other, and is as a block of a join without signs. At 0 all
 * outgoing vectors may be 0.
 *
 * @throws RangeError if P and Q have different sizes or parities.
 * @example signedMeetingCriterion(SignedLabelledPartition.of([1, 1], [1, -1], 1, "odd"),
 *   SignedLabelledPartition.of([0, 1], [1, -1], 1, "odd")) === true
 */
export function signedMeetingCriterion(p: SignedLabelledPartition, q: SignedLabelledPartition): boolean {
  requireSameParity(p, q);
  return meetingCriterion(doubleCover(p), doubleCover(q));
}

/**
 * The dimension of Γ±_P ∩ Γ±_Q by combinatorics; undefined if they don't meet.
 *
 * The bipartite graph of blocks has an edge with a sign for each unit, between blocks that are not silent; a
 * component is balanced if it is a pair of images in the join of the covers, and each such pair without label
 * moves one incoming vector freely. The outgoing sums are as many independent conditions as there are blocks
 * that aren't silent, less one for each component in which they depend on each other: for odd parity the
 * balanced ones (Zaslavsky 1982), for even parity all, since its sums have no signs.
 *
 * @throws RangeError if P and Q have different sizes or parities.
 * @example signedIntersectionDimension(SignedLabelledPartition.of([1, 0], [1, 1], 1, "odd"),
 *   SignedLabelledPartition.of([1, 0], [1, 0], 1, "odd"), 3, 2) === 0
 */
export function signedIntersectionDimension(
  p: SignedLabelledPartition,
  q: SignedLabelledPartition,
  inputDimension: number,
  outputDimension: number,
): number | undefined {
  requireArguments({ size: { inputDimension, outputDimension } });
  if (!signedMeetingCriterion(p, q)) return undefined;
  const blocks = join(doubleCover(p), doubleCover(q));
  const ownImages = blocks.filter((block) => isOwnImage(block, p.m)).length;
  const components = (blocks.length - ownImages) >> 1;
  // The labels ±t lie in 2r blocks.
  const free = components - p.r;
  const dependent = components + (p.parity === "odd" ? 0 : ownImages);
  const conditions = p.r + p.freeBlockCount + q.r + q.freeBlockCount - dependent;
  return inputDimension * free + outputDimension * (p.m - conditions);
}

/** Whether a block of a join of double covers has with each unit its image, so that its units are at 0. */
export function isOwnImage({ units }: JoinBlock, m: number): boolean {
  const first = entry(units, 0);
  return units.includes(first < m ? first + m : first - m);
}

/** @throws RangeError if the parities differ. */
function requireSameParity(p: SignedLabelledPartition, q: SignedLabelledPartition): void {
  requireArguments({ signedPartition: { p, q } });
  if (p.parity !== q.parity) throw new RangeError(`an ${p.parity} and an ${q.parity} signed partition`);
}
