import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { FileLock } from "../../src/machine/fileLock.js";
import { thisProcess } from "../../src/machine/owner.js";
import { scratchFolder } from "../scratchFolder.js";

const folder = scratchFolder();

let number = 0;
let path = "";
beforeEach(() => {
  number += 1;
  path = join(folder, `${number}`);
  mkdirSync(path);
  path = join(path, "lock");
});

function taken(): FileLock {
  const lock = FileLock.take(path);
  if (!(lock instanceof FileLock)) throw new Error("it is held");
  return lock;
}

/** A label of a process of this machine that has ended. */
function labelOfTheDead(): string {
  const [where] = thisProcess().split("-");
  const { pid } = spawnSync("true");
  return `${JSON.stringify({ owner: `${where ?? ""}-${pid}-1`, host: "here", key: "k" })}\n`;
}

describe("a lock", () => {
  it("is had by one at a time, and says by whom", () => {
    const first = taken();
    expect(FileLock.take(path)).toMatchObject({ holder: { pid: process.pid } });
    first.release();
    expect(existsSync(path)).toBe(false);
    taken().release();
  });

  it("that a process left as it was killed is taken over, without a trace", () => {
    writeFileSync(path, labelOfTheDead());
    const lock = taken();
    expect(readFileSync(path, "utf8")).toContain(thisProcess());
    expect(FileLock.take(path)).toMatchObject({ holder: { pid: process.pid } });
    lock.release();
    expect(readdirSync(join(path, ".."))).toEqual([]);
  });

  it("of another machine stays, as nobody here can tell", () => {
    writeFileSync(path, JSON.stringify({ owner: "00000000-7-8", host: "elsewhere", key: "k" }));
    expect(FileLock.take(path)).toEqual({ holder: { pid: 7, host: "elsewhere" } });
  });

  it("that says nothing is being made, unless it is old", () => {
    writeFileSync(path, "");
    expect(FileLock.take(path)).toEqual({ holder: undefined });
    const earlier = new Date(Date.now() - 60_000);
    utimesSync(path, earlier, earlier);
    taken().release();
  });

  it.each(["{}", "precious", '{"owner": 1}'])("is no file that holds %j, which stays", (text) => {
    writeFileSync(path, text);
    expect(FileLock.take(path)).toEqual({ holder: undefined });
    expect(readFileSync(path, "utf8")).toBe(text);
  });

  it("is no pipe, which isn't waited for", () => {
    expect(spawnSync("mkfifo", [path]).status).toBe(0);
    expect(FileLock.take(path)).toEqual({ holder: undefined });
  });

  it("that somebody else has by now is not given back", () => {
    const lock = taken();
    writeFileSync(path, "another's");
    lock.release();
    expect(readFileSync(path, "utf8")).toBe("another's");
  });
});
