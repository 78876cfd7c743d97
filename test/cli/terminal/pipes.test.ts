import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { MAIN, ROOT, equiloss } from "../../runEquiloss.js";
import { interrupted, plantedArguments, verifyPlanted } from "../planted.js";

const PROGRESS = /^(?:(?:verifying|graph|topology) [█░]{24} [0-9]+ %.*|(?:counting|searching) … [0-9]+ s)$/;

describe("a signal", () => {
  const endless = plantedArguments(["holds", "goes on for ever", "goes on for ever", "goes on for ever"]);

  it.each([
    ["SIGINT", 130, "verify", endless, "1 of 4 pieces of evidence had finished, no result was written"],
    ["SIGTERM", 143, "verify", endless, "1 of 4 pieces of evidence had finished, no result was written"],
    ["SIGTERM", 143, "graph", [MAIN, "graph", "4", "8"], "nothing was written"],
    ["SIGINT", 130, "count", [MAIN, "count", "9000", "9000"], "nothing was written"],
    ["SIGINT", 130, "threshold", [MAIN, "threshold", "3000"], "nothing was written"],
  ] as const)("%s ends it at once, with code %d: %s", async (signal, code, _, args, finished) => {
    const ending = await interrupted(signal, args);
    expect([ending.status, ending.signal, ending.stdout]).toEqual([code, null, ""]);
    const lines = ending.stderr.trimEnd().split("\n");
    expect(lines.pop()).toBe(`equiloss: interrupted; ${finished}`);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(PROGRESS);
    expect(ending.stray).toBe(false);
    expect(ending.took).toBeLessThan(2000);
  });
});

describe("progress", () => {
  it("appears on stderr for work of more than a second, and never on stdout", () => {
    const { status, stdout, stderr } = verifyPlanted(["takes two seconds"], "--json");
    expect(status).toBe(0);
    const lines = stderr.trimEnd().split("\n");
    expect(lines[0]).toBe(
      "verifying ██████░░░░░░░░░░░░░░░░░░ 25 % 0 of 1 pieces of evidence · eq-6 takes two seconds",
    );
    expect(lines.at(-1)).toBe(
      "verifying ████████████████████████ 100 % 1 of 1 pieces of evidence · eq-6 takes two seconds",
    );
    expect(stdout.split("\n").length).toBe(2);
    expect(stdout).toMatch(/^\{"ok":true,/);
  });

  it("counts seconds where nobody knows how far the work is", async () => {
    const { stderr } = await interrupted("SIGINT", [MAIN, "threshold", "3000"]);
    expect(stderr).toMatch(/^searching … 1 s\n/);
  });
});

describe("pipes", () => {
  const folder = mkdtempSync(join(tmpdir(), "equiloss-"));
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** Runs node with these arguments in a shell that does `rest` with its output; the shell's result. */
  function piped(args: readonly string[], rest: string): ReturnType<typeof spawnSync> {
    const script = `"$@" ${rest}; echo "node ended with \${PIPESTATUS[0]}"`;
    return spawnSync("bash", ["-c", script, "bash", process.execPath, ...args], {
      cwd: ROOT,
      encoding: "utf8",
    });
  }

  it("that are closed early end the command quietly, and leave it its exit code", () => {
    const held = piped([MAIN, "verify", "fig-4", "--max-m", "2", "--proofs", "off"], "| true");
    // A slow machine shows progress, which is no complaint.
    const complaints = (stderr: string | Buffer): string =>
      stderr.toString().replace(/^verifying .*\n/gm, "");
    expect([held.stdout, complaints(held.stderr)]).toEqual(["node ended with 0\n", ""]);
    const failing = piped(plantedArguments(["fails"]), "| true");
    expect([failing.stdout, complaints(failing.stderr)]).toEqual(["node ended with 1\n", ""]);
    const one = piped([MAIN, "count", "3", "4"], "| head -1");
    expect([one.stdout, one.stderr]).toEqual(["r = 3, m = 4\nnode ended with 0\n", ""]);
  });

  it("that take progress may be closed too", () => {
    const { stdout } = piped(plantedArguments(["takes two seconds"], "--json"), "2> >(true)");
    expect(stdout).toMatch(/^\{"ok":true,.*\nnode ended with 0\n$/);
  });

  it("and devices that take nothing leave the exit code as it is, but for results that are lost", () => {
    if (!existsSync("/dev/full")) return;
    expect(piped([MAIN, "count", "0", "5"], "2> /dev/full").stdout).toBe("node ended with 2\n");
    const lost = piped([MAIN, "count", "3", "4"], "> /dev/full");
    expect([lost.stdout, lost.stderr]).toEqual([
      "node ended with 70\n",
      "equiloss: can't write the output (ENOSPC); free some space, or write elsewhere\n",
    ]);
    expect(piped([MAIN, "count", "3", "4"], "> /dev/full 2>&1").stdout).toBe("node ended with 70\n");
  });

  it("are read as files are", () => {
    const mixed = equiloss("reduce", "examples/mixed.json").stdout;
    const script = `cat examples/mixed.json | "$0" "$1" reduce - && "$0" "$1" reduce <(cat examples/mixed.json)`;
    const { stdout } = spawnSync("bash", ["-c", script, process.execPath, MAIN], {
      cwd: ROOT,
      encoding: "utf8",
    });
    expect(stdout).toBe(mixed + mixed);
  });

  it("that have nothing to read yet are waited for, even if they don't block", async () => {
    const pipe = join(folder, "pipe");
    expect(spawnSync("mkfifo", [pipe]).status).toBe(0);
    const end = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
    const writer = openSync(pipe, constants.O_WRONLY);
    closeSync(end);
    // Node makes the first three descriptors of a child block; through the fourth it stays as it is.
    const child = spawn("bash", ["-c", `exec "$0" "$1" reduce - <&3`, process.execPath, MAIN], {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe", reader],
    });
    closeSync(reader);
    let stdout = "";
    let stderr = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr?.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    const text = readFileSync(join(ROOT, "examples/mixed.json"), "utf8");
    setTimeout(() => writeSync(writer, text.slice(0, 60)), 400);
    setTimeout(() => {
      writeSync(writer, text.slice(60));
      closeSync(writer);
    }, 600);
    const status = await new Promise((resolve) => child.on("close", resolve));
    expect(stderr).toBe("");
    expect(stdout).toBe(equiloss("reduce", "examples/mixed.json").stdout);
    expect(status).toBe(0);
  });
});
