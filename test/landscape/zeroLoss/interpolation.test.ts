import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/exact/inputError.js";
import { dataSet } from "../../../src/landscape/loss/data.js";
import { relu, smoothRelu } from "../../../src/landscape/activations/exampleActivations.js";
import { interpolate, withBias } from "../../../src/landscape/zeroLoss/interpolation.js";
import { rectifiedActivation } from "../../../src/landscape/activations/rectified.js";
import { evaluate, unitKey } from "../../../src/network/twoLayerNetwork.js";
import { polynomial, v } from "../fixtures.js";

const DATA = dataSet([v("2"), v("0"), v("3")], [v("5"), v("1"), v("4")]);

describe("a bias", () => {
  it("is a last coordinate 1", () => {
    expect(withBias(v("1/2", "-3")).key).toBe("1/2,-3,1");
    expect(withBias(v("0")).key).toBe("0,1");
  });
});

describe("interpolation by a hidden layer", () => {
  it("switches units on midway and solves the triangle from the left", () => {
    // Places 0, 2, 3; thresholds −1, 1, 5/2; values by rows 1 | 3 1 | 4 2 1/2.
    const network = interpolate(DATA, relu, 3);
    expect(network.units.map(unitKey)).toEqual(["1,1;1", "1,-1;2", "1,-5/2;-8"]);
    expect([network.inputDimension, network.outputDimension]).toEqual([2, 1]);
  });

  it("fits inputs that share coordinates, with targets of two coordinates", () => {
    const inputs = [v("1", "0"), v("1", "2"), v("0", "1"), v("0", "0")];
    const targets = [v("1", "-1"), v("0", "2/3"), v("5", "0"), v("-7/2", "4")];
    const network = interpolate(dataSet(inputs, targets), smoothRelu, 4);
    const fitted = inputs.map((input) => evaluate(network, withBias(input), smoothRelu.value).key);
    expect(fitted).toEqual(targets.map((target) => target.key));
  });

  it("adds units that are off at all inputs", () => {
    const network = interpolate(DATA, relu, 5);
    expect(network.units.slice(3).map(unitKey)).toEqual(["1,-4;0", "1,-4;0"]);
    expect(network.units.slice(0, 3)).toEqual(interpolate(DATA, relu, 3).units);
  });

  it.each([1, 0, -1, 2.5, Number.NaN])("is refused with width %d for two inputs", (width) => {
    const data = dataSet([v("2"), v("0")], [v("5"), v("1")]);
    expect(() => interpolate(data, relu, width)).toThrow(
      new InputError(
        `width ${width} for 2 inputs`,
        "take as many hidden neurons as there are inputs, or more",
      ),
    );
  });

  it("is refused for equal inputs, even with equal targets", () => {
    const data = dataSet([v("2"), v("0"), v("2")], [v("5"), v("1"), v("5")]);
    expect(() => interpolate(data, relu, 3)).toThrow("vectors 1 and 3 are equal");
  });

  it("is refused with an activation that is 0 on the diagonal", () => {
    const vanishing = rectifiedActivation(polynomial("-1 1"));
    expect(() => interpolate(dataSet([v("2")], [v("5")]), vanishing, 1)).toThrow(
      "the activation rectified poly:-1,1 is 0 at a positive place; take one that is positive for x > 0",
    );
  });
});
