import { spawn, spawnSync } from "node:child_process";
import { constants, closeSync, mkdtempSync, openSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { MAIN, ROOT } from "../runEquiloss.js";
import { interrupted, plantedArguments, readyAfter } from "./planted.js";

const folder = mkdtempSync(join(tmpdir(), "equiloss-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const OUTPUT = join(folder, "x");
const NOTHING = "equiloss: interrupted; nothing was written\n";
const TO = "examples/path-to.json";

describe("the first signal ends a command that waits for standard input", () => {
  it.each([
    ["SIGINT", 130, ["check", "-", "--claim", "thm-3.1-count", "--r", "1", "--m", "3"]],
    ["SIGTERM", 143, ["landscape", "-", "examples/landscape-data.json"]],
    ["SIGHUP", 129, ["certify", "path", "-", TO, "-o", OUTPUT]],
    ["SIGQUIT", 131, ["certify", "connected", "3", "4", "--network", "-", "-o", OUTPUT]],
    ["SIGINT", 130, ["reduce", "-"]],
    ["SIGTERM", 143, ["path", "-", TO]],
    ["SIGHUP", 129, ["crosscheck", "--network", "-"]],
  ] as const)("%s, exit code %d: %j", async (signal, code, args) => {
    const ending = await interrupted(signal, [...readyAfter(300), MAIN, ...args]);
    expect([ending.status, ending.signal, ending.stdout]).toEqual([code, null, ""]);
    expect(ending.stderr).toBe(`ready\n${NOTHING}`);
    expect([ending.stray, readdirSync(folder)]).toEqual([false, []]);
    expect(ending.took).toBeLessThan(2000);
  });
});

describe("the first signal ends a command that waits for a pipe", () => {
  const pipe = join(folder, "pipe");

  /** Until somebody reads from it, there is nothing to write to. */
  function isRead(): boolean {
    try {
      closeSync(openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK));
      return true;
    } catch {
      return false;
    }
  }

  it.each([
    ["SIGINT", 130, "nobody writes to", false],
    ["SIGTERM", 143, "somebody has written half to", true],
  ] as const)("%s, exit code %d, that %s", async (signal, code, _, isWritten) => {
    expect(spawnSync("mkfifo", [pipe]).status).toBe(0);
    const child = spawn(process.execPath, [MAIN, "reduce", pipe], { cwd: ROOT });
    let stderr = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    const ended = new Promise((resolve) => child.on("close", resolve));
    if (isWritten) {
      const writer = spawn("sh", ["-c", `exec > "$0"; printf '{"format":'; sleep 60`, pipe]);
      await new Promise((resolve) => setTimeout(resolve, 1500));
      child.kill(signal);
      expect(await ended).toBe(code);
      writer.kill();
    } else {
      // To look closes it again, which ends the input: what comes then is the complaint, or the signal.
      await new Promise((resolve) => setTimeout(resolve, 1500));
      child.kill(signal);
      expect(await ended).toBe(code);
      expect(isRead()).toBe(false);
    }
    expect(stderr).toBe(NOTHING);
    rmSync(pipe);
  });
});

describe("a signal", () => {
  it.each([
    ["SIGHUP", 129],
    ["SIGQUIT", 131],
  ] as const)("%s ends work as others do", async (signal, code) => {
    const ending = await interrupted(signal, plantedArguments(["goes on for ever"]));
    expect([ending.status, ending.signal, ending.stray]).toEqual([code, null, false]);
    expect(ending.stderr.trimEnd().split("\n").at(-1)).toBe(
      "equiloss: interrupted; 0 of 1 pieces of evidence had finished, no result was written",
    );
  });

  it("ends the program by itself where a thread can't be ended", async () => {
    const args = [...readyAfter(2000), ...plantedArguments(["can't be ended"])];
    const ending = await interrupted("SIGTERM", args);
    expect([ending.status, ending.signal]).toEqual([null, "SIGTERM"]);
    expect(ending.took).toBeLessThan(6000);
  });
});
