import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { layerNetworks } from "../../properties/arbitraries/multiLayer.js";
import { InputError } from "../../src/exact/inputError.js";
import { isTwoLayer } from "../../src/network/anyNetwork.js";
import { multiLayerFile, parseAnyNetworkFile, parseMultiLayerFile } from "../../src/network/networkFile.js";
import { parseNetworkFile } from "../../src/network/networkFile.js";
import { plainNetwork } from "../../src/network/networkTexts.js";
import { parseNetworkTexts } from "../../src/network/networkTexts.js";

const FORMAT = `"format":"equiloss-network/1"`;
const WEIGHTS = `"weights":[[["1/2"],["3"]],[["1","2"]],[["-1"]]]`;
const BIASES = `"biases":[["0","1"],["2/3"],["4"]]`;
const whole = `{${FORMAT},${WEIGHTS},${BIASES}}`;

function errorOf(
  text: string,
  parse: (text: string, place: string) => unknown = parseMultiLayerFile,
): string {
  try {
    parse(text, "net.json");
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
  throw new Error("read without an error");
}

describe("a network file of several layers", () => {
  it("has matrices by rows, and biases", () => {
    const { weights, biases } = parseMultiLayerFile(whole, "net.json");
    expect(weights.map((rows) => rows.map(({ key }) => key))).toEqual([["1/2", "3"], ["1,2"], ["-1"]]);
    expect(biases?.map(({ key }) => key)).toEqual(["0,1", "2/3", "4"]);
    expect(parseMultiLayerFile(`{${FORMAT},${WEIGHTS}}`, "net.json").biases).toBeUndefined();
  });

  it.each([
    ["keys in any order", `{${BIASES},${WEIGHTS},${FORMAT}}`],
    ["numbers of JSON", whole.replaceAll(/"(-?\d+)"/g, "$1")],
    ["a number among the biases only", whole.replace('["4"]', "[4]")],
    ["an escape in a key", whole.replace('"biases"', '"b\\u0069ases"')],
    ["other than lowest terms", whole.replace("2/3", "4/6")],
  ])("is read the same with %s", (_, text) => {
    expect(multiLayerFile(parseMultiLayerFile(text, ""))).toEqual(
      multiLayerFile(parseMultiLayerFile(whole, "")),
    );
  });

  it("is read back from what is written, by either reader", () => {
    fc.assert(
      fc.property(layerNetworks(1, 4, 3), (network) => {
        const file = multiLayerFile(network);
        const text = JSON.stringify(file);
        const numbers = text.replaceAll(/"(-?\d+)"/g, "$1");
        return [text, numbers].every(
          (own) => JSON.stringify(multiLayerFile(parseMultiLayerFile(own, ""))) === text,
        );
      }),
      { seed: 3, numRuns: 200 },
    );
  });

  it("is read plainly if all are strings, and gives the same texts by events", () => {
    const texts = plainNetwork(whole);
    expect(texts?.biases).toEqual([["0", "1"], ["2/3"], ["4"]]);
    expect(parseNetworkTexts(whole, "")).toEqual(texts);
  });

  it.each([
    ["biases twice", `{${FORMAT},${WEIGHTS},${BIASES},${BIASES}}`],
    ["a third key beside them", `{${FORMAT},${WEIGHTS},${BIASES},"x":1}`],
    ["a repeated format", `{${FORMAT},${FORMAT},${WEIGHTS},${BIASES}}`],
    ["a number among the biases", whole.replace('["4"]', "[4]")],
    ["a bias that is a string", whole.replace('["4"]', '"4"')],
    ["biases that are null", `{${FORMAT},${WEIGHTS},"biases":null}`],
    ["a colon in a bias", whole.replace('"4"', '"4:"')],
  ])("is left to the reader by events with %s", (_, text) => {
    expect(plainNetwork(text)).toBeUndefined();
  });

  it.each([
    [
      "no matrix",
      `{${FORMAT},"weights":[]}`,
      'net.json: the network has 0 weight matrices; give two or more: "weights": [W1, …, WL]',
    ],
    [
      "one matrix",
      `{${FORMAT},"weights":[[["1"]]]}`,
      'net.json: the network has 1 weight matrix; give two or more: "weights": [W1, …, WL]',
    ],
    [
      "a repeated key in disguise",
      `{${FORMAT},${WEIGHTS},${BIASES},"b\\u0069ases":[]}`,
      'net.json:1:116: the key "biases" appears twice; keep one of them',
    ],
    [
      "a bias that is no rational",
      whole.replace('"4"', '"x"'),
      'net.json:1:110: "x" is not a rational; write an integer or "p/q" in decimal digits, such as "3" or "-1/2"',
    ],
    [
      "a bias too long",
      whole.replace('["4"]', '["4","5"]'),
      "net.json: bias 3 has 2 entries but W3 has 1 row; give a bias one entry for every row of its matrix",
    ],
  ])("is refused with %s", (_, text, message) => {
    expect(errorOf(text)).toBe(message);
  });

  it("names the row or bias whose denominators are too many", () => {
    const entries = Array.from(
      { length: 12 },
      (_, index) => `"1/${"1".repeat(9000)}${index.toString().padStart(2, "0")}1"`,
    ).join();
    const wide = `{${FORMAT},"weights":[[[${entries}]],[["1"]],[["1"]]]}`;
    expect(errorOf(wide)).toMatch(
      /^net\.json, row 1 of W1: weights whose common denominator passes 65536 bits; /,
    );
  });
});

describe("a network file of either kind", () => {
  it("is read by neurons exactly if it has two layers and no biases", () => {
    const two = `{${FORMAT},"weights":[[["1"]],[["2"]]]}`;
    expect(parseAnyNetworkFile(two, "")).toEqual(parseNetworkFile(two, ""));
    expect(isTwoLayer(parseAnyNetworkFile(whole, ""))).toBe(false);
    const biased = `{${FORMAT},"weights":[[["1"]],[["2"]]],"biases":[["0"],["0"]]}`;
    expect(isTwoLayer(parseAnyNetworkFile(biased, ""))).toBe(false);
    expect(errorOf(`{${FORMAT},"weights":[[["1"]]]}`, parseAnyNetworkFile)).toContain("give two or more");
  });
});
