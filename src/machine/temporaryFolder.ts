import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isGone, thisProcess } from "./owner.js";

/**
 * What a shell does for us in a session of its own: it takes in the numbers of the programs that run, a line
 * whenever they change, and when we are gone, whatever ended us, it ends the last of them and removes the folder.
 */
const GUARD = `running=
while read -r line; do running=$line; done
[ -z "$running" ] || kill -9 $running 2>/dev/null
rm -rf -- "$0" || { sleep 1; rm -rf -- "$0"; }`;

/**
 * A temporary folder, and the programs that work in it: neither outlives this process long, even if it is killed.
 * Where there is no shell to see to that, the folder goes when the next one is made.
 */
export class TemporaryFolder {
  readonly path: string;
  readonly #running = new Set<number>();
  readonly #guard: ChildProcess;

  /** @param name begins the folder's name. */
  constructor(name: string) {
    removeLeftover();
    this.path = mkdtempSync(join(tmpdir(), `equiloss-${name}-${thisProcess()}-`));
    this.#guard = spawn("sh", ["-c", GUARD, this.path], {
      stdio: ["pipe", "ignore", "ignore"],
      detached: true,
    });
    // Without a guard the work goes on all the same.
    this.#guard.on("error", () => undefined);
    this.#guard.stdin?.on("error", () => undefined);
    this.#guard.unref();
    (this.#guard.stdin as Socket | null)?.unref();
  }

  /** Has a program ended with this process. */
  watch(program: ChildProcess): void {
    const { pid } = program;
    if (pid === undefined) return;
    this.#running.add(pid);
    this.#tell();
    program.once("exit", () => {
      this.#running.delete(pid);
      this.#tell();
    });
  }

  /** Removes the folder; the programs have ended. */
  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
    this.#guard.stdin?.end();
  }

  #tell(): void {
    this.#guard.stdin?.write(`${[...this.#running].join(" ")}\n`);
  }
}

/** Removes folders of processes that have ended without doing it themselves. */
function removeLeftover(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = /^equiloss-[a-z]+-(.*)-\w{6}$/.exec(name)?.[1];
    if (owner === undefined || !isGone(owner)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // Somebody else's, who will find it himself.
    }
  }
}
