import { describe, expect, it } from "vitest";
import { printed, printedJson } from "../../runs.js";
import { networkText, scratchFolder, writerIn } from "../../scratch.js";

const fileOf = writerIn(scratchFolder());
const reduced = (text: string, options = ""): Promise<string> => printed(`reduce ${fileOf(text)} ${options}`);

/** Layer 1 has two copies that cancel in all that is read of them. */
const EMPTIED = networkText(["1; 1", "1 -1; 2 -2", "1 1"]);
const CANCELS = ["1; 1", "1 -1; 2 -2", "1 -1"];
const BIASED = networkText(["1; 1", "2 3"], "0 0; 7");

describe("equiloss reduce --json, for several layers and for biases", () => {
  it("gives widths, a network and a labelled partition for every hidden layer, on one line", async () => {
    expect(await printed("reduce examples/four-layers.json --json")).toBe(
      '{"format":"equiloss-reduce/1","widths":[4,4,3],"irreducibleWidths":[3,2,2],"network":{"format":"equiloss-network/1",' +
        '"weights":[[["1","0"],["0","1"],["2","1"]],[["1","1","0"],["0","0","5"]],[["2","7"],["1","0"]],[["4/3","2"]]]},' +
        '"labelledPartitions":[[1,1,2,3],[1,1,2,0],[1,2,1]]}\n',
    );
  });

  it("gives biases if the network has some", async () => {
    expect(await printed("reduce examples/biases.json --json")).toBe(
      '{"format":"equiloss-reduce/1","widths":[4,4],"irreducibleWidths":[3,2],"network":{"format":"equiloss-network/1",' +
        '"weights":[[["1","2"],["1","2"],["0","-1/2"]],[["2","0","3"],["0","1","-1"]],[["2","-1"],["1","1"]]],' +
        '"biases":[["1","0","3/4"],["0","-2"],["1","-1/3"]]},"labelledPartitions":[[1,1,2,3],[1,1,2,0]]}\n',
    );
    expect(await reduced(BIASED, "--json")).toBe(
      `{"format":"equiloss-reduce/1","widths":[2],"irreducibleWidths":[1],"network":${networkText(["1", "5"], "0; 7")},"labelledPartitions":[[1,1]]}\n`,
    );
  });

  it.each(["four-layers.json", "biases.json"])(
    "gives a network of %s that it takes, and leaves as it is",
    async (name) => {
      const { network } = (await printedJson(`reduce examples/${name} --json`)) as { network: unknown };
      const text = JSON.stringify(network);
      expect(JSON.parse(await reduced(text, "--json"))).toMatchObject({ network });
      expect(await reduced(text)).toMatch(/^irreducible: hidden layers of widths 3, 2/);
    },
  );

  it("gives null if a layer has no neuron left", async () => {
    expect(await reduced(EMPTIED, "--json")).toBe(
      '{"format":"equiloss-reduce/1","widths":[2,2],"irreducibleWidths":[0,1],"network":null,"labelledPartitions":[[0,0],[1,1]]}\n',
    );
  });
});

describe("equiloss reduce, for several layers and for biases", () => {
  const LEAST = "layers that computes the same for every activation has fewer neurons in any layer";

  it.each([
    [
      "layers that merge and drop",
      networkText(["1; 1; 2; 7", "1 2 3 0; 3 0 3 0", "1 1"]),
      [
        "widths 4, 2 reduce to 2, 1, the same function for every activation;",
        `no network of 3 ${LEAST}`,
        "  hidden layer 1: width 4 to 2",
        "    unit 1       from neurons 1, 2",
        "    zero block   from neuron 4",
        "  hidden layer 2: width 2 to 1",
        "    unit 1       from neurons 1, 2",
      ],
    ],
    [
      "one hidden layer with biases",
      BIASED,
      [
        "width 2 reduces to 1, the same function for every activation;",
        `no network of 2 ${LEAST}`,
        "  hidden layer 1: width 2 to 1",
        "    unit 1       from neurons 1, 2",
      ],
    ],
    [
      "nothing to do",
      networkText(["1", "1", "1"]),
      ["irreducible: hidden layers of widths 1, 1, no neuron can be merged or dropped"],
    ],
    [
      "nothing to do in one layer with biases",
      networkText(["1", "1"], "0; 0"),
      ["irreducible: hidden layer of width 1, no neuron can be merged or dropped"],
    ],
    [
      "a layer left without neurons",
      EMPTIED,
      [
        "widths 2, 2 reduce to 0, 1: no neuron of hidden layer 1 is left, the network computes a constant",
        "  hidden layer 1: width 2 to 0",
        "    zero block   from neurons 1, 2",
        "  hidden layer 2: width 2 to 1",
        "    unit 1       from neurons 1, 2",
      ],
    ],
    [
      "no neuron left at all",
      networkText(CANCELS),
      [
        "widths 2, 2 reduce to 0, 0: no neuron of hidden layer 2 is left, the network computes 0",
        "  hidden layer 1: width 2 to 0",
        "    zero block   from neurons 1, 2",
        "  hidden layer 2: width 2 to 0",
        "    zero block   from neurons 1, 2",
      ],
    ],
  ])("says of %s, in lines for a person", async (_, text, lines) => {
    expect(await reduced(text)).toBe([...lines, ""].join("\n"));
  });

  it.each([
    ["computes its last bias, (1/3)", networkText(CANCELS, "0 0; 0 0; 1/3")],
    ["the network computes 0", networkText(CANCELS, "0 0; 0 0; 0")],
    ["computes its last bias", networkText(["1", `${"0; ".repeat(12)}0`], `0; ${"1 ".repeat(12)}1`)],
  ])("says what is left if no neuron is: %s", async (words, text) => {
    expect(await reduced(text)).toContain(`${words}\n`);
  });

  it("shows a dozen of many layers, neurons and widths", async () => {
    const deep = ["1; 1", ...Array.from({ length: 14 }, () => "1 2; 2 1"), "1 1"];
    const lines = (await reduced(networkText(deep))).split("\n");
    expect(lines[0]).toBe(
      `widths ${"2, ".repeat(12)}… 3 more reduce to ${"1, ".repeat(12)}… 3 more, the same function for every activation;`,
    );
    expect(lines.slice(-3)).toEqual(["    unit 1       from neurons 1, 2", "  … 3 more layers", ""]);
    const wide = networkText([`${"1; ".repeat(13)}1`, `${"1 ".repeat(13)}1`, "1"]);
    expect((await reduced(wide)).split("\n")[3]).toBe(
      "    unit 1       from neurons 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, … 2 more",
    );
  });
});
