import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { itRefuses, printed, printedJson, refused, typed } from "../../runs.js";
import { dataText, networkText, scratchFolder, textOf, writerIn } from "../../scratch.js";

const folder = scratchFolder();
const fileOf = writerIn(folder);
const CORPUS = "test/corpus/compare";
const [A, B] = [`${CORPUS}/rebasin-a.json`, `${CORPUS}/rebasin-b.json`];

describe("equiloss compare", () => {
  it("says that a permuted copy computes the same, and which unit is which", async () => {
    const lines = (await printed(`compare ${A} ${B}`)).split("\n");
    expect(lines).toEqual([
      "same: both compute the same for every activation",
      "hidden layer 1, unit of A → of B: 1 → 29, 2 → 17, 3 → 27, 4 → 14, 5 → 15, 6 → 28, 7 → 22, 8 → 9, 9 → 26, 10 → 7, 11 → 24, 12 → 3, … 18 more",
      "hidden layer 2, unit of A → of B: 1 → 33, 2 → 40, 3 → 28, 4 → 14, 5 → 16, 6 → 2, 7 → 18, 8 → 41, 9 → 11, 10 → 31, 11 → 36, 12 → 13, … 38 more",
      "",
    ]);
  });

  it("names the first mismatch, how well all others match, and an input that shows it", async () => {
    const from = fileOf(networkText(["1 0; 0 1; 1 1", "1 2 3; 1 0 1", "1 1"], "0 0 0; 1/2 1; 0"));
    const to = fileOf(networkText(["0 1; 1 0; 1 1", "2 1 3; 0 1 1", "1 1"], "0 0 0; 0 1; 0"));
    expect(await printed(`compare ${from} ${to}`, 1)).toBe(
      "different: there are activations for which they don't compute the same\n" +
        "layer 2, bias of unit 1: 1/2 in A, 0 in B, 0.5 apart; all other units match exactly\n" +
        "all weights together differ by 0.5, which no other matching makes less\n" +
        "for poly:0,0,1, at the input (-3/4, -3/2), output 1 differs by 41/2\n" +
        "hidden layer 1, unit of A → of B: 1 → 2, 2 → 1, 3 → 3\n" +
        "hidden layer 2, unit of A → of B: in the same order\n",
    );
  });

  it("merges, mirrors and scales", async () => {
    const merged = fileOf(networkText(["1 2", "2"], "3; 0"));
    expect(await printed(`compare ${CORPUS}/tanh-pair.json ${merged} --activation tanh`)).toBe(
      "same for tanh: both compute the same for it, though not for every activation\n" +
        "hidden layer 1, unit of A → of B: 1 → 1, 2 → 1 (mirrored)\n" +
        "  merged into one: 1, 2 of A; 1 of B\n",
    );
    const scaled = fileOf(networkText(["1 2", "3"], "1; 0"));
    expect(await printed(`compare ${CORPUS}/relu-scale.json ${scaled} --activation relu`)).toBe(
      "same for relu: both compute the same for it, though not for every activation\n" +
        "hidden layer 1, unit of A → of B: 1 → 1, 2 → 1 (scaled by 1/2)\n" +
        "  merged into one: 1, 2 of A; 1 of B\n",
    );
  });

  it("takes networks of other widths, and without biases", async () => {
    expect(await printed(`compare ${CORPUS}/w3.json ${CORPUS}/w2.json`)).toBe(
      "same: both compute the same for every activation\n" +
        "hidden layer 1, unit of A → of B: 1 → 1, 2 → 2\n" +
        "  without effect: 3 of A\n",
    );
    expect(await printed(`compare ${CORPUS}/bias0.json ${CORPUS}/bias0zero.json`)).toBe(
      "same: both compute the same for every activation\n" +
        "hidden layer 1, unit of A → of B: in the same order\n" +
        "  merged into one: 1, 3 of A; 1, 3 of B\n",
    );
  });

  it("has all of it as JSON", async () => {
    expect(await printedJson(`compare ${CORPUS}/w3.json ${CORPUS}/w2.json --json`)).toEqual({
      verdict: "same",
      matching: [[1, 2, 0]],
      labelledPartitions: { a: [[1, 2, 0]], b: [[1, 2]] },
    });
    const moved = fileOf(networkText(["1 2; 3 4", "1 5/4"]));
    expect(await printedJson(`compare ${CORPUS}/w2.json ${moved} --json`, 1)).toEqual({
      verdict: "different",
      matching: [[1, 2]],
      mismatch: {
        units: [{ layer: 2, unit: 1, unitOfB: 1, weight: 2, inA: "1", inB: "5/4", difference: "1/4" }],
        others: "0",
      },
      distance: "1/4",
      leastDistance: "1/4",
      witness: {
        activation: "poly:0,0,1",
        input: ["-3/4", "-3/2"],
        output: 1,
        difference: "1089/64",
        exact: true,
      },
    });
    const scaled = fileOf(networkText(["2 4", "3/2"], "2; 0"));
    const options = "--activation relu --json";
    expect(await printedJson(`compare ${CORPUS}/relu-scale.json ${scaled} ${options}`)).toEqual({
      verdict: "same-for-activation",
      activation: "relu",
      matching: [[1, 1]],
      scales: [["2", "1"]],
      labelledPartitions: { a: [[1, 1]], b: [[1]] },
    });
    const mirrored = "examples/mirrored-from.json examples/mirrored-to.json --activation tanh --json";
    expect(await printedJson(`compare ${mirrored}`)).toMatchObject({
      verdict: "same-for-activation",
      signs: [[-1, 1, -1, 1]],
    });
  });

  it("doesn't settle what only the formula of an activation shows", async () => {
    const [from, to] = [networkText(["1; 1", "1 1"], "0 2; 0"), networkText(["1", "2"], "1; 0")].map((text) =>
      fileOf(text),
    );
    expect(
      (await printed(`compare ${String(from)} ${String(to)} --activation poly:0,1`, 1)).split("\n")[0],
    ).toBe("undecided for poly:0,1: they don't reduce to one network, and were not seen to differ");
  });

  it("bounds the distance of several layers from below, and says so", async () => {
    const from = fileOf(networkText(["1 0; 0 1", "1 2; 3 1", "1 1"]));
    const to = fileOf(networkText(["2 1; 0 3", "1 1; 2 5", "1 2"]));
    expect(await printed(`compare ${from} ${to}`, 1)).toContain(
      "all weights together differ by 11, and no matching makes it less than 9\n",
    );
  });

  it("says that layers are too wide to be matched", async () => {
    const wide = (factor: number): string =>
      fileOf(
        JSON.stringify({
          format: "equiloss-network/1",
          weights: [Array.from({ length: 1700 }, (_, unit) => [factor * (unit + 1)]), [Array(1700).fill(1)]],
        }),
      );
    const [from, to] = [wide(1), wide(2)];
    const text = await printed(`compare ${from} ${to}`, 1);
    expect(text.split("\n")[1]).toBe("the layers are too wide to find the nearest matching");
    await refused(
      `compare ${from} ${to} --apply -o ${join(folder, "wide.json")}`,
      "--apply: the layers are too wide to be matched; leave --apply out",
    );
  });
});

