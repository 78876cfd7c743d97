import { spawnSync } from "node:child_process";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { runCommand as RunCommand } from "../src/cli/runCommand.js";
import { keepThreads } from "./keptThreads.js";

/** The compiled command line, which `npm test` builds before the tests run. */
export const MAIN = fileURLToPath(new URL("../dist/src/cli/main.js", import.meta.url));

/**
 * The compiled function that the command line calls. It has to be compiled, since its threads need compiled
 * files.
 */
const RUN_COMMAND = fileURLToPath(new URL("../dist/src/cli/runCommand.js", import.meta.url));

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What a run of the command line printed, and how it ended. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command with these arguments. */
export function equiloss(...args: readonly string[]): Run {
  return equilossWith({}, ...args);
}

/** Options of a run: standard input, the folder to run in, the environment. */
export interface RunOptions {
  readonly input?: string;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs the real command with these options and arguments. */
export function equilossWith(options: RunOptions, ...args: readonly string[]): Run {
  return runNode(options, MAIN, ...args);
}

/** Runs node with these arguments. */
export function runNode(options: RunOptions, ...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    cwd: ROOT,
    ...options,
  });
  return { status, stdout, stderr };
}

/**
 * Runs a command within this process, by the function that the real command calls. It is for tests of
 * options, texts and errors: they start no process, and load the program once for each file, and its threads
 * are kept from one to the next. Standard input is that of this process, and signals, pipes, colours and
 * memory differ from those of a separate run. Use {@link equiloss} where these matter.
 */
export async function runInProcess(...args: readonly string[]): Promise<Run> {
  keepThreads();
  const { runCommand } = (await import(pathToFileURL(RUN_COMMAND).href)) as { runCommand: typeof RunCommand };
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const written = Promise.all([text(stdout), text(stderr)]);
  const status = await runCommand(args, { stdout, stderr });
  stdout.end();
  stderr.end();
  const [out, complaints] = await written;
  return { status, stdout: out, stderr: complaints };
}
