#!/usr/bin/env node
import { CommanderError } from "commander";
import { InputError } from "../exact/inputError.js";
import { EXIT, Interrupted } from "./errors.js";
import { program } from "./program.js";

/** The one place where errors become messages and exit codes. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.held : EXIT.usage;
  if (error instanceof InputError) {
    process.stderr.write(`equiloss: ${error.message}\n`);
    return EXIT.usage;
  }
  if (error instanceof Interrupted) {
    process.stderr.write(`equiloss: ${error.message}\n`);
    return error.exitCode;
  }
  throw error;
}

// A reader that closes the pipe early, such as head, has all it wanted.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(EXIT.held);
});

process.exitCode = EXIT.held;
try {
  await program((code) => {
    process.exitCode = code;
  }).parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}
