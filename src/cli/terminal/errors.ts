import { streams } from "./streams.js";
import { visible } from "./visible.js";
import { fitted, layoutOf } from "./wrapped.js";

/** The command was interrupted by a signal; nothing is left half-written. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";

  /** @param exitCode 128 plus the signal's number, as shells have it. */
  constructor(
    message: string,
    readonly exitCode: number,
  ) {
    super(message);
  }
}

/** The checker rejects what a command made; nothing was written. */
export class Rejected extends Error {
  override readonly name = "Rejected";
}

/** Exit codes of the command line. */
export const EXIT = {
  /** The command did its work, and every check held. */
  held: 0,
  /** A check failed. */
  failed: 1,
  /** Bad usage, bad input, or an output that can't be written. */
  usage: 2,
  /** The program is at fault; 70 is EX_SOFTWARE in sysexits.h. */
  internal: 70,
} as const;

/** Writes an error as one line to stderr; a terminal shows it broken at words. */
export function complain(message: string): void {
  const { stderr } = streams();
  stderr.write(`${fitted(`equiloss: ${visible(message.trim())}`, layoutOf(stderr), "  ")}\n`);
}
