import { describe, expect, it, test } from "vitest";
import {
  type Fit,
  checkFit,
  checkTooFew,
  claim,
  gridData,
  polynomialWidths,
  withoutOneUnit,
} from "../../src/claims/cooper-3.3.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { dataSet } from "../../src/landscape/loss/data.js";
import { relu, smoothRelu } from "../../src/landscape/activations/exampleActivations.js";
import { interpolate } from "../../src/landscape/zeroLoss/interpolation.js";
import { distinctFeatures } from "../../src/landscape/zeroLoss/outputSpan.js";
import { refuses, visits } from "./checks.js";

const v = (...texts: string[]) => RationalVector.parse(...texts);
const data = dataSet([v("1", "0"), v("1", "1"), v("0", "1")], [v("1"), v("-1"), v("0")]);
const network = interpolate(data, smoothRelu, 3);
const exact: Fit = { network, data, activation: smoothRelu };

describe("a fit", () => {
  refuses(checkFit, exact, [
    ["targets swapped", { data: { ...data, targets: data.targets.toReversed() } }, "input 1 of 3 is missed"],
    ["another activation", { activation: relu }, "input 1 of 3 is missed"],
    ["a unit left out", { network: { ...network, units: network.units.slice(1) } }, "width 2 for 3 inputs"],
    ["a unit too many", { network: interpolate(data, smoothRelu, 4) }, "width 4 for 3 inputs"],
    [
      "the last unit silenced",
      {
        network: {
          ...network,
          units: network.units.map((unit, index) => (index < 2 ? unit : { ...unit, outgoing: v("0") })),
        },
      },
      "input 2 of 3 is missed",
    ],
  ]);
});

test("the grid's data are all different, and none is left out", () => {
  const keys = new Set<string>();
  const sizes = new Map<number, number>();
  for (const { inputs, targets } of gridData()) {
    keys.add(inputs.map((input, index) => `${input.key}:${targets[index]?.key ?? ""}`).join(" "));
    sizes.set(inputs.length, (sizes.get(inputs.length) ?? 0) + 1);
  }
  expect(keys.size).toBe(728);
  expect([1, 2, 3, 4, 5, 6].map((size) => sizes.get(size))).toEqual([12, 60, 160, 240, 192, 64]);
});

describe("too few functions", () => {
  it("miss the targets, each time", () => {
    expect([...withoutOneUnit()].map(checkTooFew)).toEqual(new Array(15).fill(undefined));
    expect([...polynomialWidths()].map(checkTooFew)).toEqual(new Array(4).fill(undefined));
  });

  it("are not too few if they are as many as the data", () => {
    const inputs = [v("1"), v("2")];
    expect(checkTooFew({ features: distinctFeatures(inputs), targets: [v("1"), v("0")] })).toBe(
      "1, 0 can be fitted",
    );
  });
});

visits(claim, { grid: 728, "no unit spared": 15, "not for polynomials": 4 });
