import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { equiloss, equilossWith } from "../runEquiloss.js";
import { complaints } from "./refusal.js";

/** Stdout of a run that did its work. */
function output(...args: string[]): string {
  const run = equiloss(...args);
  expect([run.status, complaints(run)]).toEqual([0, []]);
  return run.stdout;
}

describe("one line of JSON, others build on it", () => {
  it.each([
    [
      "count 4 9",
      '{"r":4,"m":9,"T":"2424744","G":"186480","stirling2":"7770","beta":"17641","eulerCharacteristic":"-17640"}',
    ],
    ["count 2 2", '{"r":2,"m":2,"T":"2","G":"2","stirling2":"1","beta":"1","eulerCharacteristic":"2"}'],
    ["count 1 1", '{"r":1,"m":1,"T":"1","G":"1","stirling2":"1","beta":"0","eulerCharacteristic":"1"}'],
    ["threshold 1", '{"r":1,"lastFailing":null}'],
    ["threshold 2", '{"r":2,"lastFailing":2}'],
    ["threshold 30", '{"r":30,"lastFailing":65}'],
    [
      "graph 3 4",
      '{"r":3,"m":4,"subspaces":60,"edges":72,"components":1,"diameter":8,"degrees":{"2":36,"3":24}}',
    ],
    ["graph 2 3", '{"r":2,"m":3,"subspaces":12,"edges":12,"components":1,"diameter":6,"degrees":{"2":12}}'],
    [
      "graph 4 5",
      '{"r":4,"m":5,"subspaces":360,"edges":480,"components":1,"diameter":12,"degrees":{"2":240,"4":120}}',
    ],
    ["graph 2 2", '{"r":2,"m":2,"subspaces":2,"edges":0,"components":2,"diameter":null,"degrees":{"0":2}}'],
    ["graph 1 1", '{"r":1,"m":1,"subspaces":1,"edges":0,"components":1,"diameter":0,"degrees":{"0":1}}'],
    ["topology 3 4", '{"r":3,"m":4,"betti":["1","13"],"torsion":[[],[]],"eulerCharacteristic":"-12"}'],
    ["topology 1 1", '{"r":1,"m":1,"betti":["1"],"torsion":[[]],"eulerCharacteristic":"1"}'],
    ["topology 2 2", '{"r":2,"m":2,"betti":["2"],"torsion":[[]],"eulerCharacteristic":"2"}'],
    [
      "topology 3 6",
      '{"r":3,"m":6,"betti":["1","0","0","61"],"torsion":[[],[],[],[]],"eulerCharacteristic":"-60"}',
    ],
    [
      "topology 4 8",
      '{"r":4,"m":8,"betti":["1","0","0","0","5543"],"torsion":[[],[],[],[],[]],"eulerCharacteristic":"5544"}',
    ],
  ])("equiloss %s --json: %s", (command, json) => {
    const [name = "", ...sizes] = command.split(" ");
    expect(output(name, ...sizes, "--json")).toBe(`${json}\n`);
  });

  it("holds counts of a thousand digits and more", () => {
    const counts = JSON.parse(output("count", "30", "1000", "--json")) as Record<string, string | number>;
    const { r, m, ...integers } = counts;
    expect([r, m]).toEqual([30, 1000]);
    // Computed apart from this program, from the rows of Stirling numbers.
    expect(Object.entries(integers).map(([name, digits]) => [name, ...summaryOf(String(digits))])).toEqual([
      ["T", 1995, 779093097n],
      ["G", 1478, 472396836n],
      ["stirling2", 1445, 552283983n],
      ["beta", 1463, 76024965n],
      ["eulerCharacteristic", 1463, 76024966n],
    ]);
  });
});

/** Number of digits, and the residue at a prime. */
function summaryOf(digits: string): [number, bigint] {
  expect(digits).toMatch(/^[1-9][0-9]*$/);
  return [digits.length, BigInt(digits) % 1_000_000_007n];
}

describe("lines for a person", () => {
  it("equiloss count 3 4", () => {
    expect(output("count", "3", "4").split("\n")).toEqual([
      "r = 3, m = 4",
      "T        60",
      "         affine subspaces of the expansion manifold (Theorem 3.1, corrected)",
      "G        36",
      "         critical subspaces, surjections [m] → [r] (Prop. 4.3)",
      "S2(m,r)  6",
      "         Stirling number of the second kind",
      "beta     13",
      "         spheres of dimension m − r (ext-topology)",
      "chi      -12",
      "         Euler characteristic of the expansion manifold (ext-topology)",
      "",
    ]);
  });

  it.each([
    ["threshold 1", "Eq. (6) holds at r* = 1 for all m ≥ 1\n"],
    [
      "threshold 30",
      "Eq. (6) at r* = 30, for all a_k ≤ C(r*−1, k−1):\nfails for some a_k while m ≤ 65, holds for all m ≥ 66\n",
    ],
    [
      "graph 3 4",
      "r = 3, m = 4\nsubspaces   60\nmeetings    72 pairs of subspaces meet\ncomponents  1\ndiameter    8\ndegrees     36 of degree 2, 24 of degree 3\n",
    ],
    [
      "topology 3 5",
      "r = 3, m = 5\ncells    60, 180, 150\n         in dimensions 0 to 2; 390 in all, surjective partial maps [m] ⇀ [r]\n" +
        "Betti    1, 0, 29\ntorsion  none\nchi      30\n" +
        "spheres  29 of dimension 2 by ext-topology, which is the homology found\n" +
        "route    integer homology of a cell complex that the expansion manifold is homotopy equivalent to:\n" +
        "         coreductions, and the Smith normal form of the boundaries left\n",
    ],
    [
      "graph 2 2",
      "r = 2, m = 2\nsubspaces   2\nmeetings    0 pairs of subspaces meet\ncomponents  2\ndiameter    none, not connected\ndegrees     2 of degree 0\n",
    ],
  ])("equiloss %s", (command, lines) => {
    expect(output(...command.split(" "))).toBe(lines);
  });
});