describe("equiloss compare --within and --data", () => {
  const NETWORKS = `${CORPUS}/n2n-f32-3-small.json ${CORPUS}/n2n-f32-3-wide.json`;
  const TANH = `compare ${NETWORKS} --activation tanh`;
  const DATA = fileOf(dataText("1 1 1; 1/2 0 -1", "0; 0"));

  it("is within 1e-7 where thirds of weights were rounded", async () => {
    const text = await printed(`${TANH} --within -1:1 --tolerance 1e-7`);
    expect(text.split("\n").slice(0, 2)).toEqual([
      "within the tolerance for tanh: they may not compute the same, but nearly so",
      "no output differs by more than 2.82e-8 for all inputs from -1 to 1; the tolerance is 1e-7",
    ]);
    expect(await printedJson(`${TANH} --within -1:1 --tolerance 1e-7 --json`)).toMatchObject({
      verdict: "within",
      activation: "tanh",
      within: ["-1", "1"],
      tolerance: "1/10000000",
      bound: "141/5000000000",
      witness: { activation: "tanh", exact: false },
    });
  });

  it("bounds in a ball, and shows a difference only in it", async () => {
    expect(await printed(`${TANH} --within ball:1 --tolerance 1e-7`)).toMatch(
      /\nno output differs by more than \S+ for all inputs at most 1 from 0; the tolerance is 1e-7\n/,
    );
    const found = (await printedJson(`${TANH} --within ball:1 --json`, 1)) as {
      witness: { input: string[] };
    };
    const length = found.witness.input.reduce((sum, text) => {
      const [above, below = "1"] = text.split("/");
      return sum + (Number(above) / Number(below)) ** 2;
    }, 0);
    expect(length).toBeLessThanOrEqual(1);
  });

  it("is different without a tolerance, or above it, and tells the bound", async () => {
    expect(await printed(`${TANH} --within -1:1`, 1)).toContain(
      "different for tanh\nno output differs by more than 2.82e-8 for all inputs from -1 to 1\n",
    );
    expect(await printed(`${TANH} --data ${DATA} --tolerance 1e-12`, 1)).toMatch(
      /^different for tanh\nno output differs by more than \S+ on the inputs of the data; the tolerance is 1e-12\n/,
    );
    expect(await printedJson(`${TANH} --data ${DATA} --tolerance 1e-6 --json`)).toMatchObject({
      verdict: "within",
    });
  });

  itRefuses(`compare ${NETWORKS}`, {
    "--within -1:1": "--within: what the network computes depends on σ; name it by --activation",
    "--apply -o turned.safetensors":
      '--output: a network file is JSON, and "turned.safetensors" ends as files of another format do; name a .json file; equiloss export makes npz, safetensors and ONNX of it',
    [`--data ${DATA}`]: "--data: what the network computes depends on σ; name it by --activation",
    "--tolerance 1": "--tolerance: there is nothing to bound; add --within or --data",
    "--activation tanh --within 1":
      '--within: "1" is not a range; write LOW:HIGH, such as -5:5, for all inputs from -5 to 5; or ball:R for all at most R from 0',
    "--activation tanh --within 1:0": "--within: the range from 1 to 0 is empty; give the lower end first",
    "--activation tanh --within 0:x":
      '--within: "x" is not a number; give a decimal or a fraction, such as "1e-6", "0.001" or "1/1000"',
    "--activation tanh --within 0:1 --tolerance -1": "--tolerance: -1 is negative; give 0 or more",
    "--activation tanh --data examples/landscape-data.json":
      "examples/landscape-data.json: an input has dimension 1, and the network has 3 inputs; " +
      "give inputs of the network's dimension",
    [`--activation tanh --within 0:1 --data ${DATA}`]:
      "option '--within <LOW:HIGH>' cannot be used with option '--data <file>'; see equiloss compare --help",
  });
});

