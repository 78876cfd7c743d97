import { describe, expect, it } from "vitest";
import { MAIN, type Run, runInProcess, runNode } from "../runEquiloss.js";
import { ONE_GROUP, UNSHOWN, WITH_UNSHOWN, fewControlsInProcess, plantUnshown } from "./planted.js";

plantUnshown();

/** A run without its lines of progress, which a command shows after a second: the machine decides on them. */
function withoutProgress(run: Run): Run {
  return { ...run, stderr: run.stderr.replace(/^.*(?:[█░]{12}|…) .*\d s.*\n/gm, "") };
}

describe("a command within this process", () => {
  it.each([
    [0, ["count", "3", "4", "--json"]],
    [0, ["--version"]],
    [1, ["verify", UNSHOWN.id, "--proofs", "off", "--max-m", "2", "--seed", "1"]],
    [2, ["count", "3", "4", "5"]],
    [2, ["reduce", "examples/none.json"]],
    [2, []],
  ])("leaves what a process leaves, exit code %i: %j", async (status, args) => {
    const run = await fewControlsInProcess({}, ...args);
    expect(run.status).toBe(status);
    const process = runNode({}, ...ONE_GROUP, ...WITH_UNSHOWN, MAIN, ...args);
    expect(withoutProgress(run)).toEqual(withoutProgress(process));
  });

  it("is compared without lines of progress, and with every other line", () => {
    const bar = "counting ░░░░░░░░░░░░ 0 % · 1 s\nsearching … 12 s\n";
    const run = (stderr: string): Run => ({ status: 0, stdout: "", stderr });
    expect(withoutProgress(run(`${bar}a note\n`))).toEqual(run("a note\n"));
  });

  it("keeps what it prints apart from what others print meanwhile", async () => {
    const sizes = [1, 2, 3, 4];
    const runs = await Promise.all(sizes.map((r) => runInProcess("count", r.toString(), "4", "--json")));
    expect(runs.map(({ stdout }) => (JSON.parse(stdout) as { r: number }).r)).toEqual(sizes);
    expect(runs.map(withoutProgress).map(({ status, stderr }) => [status, stderr])).toEqual(
      sizes.map(() => [0, ""]),
    );
  });
});
