import { describe, expect, it } from "vitest";
import { MAIN, equilossWith } from "../../../runEquiloss.js";
import { interrupted } from "../../planted.js";
import { itRefuses, printed, printedJson, refused, wordsOf } from "../../runs.js";
import { dataText, networkText, scratchFolder, textOf, writerIn } from "../../scratch.js";

const fileOf = writerIn(scratchFolder());

const DATA = "examples/landscape-data.json";
const MINIMUM = "examples/minimum.json";
const SADDLE = "examples/saddle.json";

describe("equiloss landscape", () => {
  it("says in JSON what is there at the examples", async () => {
    expect(await printedJson(`landscape ${MINIMUM} ${DATA} --json`)).toEqual({
      width: 1,
      inputs: 1,
      outputs: 2,
      points: 2,
      parameters: 3,
      activation: "ratio:1,1:1,0,1",
      cost: "squared",
      loss: "1/8",
      gradientNormSquared: "0",
      critical: true,
      inertia: [3, 0, 0],
      strictSaddle: false,
      strictMinimum: true,
      equalUnits: [],
    });
    expect(await printedJson(`landscape ${SADDLE} ${DATA} --json`)).toMatchObject({
      loss: "1/8",
      critical: true,
      inertia: [4, 1, 1],
      copies: {
        width: 1,
        below: [3, 0, 0],
        predicted: [4, 1, 1],
        neurons: [{ copies: [1, 2], shares: ["1/2", "1/2"], rank: 1, form: [0, 0, 0] }],
      },
      strictSaddle: true,
      strictMinimum: false,
      equalUnits: [[1, 2]],
    });
  });

  it("says the same in lines", async () => {
    expect((await printed(`landscape ${SADDLE} ${DATA}`)).split("\n")).toEqual([
      "width 2, 1 → 2, 2 data, 6 parameters",
      "activation  (1 + x)/(1 + x²), ratio:1,1:1,0,1 (default)",
      "cost        squared",
      "loss        1/8",
      "|gradient|² 0",
      "inertia     4 positive, 1 negative, 1 zero eigenvalues of the Hessian",
      "predicted   4 positive, 1 negative, 1 zero, from (3, 0, 0) at width 1",
      "symmetry    lies in H_{1,2}",
      "so it is    a strict saddle",
      "",
    ]);
  });

  it("takes duplicates for no symmetry while their outgoing weights differ", async () => {
    // Two neurons of incoming weight 1, whose outgoing weights are (1, 0) and (0, 1).
    const network = fileOf(networkText(["1; 1", "1 0; 0 1"]));
    const text = await printed(`landscape ${network} ${DATA}`);
    expect(text).toContain("\nsymmetry    no two neurons are equal in both incoming and outgoing weights\n");
  });

  it("sees a planted error: another target is no critical point, nor a saddle", async () => {
    const moved = fileOf(textOf(DATA).replace('["1", "0"]', '["2", "0"]'));
    // By hand: σ(1) = 1 and σ(−1) = 0, residuals (0, −1/2) at −1 and (−1, 0) at 1, where σ' = −1/2;
    // ∂L/∂w = 1/2, ∂L/∂a = (−1, 0).
    expect(await printedJson(`landscape ${MINIMUM} ${moved} --json`)).toMatchObject({
      loss: "5/8",
      gradientNormSquared: "5/4",
      critical: false,
      strictSaddle: false,
      strictMinimum: false,
    });
    expect(await printed(`landscape ${MINIMUM} ${moved}`)).toContain("so it is    not a critical point");
  });

  it("leaves open what the Hessian leaves open", async () => {
    const flat = fileOf(networkText(["0", "0; 0"]));
    const zero = fileOf(dataText("1", "0 0"));
    expect(await printedJson(`landscape ${flat} ${zero} --json`)).toMatchObject({
      critical: true,
      inertia: [2, 0, 1],
      strictMinimum: false,
    });
    // Two targets of sum 0 at one input leave the gradient as it is, and the loss above 0.
    const apart = fileOf(dataText("1; 1", "1 0; -1 0"));
    expect(await printed(`landscape ${flat} ${apart}`)).toContain("without negative curvature, whose kind");
  });

  it("calls a point of loss 0 a global minimum, as no cost is below 0", async () => {
    const flat = fileOf(networkText(["0", "0; 0"]));
    expect(await printed(`landscape ${flat} ${fileOf(dataText("1", "0 0"))}`)).toContain("a global minimum");
  });

  it("takes other activations and costs, and a network from standard input", () => {
    const line = `landscape - ${DATA} --cost bounded --activation poly:0,1,0,1/3 --json`;
    const run = equilossWith({ input: textOf(SADDLE) }, ...wordsOf(line));
    expect(run.status).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ cost: "bounded", activation: "poly:0,1,0,1/3" });
  });
});

