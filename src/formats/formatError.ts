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

/**
 * The error of a file that can't be read, which names its format.
 *
 * @example formatError({ format: "npz", place: "a.npz" }, "W1 is cut", "copy it again").message
 *   === "a.npz: npz: W1 is cut; copy it again"
 */
export function formatError({ format, place }: Reading, problem: string, repair: string): InputError {
  return new InputError(`${format}: ${problem}`, repair, place);
}
