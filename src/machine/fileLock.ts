import { randomUUID } from "node:crypto";
import { lstatSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { type Owner, isGone, numberOf, thisProcess } from "./owner.js";

/** The contents of a lock file. */
interface Label {
  readonly owner: Owner;
  readonly host: string;
  /** Distinguishes this lock from others of the same process. */
  readonly key: string;
}

/** The process that holds a lock, for people. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** Seconds after which an empty lock file counts as abandoned by a process that ended before writing it. */
const PATIENCE = 10;

const ATTEMPTS = 5;

/** A file that one process holds at a time. It names the process, which shows whether that was killed. */
export class FileLock {
  private constructor(
    private readonly path: string,
    private readonly text: string,
  ) {}

  /**
   * Takes a lock, or says who holds it.
   *
   * @throws Error if the system can't make such a file.
   */
  static take(path: string): FileLock | { readonly holder: Holder | undefined } {
    const label: Label = { owner: thisProcess(), host: hostname(), key: randomUUID() };
    const text = `${JSON.stringify(label)}\n`;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      try {
        writeFileSync(path, text, { flag: "wx" });
        return new FileLock(path, text);
      } catch (error) {
        if (codeOf(error) !== "EEXIST") throw error;
      }
      const content = contentOf(path);
      if (content === undefined) continue;
      const other = labelIn(content);
      const isAbandoned = other === undefined ? content === "" && isOld(path) : isGone(other.owner);
      if (!isAbandoned) return { holder: other === undefined ? undefined : holderOf(other) };
      takeAway(path, content);
    }
    return { holder: undefined };
  }

  /** Gives the lock back. */
  release(): void {
    if (contentOf(this.path) === this.text) rmSync(this.path, { force: true });
  }
}

/**
 * Removes a lock that was left behind, in a way that succeeds in only one process. Two may have seen the
 * lock, and the slower one must not remove the new lock of the faster one.
 */
function takeAway(path: string, seen: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return;
    throw error;
  }
  if (contentOf(aside) === seen) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

/** The text of a file; undefined if there is none. Never waits for a pipe. */
function contentOf(path: string): string | undefined {
  try {
    return lstatSync(path).isFile() ? readFileSync(path, "utf8") : "something else than a file";
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw error;
  }
}

function isOld(path: string): boolean {
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Date.now() - made > PATIENCE * 1000;
}

function labelIn(text: string): Label | undefined {
  try {
    const { owner, host, key } = JSON.parse(text) as Partial<Record<keyof Label, unknown>>;
    if (typeof owner !== "string" || typeof host !== "string" || typeof key !== "string") return undefined;
    return numberOf(owner) === undefined ? undefined : { owner, host, key };
  } catch {
    return undefined;
  }
}

function holderOf({ owner, host }: Label): Holder | undefined {
  const pid = numberOf(owner);
  return pid === undefined ? undefined : { pid, host };
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
