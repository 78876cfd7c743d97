import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { MAIN, ROOT, runInProcess, equilossWith } from "../../../runEquiloss.js";
import { interrupted } from "../../planted.js";
import { expectRefusal } from "../../runs.js";

const folder = mkdtempSync(join(tmpdir(), "equiloss-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const DATA = "examples/landscape-data.json";
const MINIMUM = "examples/minimum.json";
const SADDLE = "examples/saddle.json";

function textOf(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}

let number = 0;
function fileOf(content: string): string {
  number += 1;
  const file = join(folder, `${number}.json`);
  writeFileSync(file, content);
  return file;
}

async function report(...args: string[]): Promise<unknown> {
  const run = await runInProcess("landscape", ...args, "--json");
  expect([run.status, run.stderr]).toEqual([0, ""]);
  return JSON.parse(run.stdout);
}

describe("equiloss landscape", () => {
  it("says in JSON what is there at the examples", async () => {
    expect(await report(MINIMUM, DATA)).toEqual({
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
    expect(await report(SADDLE, DATA)).toMatchObject({
      loss: "1/8",
      critical: true,
      inertia: [4, 1, 1],
      strictSaddle: true,
      strictMinimum: false,
      equalUnits: [[1, 2]],
    });
  });

  it("says the same in lines", async () => {
    const { status, stdout } = await runInProcess("landscape", SADDLE, DATA);
    expect(status).toBe(0);
    expect(stdout.split("\n")).toEqual([
      "width 2, 1 → 2, 2 data, 6 parameters",
      "activation  ratio:1,1:1,0,1",
      "cost        squared",
      "loss        1/8",
      "|gradient|² 0",
      "inertia     4 positive, 1 negative, 1 zero eigenvalues of the Hessian",
      "symmetry    lies in H_{1,2}",
      "so it is    a strict saddle",
      "",
    ]);
  });

  it("sees a planted error: another target is no critical point, nor a saddle", async () => {
    const moved = fileOf(textOf(DATA).replace('["1", "0"]', '["2", "0"]'));
    // By hand: σ(1) = 1 and σ(−1) = 0, residuals (0, −1/2) at −1 and (−1, 0) at 1, where σ' = −1/2;
    // ∂L/∂w = 1/2, ∂L/∂a = (−1, 0).
    expect(await report(MINIMUM, moved)).toMatchObject({
      loss: "5/8",
      gradientNormSquared: "5/4",
      critical: false,
      strictSaddle: false,
      strictMinimum: false,
    });
    expect((await runInProcess("landscape", MINIMUM, moved)).stdout).toContain(
      "so it is    not a critical point",
    );
  });

  it("leaves open what the Hessian leaves open", async () => {
    const flat = fileOf('{"format":"equiloss-network/1","weights":[[[0]],[[0],[0]]]}');
    const zero = fileOf('{"format":"equiloss-data/1","inputs":[[1]],"targets":[[0,0]]}');
    expect(await report(flat, zero)).toMatchObject({
      critical: true,
      inertia: [2, 0, 1],
      strictMinimum: false,
    });
    expect((await runInProcess("landscape", flat, zero)).stdout).toContain("without negative curvature");
  });

  it("takes other activations and costs, and a network from standard input", () => {
    const run = equilossWith(
      { input: textOf(SADDLE) },
      ...["landscape", "-", DATA, "--cost", "bounded", "--activation", "poly:0,1,0,1/3", "--json"],
    );
    expect(run.status).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ cost: "bounded", activation: "poly:0,1,0,1/3" });
  });
});

describe("a long computation", () => {
  it("ends at once on Ctrl-C, with a line that says so", async () => {
    const rows = (count: number, entry: (index: number) => unknown[]): unknown[][] =>
      Array.from({ length: count }, (_, index) => entry(index));
    const fraction = (index: number): string => `${(index * 37) % 101}/${7 + (index % 5)}`;
    const W1 = rows(60, (index) => [fraction(index), fraction(index + 13)]);
    const network = fileOf(
      JSON.stringify({ format: "equiloss-network/1", weights: [W1, [W1.map((_, index) => index + 1)]] }),
    );
    const inputs = rows(80, (index) => [fraction(index + 5), fraction(3 * index + 1)]);
    const targets = rows(80, (index) => [index]);
    const data = fileOf(JSON.stringify({ format: "equiloss-data/1", inputs, targets }));
    const end = await interrupted("SIGINT", [MAIN, "landscape", network, data]);
    expect([end.status, end.stdout, end.stray]).toEqual([130, "", false]);
    expect(end.stderr).toContain("equiloss: interrupted; nothing was written\n");
    expect(end.took).toBeLessThan(3000);
  });
});

describe("what landscape refuses", () => {
  const ragged = fileOf('{"format":"equiloss-data/1","inputs":[[1],[1,2]],"targets":[[0,0],[0,0]]}');
  const uneven = fileOf('{"format":"equiloss-data/1","inputs":[[1]],"targets":[]}');
  const float = fileOf('{"format":"equiloss-data/1","inputs":[[0.5]],"targets":[[0,0]]}');
  const FORMS = 'write "poly:1,0,1/2" for 1 + x²/2 or "ratio:1,2:1,0,1" for (1 + 2x)/(1 + x²)';

  it.each([
    [
      [MINIMUM, ragged],
      `${ragged}: input 2 has 2 coordinates, input 1 has 1; give every input the same number`,
    ],
    [[MINIMUM, uneven], `${uneven}: there are 1 inputs but 0 targets; give one target for every input`],
    [
      [MINIMUM, float],
      `${float}:1:40: 0.5 is a float; write it exactly, as a string "p/q" (a double is an integer over a power of two: 0.5 is "1/2")`,
    ],
    [
      ["examples/mixed.json", DATA],
      `${DATA}: the data have inputs of dimension 1, the network of 2; give data of the network's dimensions`,
    ],
    [
      [MINIMUM, MINIMUM],
      `${MINIMUM}:2:13: the format is "equiloss-network/1"; use "format": "equiloss-data/1"`,
    ],
    [["-", "-"], "standard input: can be read only once; give the other inputs as files"],
    [[MINIMUM, "none.json"], "none.json: no such file; name a file that can be read"],
    [[MINIMUM, DATA, "--activation", "softplus"], `--activation: "softplus" is not an activation; ${FORMS}`],
    [[MINIMUM, DATA, "--cost", "cubic"], '--cost: no cost "cubic"; choose among squared, quartic, bounded'],
    [
      [MINIMUM, DATA, "--activation", "ratio:1:1,1"],
      "the activation ratio:1:1,1 has no value at -1; change the weights or the inputs, or take an activation whose denominator has no rational zero",
    ],
  ])("%j: %s", async (args, message) => {
    expectRefusal(await runInProcess("landscape", ...args), message);
  });

  it("takes no more memory than it may", async () => {
    const width = 2000;
    const wide = fileOf(
      JSON.stringify({
        format: "equiloss-network/1",
        weights: [
          Array.from({ length: width }, () => [1]),
          [1, 2].map(() => Array.from({ length: width }, () => 1)),
        ],
      }),
    );
    expectRefusal(
      await runInProcess("landscape", wide, DATA),
      "the Hessian in 6000 parameters takes about 4395 MiB, the budget is 2048 MiB; choose smaller sizes, or allow it with --max-memory 4395",
    );
  });
});
