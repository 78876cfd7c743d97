import { describe, expect, it } from "vitest";
import type { Answer } from "../../../../src/cli/commands/path/answer.js";
import type { Change } from "../../../../src/cli/commands/path/changes.js";
import { segmentLines } from "../../../../src/cli/commands/path/segmentLines.js";
import { entry } from "../../../../src/exact/entry.js";
import { RationalVector } from "../../../../src/exact/vectors/rationalVector.js";
import { asMultiLayer } from "../../../../src/network/anyNetwork.js";
import { type MultiLayerNetwork, pairAt, withPair } from "../../../../src/network/multiLayerNetwork.js";
import { multiLayerFile, parseAnyNetworkFile } from "../../../../src/network/networkFile.js";
import { printed, printedJson } from "../../runs.js";
import { networkText, scratchFolder, writerIn } from "../../scratch.js";

const fileOf = writerIn(scratchFolder());
const networkIn = (text: string): MultiLayerNetwork => asMultiLayer(parseAnyNetworkFile(text, "network"));

/** "(1, 1/2)" or "3". */
const vectorOf = (text: string): RationalVector =>
  RationalVector.parse(...text.replace(/^\(|\)$/g, "").split(", "));

/** "neuron 3", "neurons 1, 2 and 4". */
const neuronsOf = (text: string): number[] => [...text.matchAll(/\d+/g)].map(Number);

type Kind = "incoming" | "outgoing";

/** The network after what a line says, each "from" of which has to be there. */
function after(start: MultiLayerNetwork, line: string): MultiLayerNetwork {
  let network = start;
  let layer = 1;
  const change = (neuron: number, kind: Kind, from: string, to: string): void => {
    const pair = pairAt(network, layer);
    const unit = entry(pair.units, neuron - 1);
    expect(unit[kind].key).toBe(vectorOf(from).key);
    const units = pair.units.with(neuron - 1, { ...unit, [kind]: vectorOf(to) });
    network = withPair(network, layer, { ...pair, units });
  };
  const changeAll = (text: string, kind: Kind, from: string, to: string): void => {
    for (const neuron of neuronsOf(text)) change(neuron, kind, from, to);
  };
  const text = line.replace(/^ *\d+ {2}/, "");
  for (const part of text === "nothing changes" ? [] : text.split("; ")) {
    const [, named, told = part] = /^layer (\d+): (.*)$/.exec(part) ?? [];
    if (named !== undefined) layer = Number(named);
    const [, movers, start = "", end = ""] =
      /^(neurons? [\d, and]+) moves? from (.+) to (.+)$/.exec(told) ?? [];
    const [, giver, output = "", taker] =
      /^neuron (\d+) gives its output (.+) to neuron (\d+)$/.exec(told) ?? [];
    if (movers !== undefined) changeAll(movers, "incoming", start, end);
    else if (giver !== undefined) {
      const zero = `(${vectorOf(output)
        .toStrings()
        .map(() => "0")
        .join(", ")})`;
      change(Number(giver), "outgoing", output, zero);
      change(Number(taker), "outgoing", zero, output);
    } else {
      const outputs = /^outputs: (.*)$/.exec(told)?.[1];
      if (outputs === undefined) throw new Error(`not understood: ${told}`);
      for (const [, who = "", from = "", to = ""] of outputs.matchAll(
        /(neurons? [\d, and]+) from (\([^)]*\)|[^ ,]+) to (\([^)]*\)|[^ ,]+)/g,
      )) {
        changeAll(who, "outgoing", from, to);
      }
    }
  }
  return network;
}

interface Listed {
  readonly points: readonly unknown[];
}

/** The lines lead from each corner to the next. */
function expectLines(lines: readonly string[], points: readonly unknown[]): void {
  const corners = points.map((point) => networkIn(JSON.stringify(point)));
  expect(lines.length).toBe(corners.length - 1);
  let network = entry(corners, 0);
  lines.forEach((line, segment) => {
    network = after(network, line);
    expect(multiLayerFile(network)).toEqual(multiLayerFile(entry(corners, segment + 1)));
  });
}

async function linesAndPoints(words: string): Promise<[string[], readonly unknown[]]> {
  const lines = (await printed(`path ${words}`)).trimEnd().split("\n").slice(2);
  return [lines, ((await printedJson(`path ${words} --json`)) as Listed).points];
}

const EXAMPLE = "examples/path-from.json examples/path-to.json";
const [FIRST, SECOND] = ["2; 7", "7; 2"].map((rows, index) =>
  fileOf(networkText([rows, index === 0 ? "3 0" : "0 3"], index === 0 ? "1 4; 4" : "4 1; 4")),
);
const [A, B] = [
  fileOf(networkText(["2; 7; 1", "3 0 0; 6 0 0", "5 0; 1 0"])),
  fileOf(networkText(["7; 2; 1", "0 6 0; 0 3 0", "0 5; 0 1"])),
];

