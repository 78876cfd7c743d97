import { describe, expect, it, test } from "vitest";
import { checkEmpty, checkRegular, checkRepair, claim, emptyCases } from "../../src/claims/cooper-2.1.js";
import { repairs } from "../../src/claims/instances/degeneratePoints.js";
import {
  type ZeroLossPoint,
  scalarPoints,
  spreadInputs,
  zeroLossPoint,
} from "../../src/claims/instances/zeroLossInstances.js";
import { entry } from "../../src/exact/entry.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { relu, skewActivation } from "../../src/landscape/activations/exampleActivations.js";
import { distinctFeatures } from "../../src/landscape/zeroLoss/outputSpan.js";
import { refuses, visits } from "./checks.js";
import { scalarNetwork } from "./written.js";

const network = scalarNetwork(["1", "1"], ["2", "3"]);
const pointAt = (inputs: RationalVector[]) => zeroLossPoint(network, inputs, skewActivation);
const point = pointAt(spreadInputs(3, 1));

test("the inputs of the instances", () => {
  const keys = (count: number, dimension: number) => spreadInputs(count, dimension).map(({ key }) => key);
  expect(keys(5, 1)).toEqual(["1/2", "-1/2", "1", "-1", "3/2"]);
  expect(keys(3, 3)).toEqual(["1/2,-1,-5/2", "-1/2,-1,-7/2", "1,1/2,1"]);
});

test("the instances are of all the sizes said", () => {
  const sizes = [...scalarPoints()].map(
    ({ network: { inputDimension, units }, data }) =>
      `${inputDimension} ${units.length} ${data.inputs.length}`,
  );
  expect(sizes).toHaveLength(48);
  expect(new Set(sizes).size).toBe(24);
  expect(sizes).toEqual(expect.arrayContaining(["1 1 1", "2 1 2", "1 3 5", "2 3 8"]));
  expect(sizes).not.toEqual(expect.arrayContaining(["2 3 9"]));
});

describe("a regular point of the zero-loss set", () => {
  refuses<ZeroLossPoint>(checkRegular, point, [
    [
      "a target that is missed",
      {
        data: { ...point.data, targets: [...point.data.targets.slice(1), RationalVector.parse("0")] },
      },
      "the network doesn't fit its data",
    ],
    ["another activation", { activation: relu }, "the network doesn't fit its data"],
    ["as many data as parameters", pointAt(spreadInputs(4, 1)), "4 parameters for 4 residuals"],
    ["an input twice", pointAt([...spreadInputs(2, 1), ...spreadInputs(1, 1)]), "rank 2 for 3 residuals"],
  ]);
});

describe("a repair", () => {
  const twice = entry(repairs(), 0);
  const { data } = twice.degenerate;
  const missed = { ...data, targets: data.targets.slice().reverse() };

  it("comes in five kinds for each ε", () => {
    const kinds = repairs().map(({ kind }) => kind);
    expect(kinds).toHaveLength(15);
    expect(new Set(kinds).size).toBe(5);
  });

  refuses(checkRepair, twice, [
    ["no change", { repaired: twice.degenerate }, "one input twice, repaired: rank 2 for 3 residuals"],
    ["another rank", { rank: 1 }, "one input twice: rank 2, not 1"],
    [
      "nothing wrong to begin with",
      { degenerate: twice.repaired, rank: 3 },
      "one input twice: nothing to repair",
    ],
    ["a change beyond the bound", { bound: rational(1n, 2n) }, "one input twice: the data move by 2401/3649"],
    [
      "a point without zero loss",
      { degenerate: { ...twice.degenerate, data: missed } },
      "one input twice: the network doesn't fit its data",
    ],
  ]);
});

describe("data that nothing fits", () => {
  it("are found in four ways", () => {
    expect(emptyCases().map(checkEmpty)).toEqual([undefined, undefined, undefined, undefined]);
  });

  refuses(checkEmpty, entry(emptyCases(), 0), [
    [
      "data that can be fitted",
      { kind: "apart", features: distinctFeatures(spreadInputs(2, 1)), targets: [1n, 0n] },
      "apart: 1, 0 can be fitted",
    ],
    [
      "targets that a small change makes right",
      { kind: "close", features: ["999", "1001"].map((x) => RationalVector.parse(x)), targets: [1n, 1n] },
      "close: 999/1000, 1001/1000 can be fitted",
    ],
  ]);
});

visits(claim, { ranks: 48, repairs: 15, empty: 4 });
