import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { networks } from "../../properties/arbitraries/network.js";
import { InputError } from "../../src/exact/inputError.js";
import { MAX_DIGITS } from "../../src/exact/numbers/rational.js";
import { NETWORK_FORMAT, networkFile, parseNetworkFile } from "../../src/network/networkFile.js";
import { unitOf, sameNetwork, twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { FORMAT, documentOf, REFUSED } from "./refusedFiles.js";

/** The units read, as texts. */
function unitsOf(text: string): (readonly string[])[][] {
  const { units } = parseNetworkFile(text, "net.json");
  return units.map(({ incoming, outgoing }) => [incoming.toStrings(), outgoing.toStrings()]);
}

function errorOf(text: string): InputError {
  try {
    parseNetworkFile(text, "net.json");
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error("read without an error");
}

describe("a network file", () => {
  it("has units as rows of W1 and columns of W2", () => {
    expect(unitsOf(documentOf('[[["1","2"],["3","4"],["5","6"]],[["7","8","9"]]]'))).toEqual([
      [["1", "2"], ["7"]],
      [["3", "4"], ["8"]],
      [["5", "6"], ["9"]],
    ]);
    expect(unitsOf(documentOf('[[["1"],["2"]],[["3","4"],["5","6"],["7","8"]]]'))).toEqual([
      [["1"], ["3", "5", "7"]],
      [["2"], ["4", "6", "8"]],
    ]);
    const { inputDimension, outputDimension } = parseNetworkFile(
      documentOf('[[["1","2","3"]],[["4"],["5"]]]'),
      "",
    );
    expect([inputDimension, outputDimension]).toEqual([3, 2]);
  });

  it.each([
    `{"$schema":"docs/schemas/network.json",${FORMAT},"weights":[[["1"]],[["2"]]]}`,
    `{"weights":[[["1"]],[["2"]]],${FORMAT},"$schema":"https://example.org/network.json"}`,
    `{${FORMAT},"$schema":"","weights":[[[1]],[[2]]]}`,
  ])("may name its schema, as editors want it: %s", (text) => {
    expect(unitsOf(text)).toEqual([[["1"], ["2"]]]);
  });

  it("keeps every digit of strings and of integers", () => {
    const digits = "12345678901234567890123456789012345678901";
    expect(unitsOf(documentOf(`[[[${digits}]],[["-1/${digits}"]]]`))).toEqual([[[digits], [`-1/${digits}`]]]);
    expect(unitsOf(documentOf(`[[[-0]],[[0]]]`))).toEqual([[["0"], ["0"]]]);
    expect(unitsOf(documentOf(`[[[-9007199254740993]],[[10]]]`))).toEqual([[["-9007199254740993"], ["10"]]]);
    const longest = `-${"7".repeat(MAX_DIGITS)}/1${"0".repeat(MAX_DIGITS - 1)}`;
    expect(unitsOf(documentOf(`[[["${longest}"]],[[1]]]`))).toEqual([[[longest], ["1"]]]);
  });

  it("may have rows of any length", () => {
    const row = new Array<string>(200_000).fill('"1"').join();
    expect(unitsOf(documentOf(`[[[${row}]],[["1/3"]]]`))[0]?.[0]?.length).toBe(200_000);
    expect(unitsOf(documentOf(`[[[${row}]],[["1/3"]]]`.replace('"1"', '"1/3"')))[0]?.[0]?.[0]).toBe("1/3");
  });

  it("is brought to lowest terms", () => {
    const text = documentOf('[[["6/4","-4/6","0/7","8/2","007/014"]],[["-0"],["2/1"]]]');
    expect(unitsOf(text)).toEqual([
      [
        ["3/2", "-2/3", "0", "4", "1/2"],
        ["0", "2"],
      ],
    ]);
  });

  it("may have its keys in either order, white space and escapes", () => {
    const text = `\r\n {\t"weights" : [ [ [ "\\u0031/2" ] ] , [\n[ "2" ] ] ] , "form\\u0061t": "equiloss-network/1" } \n`;
    expect(unitsOf(text)).toEqual([[["1/2"], ["2"]]]);
  });

  it.each(REFUSED)("is refused for %s", (_, text, where, problem, repair) => {
    const error = errorOf(text);
    expect(error.problem).toBe(problem);
    expect(error.repair).toBe(repair);
    expect(error.place).toBe(`net.json${where}`);
    expect(error.message).toBe(`net.json${where}: ${problem}; ${repair}`);
  });

  it("counts lines and columns from 1, whatever ends a line", () => {
    const lines = ["{", `\t${FORMAT},`, `\t"weights":[[["1"]],`, `  [["x"]]]}`];
    expect(errorOf(lines.join("\n")).place).toBe("net.json:4:5");
    expect(errorOf(lines.join("\r\n")).place).toBe("net.json:4:5");
  });

  it.each([
    ["arrays", "[".repeat(1_000_000), ":1:1"],
    ["arrays of weights", documentOf("[".repeat(1_000_000)), ":1:45"],
    ["objects", '{"format":'.repeat(100_000), ":1:11"],
  ])("is refused for deeply nested %s at the first level too deep", (_, text, where) => {
    expect(errorOf(text).problem).toMatch(/^an (array|object) where none belongs$/);
    expect(errorOf(text).place).toBe(`net.json${where}`);
  });

  it("is read back from what is written", () => {
    fc.assert(
      fc.property(
        networks(6).filter((network) => network.units.length > 0),
        (network) => sameNetwork(parseNetworkFile(JSON.stringify(networkFile(network)), ""), network),
      ),
      { seed: 11, numRuns: 200 },
    );
  });

  it("is written by rows, in lowest terms, and not at all for width 0", () => {
    const network = twoLayerNetwork(2, 3, [
      unitOf(["2/4", "0"], ["1", "-6/3", "1/7"]),
      unitOf(["5", "-1/3"], ["4", "0", "9/6"]),
    ]);
    expect(networkFile(network)).toEqual({
      format: NETWORK_FORMAT,
      weights: [
        [
          ["1/2", "0"],
          ["5", "-1/3"],
        ],
        [
          ["1", "4"],
          ["-2", "0"],
          ["1/7", "3/2"],
        ],
      ],
    });
    expect(NETWORK_FORMAT).toBe("equiloss-network/1");
    expect(networkFile(twoLayerNetwork(2, 3, []))).toBeNull();
  });
});
