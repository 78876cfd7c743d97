import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { itRefuses, printed, printedJson, refused, typed } from "../../runs.js";
import { networkText, scratchFolder, writerIn } from "../../scratch.js";
import { type Classified, decimalOf } from "./classified.js";

const folder = scratchFolder();
const fileOf = writerIn(folder);
const STUDENT = "examples/trained.json";
const MIXTURE = "--activation softplus+sigmoid:1,4";

/** Three ReLUs with biases: dead, linear and neither for inputs from 0 to 1. */
const KINKS = fileOf(
  JSON.stringify({
    format: "equiloss-network/1",
    weights: [[["-1"], ["1"], ["2"]], [["5", "1", "1"]]],
    biases: [["0", "1", "-1"], ["0"]],
  }),
);

describe("equiloss classify", () => {
  it("tells groups, distance and bounds in lines", async () => {
    expect(await printed(`classify ${STUDENT} --tolerance 1e-6 ${MIXTURE} --within -5:5`)).toBe(
      [
        "width 6 reduces to 4, at the tolerance 1e-6",
        "  copies    neurons 2, 3: at most 6.867e-8 apart, outgoing sum [1.000, 1.001]",
        "  silent    neuron 5: outgoing [-1.127e-16, -1.126e-16]",
        "distance to the nearest network with these groups: at most 5.353e-8",
        "for softplus+sigmoid:1,4 and all inputs from -5 to 5, each output changes by at most 4.982e-7",
        "",
      ].join("\n"),
    );
  });

  it("looks for tolerances in the gaps, and shows the distances", async () => {
    const lines = (await printed(`classify ${STUDENT}`)).split("\n");
    expect(lines.slice(0, 6)).toEqual([
      "width 6 reduces to 4, at the tolerances 0.0001407 for incoming and 7.558e-9 for outgoing weights",
      "  distances to the nearest neuron, from",
      `    1e-8   ${"█".repeat(20)} 2`,
      "    ······ tolerance 0.0001407",
      `    1e-1   ${"█".repeat(10)} 1`,
      `    1e0    ${"█".repeat(30)} 3`,
    ]);
    expect(await printed(`classify ${STUDENT} --auto`)).toBe(lines.join("\n"));
  });

  it("says so where there is no gap", async () => {
    const even = fileOf(networkText(["1; 2; 4", "1 2 3"]));
    expect(await printed(`classify ${even}`)).toMatch(
      /^width 3 stays: no gap is wide enough to find a tolerance in, give one\n/,
    );
    expect(await printed(`classify ${even}`)).not.toContain("these groups");
  });

  it("shortens the sums of many outputs, and says first things again after many lines", async () => {
    const copies = Array.from({ length: 24 }, (_, unit) => `${unit % 12}`).join("; ");
    const rows = Array.from({ length: 4 }, (_, row) =>
      Array.from({ length: 24 }, () => `${row - 2}/3`).join(" "),
    );
    const lines = (
      await printed(`classify ${fileOf(networkText([copies, rows.join("; ")]))} --tolerance 0`)
    ).split("\n");
    expect(lines[1]).toBe("  copies    neurons 1, 13: equal, outgoing sum at most 1.334");
    expect(lines).toHaveLength(15);
    const long = await printed(`classify ${fileOf(networkText([copies, rows.join("; ")]))} --auto`);
    expect(long).not.toContain("\nwidth 24");
  });

  it("has one style of numbers in a line", async () => {
    const text = networkText(["1; 1", "1/2 1/2; 1/3 12345678901234567/33333333333333333"]);
    expect(await printed(`classify ${fileOf(text)} --tolerance 0`)).toContain(
      "  copies    neurons 1, 2: equal, outgoing sum (1, [0.7037, 0.7038])",
    );
    const mixed = networkText(["1; 1", "1/4 1/8; 1/3 12345678901234567/33333333333333333"]);
    expect(await printed(`classify ${fileOf(mixed)} --tolerance 0`)).toContain(
      "outgoing sum (0.375, [0.7037, 0.7038])",
    );
  });

  it("says the headline again after more than twenty lines", async () => {
    const layers = Array.from({ length: 12 }, () => "1 2; 1 2");
    const lines = (await printed(`classify ${fileOf(networkText([...layers, "1 1"]))} --tolerance 0`))
      .trim()
      .split("\n");
    const headline = lines.filter((line) => line.startsWith("hidden layer"));
    expect(headline).toHaveLength(24);
    expect(lines.slice(-12)).toEqual(headline.slice(0, 12));
  });

  it("has the same in JSON, with exact numbers", async () => {
    expect(await printedJson(`classify ${STUDENT} --tolerance 1/1000000 --json`)).toEqual({
      width: 6,
      irreducibleWidth: 4,
      labelledPartition: [1, 2, 2, 3, 0, 4],
      signs: [1, 1, 1, 1, 1, 1],
      groups: [
        {
          kind: "copies",
          units: [2, 3],
          spread: "6867/100000000000",
          outgoingSum: [expect.stringMatching(/^[0-9]+\/[0-9]+$/)],
        },
        {
          kind: "silent",
          units: [5],
          outgoingSum: ["-142757146220253/1267650600228229401496703205376"],
        },
      ],
      tolerance: "1/1000000",
      outgoingTolerance: "1/1000000",
      distance: "5353/100000000000",
      distanceSquared: expect.stringMatching(/^[0-9]+\/[0-9]+$/) as string,
    });
  });

  it("tells mirrored, scaled, dead and linear neurons, and what has no place", async () => {
    const mirrored = fileOf(networkText(["1 2; -1 -2; 3 1", "1 2 3"]));
    expect(await printed(`classify ${mirrored} --tolerance 0 --activation tanh`)).toContain(
      "  copies    neurons 1, 2 (mirrored): equal, outgoing sum -1\n",
    );
    expect(await printed(`classify ${mirrored} --tolerance 0 --activation softplus`)).toContain(
      "  merging mirrored neurons leaves a part that has no place, so some stay in pairs\n",
    );
    const scaled = fileOf(networkText(["1 2; 3 6; 3 1", "1 2 3"]));
    expect(await printed(`classify ${scaled} --tolerance 0 --activation relu`)).toContain(
      "  copies    neurons 1, 2 (times 3): equal, outgoing sum 7\n",
    );
    const kinks = await printed(`classify ${KINKS} --tolerance 0 --activation relu --within 0:1`);
    expect(kinks).toContain("  dead      neuron 1\n  linear    neuron 2\n");
    expect(kinks).toContain("width 3 reduces to 2,");
    expect(kinks).toContain("each output changes by at most 0\n");
  });

  it("goes through all layers", async () => {
    const text = await printed("classify examples/four-layers.json --tolerance 0");
    expect(text.match(/^hidden layer [0-9]: width [0-9] reduces to [0-9]/gm)).toEqual([
      "hidden layer 1: width 4 reduces to 3",
      "hidden layer 2: width 4 reduces to 2",
      "hidden layer 3: width 3 reduces to 2",
    ]);
    const found = (await printedJson("classify examples/four-layers.json --json")) as { layers: unknown[] };
    expect(found.layers).toHaveLength(3);
  });

  it("encloses the change on data", async () => {
    const data = "examples/landscape-data.json";
    const apart = fileOf(networkText(["1; 1001/1000", "3 1; 0 0"]));
    // 3·1 + 1.001 = 4.001 against 4·1.0005 = 4.002, at the input 1.
    expect(
      await printed(`classify ${apart} --tolerance 1e-2 --activation poly:0,1 --data ${data}`),
    ).toContain("on the data outputs change by at most 0.001001, most at input 1, output 1\n");
    const json = `classify ${apart} --tolerance 1e-2 --activation poly:0,1 --data ${data} --json`;
    expect(await printedJson(json)).toMatchObject({
      data: { lower: expect.any(String) as string, upper: expect.any(String) as string, input: 1, output: 1 },
    });
  });
});

