import { type ChildProcess, spawn } from "node:child_process";

/** The output of a program, and how it ended. */
export interface Ended {
  /** The exit code; null if a signal ended the program. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Minutes after which a program that checks one file counts as hanging. */
const LIMIT = 15;

/** Runs a program to its end or until the signal, and calls `started` with it. Undefined if there is none. */
export function run(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly signal?: AbortSignal } = {},
  started: (child: ChildProcess) => void = () => undefined,
): Promise<Ended | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], ...options });
    started(child);
    // Node's own time limit would keep waiting for a program that doesn't exist.
    let limit: NodeJS.Timeout | undefined;
    child.on("spawn", () => (limit = setTimeout(() => child.kill(), LIMIT * 60_000)));
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "EACCES") resolve(undefined);
      else if (error.name !== "AbortError") reject(error);
    });
    child.on("close", (status) => {
      clearTimeout(limit);
      resolve({ status, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}
