import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isGone, thisProcess } from "./owner.js";

/**
 * A shell script in its own process group. It reads a line with the numbers of the running programs whenever
 * they change. When this process has ended, in whatever way, the script ends the programs of the last line
 * and removes the folder.
 */
const GUARD = `running=
while read -r line; do running=$line; done
[ -z "$running" ] || kill -9 $running 2>/dev/null
rm -rf -- "$0" || { sleep 1; rm -rf -- "$0"; }`;

/**
 * A temporary folder, and the programs that work in it. Neither outlives this process for long, even if it is
 * killed. Without a shell, the folder is removed when the next one is made.
 */
export class TemporaryFolder {
  readonly path: string;
  readonly #running = new Set<number>();
  readonly #guard: ChildProcess;

  /** @param name the start of the folder's name. */
  constructor(name: string) {
    removeLeftover();
    this.path = mkdtempSync(join(tmpdir(), `equiloss-${name}-${thisProcess()}-`));
    this.#guard = spawn("sh", ["-c", GUARD, this.path], {
      stdio: ["pipe", "ignore", "ignore"],
      detached: true,
    });
    // The work goes on without a guard.
    this.#guard.on("error", () => undefined);
    this.#guard.stdin?.on("error", () => undefined);
    this.#guard.unref();
    (this.#guard.stdin as Socket | null)?.unref();
  }

  /** Makes a program end when this process does, from now on: it should begin its work only after that. */
  watch(program: ChildProcess): void {
    const { pid } = program;
    if (pid === undefined) return;
    this.#running.add(pid);
    this.#report();
    program.once("exit", () => {
      this.#running.delete(pid);
      this.#report();
    });
  }

  /** Removes the folder, once the programs have ended. */
  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
    this.#guard.stdin?.end();
  }

  #report(): void {
    this.#guard.stdin?.write(`${[...this.#running].join(" ")}\n`);
  }
}

/** Removes the folders of processes that ended without doing so themselves. */
function removeLeftover(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = /^equiloss-[a-z]+-(.*)-\w{6}$/.exec(name)?.[1];
    if (owner === undefined || !isGone(owner)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // It belongs to another user, whose next run removes it.
    }
  }
}