const STUDENT = "examples/student.json examples/student-data.json --activation sigmoid";

describe("equiloss landscape by enclosures", () => {
  it("says in lines what is near a trained network", async () => {
    expect((await printed(`landscape ${STUDENT}`)).split("\n")).toEqual([
      "width 2, 2 → 1, 12 data, 6 parameters",
      "activation  sigmoid",
      "cost        squared",
      "loss        [0.0004461, 0.0004462]",
      "|gradient|  [6.402e-11, 6.403e-11]",
      "eigenvalues 6 above 1e-11, 0 within ±1e-11, 0 below −1e-11",
      "critical    a strict local minimum lies here: each weight is within 9.86e-9 of it, proved",
      "",
    ]);
  });

  it("says it in JSON, with ends as rationals, and for the mean", async () => {
    const report = (await printedJson(`landscape ${STUDENT} --mean --threshold 1e-3 --json`)) as {
      loss: [string, string];
    };
    expect(report).toMatchObject({
      widths: [2],
      inputs: 2,
      outputs: 1,
      points: 12,
      parameters: 6,
      activation: "sigmoid",
      cost: "squared",
      mean: true,
      threshold: "1/1000",
      eigenvalues: { above: 5, below: 0, within: 1 },
      notCritical: "flat",
      nearCopies: [],
      nearlySilent: [],
    });
    // The sum's 0.000446174… over 12, in decimals of 4 digits.
    expect(report.loss).toEqual(["1859/50000000", "3719/100000000"]);
    expect(report).not.toHaveProperty("critical");
  });

  it("agrees with the exact report where there is one", async () => {
    const enclosed = await printedJson(`landscape ${SADDLE} ${DATA} --enclose --json`);
    expect(enclosed).toMatchObject({
      loss: ["1/8", "1/8"],
      eigenvalues: { above: 4, below: 1, within: 1 },
      notCritical: "flat",
      nearCopies: [[1, 2]],
    });
    expect(await printed(`landscape ${SADDLE} ${DATA} --enclose`)).toContain(
      "            neurons (1, 2) are nearly copies or mirror images: see what `equiloss classify --auto --prune` leaves\n",
    );
    const exact = await printedJson(`landscape ${SADDLE} ${DATA} --threshold 1e-9 --mean --json`);
    expect(exact).toMatchObject({
      loss: "1/16",
      mean: true,
      inertia: [4, 1, 1],
      threshold: "1/1000000000",
      eigenvalues: { above: 4, below: 1, within: 1 },
    });
    const lines = await printed(`landscape ${SADDLE} ${DATA} --threshold 1e-9 --mean`);
    expect(lines).toContain("cost        squared, the mean over the data\nloss        1/16\n");
    expect(lines).toContain("eigenvalues 4 above 1e-9, 1 within ±1e-9, 1 below −1e-9\n");
  });

  it("takes biases, several layers and cross-entropy, and tells what it didn't find", async () => {
    const data = fileOf(dataText("1 2; 0 -1", "1 0; 1/3 2/3"));
    const words = `examples/biases.json ${data} --activation gelu --cost cross-entropy`;
    expect(await printedJson(`landscape ${words} --json`)).toMatchObject({
      widths: [4, 4],
      parameters: 42,
      cost: "cross-entropy",
      notCritical: "flat",
    });
    const far = fileOf(networkText(["1 2; -1 1", "3 1"]));
    const text = await printed(`landscape ${far} examples/student-data.json --activation tanh`);
    expect(text).toContain("critical    none found: Newton's method leads away, or to where the Hessian");
  });

  it("says so where a threshold is an eigenvalue", async () => {
    // For σ(z) = z the Hessian of ½(aw)² at w = 0, a = 1 has the eigenvalues 1 and 0.
    const network = fileOf(networkText(["0", "1"]));
    const words = `landscape ${network} ${fileOf(dataText("1", "0"))} --activation poly:0,1 --enclose`;
    expect(await printed(`${words} --threshold 1`)).toContain(
      "eigenvalues undecided: one of the Hessian is too close to ±1; give another --threshold\n" +
        "critical    not looked for: the signs are undecided\n",
    );
    expect(await printed(`${words} --threshold 1/2`)).toContain(
      "eigenvalues 1 above 0.5, 1 within ±0.5, 0 below",
    );
  });
});

