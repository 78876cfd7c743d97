import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { AsyncLocalStorage } from "../../src/cli/page/synchronousStorage.js";
import { Playing } from "../../src/cli/page/playing.js";
import { readFiles } from "../../src/cli/page/readFiles.js";
import { pathResult } from "../../src/cli/page/results.js";
import type { GivenFile } from "../../src/report/data/networkWorker.js";
import { type CurveView, type PlayedNetwork, STEPS } from "../../src/report/data/player.js";
import { ROOT, runInProcess } from "../runEquiloss.js";

const given = (file: string): GivenFile => ({
  place: `examples/${file}`,
  bytes: Uint8Array.from(readFileSync(join(ROOT, "examples", file))),
});
const written = (place: string, content: unknown): GivenFile => ({
  place,
  bytes: new TextEncoder().encode(JSON.stringify(content)),
});

const NOTHING = { activation: undefined, tolerance: undefined };
const VIEW: CurveView = { activation: "poly:0,0,1", low: "-1", high: "1", along: -1 };

/** One input, one output, and neurons with these weights. */
const network = (incoming: readonly string[], outgoing: readonly string[]): PlayedNetwork => ({
  weights: [incoming.map((weight) => [weight]), [outgoing]],
});

describe("what the page's worker says of a path", () => {
  it.each([
    ["path-from.json", "path-to.json", [], NOTHING],
    ["deep-from.json", "deep-to.json", [], NOTHING],
    ["mirrored-from.json", "mirrored-to.json", ["--activation", "tanh"], { ...NOTHING, activation: "tanh" }],
    ["path-from.json", "path-to.json", ["--tolerance", "1e-6"], { ...NOTHING, tolerance: "1e-6" }],
  ])("from %s to %s %j is what the command line says", async (from, to, options, choices) => {
    const [first, second] = readFiles([given(from), given(to)]);
    if (first === undefined || second === undefined) throw new Error("no networks");
    const result = pathResult([first, second], choices);
    const line = ["path", first.place, second.place, ...options];
    expect(result.command).toBe(`equiloss ${line.join(" ")}`);
    expect(`${result.text}\n`).toBe((await runInProcess(...line)).stdout);
    const { stdout } = await runInProcess(...line, "--json");
    expect(`${result.json}\n`).toBe(stdout);
    const { points } = JSON.parse(stdout) as { points: PlayedNetwork[] };
    expect(result.path?.points).toEqual(
      points.map(({ weights, biases }) => ({ weights, ...(biases && { biases }) })),
    );
  });

  it("names no path where a network is alone in its function", () => {
    const format = "equiloss-network/1";
    const [first, second] = readFiles([
      written("a.json", { format, ...network(["1", "2"], ["3", "4"]) }),
      written("b.json", { format, ...network(["2", "1"], ["4", "3"]) }),
    ]);
    if (first === undefined || second === undefined) throw new Error("no networks");
    const result = pathResult([first, second], NOTHING);
    expect(result.text).toMatch(/^no path: /);
    expect(JSON.parse(result.json)).toMatchObject({ format: "equiloss-path/1", segments: null, points: [] });
    expect(result.path).toBeUndefined();
  });
});

