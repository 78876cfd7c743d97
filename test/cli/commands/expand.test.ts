import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { itRefuses, printed, printedJson, typed } from "../runs.js";
import { networkText, scratchFolder, writerIn } from "../scratch.js";

const folder = scratchFolder();
const write = writerIn(folder);
const out = join(folder, "wide.json");

describe("expand", () => {
  it("writes a wider network, which reduces to what it was", async () => {
    const text = await printed(`expand examples/four-layers.json --to 5,6,7 -o ${out}`);
    expect(text.replace(/\s+/g, " ")).toMatch(
      /wide\.json: widths 4, 4, 3 split to 5, 6, 7, the same function for every activation; \d+ bytes $/,
    );
    expect(await printed(`compare examples/four-layers.json ${out}`)).toMatch(/^same: /);
  });

  it("says which neuron each is a copy of, in JSON", async () => {
    const net = write(networkText(["1 0; 0 1", "6 4"]));
    const padded = join(folder, "padded.json");
    expect(await printedJson(`expand ${net} --to 3 -o ${out} --json`)).toMatchObject({
      file: out,
      from: [2],
      to: [3],
      how: "split",
      origins: [[1, 2, 1]],
    });
    expect((JSON.parse(readFileSync(out, "utf8")) as { weights: unknown }).weights).toEqual([
      [
        ["1", "0"],
        ["0", "1"],
        ["1", "0"],
      ],
      [["3", "4", "3"]],
    ]);
    const report = await printedJson(`expand ${net} --to 4 --how pad -o ${padded} --json`);
    expect(report).toMatchObject({ origins: [[1, 2, 0, 0]] });
    const { weights } = JSON.parse(readFileSync(padded, "utf8")) as { weights: unknown[] };
    expect(weights[1]).toEqual([["6", "4", "0", "0"]]);
  });

  it("keeps floats at twice the width, so that they can be exported", async () => {
    const half = join(folder, "half.json");
    expect((await typed(`expand examples/trained.json --to 12 -o ${half}`)).status).toBe(0);
    const run = await typed(`export ${half} -o ${join(folder, "half.npz")} --type float64`);
    expect([run.status, run.stdout]).toEqual([0, expect.stringContaining("every number as it was")]);
  });

  itRefuses("expand", {
    [`examples/mixed.json -o ${out}`]:
      "required option '--to <widths>' not specified; see equiloss expand --help",
    [`examples/mixed.json --to 4 -o ${out}`]:
      "--to: width 4 for hidden layer 1, which has 5 neurons; give 5 or more; equiloss reduce makes networks narrower",
    [`examples/mixed.json --to 6,6 -o ${out}`]:
      "--to: 2 widths, the network has 1 hidden layer; give a width for each hidden layer",
    [`examples/mixed.json --to x -o ${out}`]:
      '--to: "x" is not a whole number; give a whole number from 1 to 1000000, in decimal digits',
    [`examples/mnist-layer.json --to 1000000 -o ${out}`]:
      "--to: 794000000 weights are too many to write; ask for 10000000 or fewer",
    [`examples/mixed.json --to 6 --seed -1 -o ${out}`]:
      "--seed: -1 is negative; give a whole number from 0 to 2147483647, in decimal digits",
    ...Object.fromEntries(
      ["x.csv", "x/model.json"].map((name) => [
        `examples/mixed.json --to 6 -o ${name}`,
        `--output: a network file is JSON, and "${name}" ends as files of another format do; ` +
          "name a .json file; equiloss export makes npz, safetensors and ONNX of it",
      ]),
    ),
    "examples/mixed.json --to 6 -o x.npz":
      '--output: a network file is JSON, and "x.npz" ends as files of another format do; name a .json file; ' +
      "equiloss export makes npz, safetensors and ONNX of it",
  });
});
