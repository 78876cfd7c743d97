import fc from "fast-check";
import { entry } from "../../src/exact/entry.js";
import type { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { type Rational, rational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { type Unit, type TwoLayerNetwork, twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { listOf } from "./listOf.js";
import { labelledPartitionOf } from "./labelledPartition.js";

/** A rational p/q with |p| ≤ 9 and q ≤ 6; shrinks to 0. */
export const rationals: fc.Arbitrary<Rational> = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 6 }))
  .map(([numerator, denominator]) => rational(BigInt(numerator), BigInt(denominator)));

/** A vector of rationals. */
export function vectors(dimension: number): fc.Arbitrary<RationalVector> {
  return listOf(rationals, dimension).map((coordinates) => RationalVector.fromRationals(coordinates));
}

/** A case, and one to four inputs for its network. */
export function withInputs<Case>(
  cases: fc.Arbitrary<Case>,
  networkOf: (item: Case) => TwoLayerNetwork,
): fc.Arbitrary<[Case, RationalVector[]]> {
  return cases.chain((item) =>
    fc.tuple(
      fc.constant(item),
      fc.array(vectors(networkOf(item).inputDimension), { minLength: 1, maxLength: 4 }),
    ),
  );
}

/** A vector with entries in {−1/2, 0, 1/2}. */
export function halves(dimension: number): fc.Arbitrary<RationalVector> {
  return listOf(fc.integer({ min: -1, max: 1 }), dimension).map((coordinates) =>
    RationalVector.of(coordinates.map(BigInt), 2n),
  );
}

/** Dimensions d_in, d_out of 1 to 3. */
export const dimensions: fc.Arbitrary<readonly [number, number]> = fc.tuple(
  fc.integer({ min: 1, max: 3 }),
  fc.integer({ min: 1, max: 3 }),
);

/**
 * A network of any width up to `maxWidth`, reducible more often than not: few incoming vectors to choose
 * from, and outgoing ones that often cancel or vanish.
 */
export function networks(maxWidth: number): fc.Arbitrary<TwoLayerNetwork> {
  return dimensions.chain(([inputDimension, outputDimension]) => {
    const unit = fc.record({ incoming: halves(inputDimension), outgoing: halves(outputDimension) });
    return fc
      .array(unit, { maxLength: maxWidth })
      .map((units) => twoLayerNetwork(inputDimension, outputDimension, units));
  });
}

/** An irreducible network of a width between the bounds: distinct incoming, nonzero outgoing vectors. */
export function irreducibleNetworks(minWidth: number, maxWidth: number): fc.Arbitrary<TwoLayerNetwork> {
  return dimensions.chain(([inputDimension, outputDimension]) => {
    const outgoing = vectors(outputDimension).filter((vector) => !vector.isZero());
    const unit = fc.record({ incoming: vectors(inputDimension), outgoing });
    return fc
      .uniqueArray(unit, {
        minLength: minWidth,
        maxLength: maxWidth,
        selector: ({ incoming }) => incoming.key,
      })
      .map((units) => twoLayerNetwork(inputDimension, outputDimension, units));
  });
}

/** An irreducible network, a labelled partition for it, and a point of that subspace. */
export interface Expansion {
  readonly theta: TwoLayerNetwork;
  readonly partition: LabelledPartition;
  readonly network: TwoLayerNetwork;
}

/**
 * A reducible network built from a known irreducible one of width `minWidth`…`maxWidth`, with up to `spare`
 * more units, by splitting units and adding groups that cancel. Built unit by unit from Def. 3.2, without
 * the subspaces' parametrization.
 */
export function expansions(minWidth: number, maxWidth: number, spare: number): fc.Arbitrary<Expansion> {
  return irreducibleNetworks(minWidth, maxWidth).chain((theta) => expansionsOf(theta, 0, spare));
}

/** Reducible networks built from a given irreducible one, with `minSpare`…`maxSpare` more units. */
export function expansionsOf(
  theta: TwoLayerNetwork,
  minSpare: number,
  maxSpare: number,
): fc.Arbitrary<Expansion> {
  const r = theta.units.length;
  return fc
    .integer({ min: minSpare, max: maxSpare })
    .chain((spare) => labelledPartitionOf(r, r + spare))
    .chain((partition) =>
      fc
        .record({
          points: listOf(vectors(theta.inputDimension), partition.m),
          shares: listOf(vectors(theta.outputDimension), partition.m),
        })
        .map(({ points, shares }) => ({
          theta,
          partition,
          network: expand(theta, partition, points, shares),
        })),
    );
}

/** Block by block: all members but the last get their share, the last what is missing to the block's sum. */
function expand(
  theta: TwoLayerNetwork,
  partition: LabelledPartition,
  points: readonly RationalVector[],
  shares: readonly RationalVector[],
): TwoLayerNetwork {
  const units = new Array<Unit>(partition.m);
  const fill = (members: readonly number[], target: Unit | undefined): void => {
    const zeroBlock = {
      incoming: entry(points, entry(members, 0)),
      outgoing: RationalVector.zero(theta.outputDimension),
    };
    const { incoming, outgoing: total } = target ?? zeroBlock;
    let missing = total;
    members.forEach((member, position) => {
      const outgoing = position === members.length - 1 ? missing : entry(shares, member);
      missing = missing.minus(outgoing);
      units[member] = { incoming, outgoing };
    });
  };
  partition.labelledBlocks.forEach((members, label) => {
    fill(members, entry(theta.units, label));
  });
  partition.zeroBlocks.forEach((members) => {
    fill(members, undefined);
  });
  return twoLayerNetwork(theta.inputDimension, theta.outputDimension, units);
}
