import { describe, expect, it } from "vitest";
import {
  NARROW,
  type NarrowCase,
  checkCodimension,
  checkNarrow,
  claim,
} from "../../src/claims/cooper-4.1.js";
import { type ZeroLossPoint, spreadInputs } from "../../src/claims/instances/zeroLossInstances.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { dataSet } from "../../src/landscape/loss/data.js";
import { relu, smoothRelu } from "../../src/landscape/activations/exampleActivations.js";
import { interpolate, withBias } from "../../src/landscape/zeroLoss/interpolation.js";
import { countedRank } from "./countedRank.js";
import { refuses, visits } from "./checks.js";

const v = (...texts: string[]) => RationalVector.parse(...texts);
const inputs = spreadInputs(2, 1);
const targets = [v("1", "0"), v("2", "-1")];

function constructed(width: number): ZeroLossPoint {
  const network = interpolate(dataSet(inputs, targets), smoothRelu, width);
  return { network, data: { inputs: inputs.map(withBias), targets }, activation: smoothRelu };
}

describe("a point of codimension ℓd", () => {
  const point = constructed(3);
  const { network, data } = point;

  it("is accepted with more than d units", () => {
    expect(checkCodimension(constructed(5))).toBeUndefined();
  });

  it("is not accepted by a rank that is only counted", () => {
    expect(checkCodimension(point, countedRank)).toBe("a higher rank with a datum twice");
  });

  refuses(checkCodimension, point, [
    ["d units only", constructed(2), "width 2 for 2 inputs"],
    [
      "targets swapped",
      { data: { ...data, targets: targets.toReversed() } },
      "the network doesn't fit its data",
    ],
    ["another activation", { activation: relu }, "the network doesn't fit its data"],
    [
      "an input and its target twice",
      {
        network: interpolate(dataSet(inputs, targets), smoothRelu, 4),
        data: {
          inputs: [...data.inputs, ...data.inputs.slice(1)],
          targets: [...targets, ...targets.slice(1)],
        },
      },
      "codimension 4, not ℓd = 6",
    ],
    [
      "all units off and targets 0",
      {
        network: {
          ...network,
          units: network.units.map(({ incoming, outgoing }) => ({
            incoming: incoming.plus(v("0", "-100")),
            outgoing,
          })),
        },
        data: { ...data, targets: [v("0", "0"), v("0", "0")] },
      },
      "codimension 0, not ℓd = 4",
    ],
  ]);
});

describe("too narrow networks", () => {
  it("miss the targets in all three cases", () => {
    expect(NARROW.map(checkNarrow)).toEqual([undefined, undefined, undefined]);
  });

  const narrow: NarrowCase = {
    network: { inputDimension: 3, outputDimension: 2 },
    width: 1,
    targets: [v("1", "0"), v("0", "1")],
  };

  refuses(checkNarrow, narrow, [
    ["parallel targets", { targets: [v("1", "2"), v("2", "4")] }, "targets of rank 1 for width 1"],
    ["as many units as the targets' rank", { width: 2 }, "targets of rank 2 for width 2"],
    [
      "too few parameters",
      { network: { inputDimension: 2, outputDimension: 2 } },
      "4 parameters for 4 residuals",
    ],
  ]);
});

visits(claim, { "two layers": 48, "three layers": 18, narrow: 3 });
