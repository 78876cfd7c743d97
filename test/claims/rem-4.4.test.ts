import { describe, expect, test } from "vitest";
import { copiedPoints } from "../../src/claims/instances/copiedUnits.js";
import { type LevelPair, checkAdded, checkOrder, claim, levelPairs } from "../../src/claims/rem-4.4.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { permuteUnits } from "../../src/network/twoLayerNetwork.js";
import { verdictOf } from "./quickContext.js";

const [below] = copiedPoints();
const pairs = levelPairs();

describe("a unit more", () => {
  const incoming = RationalVector.parse("1/3");

  test("lowers the loss", () => {
    if (below === undefined) throw new RangeError("no point");
    expect(checkAdded({ below, incoming })).toBeUndefined();
  });

  test("does so by less with another outgoing weight", () => {
    if (below === undefined) throw new RangeError("no point");
    for (const step of [rational(-1n, 2n), rational(1n), rational(-2n)])
      expect(checkAdded({ below, incoming }, step)).toMatch(
        /^a gain of .*, with w' = \(1\/3\) added to 1 → 1/,
      );
  });

  test("of an incoming vector that is there gains nothing", () => {
    if (below === undefined) throw new RangeError("no point");
    expect(checkAdded({ below, incoming: RationalVector.parse("1") })).toBe(
      "nothing to gain with w' = (1) added to 1 → 1, B ≺ 0",
    );
  });
});

describe("two minima of different widths", () => {
  const [found] = pairs;
  if (found === undefined) throw new RangeError("no pair");

  test("are there", () => {
    expect(pairs.map(({ narrow, wide }) => [narrow.units.length, wide.units.length])).toEqual([
      [2, 3],
      [2, 4],
    ]);
    expect(checkOrder(found)).toBeUndefined();
  });

  const { data, weights } = found.weighted;
  const broken: readonly (readonly [string, Partial<LevelPair>, string])[] = [
    ["in the other order", { narrow: found.wide, wide: found.narrow }, "the second network is not wider"],
    [
      "with other weights of the data",
      { weighted: { data, weights: weights.map((weight, index) => weight.add(BigInt(index))) } },
      "the gradient is not 0 at width 2",
    ],
    [
      "with targets that only the narrower fits",
      {
        weighted: {
          data: { ...data, targets: data.targets.map((target) => target.times(rational(2n))) },
          weights,
        },
      },
      "the gradient is not 0 at width 2",
    ],
    [
      "with a unit twice",
      {
        narrow: {
          ...found.narrow,
          units: found.narrow.units.flatMap((unit) => [unit, unit]).slice(0, 2),
        },
      },
      "a reducible network at width 2",
    ],
  ];

  test.each(broken)("%s are caught", (_, change, message) => {
    expect(checkOrder({ ...found, ...change })).toBe(message);
  });

  test("do not depend on the order of units", () => {
    expect(checkOrder({ ...found, narrow: permuteUnits(found.narrow, [1, 0]) })).toBeUndefined();
  });
});

test.each([
  ["lower", "36"],
  ["not-always", "2"],
])("evidence %s goes through %s cases", (name, visited) => {
  expect(verdictOf(claim, name)).toMatchObject({ held: true, visited, expected: visited });
});
