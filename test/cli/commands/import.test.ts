import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { archive, bytesOf, npy } from "../../formats/archives.js";
import { complaints, itRefuses, refused, typed } from "../runs.js";
import { scratchFolder } from "../scratch.js";

const FILES = "test/formats/files";
const folder = scratchFolder();
const out = join(folder, "out.json");
const SQUARE = archive(
  ["W1", "W2"].map((name, index) => ({
    name: `${name}.npy`,
    bytes: npy({ shape: "(2, 2)", data: bytesOf(1, 2, 3, 4 + index) }),
  })),
);
const square = join(folder, "square.npz");
writeFileSync(square, SQUARE);

/** What a command wrote, and what it told on stderr. */
async function imported(line: string): Promise<[unknown, string]> {
  const run = await typed(`import ${line} -o ${out}`);
  expect(run.status).toBe(0);
  return [JSON.parse(readFileSync(out, "utf8")), complaints(run).join("\n")];
}

const TOLD =
  'float32; layers 0.weight, 2.weight, in the order of their numbers; weights are outputs × inputs, as "weight" says';

describe("import", () => {
  it("writes one network of one file in three formats, and tells how each was read", async () => {
    const [npz, told] = await imported(`${FILES}/t1-student.npz`);
    expect(told).toBe(`${FILES}/t1-student.npz: npz; ${TOLD}`);
    const [safetensors, other] = await imported(`${FILES}/t1-student.safetensors`);
    expect([safetensors, other]).toEqual([npz, `${FILES}/t1-student.safetensors: safetensors; ${TOLD}`]);
    const [onnx, third] = await imported(`${FILES}/t1-student.onnx`);
    expect([onnx, third]).toEqual([npz, `${FILES}/t1-student.onnx: ONNX; activation tanh`]);
  });

  it("says what it wrote, in words and in JSON", async () => {
    const words = await typed(`import ${FILES}/t1-student.onnx -o ${out}`);
    expect(words.stdout.replace(/\s+/g, " ")).toBe(
      `${out}: network of widths 3-9-2, with biases, from ONNX `,
    );
    const { stdout } = await typed(`import examples/trained.npz -o ${out} --json`);
    expect(JSON.parse(stdout)).toEqual({
      format: "equiloss-import/1",
      file: out,
      source: "npz",
      widths: [2, 6, 1],
      hasBiases: false,
      decisions: [
        "float64",
        "layers W1, W2, in the order of their numbers",
        "weights are outputs × inputs, since only so they fit",
      ],
    });
  });

  it("takes what is open from a person", async () => {
    const [plain] = await imported(`${square} --transpose none`);
    expect(plain).toMatchObject({
      weights: [
        [
          ["1", "2"],
          ["3", "4"],
        ],
        [
          ["1", "2"],
          ["3", "5"],
        ],
      ],
    });
    const [turned] = await imported(`${square} --transpose W2 --layers W1,W2`);
    expect(turned).toMatchObject({
      weights: [
        expect.anything(),
        [
          ["1", "3"],
          ["2", "5"],
        ],
      ],
    });
    await refused(
      `import ${square} -o ${out}`,
      `${square}: npz: the weights fit both as outputs × inputs and as inputs × outputs (2 × 2 is W1); import the ` +
        "file with --transpose none if they are outputs × inputs, else with --transpose all",
    );
  });

  it("takes arrays and biases from several files", async () => {
    const arrays = { W1: "(3, 2)", W2: "(1, 3)", b1: "(3, 1)" };
    const [w1 = "", w2 = "", b1 = ""] = Object.entries(arrays).map(([name, shape], index) => {
      const file = join(folder, `${name}.npy`);
      writeFileSync(file, npy({ shape, data: bytesOf(...[1, 2, 3, 4, 5, 6].slice(0, index === 0 ? 6 : 3)) }));
      return file;
    });
    const [network] = await imported(`${w2} ${w1} --bias ${b1}`);
    expect(network).toMatchObject({ biases: [["1", "2", "3"], ["0"]] });
  });

  it.each([
    ["decimal", "1/10"],
    ["double", "3602879701896397/36028797018963968"],
  ])("takes JSON numbers as %s", async (how, tenth) => {
    const file = join(folder, "tenth.json");
    writeFileSync(file, '{"format":"equiloss-network/1","weights":[[[0.1, "0.1", 2e0]],[["0x1p-1"]]]}');
    const [network, told] = await imported(`${file} --numbers ${how}`);
    expect(network).toMatchObject({ weights: [[[tenth, "1/10", "2"]], [["1/2"]]] });
    expect(told).toMatch(/^\S+: JSON; numbers are the /);
    await refused(
      `reduce ${file}`,
      `${file}:1:45: 0.1 is a float; write it as a string, "0.5" or "1/2", or import the file: equiloss import ` +
        "--numbers decimal takes the digits, --numbers double the double nearest to them",
    );
  });

  itRefuses(`import ${FILES}/t1-student.npz -o ${out}`, {
    "--layers 0.weight,3.weight": `${FILES}/t1-student.npz: npz: no array "3.weight"; name each once in --layers, of 0.weight, 2.weight, with its bias after a +`,
    "--numbers double": `${FILES}/t1-student.npz: npz: the numbers of JSON and CSV files alone can be meant in two ways; leave out --numbers`,
    "--numbers half": '--numbers: "half"; choose double or decimal',
    [`${FILES}/t1-student.onnx`]: `${FILES}/t1-student.onnx: ONNX: it holds a whole network; give it alone`,
    "examples/mixed.json":
      "examples/mixed.json: text: no file of a network that is told by what it holds; give a file of numpy.savez, safetensors, ONNX or Keras",
  });

  itRefuses("import", {
    [`${FILES}/t1-student.onnx --layers a -o ${out}`]: `${FILES}/t1-student.onnx: ONNX: the file itself says which layer is which; leave out --layers`,
    [`examples/mixed.json --transpose all -o ${out}`]:
      "--transpose: a JSON file says which matrix is which; leave it out",
    [`examples/mixed.json -o examples/mixed.json`]:
      "examples/mixed.json: is an input, too (examples/mixed.json); name another output",
    "examples/mixed.json -o net.npz":
      '--output: a network file is JSON, and "net.npz" ends as files of another format do; name a .json file; equiloss export makes npz, safetensors and ONNX of it',
    [`examples/mixed.json -o -`]: "--output: a network goes to a file, not to standard output; name a file",
  });

  it("leaves nothing behind if it refuses", async () => {
    const file = join(folder, "none.json");
    await typed(`import ${square} -o ${file}`);
    expect([existsSync(file), existsSync(`${file}.equiloss-partial`)]).toEqual([false, false]);
  });
});

