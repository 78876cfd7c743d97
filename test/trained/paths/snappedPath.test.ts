import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entry, lastEntry } from "../../../src/exact/entry.js";
import { type Rational, parseRational, rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { type MultiLayerNetwork, evaluateMultiLayer } from "../../../src/network/multiLayerNetwork.js";
import { parseAnyNetworkFile } from "../../../src/network/networkFile.js";
import { randomMultiLayer } from "../../../src/network/randomMultiLayer.js";
import { twoLayerNetwork, unitOf } from "../../../src/network/twoLayerNetwork.js";
import { type SnappedPath, snappedPath } from "../../../src/trained/paths/snappedPath.js";
import { type Plant, nearPair } from "./nearPairs.js";

const POINT = RationalVector.parse("2/3", "-5/4");

/** σ(z) = 1/2 + z − z³/9: odd but for the constant that the sigmoid has. */
const halfOdd = (z: Rational): Rational => rational(1n, 2n).add(z).sub(z.mul(z).mul(z).div(9n));
const odd = (z: Rational): Rational => z.sub(z.mul(z).mul(z).div(9n));
/** Neither odd nor even. */
const plain = (z: Rational): Rational => odd(z).add(z.mul(z).div(3n)).add(2n);

const KINDS: Readonly<Record<string, Pick<Plant, "widths" | "hasBiases" | "mirrored"> & { name?: string }>> =
  {
    "two layers": { widths: [2, 3, 2], hasBiases: false, mirrored: undefined },
    "two layers with biases": { widths: [2, 3, 1], hasBiases: true, mirrored: undefined },
    "three layers": { widths: [2, 3, 2, 1], hasBiases: false, mirrored: undefined },
    "four layers with biases": { widths: [2, 2, 3, 2, 2], hasBiases: true, mirrored: undefined },
    tanh: { widths: [2, 3, 2], hasBiases: false, mirrored: rational(0n), name: "tanh" },
    "tanh with biases": { widths: [2, 3, 2], hasBiases: true, mirrored: rational(0n), name: "tanh" },
    "sigmoid with biases": {
      widths: [2, 2, 2],
      hasBiases: true,
      mirrored: rational(1n, 2n),
      name: "sigmoid",
    },
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

  it("would be caught if a corner computed something else", () => {
    const plant = { widths: [2, 3, 2], hasBiases: true, more: 1, mirrored: undefined, seed: 3 };
    const path = pathOf({ ...plant, noise: rational(1n, 1000n) }, rational(1n, 50n), undefined);
    expect(strayCorners(path, plain)).toEqual([]);
    const { points, codes, signs } = path.list();
    const spoilt = points.map((point, at) => (at === 2 ? path.to.network : point));
    expect(strayCorners({ ...path, list: () => ({ points: spoilt, codes, signs }) }, plain)).toEqual([2]);
  });

  it("connects two students of the paper's teacher", () => {
    const [a, b] = ["test/trained/files/trained-g-6-0.json", "examples/trained.json"].map((file) =>
      parseAnyNetworkFile(readFileSync(file, "utf8"), file),
    );
    if (a === undefined || b === undefined) throw new Error("two networks");
    const path = snappedPath(a, b, { tolerance: rational(1n, 1_000_000n) });
    if ("isolatedLayer" in path) throw new Error("isolated");
    expect(path.middle).toMatchObject({ segments: 5, lowerBound: 5, optimal: true });
    expect(path.segments).toBe(7);
    expect(path.difference.compare(rational(1n, 10n ** 8n))).toBeLessThan(0);
    expect(path.to.largestChange.compare(rational(1n, 10n ** 7n))).toBeLessThan(0);
    const student = readFileSync("test/trained/files/adam-tanh-0.json", "utf8");
    const other = parseAnyNetworkFile(student, "adam-tanh-0.json");
    expect(() => snappedPath(a, other, { tolerance: rational(1n, 8n) })).toThrow(
      "layers of widths 2-6-1 and",
    );
  });

  it("mirrors no neuron where the constant that this leaves has no place", () => {
    const plant = { widths: [2, 2, 1], hasBiases: false, more: 1, mirrored: undefined, seed: 4 };
    const path = pathOf({ ...plant, noise: rational(0n) }, rational(0n), "sigmoid");
    expect(path.symmetry.parity).toBeUndefined();
    const biased = pathOf({ ...plant, hasBiases: true, noise: rational(0n) }, rational(0n), "sigmoid");
    expect(biased.symmetry.parity).toBe("odd");
  });

  it.each([
    [[2, 3, 1], [2, 2, 1], false, false, "layers of widths 2-3-1 and 2-2-1; give networks of one shape"],
    [[2, 2, 1], [2, 2, 1], true, false, "one network has biases, the other none; give both biases"],
  ])("refuses networks of other shapes: %j, %j", (left, right, first, second, message) => {
    const a = randomMultiLayer({ widths: left, hasBiases: first }, 1);
    const b = randomMultiLayer({ widths: right, hasBiases: second }, 2);
    expect(() => snappedPath(a, b, { tolerance: rational(1n) })).toThrow(message);
  });

  it("refuses a mean that has fewer neurons than both", () => {
    // Evenly spaced neurons are no copies. Outgoing weights match the first of A with the second of B.
    const [a, b] = [
      ["0", "9/10"],
      ["9/10", "0"],
    ].map(([first = "", second = ""]) =>
      twoLayerNetwork(1, 1, [unitOf([first], ["100"]), unitOf([second], ["-100"]), unitOf(["18/10"], ["7"])]),
    );
    if (a === undefined || b === undefined) throw new Error("two networks");
    expect(() => snappedPath(a, b, { tolerance: rational(1n) })).toThrow(
      "the mean of both reduced networks has fewer neurons than these",
    );
  });

  it("says where no path is: without a neuron to spare, in another order", () => {
    const [a, b] = [
      ["1", "2"],
      ["2", "1"],
    ].map(([first = "", second = ""]) =>
      twoLayerNetwork(1, 1, [unitOf([first], [first]), unitOf([second], [second])]),
    );
    if (a === undefined || b === undefined) throw new Error("two networks");
    expect(snappedPath(a, b, { tolerance: rational(1n, 10n) })).toEqual({ isolatedLayer: 1, width: 2 });
    const mirrored = { tolerance: rational(1n, 10n), activation: "tanh" };
    expect(snappedPath(a, b, mirrored)).toEqual({ isolatedLayer: 1, width: 2 });
  });
});
