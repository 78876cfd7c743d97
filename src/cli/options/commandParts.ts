import { type Command, Option, type OutputConfiguration } from "commander";
import { InputError } from "../../exact/inputError.js";
import { layoutOf } from "../terminal/wrapped.js";
import { DEFAULT_MEMORY } from "./memory.js";
import type { Streams } from "../terminal/streams.js";

/** Adds a command to the program. `setExitCode` receives the exit code of a command that did its work. */
export type Definition = (root: Command, setExitCode: (code: number) => void) => void;

/** The start of a command's definition. */
export function command(root: Command, name: string, description: string): Command {
  return withPlainErrors(root.command(name)).description(description);
}

/** A command of two widths r ≤ m, with the options of most commands. */
export function widthsCommand(root: Command, name: string, description: string, json: string): Command {
  return command(root, name, description)
    .argument("<r>", R)
    .argument("<m>", M)
    .option("--json", json)
    .addOption(memoryOption());
}

/**
 * What a command does: it loads a function when it is called, so that all commands start quickly, and calls
 * that with the arguments and options.
 *
 * @param setExitCode receives the exit code, if the function returns one.
 */
export function running<Typed extends unknown[]>(
  setExitCode: (code: number) => void,
  load: () => Promise<(...typed: Typed) => Promise<unknown>>,
): (...typed: Typed) => Promise<void> {
  return async (...typed) => {
    const run = await load();
    const code = await run(...typed);
    if (typeof code === "number") setExitCode(code);
  };
}

/** Options of most commands. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly maxMemory: string;
}

/** The activation (1 + x)/(1 + x²), which is taken if the option is left out. */
export const DEFAULT_ACTIVATION = "ratio:1,1:1,0,1";

/** What help says about the width r. */
export const R = "width of the minimal network, at least 1";

/** What help says about the width m. */
export const M = "width of the larger network, at least r";

/** Help and the version go to the streams of the run. Help is as wide as the terminal, if there is one. */
export function toStreams({ stdout, stderr }: Streams): OutputConfiguration {
  return {
    writeOut: (text) => {
      stdout.write(text);
    },
    writeErr: (text) => {
      stderr.write(text);
    },
    getOutHelpWidth: () => layoutOf(stdout).width,
    getErrHelpWidth: () => layoutOf(stderr).width,
  };
}

/** Makes errors of usage ones like all others, which name the help that explains. */
export function withPlainErrors(command: Command): Command {
  return command.configureOutput({ outputError: () => undefined }).exitOverride((error) => {
    if (error.exitCode === 0 || error.code === "commander.help") throw error;
    const problem = error.message
      .replace(/^error: /, "")
      .replace(/\n(?=\(Did you mean [^\n]*\)\s*$)/, " ")
      .trim()
      .replace(/\.$/, "");
    throw new InputError(problem, `see ${fullName(command)} --help`);
  });
}

/** The full name of a command as it is typed, with those of the commands above it. */
function fullName(command: Command): string {
  return command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`;
}

/** Makes the option `--max-memory`. */
export function memoryOption(): Option {
  return new Option("--max-memory <MiB>", "refuse work that is estimated to take more").default(
    DEFAULT_MEMORY.toString(),
  );
}
