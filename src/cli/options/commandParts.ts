import { WriteStream } from "node:tty";
import { type Command, Option, type OutputConfiguration } from "commander";
import { complain } from "../terminal/errors.js";
import { DEFAULT_MEMORY } from "./memory.js";
import type { Streams } from "../terminal/streams.js";

/** Adds a command to the program; `setExitCode` is told the exit code of one that did its work. */
export type Definition = (root: Command, setExitCode: (code: number) => void) => void;

/** Options of most commands. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly maxMemory: string;
}

/** What help says of the width r. */
export const R = "width of the minimal network, at least 1";

/** What help says of the width m. */
export const M = "width of the larger network, at least r";

/** Help and the version go where the run writes; help is as wide as the terminal, where there is one. */
export function toStreams({ stdout, stderr }: Streams): OutputConfiguration {
  return {
    writeOut: (text) => {
      stdout.write(text);
    },
    writeErr: (text) => {
      stderr.write(text);
    },
    getOutHelpWidth: () => widthOf(stdout),
    getErrHelpWidth: () => widthOf(stderr),
  };
}

/** Characters in a line of help where there is no terminal. */
const HELP_WIDTH = 80;

function widthOf(stream: NodeJS.WritableStream): number {
  return stream instanceof WriteStream ? stream.columns : HELP_WIDTH;
}

/** Errors of usage look like all others, one line, and name the help that explains. */
export function withPlainErrors(command: Command): Command {
  return command.configureOutput({
    outputError: (text) => {
      complain(
        `${text
          .replace(/^error: /, "")
          .replace(/\n(?=\(Did you mean [^\n]*\)\s*$)/, " ")
          .trim()
          .replace(/\.$/, "")}; see ${fullName(command)} --help`,
      );
    },
  });
}

/** The name with those of the commands above it, as it is typed. */
function fullName(command: Command): string {
  return command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`;
}

/** The option `--max-memory`. */
export function memoryOption(): Option {
  return new Option("--max-memory <MiB>", "refuse work that is estimated to take more").default(
    DEFAULT_MEMORY.toString(),
  );
}
