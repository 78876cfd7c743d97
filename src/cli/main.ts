#!/usr/bin/env node
import { EXIT, complain } from "./terminal/errors.js";
import { reported, runCommand } from "./runCommand.js";
import { endOnSignals } from "./terminal/signals.js";

const args = process.argv.slice(2);
endOnSignals((interrupted) => reported(interrupted, args));

// A reader that closes the pipe early, such as head, has all that it needs. The exit code is still that of
// the result.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // If stderr can't be written either, only the exit code can say so.
    if (stream === process.stderr) return;
    if (error.code !== "EPIPE") {
      complain(
        `can't write the output (${error.code ?? error.message}); free some space, or write elsewhere`,
      );
      process.exit(EXIT.usage);
    }
    process.exit();
  });
}

process.exitCode = EXIT.held;
process.exitCode = await runCommand(args, process);
// Input that an interrupted command still waits for would keep the program running.
if (process.exitCode > EXIT.internal) process.exit();
