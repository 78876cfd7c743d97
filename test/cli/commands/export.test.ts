import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseRational } from "../../../src/exact/numbers/rational.js";
import { complaints, itRefuses, refused, typed } from "../runs.js";
import { scratchFolder } from "../scratch.js";

const FILES = "test/formats/files";
const folder = scratchFolder();
const at = (name: string): string => join(folder, name);

describe("export", () => {
  it.each(["npz", "safetensors", "onnx"])("to %s and import give the same network", async (ending) => {
    await typed(`import ${FILES}/t1-student.npz -o ${at("before.json")}`);
    const option = ending === "onnx" ? "--activation tanh" : "";
    const run = await typed(`export ${at("before.json")} -o ${at(`net.${ending}`)} ${option}`);
    expect([run.status, complaints(run)]).toEqual([0, []]);
    expect(run.stdout.replace(/\s+/g, " ")).toMatch(
      new RegExp(`net\\.${ending}: ${ending} of float32, [0-9]+ bytes, every number as it was $`),
    );
    await typed(`import ${at(`net.${ending}`)} -o ${at("after.json")}`);
    expect(readFileSync(at("after.json"), "utf8")).toBe(readFileSync(at("before.json"), "utf8"));
  });

  it.each(["keras", "h5", "nnet", "json", "csv"])("to %s writes what import reads", async (ending) => {
    await typed(`import ${FILES}/r1-student.npz -o ${at("before.json")}`);
    const inside = join(folder, ending);
    mkdirSync(inside);
    const output = join(inside, ending === "json" ? "model.json" : `net.${ending}`);
    const option = ending === "csv" ? "" : "--activation relu";
    const run = await typed(`export ${at("before.json")} -o ${output} ${option} --json`);
    expect([run.status, complaints(run)]).toEqual([0, []]);
    const { files, bytes } = JSON.parse(run.stdout) as { files?: string[]; bytes: number };
    const names = readdirSync(inside).map((name) => join(inside, name));
    expect((files ?? [output]).toSorted()).toEqual(names.toSorted());
    expect(names.reduce((sum, name) => sum + readFileSync(name).length, 0)).toBe(bytes);
    const typedFiles = ending === "csv" ? names.join(" ") : output;
    await typed(`import ${typedFiles} -o ${at("after.json")}`);
    expect(readFileSync(at("after.json"), "utf8")).toBe(readFileSync(at("before.json"), "utf8"));
  });

  it("names all files that it wrote", async () => {
    const run = await typed(`export examples/trained.npz -o ${at("all.csv")}`);
    const names = ["fc1", "fc2"].map((layer) => at(`all.${layer}.weight.csv`));
    expect(run.stdout.replace(/\s+/g, " ")).toContain(`${names.join(", ")}: csv of float64, `);
  });

  it("writes over no file of the network itself", async () => {
    const inside = join(folder, "own");
    mkdirSync(inside);
    await typed(`export examples/trained.npz --round --activation tanh -o ${join(inside, "model.json")}`);
    const input = join(inside, "own.json");
    renameSync(join(inside, "model.json"), input);
    const run = await typed(`export ${input} -o ${join(inside, "model.json")}`);
    expect([run.status, ...complaints(run).slice(-1)]).toEqual([
      2,
      `equiloss: ${join(inside, "model.weights.bin")}: is an input, too, and would be written; name an output in another folder`,
    ]);
    expect(readdirSync(inside).toSorted()).toEqual(["model.weights.bin", "own.json"]);
  });

  it("says in JSON what it wrote", async () => {
    const { stdout } = await typed(`export examples/trained.npz -o ${at("a.safetensors")} --json`);
    const bytes = readFileSync(at("a.safetensors")).length;
    expect(JSON.parse(stdout)).toEqual({
      format: "equiloss-export/1",
      file: at("a.safetensors"),
      target: "safetensors",
      type: "float64",
      bytes,
    });
  });

  itRefuses("export", {
    [`examples/mixed.json -o ${at("a.txt")}`]: `--output: "${at("a.txt")}" doesn't say the format; end it with one of .npz, .safetensors, .onnx, .keras, .h5, model.json, .nnet, .csv`,
    [`examples/biases.json -o ${at("a.npz")} --type bfloat16`]:
      "--type: NumPy has no bfloat16; choose float16 or float32 or float64",
    [`examples/biases.json -o ${at("a.onnx")} --type float16 --activation tanh`]:
      "--type: ONNX has no float16; choose float32 or float64",
    [`examples/biases.json -o ${at("a.npz")} --type float8`]:
      '--type: "float8"; choose float16, bfloat16, float32, float64',
    [`examples/biases.json -o ${at("a.onnx")}`]:
      "--activation: ONNX says the activation; name it, such as tanh or relu",
    [`examples/biases.json -o ${at("a.npz")} --activation tanh`]:
      "--activation: npz says no activation; leave it out, or export to .onnx",
    [`examples/biases.json -o ${at("a.npz")} --activation tanh --within -1:1`]:
      "--within: nothing changes unless numbers are rounded; add --round",
    [`examples/deep-from.json -o ${at("a.npz")} --round --within -1:1`]:
      "--within: what the network computes depends on σ; name it by --activation",
    [`examples/deep-from.json -o ${at("a.npz")} --round --activation ratio:1:0,1 --within -1:1`]:
      "--within: the activation ratio:1:0,1 may have no value between -0.6667 and 0.6667; take a smaller box of inputs, or an activation whose denominator isn't 0 there",
  });

  describe("--round", () => {
    /** 1/3 is rounded in both layers, and 16777217 is halfway between two floats of 32 bits. */
    const NETWORK = {
      format: "equiloss-network/1",
      weights: [[["1/3"], ["2"]], [["16777217", "-1/3"]]],
      biases: [["0", "1/2"], ["7"]],
    };

    it("writes the nearest floats, and proves what that changes", async () => {
      writeFileSync(at("thirds.json"), JSON.stringify(NETWORK));
      const run = await typed(
        `export ${at("thirds.json")} --round --type float32 --activation tanh --within -1:1 -o ${at("thirds.npz")}`,
      );
      expect([run.status, complaints(run)]).toEqual([0, []]);
      expect(run.stdout.replace(/\s+/g, " ")).toMatch(
        /thirds\.npz: npz of float32, \d+ bytes, 3 numbers rounded, by at most 1 for tanh and all inputs from -1 to 1, each output changes by at most 0\.4882 $/,
      );
      await typed(`import ${at("thirds.npz")} -o ${at("floats.json")}`);
      const { weights } = JSON.parse(readFileSync(at("floats.json"), "utf8")) as typeof NETWORK;
      expect(weights).toEqual([[["11184811/33554432"], ["2"]], [["16777216", "-11184811/33554432"]]]);
    });

    it("bounds what other inputs show, and no more than twice of it", async () => {
      writeFileSync(at("thirds.json"), JSON.stringify(NETWORK));
      const { stdout } = await typed(
        `export ${at("thirds.json")} --round --type float32 --activation relu --within 0:1 -o ${at("r.npz")} --json`,
      );
      const { rounding } = JSON.parse(stdout) as { rounding: Readonly<Record<string, unknown>> };
      expect(rounding).toMatchObject({
        rounded: 3,
        largestDifference: "1",
        activation: "relu",
        within: ["0", "1"],
      });
      const { bound } = rounding;
      // At x = 1 the float network has 11184811/33554432·(16777216 − 5/2) + 7.
      const [ours, floats] = [16777217 / 3 - 2.5 / 3, (11184811 / 33554432) * (16777216 - 2.5)];
      const change = Math.abs(ours - floats);
      const { s, n, d } = parseRational(String(bound));
      const most = Number(s * n) / Number(d);
      expect(most).toBeGreaterThanOrEqual(change);
      expect(most).toBeLessThan(2 * change + 1);
    });

    it("says so if there is nothing to round", async () => {
      const run = await typed(`export examples/trained.npz --round -o ${at("same.npz")}`);
      expect(run.stdout).toMatch(/npz of float64, \d+ bytes, every number as it\s+was/);
      const { stdout } = await typed(`export examples/trained.npz --round -o ${at("same.npz")} --json`);
      expect(JSON.parse(stdout)).toMatchObject({ rounding: { rounded: 0, largestDifference: "0" } });
    });

    it("refuses what would be infinite", async () => {
      writeFileSync(at("thirds.json"), JSON.stringify(NETWORK));
      await refused(
        `export ${at("thirds.json")} --round --type float16 -o ${at("h.npz")}`,
        `${at("thirds.json")}: entry 1 of row 1 of fc2.weight is larger than any float16; choose a wider --type`,
      );
    });
  });

  it("takes the activation that the file tells", async () => {
    await typed(`export ${FILES}/s1-teacher.onnx -o ${at("again.onnx")}`);
    const run = await typed(`import ${at("again.onnx")} -o ${at("s1.json")}`);
    expect(run.stderr).toContain("activation sigmoid");
  });

  it("refuses the first number that no float has", async () => {
    const run = await typed(`export examples/deep-from.json -o ${at("a.npz")}`);
    expect([run.status, ...complaints(run)]).toEqual([
      2,
      expect.stringMatching(
        /^equiloss: examples\/deep-from\.json: entry \d+ of row \d+ of fc\d\.\w+ is \S+, which is no float64; round it by --round/,
      ),
    ]);
  });
});
