import { randomUUID } from "node:crypto";
import { lstatSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { type Owner, isGone, numberOf, thisProcess } from "./owner.js";

/** What a lock file says. */
interface Label {
  readonly owner: Owner;
  readonly host: string;
  /** Distinguishes this lock from others of the same process. */
  readonly key: string;
}

/** Who holds a lock, in terms that a person knows; undefined if the file doesn't say. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
}

/** Seconds after which an empty lock file counts as abandoned: whoever made it ended before writing it. */
const PATIENCE = 10;

const ATTEMPTS = 5;

/**
 * A file that one process has at a time. It says which process, so that a lock left behind by one that was
 * killed is noticed.
 */
export class FileLock {
  private constructor(
    private readonly path: string,
    private readonly text: string,
  ) {}

  /**
   * Takes a lock, or says who has it.
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
      const there = contentOf(path);
      if (there === undefined) continue;
      const held = labelIn(there);
      const left = held === undefined ? there === "" && isOld(path) : isGone(held.owner);
      if (!left) return { holder: held === undefined ? undefined : holderOf(held) };
      takeAway(path, there);
    }
    return { holder: undefined };
  }

  /** Gives the lock back. */
  release(): void {
    if (contentOf(this.path) === this.text) rmSync(this.path, { force: true });
  }
}

/**
 * Removes a lock that was left behind, in a way that only one process succeeds in: two may have seen it, and
 * the slower one could otherwise remove the lock that the faster one has made since.
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
