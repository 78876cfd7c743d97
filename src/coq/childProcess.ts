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

/**
 * A shell that becomes the program once it is told to. If this process ends before that, the shell reads no
 * line and ends too. Windows has no such shell, and there a program begins at once.
 */
const GATE = 'read -r go && exec "$0" "$@"';
const HAS_GATE = process.platform !== "win32";

/** The exit codes of the shell where it can't become the program: it may not be run, or isn't there. */
const NO_PROGRAM: readonly (number | null)[] = [126, 127];

/**
 * Runs a program to its end or until the signal. Undefined if there is none.
 *
 * @param started is called with the program before that does anything, so that whoever is to end it, should
 *   this process be killed, knows of it in time.
 */
export function run(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv; readonly signal?: AbortSignal } = {},
  started: (child: ChildProcess) => void = () => undefined,
): Promise<Ended | undefined> {
  return new Promise((resolve, reject) => {
    const [file, words] = HAS_GATE ? ["/bin/sh", ["-c", GATE, program, ...args]] : [program, args];
    const child = spawn(file, words, { stdio: ["pipe", "pipe", "pipe"], ...options });
    // It may have been ended meanwhile.
    child.stdin.on("error", () => undefined);
    started(child);
    child.stdin.end("go\n");
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
      if (HAS_GATE && NO_PROGRAM.includes(status)) resolve(undefined);
      resolve({ status, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() });
    });
  });
}
