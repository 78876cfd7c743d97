import { describe, expect, test } from "vitest";
import { entry } from "../../src/exact/entry.js";
import { refuses, visits } from "./checks.js";
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

const found = entry(reluInstances(), 0);

/** The narrow network and one more unit. */
function padded(outgoing: string): ReluInstance["wide"] {
  return twoLayerNetwork(2, 1, [...found.narrow.units, unitOf(["1", "7"], [outgoing])]);
}

describe("a minimum of a wide network", () => {
  refuses(checkIsolated, found, [
    ["widths that are equal", { wide: found.narrow }, "the second network is not wider"],
    ["a datum missed", { wide: padded("1") }, "the wide network doesn't fit the data"],
    ["a unit that is free to move", { wide: padded("0") }, "a unit without output"],
    ["a datum less", { inputs: found.inputs.slice(1) }, "rank 5 for 5 residuals, 9 parameters and 3 units"],
    [
      "a datum twice",
      { inputs: [...found.inputs.slice(1), ...found.inputs.slice(1, 2)] },
      "rank 5 for 6 residuals, 9 parameters and 3 units",
    ],
  ]);

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

visits(claim, { isolated: 2, "other-part": 2 });
