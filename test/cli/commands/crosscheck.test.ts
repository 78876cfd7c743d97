import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Run, equilossWith } from "../../runEquiloss.js";
import { typed, wordsOf } from "../runs.js";
import { networkText, scratchFolder, writerIn } from "../scratch.js";

const folder = scratchFolder();
const fileOf = writerIn(folder);

/** Without a driver there is no WebGPU, whatever the machine has. */
const env = { ...process.env, VK_DRIVER_FILES: join(folder, "none.json"), NO_COLOR: "1" };
const run = (options: string): Run => equilossWith({ env }, "crosscheck", ...wordsOf(options));

const SMALL = "--backend wasm --claims def-3.2 --points 10 --inputs 5 --seed 1";

describe("equiloss crosscheck", () => {
  test("says what ran, and how close it came; the same seed gives the same line", () => {
    const [first, second] = [run(`${SMALL} --json`), run(`${SMALL} --json`)];
    expect(first).toMatchObject({ status: 0, stderr: "" });
    expect(second.stdout).toBe(first.stdout);
    expect(JSON.parse(first.stdout)).toMatchObject({
      ok: true,
      backend: { name: "wasm", version: "4.22.0", precision: "float32, rounded to nearest" },
      passedOver: [],
      points: 10,
      inputs: 5,
      seed: 1,
      leaked: 0,
      checks: [{ claim: "def-3.2", held: true, cases: "100" }],
    });
    expect(run(SMALL).stdout).toMatch(
      /^wasm: WebAssembly.*\n[^]*held {4} def-3.2: f at[^]*every check held: 1 of 1/,
    );
  });

  test("takes a network of one's own, and fails where it overflows float32", () => {
    const withNetwork = (incoming: string): Run =>
      run(`${SMALL} --network ${fileOf(networkText([`${incoming}; 1/3`, "1 2"]))}`);
    expect(withNetwork("3/7")).toMatchObject({ status: 0 });
    const { status, stdout } = withNetwork(`1${"0".repeat(39)}`);
    expect(status).toBe(1);
    expect(stdout).toMatch(/FAILED {3}def-3.2[^]*overflows float32[^]*SOME CHECKS FAILED: 0 of 1/);
  });

  test.each([
    [
      "--backend cuda",
      /^equiloss: --backend: no backend "cuda"; choose among tfjs-node-gpu, tfjs-node, webgpu, wasm, cpu\n$/,
    ],
    ["--claims eq-6", /no check in floats of "eq-6"; choose among def-3.2/],
    ["--points 0", /--points: 0 is too small/],
    ["--inputs many", /--inputs: "many" is not a whole number/],
    ["--seed -1", /--seed: -1 is negative/],
    ["--network missing.json", /missing\.json/],
    [
      "--network examples/mixed.json --claims fig-6",
      /--claims: only def-3\.2 takes --network; leave out --claims/,
    ],
  ])("refuses %s", async (options, message) => {
    const { status, stdout, stderr } = await typed(`crosscheck ${options}`);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
  });

  test("refuses WebGPU where it doesn't start", () => {
    const { status, stdout, stderr } = run("--backend webgpu");
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/webgpu doesn't start: .*; npm install webgpu/);
  });
});