describe("equiloss classify without --activation", () => {
  const teacher = "test/formats/files/t1-teacher.onnx";

  it("takes the activation that the file tells, where one is needed", async () => {
    const run = await typed(`classify ${teacher} --tolerance 0 --within -1:1`);
    expect(run.status).toBe(0);
    expect(run.stderr).toContain(`${teacher}: --activation tanh, as the file tells\n`);
    expect(run.stdout).toContain("\nfor tanh and all inputs from -1 to 1, ");
    const plain = await typed(`classify ${teacher} --tolerance 0`);
    expect([plain.status, plain.stderr.includes("--activation")]).toEqual([0, false]);
  });
});

describe("equiloss classify --within ball:R", () => {
  const network = fileOf(networkText(["3 4 5; 3 4 5; 300001/100000 400001/100000 5", "1 1 1"]));
  const command = `classify ${network} --tolerance 1/1000 --activation relu --within`;

  it("bounds the change for all inputs near a center, below that of the box around them", async () => {
    const near = await printed(`${command} ball:1`);
    expect(near).toContain("\nfor relu and all inputs at most 1 from 0, each output changes by at most ");
    const { bound, ball } = (await printedJson(`${command} ball:0.5@1,2,3 --json`)) as Readonly<
      Record<string, unknown>
    >;
    expect(ball).toEqual({ radius: "1/2", center: ["1", "2", "3"] });
    const box = (await printedJson(`${command} -1:1 --json`)) as Classified;
    const whole = (await printedJson(`${command} ball:1 --json`)) as Classified;
    expect(decimalOf(String(bound))).toBeGreaterThan(0);
    expect(decimalOf(whole.bound)).toBeLessThan(decimalOf(box.bound));
  });

  itRefuses(command, {
    "ball:-1": "--within: the radius -1 is negative; give 0 or more",
    "ball:x":
      '--within: "x" is not a number; give a decimal or a fraction, such as "1e-6", "0.001" or "1/1000"',
    "ball:1@2": "--within: the center has 1 coordinates, and the network 3 inputs; give as many",
  });
});

