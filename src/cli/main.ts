#!/usr/bin/env node
import { CommanderError } from "commander";
import { InputError } from "../exact/inputError.js";
import { EXIT, Interrupted, complain } from "./errors.js";
import { program } from "./program.js";

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
    return error.exitCode;
  }
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`equiloss: an error of the program itself, please report it:\n${trace}\n`);
  return EXIT.internal;
}

// A reader that closes the pipe early, such as head, has all it wanted; what was found stays the exit code.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") {
      complain(
        `can't write the output (${error.code ?? error.message}); free some space, or write elsewhere`,
      );
      process.exit(EXIT.internal);
    }
    if (stream === process.stdout) process.exit();
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
