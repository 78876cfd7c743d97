import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runInProcess, equilossWith } from "../runEquiloss.js";
import { complaints } from "./refusal.js";

/** Stdout of a run that did its work. */
async function output(...args: string[]): Promise<string> {
  const run = await runInProcess(...args);
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
  ])("equiloss %s --json: %s", async (command, json) => {
    const [name = "", ...sizes] = command.split(" ");
    expect(await output(name, ...sizes, "--json")).toBe(`${json}\n`);
  });

  it("holds counts of a thousand digits and more", async () => {
    const counts = JSON.parse(await output("count", "30", "1000", "--json")) as Record<
      string,
      string | number
    >;
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
  it("equiloss count 3 4", async () => {
    expect((await output("count", "3", "4")).split("\n")).toEqual([
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
      "R_k      critical subspaces of level k for one of global minima, G(r−k,m)/T",
      "         R_1 = 0.2333…0.2334",
      "         R_2 = 0.01666…0.01667",
      "limits   counts over what they are asymptotic to, and bounds of that quotient",
      "         G/(m^1 m!/(2^1 1!)) = 0.75, between 0.75 and 0.75",
      "         T/(m^1 m!/(2^1 1!)) = 1.25, between 1.25 and 1.25",
      "         G/r^m = 0.4444…0.4445, between 0.4074 and 0.4445",
      "         R_1/(r/4) = 0.3111…0.3112, between 0.1333 and 0.8",
      "",
    ]);
  });

  it("equiloss count 3 40: far from m = r, only the share of maps that are onto says something", async () => {
    expect((await output("count", "3", "40")).split("\n").slice(-7)).toEqual([
      "         Euler characteristic of the expansion manifold (ext-topology)",
      "R_k      critical subspaces of level k for one of global minima, G(r−k,m)/T",
      "         R_1 = 3.078e-27…3.079e-27",
      "         R_2 = 2.799e-39…2.800e-39",
      "limits   counts over what they are asymptotic to, and bounds of that quotient",
      "         G/r^m = 0.9999…1.000, between 0.9999 and 1.000",
      "",
    ]);
  });

  it("equiloss count 1 1: no levels, and m! alone", async () => {
    expect((await output("count", "1", "1")).split("\n").slice(-5)).toEqual([
      "limits   counts over what they are asymptotic to, and bounds of that quotient",
      "         G/m! = 1, between 1 and 1",
      "         T/m! = 1, between 1 and 1",
      "         G/r^m = 1, between 1 and 1",
      "",
    ]);
  });

  it("equiloss count 5 12: neither near m = r nor far from it", async () => {
    const lines = (await output("count", "5", "12")).split("\n");
    expect(lines.slice(-3)).toEqual([
      "limits   counts over what they are asymptotic to, and bounds of that quotient",
      "         G/r^m = 0.6780…0.6781, between 0.6564 and 0.6782",
      "",
    ]);
    expect(lines).toContain("         R_1 = 0.003527…0.003528");
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
  ])("equiloss %s", async (command, lines) => {
    expect(await output(...command.split(" "))).toBe(lines);
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
    async (path, width, irreducibleWidth, weights, labelledPartition) => {
      const json = JSON.stringify({
        width,
        irreducibleWidth,
        network: weights === null ? null : { format: "equiloss-network/1", weights },
        labelledPartition,
      });
      expect(await output("reduce", path, "--json")).toBe(`${json}\n`);
    },
  );

  it("gives a network that it takes", async () => {
    const { network: reduced } = JSON.parse(await output("reduce", "examples/mixed.json", "--json")) as {
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
  ])("takes %s", async (_, content, weights) => {
    const result = JSON.parse(await output("reduce", fileOf("taken.json", content), "--json")) as unknown;
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
  ])("%s, in lines for a person", async (path, lines) => {
    expect(await output("reduce", path)).toBe([...lines, ""].join("\n"));
  });

  it("shows a dozen of many blocks and neurons", async () => {
    const copies = network([
      Array.from({ length: 14 }, () => ["1"]),
      [Array.from({ length: 14 }, () => "1")],
    ]);
    expect((await output("reduce", fileOf("copies.json", copies))).split("\n").slice(1)).toEqual([
      "  unit 1       from neurons 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, … 2 more",
      "",
    ]);
    const single = network([
      Array.from({ length: 14 }, (_, unit) => [unit.toString()]),
      [Array.from({ length: 14 }, (_, unit) => (unit === 13 ? "0" : "1"))],
    ]);
    const lines = (await output("reduce", fileOf("single.json", single))).split("\n");
    expect(lines.length).toBe(1 + 12 + 1 + 1);
    expect(lines.slice(12)).toEqual(["  unit 12      from neuron 12", "  … 2 more blocks", ""]);
    const one = fileOf("one.json", network([[["1"]], [["1"]]]));
    expect(await output("reduce", one)).toBe("irreducible: 1 neuron, none can be merged or dropped\n");
  });
});

describe("equiloss reduce, for several layers and for biases", () => {
  const network = (weights: unknown, biases?: unknown): string =>
    JSON.stringify({ format: "equiloss-network/1", weights, biases });
  const reduced = (content: string, ...options: string[]): string => {
    const { status, stdout, stderr } = equilossWith({ input: content }, "reduce", "-", ...options);
    expect([status, stderr]).toEqual([0, ""]);
    return stdout;
  };
  /** Layer 1 has two copies that cancel in all that is read of them. */
  const emptied = [
    [["1"], ["1"]],
    [
      ["1", "-1"],
      ["2", "-2"],
    ],
    [["1", "1"]],
  ];

  it("gives widths, a network and a labelled partition for every hidden layer, on one line", async () => {
    expect(await output("reduce", "examples/four-layers.json", "--json")).toBe(
      '{"widths":[4,4,3],"irreducibleWidths":[3,2,2],"network":{"format":"equiloss-network/1",' +
        '"weights":[[["1","0"],["0","1"],["2","1"]],[["1","1","0"],["0","0","5"]],[["2","7"],["1","0"]],[["4/3","2"]]]},' +
        '"labelledPartitions":[[1,1,2,3],[1,1,2,0],[1,2,1]]}\n',
    );
  });

  it("gives biases if the network has some", async () => {
    expect(await output("reduce", "examples/biases.json", "--json")).toBe(
      '{"widths":[4,4],"irreducibleWidths":[3,2],"network":{"format":"equiloss-network/1",' +
        '"weights":[[["1","2"],["1","2"],["0","-1/2"]],[["2","0","3"],["0","1","-1"]],[["2","-1"],["1","1"]]],' +
        '"biases":[["1","0","3/4"],["0","-2"],["1","-1/3"]]},"labelledPartitions":[[1,1,2,3],[1,1,2,0]]}\n',
    );
    const two = network([[["1"], ["1"]], [["2", "3"]]], [["0", "0"], ["7"]]);
    expect(reduced(two, "--json")).toBe(
      '{"widths":[2],"irreducibleWidths":[1],"network":{"format":"equiloss-network/1",' +
        '"weights":[[["1"]],[["5"]]],"biases":[["0"],["7"]]},"labelledPartitions":[[1,1]]}\n',
    );
  });

  it.each(["four-layers.json", "biases.json"])(
    "gives a network of %s that it takes, and leaves as it is",
    async (name) => {
      const { network: first } = JSON.parse(await output("reduce", `examples/${name}`, "--json")) as {
        network: unknown;
      };
      const again = JSON.parse(reduced(JSON.stringify(first), "--json")) as { network: unknown };
      expect(again.network).toEqual(first);
      expect(reduced(JSON.stringify(first))).toMatch(/^irreducible: hidden layers of widths 3, 2/);
    },
  );

  it("gives null if a layer has no neuron left", () => {
    expect(reduced(network(emptied), "--json")).toBe(
      '{"widths":[2,2],"irreducibleWidths":[0,1],"network":null,"labelledPartitions":[[0,0],[1,1]]}\n',
    );
  });

  const LEAST = "layers that computes the same for every activation has fewer neurons in any layer";
  const CANCELS = [
    [["1"], ["1"]],
    [
      ["1", "-1"],
      ["2", "-2"],
    ],
    [["1", "-1"]],
  ];
  const ZEROS = [
    ["0", "0"],
    ["0", "0"],
  ];
  const WIDE = Array.from({ length: 14 }, () => ["1"]);

  it.each([
    [
      "layers that merge and drop",
      network([
        [["1"], ["1"], ["2"], ["7"]],
        [
          ["1", "2", "3", "0"],
          ["3", "0", "3", "0"],
        ],
        [["1", "1"]],
      ]),
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
      network([[["1"], ["1"]], [["2", "3"]]], [["0", "0"], ["7"]]),
      [
        "width 2 reduces to 1, the same function for every activation;",
        `no network of 2 ${LEAST}`,
        "  hidden layer 1: width 2 to 1",
        "    unit 1       from neurons 1, 2",
      ],
    ],
    [
      "nothing to do",
      network([[["1"]], [["1"]], [["1"]]]),
      ["irreducible: hidden layers of widths 1, 1, no neuron can be merged or dropped"],
    ],
    [
      "nothing to do in one layer with biases",
      network([[["1"]], [["1"]]], [["0"], ["0"]]),
      ["irreducible: hidden layer of width 1, no neuron can be merged or dropped"],
    ],
    [
      "a layer left without neurons",
      network(emptied),
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
      network(CANCELS),
      [
        "widths 2, 2 reduce to 0, 0: no neuron of hidden layer 2 is left, the network computes 0",
        "  hidden layer 1: width 2 to 0",
        "    zero block   from neurons 1, 2",
        "  hidden layer 2: width 2 to 0",
        "    zero block   from neurons 1, 2",
      ],
    ],
  ])("says of %s, in lines for a person", (_, content, lines) => {
    expect(reduced(content)).toBe([...lines, ""].join("\n"));
  });

  it("says what is left if no neuron is", () => {
    expect(reduced(network(CANCELS, [...ZEROS, ["1/3"]]))).toContain("computes its last bias, (1/3)\n");
    expect(reduced(network(CANCELS, [...ZEROS, ["0"]]))).toContain("the network computes 0\n");
    const outputs = Array.from({ length: 13 }, () => ["0"]);
    const many = network([[["1"]], outputs], [["0"], outputs.map(() => "1")]);
    expect(reduced(many)).toContain("computes its last bias\n");
  });

  it("shows a dozen of many layers, neurons and widths", () => {
    const deep = network([
      [["1"], ["1"]],
      ...Array.from({ length: 14 }, () => [
        ["1", "2"],
        ["2", "1"],
      ]),
      [["1", "1"]],
    ]);
    const lines = reduced(deep).split("\n");
    expect(lines[0]).toBe(
      `widths ${"2, ".repeat(12)}… 3 more reduce to ${"1, ".repeat(12)}… 3 more, the same function for every activation;`,
    );
    expect(lines.slice(-3)).toEqual(["    unit 1       from neurons 1, 2", "  … 3 more layers", ""]);
    const wide = reduced(network([WIDE, [WIDE.map(() => "1")], [["1"]]])).split("\n");
    expect(wide[3]).toBe("    unit 1       from neurons 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, … 2 more");
  });
});
