import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { complaints, itRefuses, typed } from "../runs.js";
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
    [`examples/mixed.json -o ${at("a.txt")}`]: `--output: "${at("a.txt")}" doesn't say the format; end it with one of .npz, .safetensors, .onnx`,
    [`examples/biases.json -o ${at("a.npz")} --type bfloat16`]:
      "--type: NumPy has no bfloat16; export to safetensors, or choose another",
    [`examples/biases.json -o ${at("a.npz")} --type float8`]:
      '--type: "float8"; choose float16, bfloat16, float32, float64',
    [`examples/biases.json -o ${at("a.onnx")}`]:
      "--activation: ONNX says the activation; name it, such as tanh or relu",
    [`examples/biases.json -o ${at("a.npz")} --activation tanh`]:
      "--activation: npz says no activation; leave it out, or export to .onnx",
  });

  it("refuses the first number that no float has", async () => {
    const run = await typed(`export examples/deep-from.json -o ${at("a.npz")}`);
    expect([run.status, ...complaints(run)]).toEqual([
      2,
      expect.stringMatching(
        /^equiloss: examples\/deep-from\.json: entry \d+ of row \d+ of fc\d\.\w+ is \S+, which is no float64; export/,
      ),
    ]);
  });
});