describe("the segments that equiloss path tells", () => {
  it.each([
    EXAMPLE,
    `${EXAMPLE} --as-paper`,
    "examples/split.json examples/zero-outgoing.json",
    "examples/deep-from.json examples/deep-to.json",
    `${FIRST} ${SECOND}`,
  ])("%s: lead from corner to corner", async (words) => {
    const [lines, points] = await linesAndPoints(words);
    expect(lines.length).toBeGreaterThan(0);
    expectLines(lines, points);
  });

  it.each([
    ["another weight", "to (1, 0)", "to (2, 0)"],
    ["another neuron", "to neuron 3", "to neuron 4"],
    ["a change less", "neuron 2 moves from (0, 1) to (1, 0); ", ""],
    ["another output", "neuron 1 from 1/3 to 1,", "neuron 1 from 1/3 to 2,"],
  ])("would not with %s", async (_, right, wrong) => {
    const [lines, points] = await linesAndPoints(EXAMPLE);
    const planted = lines.map((line) => line.replace(right, wrong));
    expect(planted).not.toEqual(lines);
    expect(() => {
      expectLines(planted, points);
    }).toThrow("expected");
  });

  it("are these", async () => {
    const [lines] = await linesAndPoints(EXAMPLE);
    expect(lines.slice(1, 3)).toEqual([
      "2  neuron 2 moves from (0, 1) to (1, 0); neuron 1 gives its output 1 to neuron 3",
      "3  neurons 1 and 2 move from (1, 0) to (1/2, -1); outputs: neuron 1 from 0 to 3/4, neuron 2 from 0 to -3/4",
    ]);
  });

  it("name the hidden layer, and a matrix between two by its rows or its columns", async () => {
    const [lines, points] = await linesAndPoints(`${A} ${B}`);
    for (const part of ["layer 1: neuron", "layer 2: neuron"]) expect(lines.join("\n")).toContain(part);
    expectLines(lines, points);
  });
});

describe("a path of several layers with many weights", () => {
  it("has no segments told, so that it takes no longer than its length", async () => {
    const order = Array.from({ length: 500 }, (_, n) => n);
    const biases = order.map(() => "0").join(" ");
    const [from, to] = [order, [...order.slice(1), 0]].map((units) => {
      const outgoing = units.map((n) => (n === 0 ? "0" : "1")).join(" ");
      return fileOf(networkText([units.join("; "), outgoing], `${biases}; 0`));
    });
    expect((await printed(`path ${from} ${to}`)).split("\n").slice(2)).toEqual([
      "… 999 segments; --json has all",
      "",
    ]);
  });
});

describe("long lists", () => {
  const vector = (...entries: string[]): RationalVector => RationalVector.parse(...entries);
  const linesOf = (
    changes: Iterable<readonly Change[]>,
    segments: number,
    allBy: Answer["allBy"],
  ): string[] => segmentLines({ changes: () => changes, segments, allBy });
  const output = (neuron: number): Change => ({
    kind: "output",
    layer: undefined,
    neuron,
    before: vector("1"),
    after: vector("2"),
  });

  it("are cut after 30 segments, 12 neurons and 4 entries, and count the rest", () => {
    const many = Array.from({ length: 14 }, (_, index) => output(index + 1));
    const text = "outputs: neurons 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 12 from 1 to 2; … 2 more neurons";
    expect(linesOf([many], 1, "--json")).toEqual([`1  ${text}`]);
    const lines = linesOf(
      Array.from({ length: 31 }, () => [output(1)]),
      31,
      "--json",
    );
    expect(lines.slice(29)).toEqual([
      "30  outputs: neuron 1 from 1 to 2",
      "… 1 more segment; --json has all",
    ]);
    const wide = { ...output(1), kind: "move" as const, before: vector("1", "2", "3", "4", "5") };
    const after = vector("1", "2", "3", `1/3${"0".repeat(20)}`);
    expect(linesOf([[{ ...wide, after }]], 1, "--json")).toEqual([
      "1  neuron 1 moves from (1, 2, 3, … 2 more) to (1, 2, 3, [3.333e-21, 3.334e-21])",
    ]);
  });

  it("ask for no more segments than they show, and may have none", () => {
    let asked = 0;
    const endless = function* (): Generator<[]> {
      for (;;) {
        asked += 1;
        yield [];
      }
    };
    expect(linesOf(endless(), 1e6, "--changes").slice(-2)).toEqual([
      "30  nothing changes",
      "… 999970 more segments; --changes has all",
    ]);
    expect(asked).toBeLessThan(32);
    expect(linesOf([], 13, "--json")).toEqual(["… 13 segments; --json has all"]);
    expect(linesOf([], 0, "--json")).toEqual([]);
  });
});
