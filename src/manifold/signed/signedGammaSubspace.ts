import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import type { SignedLabelledPartition } from "../../combinatorics/signed/signedLabelledPartition.js";
import { entry } from "../../exact/entry.js";
import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { AffineSubspace } from "../subspaces/affineSubspace.js";
import { gammaHolds, gammaSubspace } from "../subspaces/gammaSubspace.js";
import {
  type ParameterSpace,
  incomingIndex,
  outgoingIndex,
  parameterCount,
  sparseVector,
} from "../subspaces/parameterSpace.js";
import { mirroredNetwork, requireSignedMatching } from "./mirroredNetwork.js";

/**
 * The affine subspace Γ±_P(θ^r) of a signed labelled partition: with s_i the sign of unit i, w_i = s_i·w_t on
 * block t; w_i = s_i·w for some w on each free zero block; w_i = 0 and a_i anything on the silent one.
 * Outgoing vectors, times s_i for odd parity, sum to a_t on block t and to 0 on each free zero block.
 *
 * It is the subspace Γ of the units that are not silent, with the mirrored ones mirrored, which is a linear
 * map of parameter space; times the outgoing space of each silent unit.
 *
 * @param theta of width r, irreducible for the parity of P.
 * @throws RangeError if theta and P don't match.
 * @example signedGammaSubspace(theta, SignedLabelledPartition.of([1, 1], [1, -1], 1, "odd"))
 *   .directions.length === 1 // d_out
 */
export function signedGammaSubspace(
  theta: TwoLayerNetwork,
  partition: SignedLabelledPartition,
): AffineSubspace {
  requireSignedMatching(theta, partition);
  const { inputDimension, outputDimension } = theta;
  const space = { inputDimension, outputDimension, width: partition.m };
  const active = [...partition.signs.keys()].filter((unit) => partition.signs[unit] !== 0);
  const codes = active.map((unit) => entry(partition.codes, unit));
  const { base, directions, equations } = gammaSubspace(
    theta,
    LabelledPartition.canonical(codes, theta.units.length),
  );
  const places = placesOf(space, partition, active);
  const columns = parameterCount(space);
  const still = partition.silentUnits;
  const inputs = still.flatMap((unit) => range(inputDimension, (at) => incomingIndex(space, unit, at)));
  const outputs = still.flatMap((unit) => range(outputDimension, (at) => outgoingIndex(space, unit, at)));
  return speaking({
    ambientDimension: columns,
    base: moved(base, places, columns),
    directions: [
      ...directions.map((direction) => moved(direction, places, columns)),
      ...outputs.map((index) => sparseVector(columns, [[index, 1n]])),
    ],
    equations: [
      // The right side is the last entry, and stays the last.
      ...equations.map((equation) => moved(equation, [...places, { index: columns, sign: 1 }], columns + 1)),
      ...inputs.map((index) => sparseVector(columns + 1, [[index, 1n]])),
    ],
  });
}

/** Where a coordinate goes, and with which sign. */
interface Place {
  readonly index: number;
  readonly sign: number;
}

/** For each coordinate of the networks of the active units alone its place among those of all units. */
function placesOf(
  space: ParameterSpace,
  { signs, parity }: SignedLabelledPartition,
  active: readonly number[],
): Place[] {
  return [
    ...active.flatMap((unit) =>
      range(space.inputDimension, (at) => ({
        index: incomingIndex(space, unit, at),
        sign: entry(signs, unit),
      })),
    ),
    ...active.flatMap((unit) =>
      range(space.outputDimension, (at) => ({
        index: outgoingIndex(space, unit, at),
        sign: parity === "odd" ? entry(signs, unit) : 1,
      })),
    ),
  ];
}

function range<Item>(length: number, item: (at: number) => Item): Item[] {
  return Array.from({ length }, (_, at) => item(at));
}

function moved(vector: RationalVector, places: readonly Place[], length: number): RationalVector {
  const numerators = new Array<bigint>(length).fill(0n);
  vector.numerators.forEach((numerator, coordinate) => {
    const { index, sign } = entry(places, coordinate);
    numerators[index] = sign < 0 ? -numerator : numerator;
  });
  return RationalVector.of(numerators, vector.denominator);
}

/**
 * The dimension of Γ±_P: (m − r − j)·d_out + j·d_in with j free zero blocks. A silent unit adds d_out, as a
 * unit beyond the first of any other block does.
 *
 * @example signedGammaDimension(SignedLabelledPartition.of([1, 0], [1, 0], 1, "odd"), 3, 2) === 2
 */
export function signedGammaDimension(
  partition: SignedLabelledPartition,
  inputDimension: number,
  outputDimension: number,
): number {
  requireArguments({ signedPartition: { partition }, size: { inputDimension, outputDimension } });
  const { m, r, freeBlockCount } = partition;
  return (m - r - freeBlockCount) * outputDimension + freeBlockCount * inputDimension;
}

/**
 * Whether a network lies in Γ±_P(θ^r), from the definition: silent units have incoming vector 0; and once
 * mirrored units are mirrored back and silent ones have no output, the network is in the subspace Γ of the
 * same blocks.
 *
 * @throws RangeError if theta and P don't match; false if the network has another width or dimensions.
 * @example signedGammaHolds(theta, SignedLabelledPartition.of([1, 1], [1, -1], 1, "odd"),
 *   twoLayerNetwork(1, 1, [unitOf(["1"], ["3"]), unitOf(["-1"], ["1"])])) === true // θ^r: (1; 2)
 */
export function signedGammaHolds(
  theta: TwoLayerNetwork,
  partition: SignedLabelledPartition,
  network: TwoLayerNetwork,
): boolean {
  requireSignedMatching(theta, partition);
  requireArguments({ network: { network } });
  const { signs, parity, unsigned } = partition;
  if (network.units.length !== partition.m) return false;
  const isSilent = (unit: number): boolean => signs[unit] === 0;
  if (network.units.some(({ incoming }, unit) => isSilent(unit) && !incoming.isZero())) return false;
  const mirrored = mirroredNetwork(network, signs, parity);
  const nothing = RationalVector.zero(network.outputDimension);
  const units = mirrored.units.map((unit, index) =>
    isSilent(index) ? { ...unit, outgoing: nothing } : unit,
  );
  return gammaHolds(theta, unsigned, { ...mirrored, units });
}
