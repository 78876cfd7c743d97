import { spawn, spawnSync } from "node:child_process";
import { closeSync, constants, existsSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { MAIN, ROOT, type Run, equiloss } from "../../runEquiloss.js";
import { plantedArguments } from "../planted.js";
import { complaints } from "../runs.js";
import { scratchFolder, textOf } from "../scratch.js";

describe("pipes", () => {
  const folder = scratchFolder();

  /** Runs node with these arguments in a shell that does `rest` with its output; the shell's result. */
  function piped(args: readonly string[], rest: string): Run {
    const script = `"$@" ${rest}; echo "node ended with \${PIPESTATUS[0]}"`;
    const options = { cwd: ROOT, encoding: "utf8" } as const;
    return spawnSync("bash", ["-c", script, "bash", process.execPath, ...args], options);
  }

  it("that are closed early end the command quietly, and leave it its exit code", () => {
    const held = piped(plantedArguments(["holds"]), "| true");
    expect([held.stdout, complaints(held)]).toEqual(["node ended with 0\n", []]);
    const failing = piped(plantedArguments(["fails"]), "| true");
    expect([failing.stdout, complaints(failing)]).toEqual(["node ended with 1\n", []]);
    const one = piped([MAIN, "count", "3", "4"], "| head -1");
    expect([one.stdout, one.stderr]).toEqual(["r = 3, m = 4\nnode ended with 0\n", ""]);
  });

  it("that take progress may be closed too", () => {
    const { stdout } = piped(plantedArguments(["takes two seconds"], "--json"), "2> >(true)");
    expect(stdout).toMatch(/^\{"format":"equiloss-verification\/1",.*"ok":true,.*\nnode ended with 0\n$/);
  });

  it("and devices that take nothing leave the exit code as it is, but for results that are lost", () => {
    if (!existsSync("/dev/full")) return;
    expect(piped([MAIN, "count", "0", "5"], "2> /dev/full").stdout).toBe("node ended with 2\n");
    const lost = piped([MAIN, "count", "3", "4"], "> /dev/full");
    expect([lost.stdout, lost.stderr]).toEqual([
      "node ended with 2\n",
      "equiloss: can't write the output (ENOSPC); free some space, or write elsewhere\n",
    ]);
    expect(piped([MAIN, "count", "3", "4"], "> /dev/full 2>&1").stdout).toBe("node ended with 2\n");
  });

  it("are read as files are", () => {
    const mixed = equiloss("reduce", "examples/mixed.json").stdout;
    const script = `cat examples/mixed.json | "$0" "$1" reduce - && "$0" "$1" reduce <(cat examples/mixed.json)`;
    const options = { cwd: ROOT, encoding: "utf8" } as const;
    const { stdout } = spawnSync("bash", ["-c", script, process.execPath, MAIN], options);
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
    const text = textOf("examples/mixed.json");
    setTimeout(() => writeSync(writer, text.slice(0, 60)), 400);
    setTimeout(() => {
      writeSync(writer, text.slice(60));
      closeSync(writer);
    }, 600);
    const status = await new Promise((resolve) => child.on("close", resolve));
    expect(complaints({ status: 0, stdout, stderr })).toEqual([]);
    expect(stdout).toBe(equiloss("reduce", "examples/mixed.json").stdout);
    expect(status).toBe(0);
  });
});
