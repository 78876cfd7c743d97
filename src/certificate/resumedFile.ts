import {
  type BigIntStats,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { InputError } from "../exact/inputError.js";
import { TEXT_START } from "./certificateText.js";
import type { OutputPlace } from "./outputPlace.js";

/** Never follows a link, never waits for a pipe, and keeps what is there. */
const FLAGS = constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * A file that is written from the start, where bytes that are already there are left alone: interrupted work
 * goes on where it ended. The file has another name until it is whole.
 */
export class ResumedFile {
  private readonly descriptor: number;
  private length = 0;
  private isSame = true;
  private open = true;

  /**
   * @param name the name of the output, as it was typed.
   * @throws InputError if there is a file that no interrupted work left behind; Error if the system refuses.
   */
  constructor(
    private readonly place: OutputPlace,
    private readonly name: string,
  ) {
    this.descriptor = openSync(place.partial, FLAGS, place.mode ?? 0o666);
    const problem = this.objection();
    if (problem === undefined) return;
    closeSync(this.descriptor);
    throw new InputError(problem, "take it away, or name another output", place.partial);
  }

  /** Puts a text at the end. Returns the length so far, in bytes. */
  append(text: string): number {
    const bytes = Buffer.from(text, "utf8");
    this.isSame &&= this.holds(bytes);
    // A system without room for all bytes may write some of them, and object only to the rest.
    for (let done = 0; !this.isSame && done < bytes.length;) {
      done += writeSync(this.descriptor, bytes, done, bytes.length - done, this.length + done);
    }
    this.length += bytes.length;
    return this.length;
  }

  /**
   * Cuts off what an earlier run left beyond the end, waits until all is on the disk, and gives the file its
   * name.
   *
   * @throws InputError if the partial file isn't there any more.
   */
  finish(): void {
    const { file, partial, mode } = this.place;
    ftruncateSync(this.descriptor, this.length);
    if (mode !== undefined) fchmodSync(this.descriptor, mode);
    fsyncSync(this.descriptor);
    const partialStats = statSync(partial, { bigint: true, throwIfNoEntry: false });
    if (!areOneFile(fstatSync(this.descriptor, { bigint: true }), partialStats)) {
      const problem = "its .equiloss-partial file was taken away while it was written";
      throw new InputError(problem, "give the command again", this.name);
    }
    this.close();
    renameSync(partial, file);
    syncFolder(dirname(file));
  }

  /** Ends the work, and removes the partial file if it is empty, since that is of no use to a later run. */
  close(): void {
    if (!this.open) return;
    this.open = false;
    const isUseless = fstatSync(this.descriptor).size === 0;
    closeSync(this.descriptor);
    if (isUseless) rmSync(this.place.partial, { force: true });
  }

  /**
   * Why the partial file can't be the beginning of a certificate; undefined if it can.
   */
  private objection(): string | undefined {
    const stats = fstatSync(this.descriptor);
    if (!stats.isFile()) return "is not a regular file";
    if (stats.nlink > 1) return "has another name, too";
    const start = Buffer.alloc(Math.min(stats.size, TEXT_START.length));
    readSync(this.descriptor, start, 0, start.length, 0);
    return TEXT_START.startsWith(start.toString("latin1")) ? undefined : "is not part of a certificate";
  }

  private holds(bytes: Buffer): boolean {
    const earlier = Buffer.allocUnsafe(bytes.length);
    let done = 0;
    while (done < bytes.length) {
      const read = readSync(this.descriptor, earlier, done, bytes.length - done, this.length + done);
      if (read === 0) return false;
      done += read;
    }
    return bytes.equals(earlier);
  }
}

function areOneFile(left: BigIntStats, right: BigIntStats | undefined): boolean {
  return right?.ino === left.ino && right.dev === left.dev;
}

/** Waits until the new name is on the disk too, on systems that let a folder be synchronised. */
function syncFolder(folder: string): void {
  let descriptor;
  try {
    descriptor = openSync(folder, "r");
  } catch {
    return;
  }
  try {
    fsyncSync(descriptor);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EINVAL") throw error;
  } finally {
    closeSync(descriptor);
  }
}