describe("a path that is played", () => {
  /** x² in two ways, and between them a neuron that has no output. */
  const points = [
    network(["1", "2"], ["1", "0"]),
    network(["1", "1"], ["1", "0"]),
    network(["1", "1"], ["0", "1"]),
  ];
  const path = { points, activation: "poly:0,0,1" };

  it("has the same function at every step, exactly", () => {
    const playing = new Playing(path);
    expect(playing.shape).toEqual({ widths: [1, 2, 1], drawn: [[0], [0, 1], [0]], segments: 2 });
    for (let step = 0; step <= 2 * STEPS; step += 1) {
      const { isSame, outputs, inputs } = playing.frame(step, VIEW);
      expect([step, isSame]).toEqual([step, true]);
      const squares = inputs.map(({ value }) => value * value);
      outputs[0]?.forEach(({ value }, at) => {
        expect(Math.abs(value - (squares[at] ?? NaN))).toBeLessThan(1e-15);
      });
    }
    expect(() => playing.frame(2 * STEPS + 1, VIEW)).toThrow("no step 49");
  });

  it("tells which weights move, and in words what the segment changes", () => {
    const { weights, words } = new Playing(path).frame(STEPS / 2, VIEW);
    expect(weights.flat(2).map(({ text, moves }) => [text, moves])).toEqual([
      ...[
        ["1", false],
        ["3/2", true],
      ],
      ...[
        ["1", false],
        ["0", false],
      ],
    ]);
    expect(words).toBe("segment 1 of 2: neuron 2 moves from 2 to 1");
  });

  it.each(["poly:0,0,1", "tanh", "relu"])(
    "with an altered weight has another function, for %s",
    (activation) => {
      const altered = [points[0], network(["1", "1"], ["1", "1/100"]), points[2]] as PlayedNetwork[];
      const playing = new Playing({ points: altered, activation });
      const view = { ...VIEW, activation };
      expect(playing.frame(0, view).isSame).toBe(true);
      for (const step of [1, STEPS, 2 * STEPS - 1]) {
        const { isSame, sameness } = playing.frame(step, view);
        expect([step, isSame]).toEqual([step, false]);
        expect(sameness).toMatch(/^Another function than at the start/);
      }
      expect(playing.frame(2 * STEPS, view).isSame).toBe(true);
    },
  );

  it("says what it can't draw", () => {
    const playing = new Playing(path);
    expect(() => playing.frame(0, { ...VIEW, activation: "tahn" })).toThrow(/tahn/);
    expect(() => playing.frame(0, { ...VIEW, low: "1" })).toThrow("no inputs lie from 1 to 1");
    expect(() => playing.frame(0, { ...VIEW, low: "x" })).toThrow('"x" is not a number');
    expect(() => new Playing({ ...path, points: points.slice(0, 1) })).toThrow("a path of 1 points");
    const wide = [points[0], network(["1", "1", "1"], ["1", "0", "0"])] as PlayedNetwork[];
    expect(() => new Playing({ ...path, points: wide })).toThrow(
      "point 2 has the shape 1-3-1, the first 1-2-1",
    );
  });

  it("of a wide layer draws the neurons that move", () => {
    const all = Array.from({ length: 30 }, () => "1");
    const moved = all.map((weight, at) => (at === 25 ? "2" : weight));
    const outgoing = all.map((weight, at) => (at === 25 ? "0" : weight));
    const wide = [network(all, outgoing), network(moved, outgoing)];
    const { drawn } = new Playing({ points: wide, activation: "tanh" }).shape;
    expect(drawn).toEqual([[0], [0, 1, 2, 3, 4, 5, 6, 7, 8, 25], [0]]);
  });
});

describe("files of the reader's", () => {
  it("are those of one network or two", () => {
    expect(() => readFiles([])).toThrow("0 files of networks");
    const three = ["split.json", "mixed.json", "cancels.json"].map(given);
    expect(() => readFiles(three)).toThrow("3 files of networks");
  });

  it("may have weights beside them, by their names", () => {
    const model = {
      format: "layers-model",
      modelTopology: {
        model_config: {
          class_name: "Sequential",
          config: {
            layers: [2, 1].map((units, at) => ({
              class_name: "Dense",
              config: {
                ...{ name: `d${at}`, units, activation: at === 0 ? "relu" : "linear", use_bias: false },
                ...(at === 0 && { batch_input_shape: [null, 1] }),
              },
            })),
          },
        },
      },
      weightsManifest: [
        {
          paths: ["w.bin"],
          weights: [
            { name: "d0/kernel", shape: [1, 2], dtype: "float32" },
            { name: "d1/kernel", shape: [2, 1], dtype: "float32" },
          ],
        },
      ],
    };
    const weights = { place: "w.bin", bytes: new Uint8Array(Float32Array.from([1, 2, 3, 4]).buffer) };
    expect(readFiles([weights, written("model.json", model)]).map(({ place }) => place)).toEqual([
      "model.json",
    ]);
    expect(() => readFiles([written("model.json", model)])).toThrow(/w\.bin/);
  });

  it("are refused if reading them takes much memory", () => {
    const bytes = new TextEncoder().encode(`[${"[],".repeat(2_000_000)}[]]`);
    expect(() => readFiles([{ place: "deep.json", bytes }])).toThrow(
      /reading it takes about \d{4} MiB of memory/,
    );
  });
});

describe("the storage of synchronous work", () => {
  it("has the store of the work that is being done, also after work that failed", () => {
    const storage = new AsyncLocalStorage<number>();
    const inner = (): void => {
      expect(storage.run(2, () => storage.getStore())).toBe(2);
      expect(() =>
        storage.run(3, () => {
          throw new Error("planted");
        }),
      ).toThrow("planted");
      expect(storage.getStore()).toBe(1);
    };
    storage.run(1, inner);
    expect(storage.getStore()).toBeUndefined();
  });
});
