#!/usr/bin/env node
import { CommanderError } from "commander";
import { InputError } from "../exact/inputError.js";
import { EXIT, Interrupted, complain } from "./errors.js";
import { program } from "./program.js";
import { endOnSignals } from "./signals.js";
import { visible } from "./visible.js";

endOnSignals();

/** The one place where errors become messages and exit codes. */
function exitCodeOf(error: unknown): number {
  // Commander has written its message, or the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.held : EXIT.usage;
  if (error instanceof InputError) {
    complain(error.message);
    return EXIT.usage;
  }
  if (error instanceof Interrupted) {
    complain(error.message);
    // Input that is still waited for would keep the program.
    process.exit(error.exitCode);
  }
  process.stderr.write(`equiloss: an error of the program itself, please report it:\n${traceOf(error)}\n`);
  return EXIT.internal;
}

/** Where it happened, in lines; the message may quote what was given, and stays in one. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return visible(String(error));
  const { message, stack = message } = error;
  return stack.replace(message, () => visible(message));
}

// A reader that closes the pipe early, such as head, has all it wanted; what was found stays the exit code.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // Nobody can be told that nothing can be told; the exit code says it still.
    if (stream === process.stderr) return;
    if (error.code !== "EPIPE") {
      complain(
        `can't write the output (${error.code ?? error.message}); free some space, or write elsewhere`,
      );
      process.exit(EXIT.internal);
    }
    process.exit();
  });
}

process.exitCode = EXIT.held;
try {
  await program((code) => {
    process.exitCode = code;
  }).parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