describe("equiloss compare without --activation", () => {
  const FILES = "test/formats/files";

  it("takes the activation that a file tells, where one is needed", async () => {
    const run = await typed(`compare ${FILES}/t1-teacher.npz ${FILES}/t1-teacher.onnx --within -1:1`);
    expect([run.status, run.stdout.split("\n")[0]]).toEqual([
      0,
      "same: both compute the same for every activation",
    ]);
    expect(run.stderr).toContain(`${FILES}/t1-teacher.onnx: --activation tanh, as the file tells\n`);
  });

  it("asks if the files tell different ones", async () => {
    const run = await typed(`compare ${FILES}/t1-teacher.onnx ${FILES}/s1-teacher.onnx --within -1:1`);
    expect([run.status, run.stderr]).toEqual([
      2,
      expect.stringContaining(
        `equiloss: --within: ${FILES}/t1-teacher.onnx tells tanh, and ${FILES}/s1-teacher.onnx sigmoid; name one by --activation\n`,
      ),
    ]);
  });
});

describe("equiloss compare --apply", () => {
  it("writes B in the order of A, whole or not at all", async () => {
    const output = join(folder, "applied.json");
    const text = await printed(`compare ${A} ${B} --apply -o ${output}`);
    expect(text).toMatch(new RegExp(`\nB in the order of A: ${output}\n$`));
    const written = JSON.parse(readFileSync(output, "utf8")) as object;
    expect(written).toEqual(JSON.parse(textOf(A)));
    expect(await printed(`compare ${A} ${output}`)).toContain(
      "hidden layer 1, unit of A → of B: in the same order",
    );
    expect(readdirSync(folder).filter((name) => name.startsWith("applied"))).toEqual(["applied.json"]);
  });

  it("mirrors units back, and leaves what was there if it can't", async () => {
    const output = join(folder, "mirrored.json");
    const to = fileOf(networkText(["-3 -4; -1 -2", "-1 -1"]));
    const [w2, options] = [`${CORPUS}/w2.json`, `--apply -o ${output}`];
    await printed(`compare ${w2} ${to} --activation tanh ${options}`);
    expect(readFileSync(output, "utf8")).toBe(`${networkText(["1 2; 3 4", "1 1"])}\n`);
    writeFileSync(output, "precious");
    await refused(
      `compare ${w2} ${CORPUS}/w3.json ${options}`,
      "--apply: hidden layer 1 has 3 units in the second network and 2 in the first; " +
        "give networks of equal widths, or reduce both first",
    );
    expect(readFileSync(output, "utf8")).toBe("precious");
    expect(readdirSync(folder).filter((name) => name.startsWith("mirrored"))).toEqual(["mirrored.json"]);
  });

  it("names the file under --json, and tells a difference by the exit code still", async () => {
    const output = join(folder, "near.json");
    const moved = fileOf(networkText(["3 4; 1 2", "5/4 1"]));
    const run = await typed(`compare ${CORPUS}/w2.json ${moved} --json --apply -o ${output}`);
    expect([run.status, JSON.parse(run.stdout)]).toMatchObject([1, { verdict: "different", output }]);
    expect(readFileSync(output, "utf8")).toBe(`${networkText(["1 2; 3 4", "1 5/4"])}\n`);
  });
});

