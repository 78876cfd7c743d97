import { entry } from "../../exact/entry.js";
import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { Unit, TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { AffineSubspace } from "./affineSubspace.js";
import { requireMatching, spaceOf } from "./gammaSubspace.js";
import {
  type ParameterSpace,
  incomingIndex,
  outgoingIndex,
  parameterCount,
  sparseVector,
  sumEquation,
} from "./parameterSpace.js";

/**
 * The affine subspace Γ̄ of Def. 4.1 for a surjection g : [m] → [r], given as a labelled partition without
 * zero blocks: w_i = w_{g(i)} and a_i = β_i a_{g(i)}, the β of each block summing to 1. If θ^r is a critical
 * point of the loss, all its points are. This follows the paper's definition, independently of
 * `multiLayerCriticalSubspace`, which gives the same set for L = 2 (see the README of this room).
 *
 * @param theta an irreducible network of width r ≥ 1.
 * @param surjection a labelled partition of [m] with labels 1…r and no zero block.
 * @throws RangeError if theta is reducible, the widths differ, or there is a zero block.
 * @example dimensionOf(criticalSubspace(theta, LabelledPartition.of([1, 1], 1))) === 1
 */
export function criticalSubspace(theta: TwoLayerNetwork, surjection: LabelledPartition): AffineSubspace {
  requireArguments({ network: { theta }, partition: { surjection } });
  if (surjection.zeroBlockCount > 0) throw new RangeError("a critical subspace has no zero blocks");
  requireMatching(theta, surjection, "a critical subspace");
  const space = spaceOf(theta, surjection);
  const blocks = surjection.labelledBlocks.map((members, label) => ({
    unit: entry(theta.units, label),
    members,
  }));
  const point = (beta: (block: Block, member: number) => bigint, incoming: boolean): RationalVector =>
    pointOf(space, blocks, beta, incoming);
  return speaking({
    ambientDimension: parameterCount(space),
    base: point(({ members }, member) => (member === members[0] ? 1n : 0n), true),
    directions: blocks.flatMap(({ members: [first, ...others] }) =>
      others.map((other) =>
        point((_, member) => (member === other ? 1n : member === first ? -1n : 0n), false),
      ),
    ),
    equations: blocks.flatMap((block) => [
      ...pinnedIncoming(space, block),
      ...proportionalOutgoing(space, block),
    ]),
  });
}

/**
 * The dimension of Γ̄, which is m − r (Prop. 4.3).
 *
 * @param surjection a labelled partition of [m] with labels 1…r and no zero block.
 * @example criticalDimension(LabelledPartition.of([1, 2, 1], 2)) === 1
 */
export function criticalDimension(surjection: LabelledPartition): number {
  requireArguments({ partition: { surjection } });
  return surjection.m - surjection.r;
}

interface Block {
  readonly unit: Unit;
  readonly members: readonly number[];
}

/** The vector with outgoing parts β_i a_t, and incoming parts w_t or 0. */
function pointOf(
  space: ParameterSpace,
  blocks: readonly Block[],
  beta: (block: Block, member: number) => bigint,
  incoming: boolean,
): RationalVector {
  const coordinates = RationalVector.zero(parameterCount(space)).toRationals();
  for (const block of blocks) {
    for (const member of block.members) {
      if (incoming) {
        const at = incomingIndex(space, member, 0);
        coordinates.splice(at, space.inputDimension, ...block.unit.incoming.toRationals());
      }
      const share = block.unit.outgoing.toRationals().map((weight) => weight.mul(beta(block, member)));
      coordinates.splice(outgoingIndex(space, member, 0), space.outputDimension, ...share);
    }
  }
  return RationalVector.fromRationals(coordinates);
}

/** w_i = w_t for every member. */
function pinnedIncoming(space: ParameterSpace, { unit, members }: Block): RationalVector[] {
  return members.flatMap((member) =>
    unit.incoming.numerators.map((_, input) =>
      sumEquation(space, [incomingIndex(space, member, input)], unit.incoming, input),
    ),
  );
}

/** Each a_i is parallel to a_t, by cross products with a nonzero coordinate of a_t; and Σ a_i = a_t. */
function proportionalOutgoing(space: ParameterSpace, { unit, members }: Block): RationalVector[] {
  const { numerators } = unit.outgoing;
  const pivot = numerators.findIndex((numerator) => numerator !== 0n);
  const pivotal = entry(numerators, pivot);
  const parallel = members.flatMap((member) =>
    numerators.flatMap((numerator, output) => {
      if (output === pivot) return [];
      return sparseVector(parameterCount(space) + 1, [
        [outgoingIndex(space, member, output), pivotal],
        [outgoingIndex(space, member, pivot), -numerator],
      ]);
    }),
  );
  const indices = members.map((member) => outgoingIndex(space, member, pivot));
  return [...parallel, sumEquation(space, indices, unit.outgoing, pivot)];
}
