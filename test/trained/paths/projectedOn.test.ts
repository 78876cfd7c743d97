import { describe, expect, it } from "vitest";
import { entry } from "../../../src/exact/entry.js";
import { type Rational, rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { pointOfLayers } from "../../../src/manifold/layers/multiLayerSpace.js";
import type { MultiLayerNetwork } from "../../../src/network/multiLayerNetwork.js";
import { evaluateMultiLayer } from "../../../src/network/multiLayerNetwork.js";
import { randomMultiLayer } from "../../../src/network/randomMultiLayer.js";
import { boundedActivation } from "../../../src/trained/bounds/boundedActivation.js";
import { pathSymmetry } from "../../../src/trained/paths/pathSymmetry.js";
import { type SignedCodes, projectedOn } from "../../../src/trained/paths/projectedOn.js";

interface Case {
  readonly small: readonly number[];
  readonly wide: readonly number[];
  readonly hasBiases: boolean;
  readonly name: string;
  readonly partitions: readonly SignedCodes[];
  readonly sigma: (z: Rational) => Rational;
}

const odd = (z: Rational): Rational => z.sub(z.mul(z).mul(z).div(9n));
const plain = (codes: readonly number[]): SignedCodes => ({ codes, signs: codes.map(() => 1) });

const CASES: readonly Case[] = [
  {
    small: [2, 2, 1],
    wide: [2, 5, 1],
    hasBiases: false,
    name: "relu",
    partitions: [plain([1, 0, 2, 1, 0])],
    sigma: (z) => odd(z).add(1n),
  },
  {
    small: [1, 2, 2, 2],
    wide: [1, 4, 4, 2],
    hasBiases: true,
    name: "relu",
    partitions: [plain([2, 0, 1, 0]), plain([0, 1, 2, 0])],
    sigma: (z) => odd(z).add(z.mul(z)),
  },
  {
    small: [2, 2, 2],
    wide: [2, 6, 2],
    hasBiases: true,
    name: "sigmoid",
    partitions: [{ codes: [1, 2, 0, 1, 0, 1], signs: [1, -1, 1, -1, -1, -1] }],
    sigma: (z) => odd(z).add(rational(1n, 2n)),
  },
  {
    small: [2, 2, 1],
    wide: [2, 5, 1],
    hasBiases: false,
    name: "tanh",
    partitions: [{ codes: [1, 2, 0, 1, 0], signs: [1, -1, 0, -1, 1] }],
    sigma: odd,
  },
];

/** Two projections, of networks that have nothing to do with θ. */
function projections({ small, wide, hasBiases, name, partitions }: Case): {
  theta: MultiLayerNetwork;
  networks: MultiLayerNetwork[];
  projected: MultiLayerNetwork[];
} {
  const theta = randomMultiLayer({ widths: small, hasBiases }, 3);
  const networks = [7, 8].map((seed) => randomMultiLayer({ widths: wide, hasBiases }, seed));
  const symmetry = pathSymmetry(boundedActivation(name), theta);
  return {
    theta,
    networks,
    projected: networks.map((network) => projectedOn(theta, partitions, network, symmetry)),
  };
}

describe("projectedOn", () => {
  it.each(CASES)("gives networks that compute what θ does: $name, $wide", (one) => {
    const { theta, projected, networks } = projections(one);
    const x = RationalVector.fromRationals(
      Array.from({ length: entry(one.small, 0) }, (_, at) => rational(BigInt(3 * at - 2), 5n)),
    );
    const value = (network: MultiLayerNetwork): string => evaluateMultiLayer(network, x, one.sigma).key;
    expect(projected.map(value)).toEqual([value(theta), value(theta)]);
    expect(networks.map(value)).not.toContain(value(theta));
  });

  it.each(CASES)("moves orthogonally to all differences of them: $name, $wide", (one) => {
    const { networks, projected } = projections(one);
    const [point, image, other] = [networks[0], ...projected].map((net) => net && pointOfLayers(net));
    if (point === undefined || image === undefined || other === undefined) throw new Error("three points");
    const [move, along] = [image.minus(point), other.minus(image)];
    expect([move.isZero(), along.isZero()]).toEqual([false, false]);
    expect(move.dot(along).equals(0n)).toBe(true);
    // A weight that is off would be seen.
    const off = move.plus(RationalVector.fromRationals(along.toRationals().map((value) => value.div(1000n))));
    expect(off.dot(along).equals(0n)).toBe(false);
  });
});
