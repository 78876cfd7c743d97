import { InputError } from "../exact/inputError.js";

/** What a reader tells about a file that it can't read: the format is named first. */
export interface Reading {
  /** The format, as in {@link FoundNetwork}. */
  readonly format: string;
  /** The file, as messages name it. */
  readonly place: string;
}

/** The program that wrote a file stopped early, or the file was cut. */
export const GIVE_WHOLE = "give the whole file as it was written";

/** What would end the line or not be seen, in a name that a file gives. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * The error of a file that can't be read, which names its format. It is one line, whatever the file holds.
 *
 * @example formatError({ format: "npz", place: "a.npz" }, "W1 is cut", "copy it again").message
 *   === "a.npz: npz: W1 is cut; copy it again"
 */
export function formatError({ format, place }: Reading, problem: string, repair: string): InputError {
  return new InputError(`${format}: ${problem.replace(UNSEEN, asEscape)}`, repair, place);
}

function asEscape(character: string): string {
  const code = character.codePointAt(0);
  return `\\u{${code === undefined ? "" : code.toString(16)}}`;
}
