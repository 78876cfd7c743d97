import { describe, expect, test } from "vitest";
import {
  type ReluInstance,
  checkIsolated,
  checkOtherPart,
  claim,
  reluInstances,
} from "../../src/claims/rem-4.3.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { unitOf, twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { countedRank } from "./countedRank.js";
import { verdictOf } from "./quickContext.js";

const [found] = reluInstances();
if (found === undefined) throw new RangeError("no instance");

const { narrow: base } = found;

/** The narrow network and one more unit. */
function padded(outgoing: string): ReluInstance["wide"] {
  return twoLayerNetwork(2, 1, [...base.units, unitOf(["1", "7"], [outgoing])]);
}

describe("a minimum of a wide network", () => {
  test("is isolated but for rescaling", () => {
    expect(checkIsolated(found)).toBeUndefined();
    expect(checkOtherPart(found)).toBeUndefined();
  });

  const broken: readonly (readonly [string, Partial<ReluInstance>, string])[] = [
    ["no wider than the other", { wide: found.narrow }, "the second network is not wider"],
    ["that misses a datum", { wide: padded("1") }, "the wide network doesn't fit the data"],
    ["with a unit that is free to move", { wide: padded("0") }, "a unit without output"],
    ["for fewer data", { inputs: found.inputs.slice(1) }, "rank 5 for 5 residuals, 9 parameters and 3 units"],
    [
      "with a datum twice",
      { inputs: [...found.inputs.slice(1), ...found.inputs.slice(1, 2)] },
      "rank 5 for 6 residuals, 9 parameters and 3 units",
    ],
  ];

  test.each(broken)("%s is caught", (_, change, message) => {
    expect(checkIsolated({ ...found, ...change })).toBe(message);
  });

  test("whose rank is only counted is caught", () => {
    expect(checkIsolated(found, countedRank)).toBe("a higher rank with a datum twice");
  });

  test("that is not regular, or at a kink, is caught", () => {
    const narrow = twoLayerNetwork(2, 1, [unitOf(["1", "1"], ["1"])]);
    const wide = twoLayerNetwork(2, 1, [unitOf(["1", "0"], ["1"]), unitOf(["0", "1"], ["1"])]);
    const inputs = [RationalVector.parse("2", "3"), RationalVector.parse("3", "1")];
    expect(checkIsolated({ narrow, wide, inputs })).toBe("rank 2 for 2 residuals, 6 parameters and 2 units");
    expect(() =>
      checkIsolated({ narrow, wide, inputs: [...inputs, RationalVector.parse("2", "0")] }),
    ).toThrow("has no derivative at 0");
  });

  test("is not in the part of the narrower one, whose units of outgoing weight 0 don't count", () => {
    expect(checkOtherPart(found, "1")).toMatch(/^the padded network doesn't fit the datum at x = /);
  });
});

test.each(["isolated", "other-part"])("evidence %s goes through 2 cases", (name) => {
  expect(verdictOf(claim, name)).toMatchObject({ held: true, visited: "2", expected: "2" });
});
