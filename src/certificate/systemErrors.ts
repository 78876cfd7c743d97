import { InputError } from "../exact/inputError.js";

const PARTIAL_TAKEN = [
  "the place of its .equiloss-partial file is taken",
  "take away what is there, or name another output",
] as const;

/** What errors of the system mean, and how to repair them. Other codes are shown as they are. */
const MEANINGS = new Map<string, readonly [problem: string, repair: string]>([
  ["ENOENT", ["no such folder", "make it, or name a file in another"]],
  ["ENOTDIR", ["its folder is a file", "name a file in a folder"]],
  ["EISDIR", PARTIAL_TAKEN],
  ["ELOOP", PARTIAL_TAKEN],
  ["ENXIO", PARTIAL_TAKEN],
  ["ENAMETOOLONG", ["its name is too long", "name a file with a shorter name"]],
  ["EACCES", ["no permission to write there", "name a file in a folder that is yours"]],
  ["EPERM", ["no permission to write there", "name a file in a folder that is yours"]],
  ["EROFS", ["the disk can only be read", "name a file on another"]],
  ["ENOSPC", ["no room on the disk", "make room"]],
  ["EDQUOT", ["your share of the disk is used up", "make room"]],
  ["EFBIG", ["larger than files may be here", "raise the limit"]],
]);

/** Codes of a file that was begun and could not be finished. */
const UNFINISHED = ["ENOSPC", "EDQUOT", "EFBIG"];

/**
 * Runs `work` with the disk, and turns an error of the system into one that a person can act on.
 *
 * @param afterwards what to do about an unfinished file once there is room.
 */
export function explainErrors<Result>(
  path: string,
  work: () => Result,
  afterwards = "the same command goes on from what is there",
): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputError || !(error instanceof Error) || !("code" in error)) throw error;
    const code = String(error.code);
    const [problem, repair] = MEANINGS.get(code) ?? [`can't be written (${code})`, "name another file"];
    throw new InputError(problem, UNFINISHED.includes(code) ? `${repair}, and ${afterwards}` : repair, path);
  }
}