describe("equiloss reduce", () => {
  const folder = mkdtempSync(join(tmpdir(), "equiloss-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const fileOf = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const network = (weights: unknown): string => JSON.stringify({ format: "equiloss-network/1", weights });

  const IRREDUCIBLE = [
    [
      ["1", "0"],
      ["0", "1"],
      ["1/2", "-1"],
    ],
    [["1", "-2", "3/4"]],
  ];
  const REDUCED = [
    ["examples/mixed.json", 5, 3, IRREDUCIBLE, [1, 1, 2, 3, 0]],
    ["examples/irreducible.json", 3, 3, IRREDUCIBLE, [1, 2, 3]],
    ["examples/split.json", 4, 3, IRREDUCIBLE, [1, 2, 1, 3]],
    ["examples/cancels.json", 3, 0, null, [0, -1, 0]],
  ] as const;

  it.each(REDUCED)(
    "%s --json: width %d to %d",
    (path, width, irreducibleWidth, weights, labelledPartition) => {
      const json = JSON.stringify({
        width,
        irreducibleWidth,
        network: weights === null ? null : { format: "equiloss-network/1", weights },
        labelledPartition,
      });
      expect(output("reduce", path, "--json")).toBe(`${json}\n`);
    },
  );

  it("gives a network that it takes", () => {
    const { network: reduced } = JSON.parse(output("reduce", "examples/mixed.json", "--json")) as {
      network: unknown;
    };
    const again = equilossWith({ input: JSON.stringify(reduced) }, "reduce", "-", "--json");
    expect(JSON.parse(again.stdout)).toEqual({
      width: 3,
      irreducibleWidth: 3,
      network: reduced,
      labelledPartition: [1, 2, 3],
    });
  });

  it.each([
    ["not in lowest terms", network([[["2/4"]], [["-6/3"]]]), [[["1/2"]], [["-2"]]]],
    ["integers of JSON", network([[[7]], [[-7]]]), [[["7"]], [["-7"]]]],
    ["minus zero", network([[["-0"]], [["-1/3"]]]), [[["0"]], [["-1/3"]]]],
    [
      "integers above 2^53",
      `{"format":"equiloss-network/1","weights":[[[9007199254740993]],[[1]]]}`,
      [[["9007199254740993"]], [["1"]]],
    ],
    [
      "the other key first",
      `{"weights":[[["1"]],[["1"]]],"format":"equiloss-network/1"}`,
      [[["1"]], [["1"]]],
    ],
    [
      "lines that end as on Windows",
      `{\r\n"format":"equiloss-network/1",\r\n"weights":[[["1"]],[["1"]]]}\r\n`,
      [[["1"]], [["1"]]],
    ],
    ["a byte order mark", `\uFEFF${network([[["1"]], [["1"]]])}`, [[["1"]], [["1"]]]],
    ["ten thousand digits", network([[["9".repeat(10_000)]], [["1"]]]), [[["9".repeat(10_000)]], [["1"]]]],
  ])("takes %s", (_, content, weights) => {
    const result = JSON.parse(output("reduce", fileOf("taken.json", content), "--json")) as unknown;
    expect(result).toEqual({
      width: 1,
      irreducibleWidth: 1,
      network: { format: "equiloss-network/1", weights },
      labelledPartition: [1],
    });
  });

  it.each([
    [
      "examples/mixed.json",
      [
        "width 5 reduces to width 3, the same function for every activation",
        "  unit 1       from neurons 1, 2",
        "  unit 2       from neuron 3",
        "  unit 3       from neuron 4",
        "  zero block   from neuron 5",
      ],
    ],
    ["examples/irreducible.json", ["irreducible: 3 neurons, none can be merged or dropped"]],
    [
      "examples/cancels.json",
      [
        "width 3 reduces to width 0: all neurons cancel, the network computes 0",
        "  zero block   from neurons 1, 3",
        "  zero block   from neuron 2",
      ],
    ],
  ])("%s, in lines for a person", (path, lines) => {
    expect(output("reduce", path)).toBe([...lines, ""].join("\n"));
  });

  it("shows a dozen of many blocks and neurons", () => {
    const copies = network([
      Array.from({ length: 14 }, () => ["1"]),
      [Array.from({ length: 14 }, () => "1")],
    ]);
    expect(output("reduce", fileOf("copies.json", copies)).split("\n").slice(1)).toEqual([
      "  unit 1       from neurons 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, … 2 more",
      "",
    ]);
    const single = network([
      Array.from({ length: 14 }, (_, unit) => [unit.toString()]),
      [Array.from({ length: 14 }, (_, unit) => (unit === 13 ? "0" : "1"))],
    ]);
    const lines = output("reduce", fileOf("single.json", single)).split("\n");
    expect(lines.length).toBe(1 + 12 + 1 + 1);
    expect(lines.slice(12)).toEqual(["  unit 12      from neuron 12", "  … 2 more blocks", ""]);
    const one = fileOf("one.json", network([[["1"]], [["1"]]]));
    expect(output("reduce", one)).toBe("irreducible: 1 neuron, none can be merged or dropped\n");
  });
});
