import { spawn, spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MAIN } from "../../runEquiloss.js";
import { interrupted, plantedArguments, readyAfter } from "../planted.js";
import { wordsOf } from "../runs.js";
import { scratchFolder } from "../scratch.js";

const folder = scratchFolder();

const OUTPUT = join(folder, "x");
const NOTHING = "equiloss: interrupted; nothing was written\n";
const TO = "examples/path-to.json";

describe("the first signal ends a command that waits for standard input", () => {
  it.each([
    ["SIGINT", 130, "check - --claim thm-3.1-count --r 1 --m 3"],
    ["SIGTERM", 143, "landscape - examples/landscape-data.json"],
    ["SIGHUP", 129, `certify path - ${TO} -o ${OUTPUT}`],
    ["SIGQUIT", 131, `certify connected 3 4 --network - -o ${OUTPUT}`],
    ["SIGINT", 130, "reduce -"],
    ["SIGINT", 130, "reduce - --json"],
    ["SIGTERM", 143, `path - ${TO}`],
    ["SIGHUP", 129, "crosscheck --network -"],
  ] as const)("%s, exit code %d: %s", async (signal, code, line) => {
    const ending = await interrupted(signal, [...readyAfter(300), MAIN, ...wordsOf(line)]);
    const json: unknown = line.includes("--json") ? expect.stringContaining(`"exitCode":${code}}}\n`) : "";
    expect([ending.status, ending.signal, ending.stdout]).toEqual([code, null, json]);
    expect(ending.stderr).toBe(`ready\n${NOTHING}`);
    expect([ending.stray, readdirSync(folder)]).toEqual([false, []]);
    expect(ending.took).toBeLessThan(2000);
  });
});

describe("the first signal ends a command that waits for a pipe", () => {
  it.each([
    ["SIGINT", 130, "nobody writes to", ""],
    ["SIGTERM", 143, "somebody has written a part to", '{"format":'],
  ] as const)("%s, exit code %d, that %s", async (signal, code, _, part) => {
    const pipe = join(folder, "pipe");
    expect(spawnSync("mkfifo", [pipe]).status).toBe(0);
    const writer = spawn("sh", ["-c", `exec > "$0"; printf %s "$1"; exec sleep 60`, pipe, part]);
    if (part === "") writer.kill("SIGKILL");
    const ending = await interrupted(signal, [...readyAfter(500), MAIN, "reduce", pipe]);
    writer.kill("SIGKILL");
    rmSync(pipe);
    expect([ending.status, ending.signal, ending.stderr]).toEqual([code, null, `ready\n${NOTHING}`]);
    expect(ending.took).toBeLessThan(2000);
  });
});

const PROGRESS = /^(?:(?:verifying|graph|topology) [█░]{12} [0-9]+ % .*|(?:counting|searching) … [0-9]+ s)$/;

describe("a signal during work", () => {
  const endless = plantedArguments(["holds", "goes on for ever", "goes on for ever", "goes on for ever"]);

  it.each([
    ["SIGINT", 130, "verify", endless, "[01] of 4 pieces of evidence had finished, no result was written"],
    ["SIGTERM", 143, "verify", endless, "[01] of 4 pieces of evidence had finished, no result was written"],
    ["SIGTERM", 143, "graph", [MAIN, "graph", "4", "8"], "nothing was written"],
    ["SIGINT", 130, "count", [MAIN, "count", "9000", "9000"], "nothing was written"],
    ["SIGINT", 130, "threshold", [MAIN, "threshold", "1000000"], "nothing was written"],
  ] as const)("%s ends it at once, with code %d: %s", async (signal, code, _, args, finished) => {
    const ending = await interrupted(signal, args);
    expect([ending.status, ending.signal, ending.stdout]).toEqual([code, null, ""]);
    const lines = ending.stderr.trimEnd().split("\n");
    expect(lines.pop()).toMatch(new RegExp(`^equiloss: interrupted; ${finished}$`));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(PROGRESS);
    expect(ending.stray).toBe(false);
    expect(ending.took).toBeLessThan(2000);
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
    const args = [...readyAfter(4000), ...plantedArguments(["can't be ended"])];
    const ending = await interrupted("SIGTERM", args);
    expect([ending.status, ending.signal]).toEqual([null, "SIGTERM"]);
    expect(ending.took).toBeLessThan(6000);
  });
});
