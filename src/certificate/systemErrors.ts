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
  ["ENOSPC", ["no room on the disk", "make room, and the same command goes on from what is there"]],
  [
    "EDQUOT",
    ["your share of the disk is used up", "make room, and the same command goes on from what is there"],
  ],
  [
    "EFBIG",
    ["larger than files may be here", "raise the limit, and the same command goes on from what is there"],
  ],
]);

/** Runs `work` with the disk, and turns an error of the system into one that a person can act on. */
export function explainErrors<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputError || !(error instanceof Error) || !("code" in error)) throw error;
    const code = String(error.code);
    const [problem, repair] = MEANINGS.get(code) ?? [`can't be written (${code})`, "name another file"];
    throw new InputError(problem, repair, path);
  }
}
