import { entry } from "../../exact/entry.js";
import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { lcm } from "../../exact/numbers/integer.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { isIrreducible } from "../../network/irreducible.js";
import type { Unit, TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { AffineSubspace } from "./affineSubspace.js";
import {
  type ParameterSpace,
  incomingIndex,
  outgoingIndex,
  parameterCount,
  sparseVector,
  sumEquation,
} from "./parameterSpace.js";

/**
 * The affine subspace Γ_P(θ^r) named by a labelled partition P (Def. 3.2, with the permutation of Def. 3.3 in
 * P): w_i = w_t on block t, w constant on each zero block, outgoing vectors summing to a_t on block t and to
 * 0 on each zero block. This follows the paper's definition, independently of `multiLayerSubspace`, which
 * gives the same set for L = 2 (see the README of this room).
 *
 * @param theta an irreducible network of width r.
 * @param partition a labelled partition of [m] with labels 1…r.
 * @throws RangeError if theta is reducible or its width is not the number of labels.
 * @example gammaSubspace(theta, LabelledPartition.of([1, 1], 1)).directions.length === 1 // d_out
 */
export function gammaSubspace(theta: TwoLayerNetwork, partition: LabelledPartition): AffineSubspace {
  requireMatching(theta, partition);
  const space = spaceOf(theta, partition);
  const groups = blocksOf(theta, partition);
  return speaking({
    ambientDimension: parameterCount(space),
    base: basePoint(space, groups),
    directions: groups.flatMap((group) => [
      ...incomingDirections(space, group),
      ...outgoingDirections(space, group),
    ]),
    equations: groups.flatMap((group) => [
      ...incomingEquations(space, group),
      ...outgoingEquations(space, group),
    ]),
  });
}

/**
 * The dimension of Γ_P, which is (m − r − j)·d_out + j·d_in with j zero blocks (Theorem 3.1 gives a lower
 * bound; this is the exact value).
 *
 * @example gammaDimension(LabelledPartition.of([1, 0], 1), 3, 2) === 3
 */
export function gammaDimension(
  partition: LabelledPartition,
  inputDimension: number,
  outputDimension: number,
): number {
  requireArguments({ partition: { partition }, size: { inputDimension, outputDimension } });
  const zeroBlocks = partition.zeroBlockCount;
  return (partition.m - partition.r - zeroBlocks) * outputDimension + zeroBlocks * inputDimension;
}

/**
 * Whether a network lies in Γ_P(θ^r), straight from the definition.
 *
 * @throws RangeError if theta and P don't match; false if the network has another width or dimensions.
 * @example gammaHolds(theta, LabelledPartition.of([1, 1], 1), twoLayerNetwork(1, 1, [unitOf(["1"], ["3"]),
 *   unitOf(["1"], ["-1"])]))
 *   === true // θ^r: (1; 2)
 */
export function gammaHolds(
  theta: TwoLayerNetwork,
  partition: LabelledPartition,
  network: TwoLayerNetwork,
): boolean {
  requireMatching(theta, partition);
  requireArguments({ network: { network } });
  return inGamma(theta, partition, network);
}

/** What {@link gammaHolds} says, for an irreducible theta of as many units as the partition has labels. */
export function inGamma(
  theta: TwoLayerNetwork,
  partition: LabelledPartition,
  network: TwoLayerNetwork,
): boolean {
  if (network.units.length !== partition.m) return false;
  if (network.inputDimension !== theta.inputDimension || network.outputDimension !== theta.outputDimension)
    return false;
  return blocksOf(theta, partition).every(({ target, members }) => {
    const units = members.map((member) => entry(network.units, member));
    // All units of a zero block have the incoming vector of its first unit.
    const { incoming } = target ?? entry(units, 0);
    if (!units.every((unit) => unit.incoming.equals(incoming))) return false;
    const outgoing = units.map((unit) => unit.outgoing);
    const sum = RationalVector.sum(theta.outputDimension, outgoing);
    return target === undefined ? sum.isZero() : sum.equals(target.outgoing);
  });
}

/** A block: its units, and the unit of θ^r with its label; none for a zero block. */
interface Group {
  readonly target: Unit | undefined;
  readonly members: readonly number[];
}

function blocksOf(theta: TwoLayerNetwork, partition: LabelledPartition): Group[] {
  return [
    ...partition.labelledBlocks.map((members, label) => ({ target: entry(theta.units, label), members })),
    ...partition.zeroBlocks.map((members) => ({ target: undefined, members })),
  ];
}

/** The space of networks with the dimensions of θ^r and the width of P. */
export function spaceOf(theta: TwoLayerNetwork, partition: LabelledPartition): ParameterSpace {
  return { inputDimension: theta.inputDimension, outputDimension: theta.outputDimension, width: partition.m };
}

/** The first unit of each labelled block carries the whole outgoing vector; zero blocks sit at the origin. */
function basePoint(space: ParameterSpace, groups: readonly Group[]): RationalVector {
  const targets = groups.flatMap(({ target }) => (target === undefined ? [] : [target]));
  const denominator = targets
    .flatMap(({ incoming, outgoing }) => [incoming.denominator, outgoing.denominator])
    .reduce(lcm, 1n);
  const numerators = new Array<bigint>(parameterCount(space)).fill(0n);
  const place = (start: number, vector: RationalVector): void => {
    const scale = denominator / vector.denominator;
    vector.numerators.forEach((numerator, index) => {
      numerators[start + index] = numerator * scale;
    });
  };
  for (const { target, members } of groups) {
    if (target === undefined) continue;
    for (const member of members) place(incomingIndex(space, member, 0), target.incoming);
    for (const carrier of members.slice(0, 1)) place(outgoingIndex(space, carrier, 0), target.outgoing);
  }
  return RationalVector.of(numerators, denominator);
}

/** A zero block moves its common incoming vector freely. */
function incomingDirections(space: ParameterSpace, { target, members }: Group): RationalVector[] {
  if (target !== undefined) return [];
  return Array.from({ length: space.inputDimension }, (_, input) =>
    sparseVector(
      parameterCount(space),
      members.map((member) => [incomingIndex(space, member, input), 1n]),
    ),
  );
}

/** Any block shifts outgoing weight from its first unit to another. */
function outgoingDirections(space: ParameterSpace, { members }: Group): RationalVector[] {
  const first = entry(members, 0);
  return members.slice(1).flatMap((other) =>
    Array.from({ length: space.outputDimension }, (_, output) =>
      sparseVector(parameterCount(space), [
        [outgoingIndex(space, first, output), -1n],
        [outgoingIndex(space, other, output), 1n],
      ]),
    ),
  );
}

/** w_i = w_t on a labelled block; w_i = w_first on a zero block. */
function incomingEquations(space: ParameterSpace, { target, members }: Group): RationalVector[] {
  const first = entry(members, 0);
  return (target === undefined ? members.slice(1) : members).flatMap((member) =>
    Array.from({ length: space.inputDimension }, (_, input) => {
      const index = incomingIndex(space, member, input);
      if (target !== undefined) return sumEquation(space, [index], target.incoming, input);
      return sparseVector(parameterCount(space) + 1, [
        [incomingIndex(space, first, input), -1n],
        [index, 1n],
      ]);
    }),
  );
}

/** Σ a_i = a_t on a labelled block; Σ a_i = 0 on a zero block. */
function outgoingEquations(space: ParameterSpace, { target, members }: Group): RationalVector[] {
  const mass = target === undefined ? RationalVector.zero(space.outputDimension) : target.outgoing;
  return Array.from({ length: space.outputDimension }, (_, output) => {
    const indices = members.map((member) => outgoingIndex(space, member, output));
    return sumEquation(space, indices, mass, output);
  });
}

/**
 * Requires an irreducible network with as many units as the partition has labels.
 *
 * @param subspace what the network and the partition name, for the message.
 * @throws RangeError unless they match.
 */
export function requireMatching(
  theta: TwoLayerNetwork,
  partition: LabelledPartition,
  subspace = "a subspace Γ",
): void {
  requireArguments({ network: { theta }, partition: { partition } });
  if (theta.units.length !== partition.r) {
    throw new RangeError(
      `a network of width ${theta.units.length} and a partition with ${partition.r} labels`,
    );
  }
  if (!isIrreducible(theta)) throw new RangeError(`${subspace} of a reducible network`);
}
