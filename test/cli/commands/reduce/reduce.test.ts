import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { equilossWith } from "../../../runEquiloss.js";
import { output } from "../../runs.js";

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
