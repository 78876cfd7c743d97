import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { runInProcess } from "../../../runEquiloss.js";
import { complaints, expectRefusal } from "../../runs.js";

const folder = mkdtempSync(join(tmpdir(), "equiloss-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const FILE = join(folder, "critical.json");
const SMALL = ["--r", "1", "--points", "3"];

async function certify(...args: string[]) {
  return await runInProcess("certify", "critical", ...args, "-o", FILE);
}

describe("equiloss certify critical", () => {
  it.each([
    ["prop-4.3", ["--expand", "3"], 3, "a critical point of width 3 above one of width 1"],
    ["prop-4.4", ["--index", "1", "--expand", "2"], 2, "(1,1,0)"],
    ["open-strict-saddles", ["--index", "0", "--expand", "2"], 2, "(3,0,1)"],
    ["ext-saddle", ["--d-out", "2", "--index", "0", "--expand", "2", "--beta=-1,2"], 2, "(3,0,0)"],
  ])("makes what the checker accepts for %s, again by the command in it", async (claim, args, m, shown) => {
    expect((await certify(...SMALL, ...args, "--claim", claim)).status).toBe(0);
    const text = readFileSync(FILE, "utf8");
    const check = await runInProcess("check", FILE, "--claim", claim, "--r", "1", "--m", m.toString());
    expect([check.status, complaints(check)]).toEqual([0, []]);
    expect(check.stdout).toContain("accepted: ");
    expect(check.stdout).toContain(shown);
    const { command } = JSON.parse(text) as { command: string };
    expect((await runInProcess(...command.split(" ").slice(1), "-o", FILE)).status).toBe(0);
    expect(readFileSync(FILE, "utf8")).toBe(text);
  });

  it("writes nothing that the checker doesn't accept for the claim, and says why", async () => {
    const before = readdirSync(folder);
    const file = join(folder, "none.json");
    for (const [claim, reason] of [
      ["ext-saddle", "ext-saddle is not about inertias (2,0,0) and (2,0,0) here"],
      ["open-strict-saddles", "open-strict-saddles is not about inertias (2,0,0) and (2,0,0) here"],
    ] as const) {
      expect(await runInProcess("certify", "critical", ...SMALL, "--claim", claim, "-o", file)).toEqual({
        status: 1,
        stdout: "",
        stderr: `equiloss: the checker does not accept it for ${claim}, by rule instance, at body: ${reason}; nothing was written\n`,
      });
      expect(readdirSync(folder)).toEqual(before);
    }
  });

  it("makes what the checker rejects for another claim, width, activation or data", async () => {
    expect((await certify(...SMALL, "--expand", "2")).status).toBe(0);
    const other = join(folder, "data.json");
    writeFileSync(other, '{"format":"equiloss-data/1","inputs":[[1]],"targets":[[0]]}');
    const wanted = ["--claim", "prop-4.4", "--r", "1", "--m", "2"];
    expect((await runInProcess("check", FILE, ...wanted, "--activation", "ratio:1,1:1,0,1")).status).toBe(0);
    for (const args of [
      ["--claim", "prop-4.3", "--r", "1", "--m", "2"],
      ["--claim", "prop-4.4", "--r", "1", "--m", "3"],
      [...wanted, "--activation", "poly:1"],
      [...wanted, "--data", other],
      [...wanted, "--network", "examples/minimum.json"],
    ]) {
      const { status, stdout } = await runInProcess("check", FILE, ...args);
      expect([status, stdout.slice(0, 16)]).toEqual([1, "rejected by rule"]);
    }
  });

  it.each([
    [
      ["--r", "0", "--points", "3"],
      "--r: 0 is too small; give a whole number from 1 to 31, in decimal digits",
    ],
    [
      ["--r", "1", "--points", "2"],
      "residuals other than 0 never make it critical: N·d_out = 2 residuals, and 2 independent of r(d_in + d_out) = 2 equations; give N·d_out > 2, so N ≥ 3 inputs",
    ],
    [
      [...SMALL, "--index", "2"],
      "index 2, but it is at most r·d_in = 1: for fixed incoming weights the loss is convex; choose one from 0 to 1",
    ],
    [[...SMALL, "--expand", "2,1"], "--expand: 2 numbers of copies for 1 units; give one for each"],
    [
      [...SMALL, "--expand", "2", "--beta", "1/2,1/3"],
      "the weights β of the neurons with label 1 have sum 5/6; choose weights whose sum is 1 for each label",
    ],
    [
      [...SMALL, "--expand", "2", "--beta", "0.5,0.5"],
      '--beta: "0.5" is not a rational; write an integer or "p/q" in decimal digits, such as "3" or "-1/2"',
    ],
    [
      [...SMALL, "--activation", "tanh"],
      '--activation: "tanh" is not an activation; write "poly:1,0,1/2" for 1 + x²/2 or "ratio:1,2:1,0,1" for (1 + 2x)/(1 + x²)',
    ],
    [["--r", "1"], "required option '--points <N>' not specified; see equiloss certify critical --help"],
  ])("refuses %j: %s", async (args, message) => {
    expectRefusal(await certify(...args), message);
  });
});
