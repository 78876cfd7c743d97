import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { multiLayerSubspaceHolds } from "../../src/manifold/layers/multiLayerSubspace.js";
import { multiLayerFile, parseMultiLayerFile } from "../../src/network/networkFile.js";
import { type MultiLayerNetwork, hiddenWidths } from "../../src/network/multiLayerNetwork.js";
import { ROOT, runInProcess } from "../runEquiloss.js";
import { expectRefusal } from "./refusal.js";

const folder = mkdtempSync(join(tmpdir(), "equiloss-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const read = (file: string): MultiLayerNetwork =>
  parseMultiLayerFile(readFileSync(join(ROOT, file), "utf8"), file);
const inFolder = (name: string): string => join(folder, name);

/** A network file of this name. */
function fileOf(name: string, weights: unknown, biases?: unknown): string {
  const file = inFolder(name);
  writeFileSync(
    file,
    JSON.stringify({ format: "equiloss-network/1", weights, ...(biases === undefined ? {} : { biases }) }),
  );
  return file;
}

const FROM = "examples/deep-from.json";
const TO = "examples/deep-to.json";
const A = fileOf("a.json", [
  [["2"], ["7"]],
  [
    ["3", "0"],
    ["6", "0"],
  ],
  [["5", "0"]],
]);
const B = fileOf("b.json", [
  [["7"], ["2"]],
  [
    ["0", "6"],
    ["0", "3"],
  ],
  [["0", "5"]],
]);
const OUTSIDE = fileOf("outside.json", [
  [["2"], ["7"]],
  [
    ["3", "0"],
    ["0", "1"],
  ],
  [["5", "0"]],
]);
const ISOLATED = fileOf("isolated.json", [[["2"], ["3"]], [["1", "2"]], [["1"]]]);
const EXCHANGED = fileOf("exchanged.json", [[["3"], ["2"]], [["2", "1"]], [["1"]]]);

describe("equiloss path with networks of several layers", () => {
  it("tells the length, and which layers need it", async () => {
    expect(await runInProcess("path", FROM, TO)).toEqual({
      status: 0,
      stdout:
        "9 segments from the first network to the second, hidden widths r = 3-3-3, m = 4-4-4\n" +
        "no path in Θ has fewer: hidden layer 1 needs as many (star graph)\n",
      stderr: "",
    });
    expect((await runInProcess("path", A, B)).stdout).toContain(
      "no path in Θ has fewer: hidden layers 1 and 2 need as many (star graph)",
    );
  });

  it.each([
    [A, A, "0 segments", "no path has fewer (equal points)"],
    [A, OUTSIDE, "1 segment", "no path has fewer (common subspace)"],
    [
      OUTSIDE,
      B,
      "4 segments",
      "NOT proved least: an end lies outside Θ, the networks that expansion from the last layer to the first reaches (star graph)",
    ],
  ])("%s to %s: %s", async (from, to, length, bound) => {
    expect((await runInProcess("path", from, to)).stdout).toBe(
      `${length} from the first network to the second, hidden widths r = 1-1, m = 2-2\n${bound}\n`,
    );
  });

  it("says which layer keeps the networks apart", async () => {
    expect(await runInProcess("path", ISOLATED, EXCHANGED)).toEqual({
      status: 0,
      stdout:
        "no path: hidden layer 1 reduces to width 2, its own, and the networks have its units in different orders\n",
      stderr: "",
    });
    expect((await runInProcess("path", ISOLATED, EXCHANGED, "--json")).stdout).toBe(
      '{"segments":null,"lowerBound":null,"points":[],"subspaces":[]}\n',
    );
  });

  it.each([1, 3])("lists networks, and the labelled partitions of each segment cut in %d", async (steps) => {
    const { stdout } = await runInProcess("path", FROM, TO, "--json", "--steps", String(steps));
    const { segments, lowerBound, points, subspaces } = JSON.parse(stdout) as {
      segments: number;
      lowerBound: number;
      points: unknown[];
      subspaces: number[][][];
    };
    expect([segments, lowerBound, subspaces.length, points.length]).toEqual([9, 9, 9 * steps, 9 * steps + 1]);
    const networks = points.map((point) => parseMultiLayerFile(JSON.stringify(point), "point"));
    expect([networks[0], networks.at(-1)].map((end) => end && multiLayerFile(end))).toEqual(
      [FROM, TO].map((file) => multiLayerFile(read(file))),
    );
    const theta = read("examples/deep-minimal.json");
    subspaces.forEach((tuple, segment) => {
      const partitions = tuple.map((codes, layer) =>
        LabelledPartition.of(codes, hiddenWidths(theta)[layer] ?? 0),
      );
      for (const network of networks.slice(segment, segment + 2)) {
        expect(multiLayerSubspaceHolds(theta, partitions, "last to first", network)).toBe(true);
      }
    });
  });

  it("keeps biases in the points", async () => {
    const from = fileOf("b1.json", [[["2"], ["7"]], [["3", "0"]]], [["1", "1"], ["4"]]);
    const to = fileOf("b2.json", [[["7"], ["2"]], [["0", "3"]]], [["1", "1"], ["4"]]);
    const { points } = JSON.parse((await runInProcess("path", from, to, "--json")).stdout) as {
      points: { biases: string[][] }[];
    };
    expect(points.map(({ biases }) => biases[1])).toEqual(points.map(() => ["4"]));
    expect(points.length).toBe(4);
  });

  const one = "give networks of one shape; units whose columns are zero can fill up the smaller";
  const ends = "give networks of as many layers, with as many inputs and outputs";
  const zeros = "give both biases, of zeros where there are none";
  const keep = "give a network that keeps a unit in every hidden layer when it is reduced";
  it.each([
    [
      "other.json",
      [
        [["7"], ["2"]],
        [
          ["0", "6"],
          ["0", "3"],
        ],
        [["0", "6"]],
      ],
      undefined,
      `: computes another function than ${A} for some activation; give networks that \`equiloss reduce\` takes to the same one, up to the order of units in hidden layers`,
    ],
    [
      "deeper.json",
      [[["2"]], [["3"]], [["5"]], [["1"]]],
      undefined,
      `: layers of widths 1-1-1-1-1, in ${A} 1-2-2-1; ${ends}`,
    ],
    [
      "shallow.json",
      [[["2"], ["7"]], [["3", "0"]]],
      undefined,
      `: layers of widths 1-2-1, in ${A} 1-2-2-1; ${ends}`,
    ],
    [
      "wider.json",
      [
        [["2"], ["7"], ["1"]],
        [
          ["3", "0", "0"],
          ["6", "0", "0"],
        ],
        [["5", "0"]],
      ],
      undefined,
      `: layers of widths 1-3-2-1, in ${A} 1-2-2-1; ${one}`,
    ],
    [
      "inputs.json",
      [
        [
          ["2", "0"],
          ["7", "0"],
        ],
        [
          ["3", "0"],
          ["6", "0"],
        ],
        [["5", "0"]],
      ],
      undefined,
      `: layers of widths 2-2-2-1, in ${A} 1-2-2-1; ${ends}`,
    ],
    [
      "biases.json",
      [
        [["2"], ["7"]],
        [
          ["3", "0"],
          ["6", "0"],
        ],
        [["5", "0"]],
      ],
      [["0", "0"], ["0", "0"], ["0"]],
      `: biases, in ${A} there are none; ${zeros}`,
    ],
  ])("refuses %s beside another", async (name, weights, biases, message) => {
    const file = fileOf(name, weights, biases);
    expectRefusal(await runInProcess("path", A, file), `${file}${message}`);
  });

  it("refuses what lacks biases beside what has some, and what reduces to nothing in a layer", async () => {
    const plain = fileOf("plain.json", [[["2"]], [["3"]]]);
    const biased = fileOf("biased.json", [[["2"]], [["3"]]], [["0"], ["0"]]);
    expectRefusal(
      await runInProcess("path", biased, plain),
      `${plain}: no biases, in ${biased} there are some; ${zeros}`,
    );
    const last = fileOf("last.json", [[["2"]], [["3"]], [["0"]]]);
    const first = fileOf("first.json", [[["2"]], [["0"]], [["1"]]], [["0"], ["1"], ["0"]]);
    for (const [file, layer] of [
      [last, 2],
      [first, 1],
    ] as const) {
      expectRefusal(
        await runInProcess("path", file, file),
        `${file}: all units of hidden layer ${layer} cancel, so that nothing depends on the input; ${keep}`,
      );
    }
  });

  it.each(["--as-paper", "--changes"])("refuses %s", async (option) => {
    expectRefusal(
      await runInProcess("path", A, B, option),
      `${option}: only for networks of two layers without biases; leave it out`,
    );
  });
});

describe("certificates of paths of several layers", () => {
  const file = inFolder("path-certificate.json");
  const check = async (...args: string[]) =>
    await runInProcess("check", file, "--claim", "mlp-connected", ...args);

  it("are made by certify path, and accepted for the networks that they are about", async () => {
    const { status, stdout } = await runInProcess(
      "certify",
      "path",
      "examples/teacher-from.json",
      "examples/teacher-to.json",
      "-o",
      file,
    );
    expect([status, stdout.startsWith(`${file}: certificate for mlp-connected, `)]).toEqual([0, true]);
    const ends = ["--from", "examples/teacher-from.json", "--to", "examples/teacher-to.json"];
    expect(await check(...ends, "--network", "examples/teacher-4-4-4.json")).toMatchObject({
      status: 0,
      stdout:
        "accepted: a path of 13 segments, all of whose networks compute what theta does, for every activation\n",
    });
    expect(await check("--from", ends[3] ?? "", "--to", ends[3] ?? "")).toMatchObject({
      status: 1,
      stdout: "rejected by rule end, at body.points[0]: not the caller's first network\n",
    });
    expect(await check(...ends, "--network", "examples/deep-minimal.json")).toMatchObject({ status: 1 });
    expectRefusal(
      await check(...ends, "--r", "4"),
      "mlp-connected has no use for --r; leave it out, or name another claim",
    );
    expectRefusal(
      await check("--from", ends[1] ?? ""),
      "mlp-connected is about something that only you can name; give --to",
    );
  });

  it("are made from a network to itself, and to one outside Θ", async () => {
    for (const [from, to, length] of [
      [A, A, 1],
      [OUTSIDE, B, 4],
    ] as const) {
      expect((await runInProcess("certify", "path", from, to, "-o", file)).status).toBe(0);
      expect((await check("--from", from, "--to", to)).stdout).toContain(
        `accepted: a path of ${length} segments`,
      );
    }
  });

  it("are refused where there is no path", async () => {
    expectRefusal(
      await runInProcess("certify", "path", ISOLATED, EXCHANGED, "-o", inFolder("none.json")),
      "no path: hidden layer 1 reduces to width 2, its own, and the networks have its units in different orders; " +
        "give networks with a unit to spare in every hidden layer",
    );
  });
});