describe("bad usage", () => {
  const NUMBER = 'give a decimal or a fraction, such as "1e-6", "0.001" or "1/1000"';
  itRefuses(`classify ${STUDENT}`, {
    "--tolerance x": `--tolerance: "x" is not a number; ${NUMBER}`,
    "--tolerance 1e-6 --prune -o small.PT":
      '--output: no network is written in the format of "small.PT"; end it with .json, which is exact, or with one of .npz, .safetensors, .onnx, .keras, .h5, model.json, .nnet, .csv',
    [`--tolerance 1e-6 --prune -o ${join(folder, "a.onnx")}`]:
      "--activation: ONNX says the activation; name it, such as tanh or relu",
    "--tolerance 1/0": `--tolerance: "1/0" is not a number; ${NUMBER}`,
    "--tolerance -1e-3": "--tolerance: -1e-3 is negative; give 0 or more",
    "--tolerance 1 --auto": "--auto: excludes --tolerance; leave out one of both",
    "--within -1:1": "--within: what the network computes depends on σ; name it by --activation",
    "--data examples/landscape-data.json":
      "--data: what the network computes depends on σ; name it by --activation",
    "--activation tanh --within 1":
      '--within: "1" is not a range; write LOW:HIGH, such as -5:5, for all inputs from -5 to 5; or ball:R for all at most R from 0',
    "--activation tanh --within 1:2:3":
      '--within: "1:2:3" is not a range; write LOW:HIGH, such as -5:5, for all inputs from -5 to 5; or ball:R for all at most R from 0',
    "--activation tanh --within 1:x": `--within: "x" is not a number; ${NUMBER}`,
    "--activation tanh --within 1:0.5":
      "--within: the range from 1 to 0.5 is empty; give the lower end first",
    "--prune": "--prune: the pruned network needs a file; name one by -o",
    "-o x.json": "--output: nothing is written without --prune; add --prune, or leave it out",
    "--prune -o -": "--output: a network goes to a file, not to standard output; name a file",
    "--prune -o ''": "--output: a network goes to a file, not to standard output; name a file",
    "--activation ratio:1:0,1 --within -1:1":
      "--within: the activation ratio:1:0,1 may have no value between -0.8001 and 0.8001; " +
      "take a smaller box of inputs, or an activation whose denominator isn't 0 there",
  });

  it("of the activation names the known ones", async () => {
    const run = await typed(`classify ${STUDENT} --activation tahn`);
    expect([run.status, run.stderr]).toEqual([
      2,
      expect.stringMatching(
        /^equiloss: --activation: "tahn" is not an activation \(Did you mean tanh\?\); give one of tanh, .*\n$/,
      ),
    ]);
  });

  it("of data names the file", async () => {
    await refused(
      `classify ${STUDENT} --tolerance 0 --activation relu --data examples/landscape-data.json`,
      "examples/landscape-data.json: an input has dimension 1, and the network has 2 inputs; " +
        "give inputs of the network's dimension",
    );
  });
});
