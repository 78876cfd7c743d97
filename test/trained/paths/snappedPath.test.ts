import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entry, lastEntry } from "../../../src/exact/entry.js";
import { type Rational, parseRational, rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { type MultiLayerNetwork, evaluateMultiLayer } from "../../../src/network/multiLayerNetwork.js";
import { type SnappedPath, snappedPath } from "../../../src/trained/paths/snappedPath.js";
import { type Plant, nearPair } from "./nearPairs.js";

const POINT = RationalVector.parse("2/3", "-5/4");

/** σ(z) = 1/2 + z − z³/9: odd but for the constant that the sigmoid has. */
const halfOdd = (z: Rational): Rational => rational(1n, 2n).add(z).sub(z.mul(z).mul(z).div(9n));
const odd = (z: Rational): Rational => z.sub(z.mul(z).mul(z).div(9n));
/** Neither odd nor even. */
const plain = (z: Rational): Rational => odd(z).add(z.mul(z).div(3n)).add(2n);

const KINDS: Readonly<Record<string, Pick<Plant, "widths" | "hasBiases" | "mirrored"> & { name?: string }>> = {
  "two layers": { widths: [2, 3, 2], hasBiases: false, mirrored: undefined },
  "two layers with biases": { widths: [2, 3, 1], hasBiases: true, mirrored: undefined },
  "three layers": { widths: [2, 3, 2, 1], hasBiases: false, mirrored: undefined },
  "four layers with biases": { widths: [2, 2, 3, 2, 2], hasBiases: true, mirrored: undefined },
  tanh: { widths: [2, 3, 2], hasBiases: false, mirrored: rational(0n), name: "tanh" },
  "tanh with biases": { widths: [2, 3, 2], hasBiases: true, mirrored: rational(0n), name: "tanh" },
  "sigmoid with biases": { widths: [2, 2, 2], hasBiases: true, mirrored: rational(1n, 2n), name: "sigmoid" },
};

const SIGMA: Readonly<Record<string, (z: Rational) => Rational>> = { tanh: odd, sigmoid: halfOdd };

function pathOf(plant: Plant, tolerance: Rational, activation: string | undefined): SnappedPath {
  const { a, b } = nearPair(plant);
  const found = snappedPath(a, b, { tolerance, ...(activation === undefined ? {} : { activation }) });
  if ("isolatedLayer" in found) throw new Error("isolated");
  return found;
}

/** Where the corners between the ends compute something else than θ, by their numbers. */
function strayCorners(path: SnappedPath, sigma: (z: Rational) => Rational): number[] {
  const value = (network: MultiLayerNetwork): string => evaluateMultiLayer(network, POINT, sigma).key;
  const { points } = path.list();
  return [...points.keys()].slice(1, -1).filter((at) => value(entry(points, at)) !== value(path.theta));
}

describe("snappedPath", () => {
  it.each(Object.entries(KINDS))("leads from one network to another: %s", (_, kind) => {
    const sigma = kind.name === undefined ? plain : SIGMA[kind.name];
    if (sigma === undefined) throw new Error("no such activation");
    for (const noise of ["1/100000000", "1/1000"].map(parseRational)) {
      const law = fc.property(fc.nat(300), fc.integer({ min: 1, max: 2 }), (seed, more) => {
        const plant = { ...kind, more, noise, seed };
        const tolerance = noise.mul(12n);
        const path = pathOf(plant, tolerance, kind.name);
        const { a, b } = nearPair(plant);
        const { points, codes } = path.list();
        expect([entry(points, 0), lastEntry(points)].map((net) => JSON.stringify(net))).toEqual(
          [a, b].map((net) => JSON.stringify(net)),
        );
        expect(points.length).toBe(path.segments + 1);
        expect(codes.length).toBe(path.segments);
        expect(strayCorners(path, sigma)).toEqual([]);
        for (const end of [path.from, path.to])
          expect(end.largestChange.compare(tolerance)).toBeLessThanOrEqual(0);
      });
      fc.assert(law, { seed: 5, numRuns: 15 });
    }
  });
});
