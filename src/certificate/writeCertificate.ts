import { renameSync, statSync } from "node:fs";
import { InputError } from "../exact/inputError.js";
import type { Certificate, Origin } from "./certificate.js";
import { certificatePieces } from "./certificateText.js";
import { ResumedFile } from "./resumedFile.js";

/** What was written. */
export interface Written {
  readonly digest: string;
  readonly bytes: number;
}

/** The file that is written to until all is there; it has no digest, so the checker rejects it. */
export function partialPath(path: string): string {
  return `${path}.partial`;
}

/**
 * Writes a certificate to a file that appears under its name only once it is whole: a reader never sees half of one.
 *
 * Work that was interrupted is taken up where it ended: pieces that the partial file has already, in these
 * very bytes, are not written again, and from the first difference on it is overwritten.
 *
 * @param make called once it is clear that the file can be written.
 * @throws InputError if it can't be written there. What the partial file holds by then stays for the next time.
 */
export function writeCertificate(path: string, make: () => Certificate, origin: Origin): Written {
  const file = saying(path, () => openPartial(path));
  try {
    const pieces = certificatePieces(make(), origin);
    for (let bytes = 0; ;) {
      const piece = pieces.next();
      if (piece.done === true) {
        saying(path, () => {
          file.finish();
          renameSync(partialPath(path), path);
        });
        return { digest: piece.value, bytes };
      }
      bytes = saying(path, () => file.append(piece.value));
    }
  } finally {
    file.close();
  }
}

function openPartial(path: string): ResumedFile {
  // The last step puts a file in the place of whatever has the name: no device shall go that way.
  const there = statSync(path, { throwIfNoEntry: false });
  if (there?.isDirectory() === true) throw new InputError("is a directory", NAME_A_FILE, path);
  if (there?.isFile() === false) throw new InputError("is no regular file", NAME_A_FILE, path);
  const partial = partialPath(path);
  const file = new ResumedFile(partial);
  if (file.isRegular) return file;
  file.close();
  throw new InputError("is no regular file", "take it away, or name another output", partial);
}

const NAME_A_FILE = "name a file, new or to be replaced";

/** What system errors mean to a person, and what helps; other codes are shown as they are. */
const MEANINGS: Readonly<Record<string, readonly [problem: string, repair: string]>> = {
  ENOENT: ["no such folder", "make it, or name a file in another"],
  ENOTDIR: ["its folder is a file", "name a file in a folder"],
  EISDIR: ["the place of its .partial file is taken", "take away what is there, or name another output"],
  ELOOP: ["the place of its .partial file is taken", "take away what is there, or name another output"],
  ENXIO: ["the place of its .partial file is taken", "take away what is there, or name another output"],
  ENAMETOOLONG: ["its name is too long", "name a file with a shorter name"],
  EACCES: ["no permission to write there", "name a file in a folder that is yours"],
  EPERM: ["no permission to write there", "name a file in a folder that is yours"],
  EROFS: ["the disk can only be read", "name a file on another"],
  ENOSPC: ["no room on the disk", "make room, and the same command goes on from what is there"],
  EDQUOT: ["your share of the disk is used up", "make room, and the same command goes on from what is there"],
  EFBIG: [
    "larger than files may be here",
    "raise the limit, and the same command goes on from what is there",
  ],
};

/** Does something with the disk; an error of the system is said so that a person can act on it. */
function saying<Result>(path: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    const code = String(error.code);
    const [problem, repair] = MEANINGS[code] ?? [`can't be written (${code})`, "name another file"];
    throw new InputError(problem, repair, path);
  }
}
