import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { networks } from "../../properties/arbitraries/network.js";
import { networkFile, parseNetworkFile } from "../../src/network/networkFile.js";
import { plainNetwork } from "../../src/network/networkTexts.js";
import { sameNetwork } from "../../src/network/twoLayerNetwork.js";
import { parseNetworkTexts } from "../../src/network/networkTexts.js";
import { FORMAT, documentOf } from "./refusedFiles.js";

describe("the two readers", () => {
  const rows = documentOf('[[["1/2","3"],["-5/6","007"]],[["1","2"]]]');

  it("give the same texts", () => {
    const texts = [
      [
        ["1/2", "3"],
        ["-5/6", "007"],
      ],
      [["1", "2"]],
    ];
    expect(plainNetwork(rows)).toEqual({ weights: texts });
    expect(parseNetworkTexts(rows, "")).toEqual({ weights: texts });
  });

  it("agree on networks, whether a weight is a string or a number", () => {
    fc.assert(
      fc.property(
        networks(5).filter((network) => network.units.length > 0),
        (network) => {
          const text = JSON.stringify(networkFile(network));
          // "0" in quotes, like every other integer, may stand without them.
          const numbers = text.replaceAll(/"(-?\d+)"/g, "$1");
          const plain = plainNetwork(text);
          const byEvents = parseNetworkTexts(numbers, "");
          return (
            JSON.stringify(plain) === JSON.stringify(byEvents) &&
            sameNetwork(parseNetworkFile(numbers, ""), network)
          );
        },
      ),
      { seed: 12, numRuns: 200 },
    );
  });

  it.each([
    ["no JSON", rows.slice(0, -1)],
    ["null", "null"],
    ["a number", "1"],
    ["a string", '"format:weights:"'],
    ["a number among the weights", documentOf('[[["1"]],[[2]]]')],
    ["a row that is a string", documentOf('[["1"],[["2"]]]')],
    ["a matrix that is an object", documentOf('[{},[["2"]]]')],
    ["weights that are a string", documentOf('"[]"')],
    ["another format", rows.replace("/1", "/2")],
    ["no format", '{"weights":[]}'],
    ["no weights", `{${FORMAT}}`],
    ["a schema", `{"$schema":"",${FORMAT},"weights":[]}`],
    ["a third key", `{${FORMAT},"weights":[],"x":1}`],
    ["a repeated key", `{${FORMAT},${FORMAT},"weights":[]}`],
    ["a repeated key that leaves nothing to see", `{"weights":[],"weights":[],${FORMAT}}`],
    ["a colon elsewhere", documentOf('[[["1:2"]],[["2"]]]')],
  ])("leave %s to the one by events", (_, text) => {
    expect(plainNetwork(text)).toBeUndefined();
  });

  it("read an empty list of matrices plainly", () => {
    expect(plainNetwork(documentOf("[]"))).toEqual({ weights: [] });
  });
});
