import fc from "fast-check";
import { doubleCover } from "../src/combinatorics/signed/doubleCover.js";
import { type Parity } from "../src/combinatorics/signed/parity.js";
import { entry } from "../src/exact/entry.js";
import { type Rational, rational } from "../src/exact/numbers/rational.js";
import { RationalVector } from "../src/exact/vectors/rationalVector.js";
import { SignedLabelledPartition } from "../src/combinatorics/signed/signedLabelledPartition.js";
import { toNetwork } from "../src/manifold/subspaces/parameterSpace.js";
import { gammaHolds } from "../src/manifold/subspaces/gammaSubspace.js";
import { isIrreducibleMirrored, withImages } from "../src/manifold/signed/mirroredNetwork.js";
import { signedGammaHolds, signedGammaSubspace } from "../src/manifold/signed/signedGammaSubspace.js";
import { type TwoLayerNetwork, evaluate } from "../src/network/twoLayerNetwork.js";
import { irreducibleNetworks, rationals, vectors } from "./arbitraries/network.js";
import { labelledPartitionOf } from "./arbitraries/labelledPartition.js";
import { type Property, property } from "./property.js";

/** A network, a signed labelled partition for it, and a point of that subspace. */
export interface SignedExpansion {
  readonly theta: TwoLayerNetwork;
  readonly partition: SignedLabelledPartition;
  readonly network: TwoLayerNetwork;
}

/** Random signs for codes; perhaps one zero block is silent. */
export function signedPartitionOf(
  r: number,
  m: number,
  parity: Parity,
): fc.Arbitrary<SignedLabelledPartition> {
  return fc
    .tuple(
      labelledPartitionOf(r, m),
      fc.array(fc.constantFrom(1, -1), { minLength: m, maxLength: m }),
      fc.integer({ min: 0, max: 3 }),
    )
    .map(([{ codes }, signs, silent]) =>
      SignedLabelledPartition.canonical(
        codes,
        codes.map((code, unit) => (parity === "odd" && code === -silent ? 0 : entry(signs, unit))),
        r,
        parity,
      ),
    );
}

/** A point of a random signed subspace of θ^r. */
function signedExpansionOf(theta: TwoLayerNetwork, m: number, parity: Parity): fc.Arbitrary<SignedExpansion> {
  return signedPartitionOf(theta.units.length, m, parity).chain((partition) => {
    const { base, directions } = signedGammaSubspace(theta, partition);
    const weights = fc.array(rationals, { minLength: directions.length, maxLength: directions.length });
    return weights.map((factors) => {
      const point = directions.reduce(
        (sum, direction, index) => sum.plus(direction.times(entry(factors, index))),
        base,
      );
      return { theta, partition, network: toNetwork({ ...theta, width: m }, point) };
    });
  });
}

/** A network of width up to `maxR`, irreducible for a random parity, and a number of units to spare. */
function mirrorable(maxR: number, minSpare: number, maxSpare: number) {
  return fc
    .tuple(
      irreducibleNetworks(1, maxR),
      fc.constantFrom<Parity>("odd", "even"),
      fc.integer({ min: minSpare, max: maxSpare }),
    )
    .filter(([theta, parity]) => isIrreducibleMirrored(theta, parity));
}

/** Expansions with mirrored units, for r ≤ 3 and m ≤ r + 3. */
export const signedExpansions: fc.Arbitrary<SignedExpansion> = mirrorable(3, 0, 3).chain(
  ([theta, parity, spare]) => signedExpansionOf(theta, theta.units.length + spare, parity),
);

/** Two points of signed subspaces of one network, for r ≤ 2 and r < m ≤ r + 2. */
export const signedPoints = mirrorable(2, 1, 2).chain(([theta, parity, spare]) => {
  const point = signedExpansionOf(theta, theta.units.length + spare, parity);
  return fc.tuple(point, point).map(([{ network: from }, { network: to }]) => ({ theta, from, to, parity }));
});

/** 1 + z² + z⁴ or z + z³ + z⁵. */
export function powers(parity: Parity): (z: Rational) => Rational {
  return (z) => {
    const square = z.mul(z);
    const even = rational(1n).add(square).add(square.mul(square));
    return parity === "odd" ? even.mul(z) : even;
  };
}

/** Whether a signed subspace holds a network if and only if that of the double cover holds it with images. */
export function sameInDoubleCover({ theta, partition, network }: SignedExpansion): boolean {
  const [small, large] = [theta, network].map((one) => withImages(one, partition.parity));
  if (small === undefined || large === undefined) return false;
  const inCover = gammaHolds(small, doubleCover(partition), large);
  return inCover === signedGammaHolds(theta, partition, network);
}

export const properties: readonly Property[] = [
  property(
    "ext-parity-connected/function",
    "points of Γ± compute the function of θ^r, for z + z³ + z⁵ if odd and 1 + z² + z⁴ if even",
    signedExpansions.chain((item) =>
      fc.tuple(
        fc.constant(item),
        fc.array(vectors(item.theta.inputDimension), { minLength: 1, maxLength: 4 }),
      ),
    ),
    ([{ theta, partition, network }, inputs]) =>
      inputs.every((x) =>
        evaluate(theta, x, powers(partition.parity)).equals(evaluate(network, x, powers(partition.parity))),
      ),
  ),
  property(
    "ext-parity-connected/double-cover",
    "Γ± holds a network if and only if Γ of the double cover holds it with all mirror images: so at points " +
      "of Γ±, and with one unit moved",
    fc.tuple(signedExpansions, fc.nat(5), fc.boolean()),
    ([item, place, incoming]) => {
      if (!signedGammaHolds(item.theta, item.partition, item.network)) return false;
      return (
        sameInDoubleCover(item) &&
        sameInDoubleCover({ ...item, network: moved(item.network, place, incoming) })
      );
    },
  ),
];

/** The network with 1 added to the first weight of a unit. */
function moved(network: TwoLayerNetwork, place: number, incoming: boolean): TwoLayerNetwork {
  const at = place % network.units.length;
  const shifted = (vector: RationalVector): RationalVector =>
    RationalVector.fromRationals(
      vector.toRationals().map((value, index) => (index === 0 ? value.add(rational(1n)) : value)),
    );
  const units = network.units.map((unit, index) => {
    if (index !== at) return unit;
    return incoming
      ? { ...unit, incoming: shifted(unit.incoming) }
      : { ...unit, outgoing: shifted(unit.outgoing) };
  });
  return { ...network, units };
}
