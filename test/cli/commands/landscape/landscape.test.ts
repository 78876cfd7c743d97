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

  itRefuses("landscape", {
    [`${MINIMUM} ${ragged}`]: `${ragged}: input 2 has 2 coordinates, input 1 has 1; give every input the same number`,
    [`${MINIMUM} ${uneven}`]: `${uneven}: there are 1 inputs but 0 targets; give one target for every input`,
    [`${MINIMUM} ${float}`]: `${float}:1:40: 0.5 is a float; write it exactly, as a string "p/q" (a double is an integer over a power of two: 0.5 is "1/2")`,
    [`examples/mixed.json ${DATA}`]: `${DATA}: the data have inputs of dimension 1, the network of 2; give data of the network's dimensions`,
    [`${MINIMUM} ${MINIMUM}`]: `${MINIMUM}:2:13: the format is "equiloss-network/1"; use "format": "equiloss-data/1"`,
    "- -": "standard input: can be read only once; give the other inputs as files",
    [`${MINIMUM} none.json`]: "none.json: no such file; name a file that can be read",
    [`${MINIMUM} ${DATA} --activation softplus`]:
      '--activation: "softplus" is not an activation; write "poly:1,0,1/2" for 1 + x²/2 or "ratio:1,2:1,0,1" for (1 + 2x)/(1 + x²)',
    [`${MINIMUM} ${DATA} --cost cubic`]: '--cost: no cost "cubic"; choose among squared, quartic, bounded',
    [`${MINIMUM} ${DATA} --activation ratio:1:1,1`]:
      "the activation ratio:1:1,1 has no value at -1; change the weights or the inputs, or take an activation whose denominator has no rational zero",
  });

  it("takes no more memory than it may", async () => {
    const row = `${"1 ".repeat(1999)}1`;
    const wide = fileOf(networkText([row.replaceAll(" ", "; "), `${row}; ${row}`]));
    await refused(
      `landscape ${wide} ${DATA}`,
      "the Hessian in 6000 parameters takes about 4395 MiB, the budget is 2048 MiB; choose smaller sizes, or allow it with --max-memory 4395",
    );
  });
});
