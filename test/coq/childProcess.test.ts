import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../../src/coq/childProcess.js";
import { scratchFolder } from "../scratchFolder.js";

const folder = scratchFolder();

/** A program of this name that runs these lines of a shell. */
function program(name: string, lines: string, mode = 0o755): string {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${lines}\n`, { mode });
  return path;
}

/** Keeps this process from doing anything else. */
function hold(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

describe("a program that is run", () => {
  it("ends with its code, and what it wrote", async () => {
    const writes = program("writes", 'echo "$1 and $2"; echo more >&2; exit 3');
    const ended = await run(writes, ["a b", "$c"]);
    expect(ended).toEqual({ status: 3, stdout: "a b and $c\n", stderr: "more\n" });
  });

  it("does nothing before its start has been told", async () => {
    const mark = join(folder, "mark");
    const seen: boolean[] = [];
    const marks = program("marks", `echo $$ > ${mark}; cat`);
    let pid: number | undefined;
    const ended = await run(marks, [], {}, (child) => {
      ({ pid } = child);
      hold(500);
      seen.push(existsSync(mark));
    });
    expect(seen).toEqual([false]);
    // It is the same process that was told of, and has nothing to read.
    expect(readFileSync(mark, "utf8")).toBe(`${pid}\n`);
    expect(ended).toEqual({ status: 0, stdout: "", stderr: "" });
  });

  it("never begins if it is ended before", async () => {
    const mark = join(folder, "never");
    const marks = program("marks-too", `: > ${mark}`);
    const ended = await run(marks, [], {}, (child) => child.kill("SIGKILL"));
    expect(ended?.status).toBe(null);
    expect(existsSync(mark)).toBe(false);
  });

  it("is undefined if it isn't there, or may not be run", async () => {
    expect(await run(join(folder, "none"), [])).toBe(undefined);
    expect(await run(program("locked", "exit 0", 0o644), [])).toBe(undefined);
  });
});
