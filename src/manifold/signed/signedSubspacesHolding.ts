import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import type { Parity } from "../../combinatorics/signed/parity.js";
import type { SignedLabelledPartition } from "../../combinatorics/signed/signedLabelledPartition.js";
import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { leavingSubspaces } from "../paths/leavingSubspaces.js";
import { subspacesHolding } from "../subspaces/subspacesHolding.js";
import { mirroredNetwork } from "./mirroredNetwork.js";
import { type StillPart, signedClasses, withStillParts } from "./signedClasses.js";

/**
 * All signed labelled partitions P with θ ∈ Γ±_P(θ^r): none if and only if θ is off the signed manifold.
 *
 * Units with w ≠ 0 have their signs: once those with −w are mirrored, blocks are as without signs. Units at 0
 * share no block with others. They can be silent if the parity is odd, or in zero blocks with any signs whose
 * sums are 0.
 *
 * @param theta a network of width r, irreducible for that parity.
 * @param network a network of any width, of the same dimensions.
 * @example [...signedSubspacesHolding(theta, from, "odd")].map((p) => p.key) // ["1,0;1,1"]
 */
export function* signedSubspacesHolding(
  theta: TwoLayerNetwork,
  network: TwoLayerNetwork,
  parity: Parity,
): Generator<SignedLabelledPartition> {
  requireArguments({ network: { theta, network }, parity: { parity } });
  const { classes, moving, still } = splitByClass(theta, network, parity);
  for (const partition of subspacesHolding(theta, moving)) {
    for (const parts of stillParts(network, still, parity, () => true))
      yield withStillParts(classes, partition, parts, parity);
  }
}

/**
 * Some of the signed subspaces that hold a point, such that a shortest chain can begin in one of them: those
 * of `leavingSubspaces` for the units with w ≠ 0, and all for the others.
 *
 * @param limit the largest number of partial choices.
 * @returns undefined beyond the limit.
 */
export function leavingSignedSubspaces(
  theta: TwoLayerNetwork,
  point: TwoLayerNetwork,
  parity: Parity,
  limit: number,
): readonly SignedLabelledPartition[] | undefined {
  let choices = 0;
  const goOn = (): boolean => ++choices <= limit;
  const { classes, moving, still } = splitByClass(theta, point, parity);
  const partitions = leavingSubspaces(theta, moving, limit);
  const parts = [...stillParts(point, still, parity, goOn)];
  if (partitions === undefined || choices > limit || partitions.length * parts.length > limit)
    return undefined;
  return partitions.flatMap((partition: LabelledPartition) =>
    parts.map((part) => withStillParts(classes, partition, part, parity)),
  );
}

/** The units with w ≠ 0 as a network of their own, oriented alike within each class, and those at 0. */
function splitByClass(theta: TwoLayerNetwork, network: TwoLayerNetwork, parity: Parity) {
  const classes = signedClasses(theta, network);
  const oriented = mirroredNetwork(
    network,
    classes.map(({ sign }) => sign),
    parity,
  );
  const isStill = (_: unknown, unit: number): boolean => entry(classes, unit).sign === 0;
  const moving = { ...oriented, units: oriented.units.filter((unit, index) => !isStill(unit, index)) };
  return { classes, moving, still: [...classes.keys()].filter((unit) => isStill(undefined, unit)) };
}

/**
 * The ways to split units at 0 into silent ones and zero blocks of sum 0. The part of the first unit is
 * chosen first, so each comes once.
 *
 * @param goOn called before each choice; false ends the search.
 */
function* stillParts(
  network: TwoLayerNetwork,
  units: readonly number[],
  parity: Parity,
  goOn: () => boolean,
): Generator<readonly StillPart[]> {
  const [first, ...others] = units;
  if (first === undefined) {
    yield [];
    return;
  }
  if (parity === "odd") {
    for (const parts of stillParts(network, others, parity, goOn))
      yield [{ members: [first], signs: [0] }, ...parts];
  }
  const { outgoing } = entry(network.units, first);
  const start = { members: [first], signs: [1], sum: outgoing };
  for (const { members, signs, sum } of signedSubsets(network, others, start, parity, goOn)) {
    if (!sum.isZero()) continue;
    const rest = others.filter((unit) => !members.includes(unit));
    for (const parts of stillParts(network, rest, parity, goOn)) yield [{ members, signs }, ...parts];
  }
}

interface SignedSubset extends StillPart {
  readonly sum: RationalVector;
}

function* signedSubsets(
  network: TwoLayerNetwork,
  units: readonly number[],
  chosen: SignedSubset,
  parity: Parity,
  goOn: () => boolean,
): Generator<SignedSubset> {
  if (!goOn()) return;
  const [first, ...others] = units;
  if (first === undefined) {
    yield chosen;
    return;
  }
  yield* signedSubsets(network, others, chosen, parity, goOn);
  const { outgoing } = entry(network.units, first);
  for (const sign of [1, -1]) {
    const sum = parity === "odd" && sign < 0 ? chosen.sum.minus(outgoing) : chosen.sum.plus(outgoing);
    const larger = { members: [...chosen.members, first], signs: [...chosen.signs, sign], sum };
    yield* signedSubsets(network, others, larger, parity, goOn);
  }
}