describe("a long computation", () => {
  it("ends at once on Ctrl-C, with a line that says so", async () => {
    const rows = (count: number, row: (index: number) => string): string =>
      Array.from({ length: count }, (_, index) => row(index)).join("; ");
    const fraction = (index: number): string => `${(index * 37) % 101}/${7 + (index % 5)}`;
    const incoming = rows(60, (index) => `${fraction(index)} ${fraction(index + 13)}`);
    const outgoing = Array.from({ length: 60 }, (_, index) => index + 1).join(" ");
    const network = fileOf(networkText([incoming, outgoing]));
    const inputs = rows(80, (index) => `${fraction(index + 5)} ${fraction(3 * index + 1)}`);
    const data = fileOf(dataText(inputs, rows(80, String)));
    const end = await interrupted("SIGINT", [MAIN, "landscape", network, data]);
    expect([end.status, end.stdout, end.stray]).toEqual([130, "", false]);
    expect(end.stderr).toContain("equiloss: interrupted; nothing was written\n");
    expect(end.took).toBeLessThan(3000);
  });
});

describe("equiloss landscape", () => {
  const ragged = fileOf('{"format":"equiloss-data/1","inputs":[[1],[1,2]],"targets":[[0,0],[0,0]]}');
  const uneven = fileOf('{"format":"equiloss-data/1","inputs":[[1]],"targets":[]}');
  const float = fileOf('{"format":"equiloss-data/1","inputs":[[0.5]],"targets":[[0,0]]}');

  const unlikely = fileOf(dataText("1", "-1 2"));

  itRefuses("landscape", {
    [`${MINIMUM} ${ragged}`]: `${ragged}: input 2 has 2 coordinates, input 1 has 1; give every input the same number`,
    [`${MINIMUM} ${uneven}`]: `${uneven}: there are 1 inputs but 0 targets; give one target for every input`,
    [`${MINIMUM} ${float}`]: `${float}:1:40: 0.5 is a float; write it as a string, such as "0.5", which is taken exactly; or give a file of npz or CSV`,
    [`${MINIMUM} ${DATA} --threshold 1e-5000`]: "--threshold: 1e-5000 is too small; give 1e-1000 or more",
    [`${MINIMUM} ${DATA} --enclose --activation ratio:1:1,1`]: `${DATA}: the activation ratio:1:1,1 may have no value between -1 and -1; take a smaller box of inputs, or an activation whose denominator isn't 0 there`,
    [`examples/mixed.json ${DATA}`]: `${DATA}: the data have inputs of dimension 1, the network of 2; give data of the network's dimensions`,
    [`${MINIMUM} ${MINIMUM}`]: `${MINIMUM}:2:13: the format is "equiloss-network/1"; use "format": "equiloss-data/1"`,
    "- -": "standard input: can be read only once; give the other inputs as files",
    [`${MINIMUM} none.json`]: "none.json: no such file; name a file that can be read",
    [`${MINIMUM} ${DATA} --activation softplu`]:
      '--activation: "softplu" is not an activation (Did you mean softplus?); give one of tanh, erf, arctan, sigmoid, softplus, silu, gelu, gaussian, softplus+sigmoid:1,4, or a formula such as poly:1,0,1/2 for 1 + x²/2',
    [`${MINIMUM} ${DATA} --activation relu`]:
      "--activation: relu has a kink at 0, so the loss has no Hessian everywhere; give an activation with two continuous derivatives, such as softplus or gelu",
    [`${MINIMUM} ${DATA} --cost cubic`]:
      '--cost: no cost "cubic"; choose among squared, quartic, bounded, cross-entropy',
    [`${MINIMUM} ${DATA} --threshold 0`]: "--threshold: 0 is not above 0; give a small number, such as 1e-10",
    [`${MINIMUM} ${DATA} --threshold few`]:
      '--threshold: "few" is not a number; give a decimal or a fraction, such as "1e-6", "0.001" or "1/1000"',
    [`${MINIMUM} ${unlikely} --cost cross-entropy`]: `${unlikely}: target 1 is no probability distribution; for cross-entropy give two or more outputs, and targets of 0 or more that are not all 0`,
    [`examples/biases.json ${DATA} --activation tanh`]: `${DATA}: input 1 and its target have dimensions 1 and 2, the network 2 and 2; give data of the network's dimensions`,
    [`${MINIMUM} ${DATA} --activation ratio:1:1,1`]:
      "the activation ratio:1:1,1 has no value at -1; change the weights or the inputs, or take an activation whose denominator has no rational zero",
  });

  it("takes no more memory than it may", async () => {
    const row = `${"1 ".repeat(1999)}1`;
    const wide = fileOf(networkText([row.replaceAll(" ", "; "), `${row}; ${row}`]));
    await refused(
      `landscape ${wide} ${DATA}`,
      "the Hessian in 6000 parameters takes about 4395 MiB, the budget is 1920 MiB; choose smaller sizes, or allow it with --max-memory 4395",
    );
  });
});
