import { spawnSync } from "node:child_process";
import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { runCommand as RunCommand } from "../src/cli/runCommand.js";

/** The compiled command line, as `npm test` builds it before the tests run. */
export const MAIN = fileURLToPath(new URL("../dist/src/cli/main.js", import.meta.url));

/** What the compiled command line runs; its threads need compiled files. */
const RUN_COMMAND = fileURLToPath(new URL("../dist/src/cli/runCommand.js", import.meta.url));

/** The repository's folder. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What a run of the command line left. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the real command with these arguments. */
export function equiloss(...args: readonly string[]): Run {
  return equilossWith({}, ...args);
}

/** Standard input, another folder to run in, another environment. */
export interface RunOptions {
  readonly input?: string;
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** The same, with options. */
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
 * Runs a command within this process, by the function that the real command calls. For options, texts and errors: a
 * test starts no process then, and loads the program once a file. Standard input is this process' own, and signals,
 * pipes, colours and memory are not those of a run by itself: use {@link equiloss} where these matter.
 */
export async function runInProcess(...args: readonly string[]): Promise<Run> {
  const { runCommand } = (await import(pathToFileURL(RUN_COMMAND).href)) as { runCommand: typeof RunCommand };
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const written = Promise.all([text(stdout), text(stderr)]);
  const status = await runCommand(args, { stdout, stderr });
  stdout.end();
  stderr.end();
  const [out, complaints] = await written;
  return { status, stdout: out, stderr: complaints };
}
