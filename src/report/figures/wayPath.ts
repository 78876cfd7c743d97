import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { type Rational, formatRational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { intersectionPoint } from "../../manifold/subspaces/intersectionPoint.js";
import { type TwoLayerNetwork, type Unit, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { PlayedPath } from "../data/player.js";

/**
 * A path of constant loss along a way of subspaces, each of which meets the next: from a point of the first
 * through points in which two meet to a point of the last, a segment in each subspace.
 *
 * @throws InputError if two that follow one another don't meet.
 */
export function wayPath(way: readonly LabelledPartition[]): PlayedPath {
  const [first, last] = [entry(way, 0), entry(way, way.length - 1)];
  const theta = minimalNetwork(first.r);
  const corners = way.slice(1).map((next, index) => {
    const corner = intersectionPoint(theta, entry(way, index), next);
    if (corner === undefined) throw new InputError("two subspaces don't meet", "choose others");
    return corner;
  });
  return {
    points: [pointIn(theta, first), ...corners, pointIn(theta, last)].map(matricesOf),
    activation: "sigmoid",
  };
}

/** A minimal network: w_t = t, and outgoing weights of alternating signs. */
function minimalNetwork(r: number): TwoLayerNetwork {
  return twoLayerNetwork(
    1,
    1,
    Array.from({ length: r }, (_, t) => unitOf(rational(BigInt(t + 1)), rational(t % 2 === 0 ? 2n : -3n))),
  );
}

/**
 * A point of Γ_P without more symmetry than others have: the copies of a neuron have shares that differ, and
 * units that add up to nothing have incoming weights of their own.
 */
export function pointIn(theta: TwoLayerNetwork, partition: LabelledPartition): TwoLayerNetwork {
  const units = partition.codes.map((code, unit) => {
    const block = partition.codes.flatMap((own, place) => (own === code ? [place] : []));
    const share = shareOf(block.indexOf(unit), block.length);
    if (code <= 0) {
      const even = rational(1n, BigInt(block.length));
      return unitOf(rational(BigInt(code) - 1n, 2n), share.sub(even));
    }
    const { incoming, outgoing } = entry(theta.units, code - 1);
    return { incoming, outgoing: outgoing.times(share) };
  });
  return twoLayerNetwork(1, 1, units);
}

/** Shares 1, 2, … of their sum. */
const shareOf = (place: number, count: number): Rational =>
  rational(BigInt(2 * (place + 1)), BigInt(count * (count + 1)));

const unitOf = (incoming: Rational, outgoing: Rational): Unit => ({
  incoming: RationalVector.fromRationals([incoming]),
  outgoing: RationalVector.fromRationals([outgoing]),
});

/** The network as its file has it: a row for each neuron, and a row of outgoing weights. */
function matricesOf({ units }: TwoLayerNetwork): PlayedPath["points"][number] {
  const texts = (vector: RationalVector): string[] => vector.toRationals().map(formatRational);
  return {
    weights: [
      units.map(({ incoming }) => texts(incoming)),
      [units.flatMap(({ outgoing }) => texts(outgoing))],
    ],
  };
}