describe("commands that take a network", () => {
  it("take such files", async () => {
    const run = await typed(`path ${FILES}/t1-student.npz ${FILES}/t1-student.onnx`);
    expect([run.status, run.stdout.split("\n")[1]]).toEqual([0, "no path has fewer (equal points)"]);
    expect(run.stderr).toContain(`${FILES}/t1-student.npz: npz; ${TOLD}\n`);
    expect(run.stderr).toContain(`${FILES}/t1-student.onnx: ONNX; activation tanh\n`);
  });

  it("say on stderr how they read them, under --json too", async () => {
    const run = await typed("reduce examples/trained.npz --json");
    expect([run.status, JSON.parse(run.stdout)]).toMatchObject([0, { width: 6, irreducibleWidth: 6 }]);
    expect(complaints(run).join("\n")).toBe(
      "examples/trained.npz: npz; float64; layers W1, W2, in the order of their numbers; " +
        "weights are outputs × inputs, since only so they fit",
    );
  });

  it("refuse pickles with a recipe, and networks that aren't for them", async () => {
    const run = await typed(`reduce ${FILES}/t1-teacher.pt`);
    expect([run.status, run.stderr]).toMatchObject([
      2,
      expect.stringContaining("which runs code when it is read"),
    ]);
    const output = `-o ${join(folder, "none.json")}`;
    const biased = await typed(`certify connected 4 5 --network ${FILES}/t1-student.onnx ${output}`);
    expect(biased.stderr).toContain("the network has biases; give a two-layer network without biases");
  });
});
