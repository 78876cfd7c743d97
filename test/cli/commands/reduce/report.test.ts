import { describe, expect, it } from "vitest";
import { equilossWith } from "../../../runEquiloss.js";
import { printed, printedJson } from "../../runs.js";
import { networkText, scratchFolder, writerIn } from "../../scratch.js";

const fileOf = writerIn(scratchFolder());

describe("equiloss reduce", () => {
  const IRREDUCIBLE = JSON.parse(networkText(["1 0; 0 1; 1/2 -1", "1 -2 3/4"])) as unknown;

  it.each([
    ["mixed.json", 5, 3, IRREDUCIBLE, [1, 1, 2, 3, 0]],
    ["irreducible.json", 3, 3, IRREDUCIBLE, [1, 2, 3]],
    ["split.json", 4, 3, IRREDUCIBLE, [1, 2, 1, 3]],
    ["cancels.json", 3, 0, null, [0, -1, 0]],
  ])("%s --json: width %d to %d", async (name, width, irreducibleWidth, network, labelledPartition) => {
    const json = JSON.stringify({ width, irreducibleWidth, network, labelledPartition });
    expect(await printed(`reduce examples/${name} --json`)).toBe(
      `{"format":"equiloss-reduce/1",${json.slice(1)}\n`,
    );
  });

  it("gives a network that it takes", () => {
    const again = equilossWith({ input: JSON.stringify(IRREDUCIBLE) }, "reduce", "-", "--json");
    expect(JSON.parse(again.stdout)).toEqual({
      format: "equiloss-reduce/1",
      width: 3,
      irreducibleWidth: 3,
      network: IRREDUCIBLE,
      labelledPartition: [1, 2, 3],
    });
  });

  const NINES = "9".repeat(10_000);
  const FORMAT = '"format":"equiloss-network/1"';

  it.each([
    ["not in lowest terms", networkText(["2/4", "-6/3"]), "1/2", "-2"],
    ["integers of JSON", `{${FORMAT},"weights":[[[7]],[[-7]]]}`, "7", "-7"],
    ["minus zero", networkText(["-0", "-1/3"]), "0", "-1/3"],
    ["integers above 2^53", `{${FORMAT},"weights":[[[9007199254740993]],[[1]]]}`, "9007199254740993", "1"],
    ["the other key first", `{"weights":[[["1"]],[["1"]]],${FORMAT}}`, "1", "1"],
    ["lines that end as on Windows", `{\r\n${FORMAT},\r\n"weights":[[["1"]],[["1"]]]}\r\n`, "1", "1"],
    ["a byte order mark", `\uFEFF${networkText(["1", "1"])}`, "1", "1"],
    ["ten thousand digits", networkText([NINES, "1"]), NINES, "1"],
  ])("takes %s", async (_, content, incoming, outgoing) => {
    expect(await printedJson(`reduce ${fileOf(content)} --json`)).toEqual({
      width: 1,
      irreducibleWidth: 1,
      network: JSON.parse(networkText([incoming, outgoing])) as unknown,
      labelledPartition: [1],
    });
  });

  it.each([
    [
      "mixed.json",
      [
        "width 5 reduces to width 3, the same function for every activation",
        "  unit 1       from neurons 1, 2",
        "  unit 2       from neuron 3",
        "  unit 3       from neuron 4",
        "  zero block   from neuron 5",
        "  subspace     1 1 2 3 0",
      ],
    ],
    ["irreducible.json", ["irreducible: 3 neurons, none can be merged or dropped"]],
    [
      "cancels.json",
      [
        "width 3 reduces to width 0: all neurons cancel, the network computes 0",
        "  zero block   from neurons 1, 3",
        "  zero block   from neuron 2",
        "  subspace     0 -1 0",
      ],
    ],
  ])("%s, in lines for a person", async (name, lines) => {
    expect(await printed(`reduce examples/${name}`)).toBe([...lines, ""].join("\n"));
  });

  it("shows a dozen of many blocks and neurons", async () => {
    const linesFor = async (...matrices: string[]): Promise<string[]> =>
      (await printed(`reduce ${fileOf(networkText(matrices))}`)).split("\n");
    const ones = "1 ".repeat(13);
    expect((await linesFor(`${"1; ".repeat(13)}1`, `${ones}1`)).slice(1)).toEqual([
      "  unit 1       from neurons 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, … 2 more",
      "",
    ]);
    const lines = await linesFor("0; 1; 2; 3; 4; 5; 6; 7; 8; 9; 10; 11; 12; 13", `${ones}0`);
    expect(lines.length).toBe(1 + 12 + 1 + 1);
    expect(lines.slice(12)).toEqual(["  unit 12      from neuron 12", "  … 2 more blocks", ""]);
    expect(await linesFor("1", "1")).toEqual(["irreducible: 1 neuron, none can be merged or dropped", ""]);
  });
});
