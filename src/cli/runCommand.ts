import { CommanderError } from "commander";
import { InputError } from "../exact/inputError.js";
import { EXIT, Interrupted, Rejected, complain } from "./terminal/errors.js";
import { type ErrorReport } from "./commands/outputs.js";
import { taggedJson } from "./commands/taggedJson.js";
import { present } from "./options/present.js";
import { program } from "./program.js";
import { print } from "./terminal/output.js";
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
      if (args[0] === "complete") await (await import("./completion.js")).addCompletion(root, args);
      await root.parseAsync(args, { from: "user" });
      return exitCode;
    } catch (error) {
      return reported(error, args);
    }
  });
}

/**
 * The one place where errors become messages and exit codes.
 *
 * @param args the command line: if it asks for JSON, the error goes to standard output too.
 * @returns the exit code.
 */
export function reported(error: unknown, args: readonly string[]): number {
  // Commander has already written the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.held : EXIT.usage;
  const report = described(error);
  if (isExpected(error)) complain(error.message);
  else
    streams().stderr.write(
      `equiloss: an error of the program itself, please report it:\n${traceOf(error)}\n`,
    );
  if (printsJson(args)) print(taggedJson("error", { error: report }));
  return report.exitCode;
}

function isExpected(error: unknown): error is InputError | Interrupted | Rejected {
  return error instanceof InputError || error instanceof Interrupted || error instanceof Rejected;
}

function described(error: unknown): ErrorReport["error"] {
  if (error instanceof InputError) {
    const { problem, repair, place } = error;
    return { problem, repair, ...present({ place }), exitCode: EXIT.usage };
  }
  if (error instanceof Interrupted)
    return { problem: error.message, repair: "give the command again", exitCode: error.exitCode };
  if (error instanceof Rejected)
    return { problem: error.message, repair: "try another seed or other options", exitCode: EXIT.failed };
  const repair = "report it, with the trace on standard error";
  return { problem: error instanceof Error ? error.message : String(error), repair, exitCode: EXIT.internal };
}

/** Whether a command line asks for JSON on standard output. */
function printsJson(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  const typed = end < 0 ? args : args.slice(0, end);
  return typed.some(
    (word, index) =>
      word === "--json" ||
      word === "--reporter=json" ||
      (word === "json" && typed[index - 1] === "--reporter"),
  );
}

/** The lines of the trace. The message may quote input, so it stays on one line. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return visible(String(error));
  const { message, stack = message } = error;
  return stack.replace(message, () => visible(message));
}
