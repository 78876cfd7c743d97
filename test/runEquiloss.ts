import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The compiled command line, as `npm test` builds it before the tests run. */
export const MAIN = fileURLToPath(new URL("../dist/src/cli/main.js", import.meta.url));

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

/** The same, with standard input, another folder to run in, or another environment. */
export function equilossWith(
  options: { readonly input?: string; readonly cwd?: string; readonly env?: NodeJS.ProcessEnv },
  ...args: readonly string[]
): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    cwd: ROOT,
    ...options,
  });
  return { status, stdout, stderr };
}
