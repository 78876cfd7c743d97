import { CommanderError } from "commander";
import { InputError } from "../exact/inputError.js";
import { EXIT, Interrupted, complain } from "./terminal/errors.js";
import { program } from "./program.js";
import { type Streams, streams, withStreams } from "./terminal/streams.js";
import { visible } from "./terminal/visible.js";

/**
 * Runs one command as `equiloss` does, within this process. The caller takes care of what belongs to a
 * process: signals, pipes that close, and how it ends. Standard input is the process' own.
 *
 * @param args the command line after `equiloss`.
 * @param target where results, progress and complaints go.
 * @returns the exit code, one of {@link EXIT} or 128 and the number of the signal that interrupted it; it
 *   turns errors into messages, and throws none.
 */
export function runCommand(args: readonly string[], target: Streams): Promise<number> {
  return withStreams(target, async () => {
    let exitCode: number = EXIT.held;
    const root = program((code) => {
      exitCode = code;
    });
    try {
      if (args[0] === "complete") await (await import("./completion.js")).addCompletion(root);
      await root.parseAsync(args, { from: "user" });
      return exitCode;
    } catch (error) {
      return exitCodeOf(error);
    }
  });
}

/** The one place where errors become messages and exit codes. */
function exitCodeOf(error: unknown): number {
  // Commander has already written its message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.held : EXIT.usage;
  if (error instanceof InputError) {
    complain(error.message);
    return EXIT.usage;
  }
  if (error instanceof Interrupted) {
    complain(error.message);
    return error.exitCode;
  }
  streams().stderr.write(`equiloss: an error of the program itself, please report it:\n${traceOf(error)}\n`);
  return EXIT.internal;
}

/** The lines of the trace. The message may quote input, so it stays on one line. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return visible(String(error));
  const { message, stack = message } = error;
  return stack.replace(message, () => visible(message));
}
