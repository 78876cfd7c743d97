import { describe, expect, it } from "vitest";
import { formatRational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { roundedNetwork } from "../../src/formats/roundedNetwork.js";
import { multiLayerNetwork } from "../../src/network/multiLayerNetwork.js";
import { twoLayerNetwork, unitOf } from "../../src/network/twoLayerNetwork.js";

const rows = (...texts: string[][]): RationalVector[] => texts.map((row) => RationalVector.parse(...row));

describe("a rounded network", () => {
  it("has the nearest floats, and tells how many are others and by how much", () => {
    const { network, rounded, largest } = roundedNetwork(
      multiLayerNetwork(
        [rows(["1/2", "2049"], ["0", "1/3"]), rows(["2051", "-1"])],
        [RationalVector.parse("-2049/4", "7"), RationalVector.parse("-1/3")],
      ),
      "float16",
    );
    // Halves go to even digits: 2049 down to 2048, and 2051 up to 2052.
    expect(network.weights.map((matrix) => matrix.map((row) => row.toStrings()))).toEqual([
      [
        ["1/2", "2048"],
        ["0", "1365/4096"],
      ],
      [["2052", "-1"]],
    ]);
    expect(network.biases?.map((bias) => bias.toStrings())).toEqual([["-512", "7"], ["-1365/4096"]]);
    expect([rounded, formatRational(largest)]).toEqual([5, "1"]);
  });

  it("is the network itself if it has floats of the type alone", () => {
    const units = twoLayerNetwork(2, 1, [unitOf(["1/2", "-3"], ["5"]), unitOf(["0", "1/1024"], ["2"])]);
    const { network, rounded, largest } = roundedNetwork(units, "bfloat16");
    expect(network.weights.map((matrix) => matrix.map((row) => row.key))).toEqual([
      ["1/2,-3", "0,1/1024"],
      ["5,2"],
    ]);
    expect([rounded, formatRational(largest)]).toEqual([0, "0"]);
  });

  it("isn't there if a number would be infinite", () => {
    const wide = multiLayerNetwork([rows(["1", "2"], ["3", "-65520"]), rows(["1", "1"])]);
    expect(() => roundedNetwork(wide, "float16")).toThrow(
      "entry 2 of row 2 of fc1.weight is larger than any float16; choose a wider --type",
    );
    const far = multiLayerNetwork(
      [rows(["1"]), rows(["2"])],
      [RationalVector.parse("0"), RationalVector.parse((2n ** 1024n).toString())],
    );
    expect(() => roundedNetwork(far, "float64")).toThrow(
      "entry 1 of fc2.bias is larger than any float64; give a network of smaller numbers",
    );
  });
});
