import { describe, expect, it } from "vitest";
import { entry } from "../../../src/exact/entry.js";
import { type Rational, parseRational, rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { dataSet } from "../../../src/landscape/loss/data.js";
import { boundedActivation } from "../../../src/trained/bounds/boundedActivation.js";
import { inputBox } from "../../../src/trained/bounds/inputBox.js";
import { boundAlongPath, lossAlongPath } from "../../../src/trained/paths/alongPath.js";
import { type SnappedPath, snappedPath } from "../../../src/trained/paths/snappedPath.js";
import { SIGMAS, blend, floatsOf, number, valueAt } from "./floats.js";
import { type Plant, nearPair } from "./nearPairs.js";

/** What doubles may be off. */
const FLOAT_ERROR = 1e-12;
const SIDE = 2;

interface Case extends Omit<Plant, "seed" | "noise"> {
  readonly activation: string;
}

const CASES: readonly Case[] = [
  { widths: [2, 3, 2], hasBiases: false, more: 2, mirrored: rational(0n), activation: "tanh" },
  { widths: [2, 2, 1], hasBiases: true, more: 3, mirrored: rational(1n, 2n), activation: "sigmoid" },
  { widths: [2, 3, 1], hasBiases: true, more: 2, mirrored: undefined, activation: "relu" },
  { widths: [2, 2, 3, 2], hasBiases: true, more: 1, mirrored: undefined, activation: "tanh" },
];

function pathOf(plant: Plant, activation: string): SnappedPath {
  const { a, b } = nearPair(plant);
  const found = snappedPath(a, b, { tolerance: plant.noise.mul(16n), activation });
  if ("isolatedLayer" in found) throw new Error("isolated");
  return found;
}

const PLACES = [0, 1 / 5, 2 / 5, 3 / 5, 4 / 5, 1];
const GRID = Array.from({ length: 9 }, (_, at) => -SIDE + at * (SIDE / 4));

/** All networks at equal places of all segments. */
function sampledNetworks(path: SnappedPath): ReturnType<typeof floatsOf>[] {
  const points = path.list().points.map(floatsOf);
  return points.slice(1).flatMap((end, segment) => PLACES.map((t) => blend(entry(points, segment), end, t)));
}

function sampledChange(path: SnappedPath, activation: string): number {
  const sigma = SIGMAS[activation];
  if (sigma === undefined) throw new Error("no such activation");
  const theta = floatsOf(path.theta);
  let most = 0;
  for (const network of sampledNetworks(path))
    for (const one of GRID)
      for (const other of GRID) {
        const [values, wanted] = [network, theta].map((of) => valueAt(of, [one, other], sigma));
        values?.forEach((value, at) => {
          most = Math.max(most, Math.abs(value - entry(wanted ?? [], at)));
        });
      }
  return most;
}

const box = inputBox(rational(BigInt(-SIDE)), rational(BigInt(SIDE)), 2);

/** Bound and largest sample of paths of one case. */
function boundsOf({ activation, ...plant }: Case, noise: Rational): { bound: number; sample: number }[] {
  return [1, 2, 3, 4].map((seed) => {
    const path = pathOf({ ...plant, noise, seed }, activation);
    const bound = number(boundAlongPath(path, boundedActivation(activation), box));
    return { bound, sample: sampledChange(path, activation) };
  });
}

/** Whether no sample exceeds the bound. */
const holds = (all: readonly { bound: number; sample: number }[], share: number): boolean =>
  all.every(({ bound, sample }) => sample <= bound * share + FLOAT_ERROR);

describe("boundAlongPath", () => {
  it.each(CASES)("is above all samples and not far from them: $activation, $widths", (one) => {
    for (const noise of ["1/100000000", "1/1000"]) {
      const all = boundsOf(one, parseRational(noise));
      expect(holds(all, 1)).toBe(true);
      if (one.widths.length > 3) continue;
      for (const { bound, sample } of all) expect(bound / sample).toBeLessThan(100);
      // A bound that is too small would be seen.
      expect(holds(all, 1 / 100)).toBe(false);
    }
  });

  it("is 0 where both networks have the exact structure", () => {
    const plant = { widths: [2, 3, 1], hasBiases: true, more: 2, mirrored: undefined, seed: 4 };
    const path = pathOf({ ...plant, noise: rational(0n) }, "relu");
    expect(boundAlongPath(path, boundedActivation("relu"), box).equals(0n)).toBe(true);
    expect(path.segments).toBe(path.middle.segments);
  });
});

describe("lossAlongPath", () => {
  const data = dataSet(
    [RationalVector.parse("1", "-1/2"), RationalVector.parse("0", "2"), RationalVector.parse("-3/2", "1/3")],
    ["1/2", "-2", "3"].map((target) => RationalVector.parse(target)),
  );

  /** The least and the largest loss that is sampled along a path. */
  function sampledLoss(path: SnappedPath, activation: string): { least: number; most: number } {
    const sigma = SIGMAS[activation];
    if (sigma === undefined) throw new Error("no such activation");
    const losses = sampledNetworks(path).map((network) =>
      data.inputs.reduce((sum, x, index) => {
        const values = valueAt(network, x.toRationals().map(number), sigma);
        const target = entry(data.targets, index).toRationals().map(number);
        return values.reduce((total, value, at) => total + (value - entry(target, at)) ** 2 / 2, sum);
      }, 0),
    );
    return { least: Math.min(...losses), most: Math.max(...losses) };
  }

  it.each(CASES.filter(({ widths }) => widths.at(-1) === 1))(
    "encloses the loss of all networks of the path: $activation",
    ({ activation, ...plant }) => {
      for (const seed of [5, 6, 7]) {
        const path = pathOf({ ...plant, noise: rational(1n, 1000n), seed }, activation);
        const found = lossAlongPath(path, boundedActivation(activation), data);
        const { least, most } = sampledLoss(path, activation);
        expect(number(found.least)).toBeLessThanOrEqual(least + FLOAT_ERROR);
        expect(number(found.most)).toBeGreaterThanOrEqual(most - FLOAT_ERROR);
        expect(number(found.most) - number(found.least)).toBeLessThan((most - least) * 100);
        // The loss of θ alone would not enclose that of the ends.
        const exact = { from: path.from, to: path.from, theta: path.theta };
        const still = { ...path.from, network: path.from.snapped };
        const narrow = lossAlongPath(
          { ...exact, from: still, to: still },
          boundedActivation(activation),
          data,
        );
        expect(number(narrow.most) < most - FLOAT_ERROR || number(narrow.least) > least + FLOAT_ERROR).toBe(
          true,
        );
      }
    },
  );

  it("refuses data of other dimensions", () => {
    const plant = { widths: [2, 3, 2], hasBiases: false, more: 1, mirrored: undefined, seed: 1 };
    const path = pathOf({ ...plant, noise: rational(1n, 1000n) }, "relu");
    expect(() => lossAlongPath(path, boundedActivation("relu"), data)).toThrow(
      "the data have targets of dimension 1, the network of 2; give data of the network's dimensions",
    );
  });
});