describe("what equiloss compare can't use", () => {
  const [W2, MIXED] = [`${CORPUS}/w2.json`, "examples/mixed.json"];
  const ALIKE = "give networks of as many layers, inputs and outputs; hidden layers may have any widths";
  itRefuses("compare", {
    "": "missing required argument 'a'; see equiloss compare --help",
    [W2]: "missing required argument 'b'; see equiloss compare --help",
    [`${W2} none.json`]: "none.json: no such file; name a file that can be read",
    [`${W2} ${A}`]: `${A}: 3 layers, the first network has 2; ${ALIKE}`,
    [`${W2} ${CORPUS}/bias0.json`]: `${CORPUS}/bias0.json: 1 input, the first network has 2; ${ALIKE}`,
    [`${CORPUS}/n2n-f32-3-small.json examples/mnist-layer.json`]: `examples/mnist-layer.json: 784 inputs, the first network has 3; ${ALIKE}`,
    [`${W2} ${MIXED} --apply`]: "--apply: nowhere to write to; name a file by -o",
    [`${W2} ${MIXED} -o x.json`]: "--output: nothing to write; add --apply, which writes B in the order of A",
    [`${W2} ${MIXED} --apply -o -`]:
      "--output: a network goes to a file, not to standard output; name a file",
    [`${W2} ${MIXED} --apply -o none/x.json`]:
      "none/x.json: no such folder; make it, or name a file in another",
    [`${W2} ${MIXED} --apply -o ${MIXED}`]: `${MIXED}: is an input, too (${MIXED}); name another output`,
    [`${W2} ${MIXED} --max-memory 1`]:
      "--max-memory: 1 is too small; give a whole number from 16 to 1048576, in decimal digits",
    [`${W2} ${MIXED} --activation tahn`]:
      '--activation: "tahn" is not an activation (Did you mean tanh?); give one of tanh, erf, arctan, softsign, ' +
      "sigmoid, softplus, silu, gelu, gaussian, relu, leaky:1/10, softplus+sigmoid:1,4, or a formula such as " +
      "poly:1,0,1/2 for 1 + x²/2",
  });
});
