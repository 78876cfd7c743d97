import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/exact/inputError.js";
import { relu, smoothRelu } from "../../../src/landscape/activations/exampleActivations.js";
import { rectifiedActivation } from "../../../src/landscape/activations/rectified.js";
import { rectifiedJacobian } from "../../../src/landscape/zeroLoss/rectifiedJacobian.js";
import { twoLayerNetwork, unitOf } from "../../../src/network/twoLayerNetwork.js";
import { polynomial, v } from "../fixtures.js";

describe("the derivatives of a rectified network", () => {
  it("leave out the units that are off, in their places", () => {
    const network = twoLayerNetwork(1, 1, [
      unitOf(["-1"], ["7"]),
      unitOf(["2"], ["3"]),
      unitOf(["1"], ["1/2"]),
    ]);
    const rows = rectifiedJacobian(network, [v("5"), v("-4")], relu);
    expect(rows.map((row) => row.key)).toEqual(["0,15,5/2,0,10,5", "-28,0,0,4,0,0"]);
  });

  it("have a row for each output", () => {
    const network = twoLayerNetwork(2, 2, [unitOf(["-1", "0"], ["7", "8"]), unitOf(["1", "1"], ["3", "5"])]);
    const rows = rectifiedJacobian(network, [v("1", "2")], relu);
    expect(rows.map((row) => row.key)).toEqual(["0,0,3,6,0,0,3,0", "0,0,5,10,0,0,0,3"]);
  });

  it("are rows of zeros if all units are off, or if there are none", () => {
    const off = twoLayerNetwork(1, 2, [unitOf(["-1"], ["7", "8"])]);
    expect(rectifiedJacobian(off, [v("1")], relu).map((row) => row.key)).toEqual(["0,0,0", "0,0,0"]);
    expect(rectifiedJacobian(twoLayerNetwork(1, 1, []), [v("1")], relu).map((row) => row.dimension)).toEqual([
      0,
    ]);
  });

  it("are 0 at 0 where the activation is flat there", () => {
    const network = twoLayerNetwork(1, 1, [unitOf(["0"], ["7"]), unitOf(["1"], ["1"])]);
    expect(rectifiedJacobian(network, [v("1")], smoothRelu)[0]?.key).toBe("0,1,0,1/2");
  });

  it.each([
    [relu, "rectified poly:0,1"],
    [rectifiedActivation(polynomial("1")), "rectified poly:1"],
  ])("are refused at 0 where there is no derivative", (activation, name) => {
    const network = twoLayerNetwork(1, 1, [unitOf(["0"], ["7"])]);
    expect(() => rectifiedJacobian(network, [v("1")], activation)).toThrow(
      new InputError(
        `the activation ${name} has no derivative at 0`,
        "change the weights, or take a positive part that begins with x² or a higher power",
      ),
    );
  });

  it("are refused for inputs of another dimension", () => {
    const network = twoLayerNetwork(1, 1, [unitOf(["1"], ["7"])]);
    expect(() => rectifiedJacobian(network, [v("1", "2")], relu)).toThrow(RangeError);
  });
});
