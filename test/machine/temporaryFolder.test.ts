import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { thisProcess } from "../../src/machine/owner.js";
import { TemporaryFolder } from "../../src/machine/temporaryFolder.js";
import { isLiving } from "../livingProcesses.js";
import { MAIN } from "../runEquiloss.js";

const own = mkdtempSync(join(tmpdir(), "equiloss-"));
const usual = process.env.TMPDIR;
beforeAll(() => {
  process.env.TMPDIR = own;
});
afterAll(() => {
  if (usual === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = usual;
  rmSync(own, { recursive: true });
});

/** Waits for something to come, ten seconds at most. */
async function until(holds: () => boolean): Promise<boolean> {
  for (const end = Date.now() + 10_000; Date.now() < end;) {
    if (holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

/** A process that has such a folder with a program in it, and tells the program's number. */
const HOLDER = `
import { spawn } from "node:child_process";
import { TemporaryFolder } from ${JSON.stringify(
  pathToFileURL(MAIN.replace(/cli[/\\]main\.js$/, "machine/temporaryFolder.js")).href,
)};
const folder = new TemporaryFolder("test");
const program = spawn("sleep", ["60"], { cwd: folder.path });
folder.watch(program);
console.log(program.pid);
setTimeout(() => 0, 60_000);`;

describe("a temporary folder", () => {
  it("is there until it is removed", () => {
    const folder = new TemporaryFolder("test");
    writeFileSync(join(folder.path, "file"), "");
    expect(readdirSync(own)).toHaveLength(1);
    folder.remove();
    expect(readdirSync(own)).toEqual([]);
  });

  it.each(["SIGKILL", "SIGTERM"] as const)(
    "goes, and programs in it end, when its process is ended by %s",
    async (signal) => {
      const holder = spawn(process.execPath, ["--input-type=module", "-e", HOLDER], {
        env: { ...process.env, TMPDIR: own },
        stdio: ["ignore", "pipe", "inherit"],
      });
      const pid = Number(await new Promise((resolve) => holder.stdout.once("data", resolve)));
      expect([isLiving(pid), readdirSync(own).length]).toEqual([true, 1]);
      holder.kill(signal);
      expect(await until(() => !isLiving(pid) && readdirSync(own).length === 0)).toBe(true);
    },
  );

  it("that was left all the same goes when the next one is made, and no other", () => {
    const { pid } = spawnSync("true");
    const [where = ""] = thisProcess().split("-");
    const dead = `equiloss-jscoq-${where}-${pid}-1-abcdef`;
    const others = [
      `equiloss-proofs-00000000-${pid}-1-abcdef`,
      `equiloss-proofs-${thisProcess()}-abcdef`,
      "equiloss-abcdef",
    ];
    for (const name of [dead, ...others]) mkdirSync(join(own, name, "inside"), { recursive: true });
    const folder = new TemporaryFolder("test");
    expect(existsSync(join(own, dead))).toBe(false);
    folder.remove();
    expect(readdirSync(own).sort()).toEqual([...others].sort());
  });
});
