import { describe, expect, test } from "vitest";
import { entry } from "../../src/exact/entry.js";
import { copiedPoints } from "../../src/claims/instances/copiedUnits.js";
import { checkAdded, checkOrder, claim, levelPairs } from "../../src/claims/rem-4.4.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { permuteUnits } from "../../src/network/twoLayerNetwork.js";
import { refuses, visits } from "./checks.js";

const below = entry(copiedPoints(), 0);
const pairs = levelPairs();

describe("a unit more", () => {
  const incoming = RationalVector.parse("1/3");

  test("does so by less with another outgoing weight", () => {
    for (const step of [rational(-1n, 2n), rational(1n), rational(-2n)])
      expect(checkAdded({ below, incoming }, step)).toMatch(
        /^a gain of .*, with w' = \(1\/3\) added to 1 → 1/,
      );
  });

  refuses(checkAdded, { below, incoming }, [
    [
      "an incoming vector that is there",
      { incoming: RationalVector.parse("1") },
      "nothing to gain with w' = (1) added to 1 → 1, B ≺ 0",
    ],
  ]);
});

describe("two minima of different widths", () => {
  const found = entry(pairs, 0);

  test("are there", () => {
    expect(pairs.map(({ narrow, wide }) => [narrow.units.length, wide.units.length])).toEqual([
      [2, 3],
      [2, 4],
    ]);
  });

  const { data, weights } = found.weighted;
  refuses(checkOrder, found, [
    ["the other order", { narrow: found.wide, wide: found.narrow }, "the second network is not wider"],
    [
      "other weights of the data",
      { weighted: { data, weights: weights.map((weight, index) => weight.add(BigInt(index))) } },
      "the gradient is not 0 at width 2",
    ],
    [
      "targets doubled",
      {
        weighted: {
          data: { ...data, targets: data.targets.map((target) => target.times(rational(2n))) },
          weights,
        },
      },
      "the gradient is not 0 at width 2",
    ],
    [
      "a unit twice",
      {
        narrow: { ...found.narrow, units: found.narrow.units.map(() => entry(found.narrow.units, 0)) },
      },
      "a reducible network at width 2",
    ],
  ]);

  test("do not depend on the order of units", () => {
    expect(checkOrder({ ...found, narrow: permuteUnits(found.narrow, [1, 0]) })).toBeUndefined();
  });
});

visits(claim, { lower: 36, "not-always": 2 });
