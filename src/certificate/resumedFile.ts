import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from "node:fs";

/** Never follows a link, never waits for a pipe, and keeps what is there. */
const FLAGS = constants.O_RDWR | constants.O_CREAT | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * A file that is written again from the start, where bytes that are there already are left alone: work that was
 * interrupted is taken up where it ended.
 */
export class ResumedFile {
  private readonly descriptor: number;
  private length = 0;
  private same = true;
  private open = true;

  /** @throws Error of the system, also if there is something else than a file. */
  constructor(private readonly path: string) {
    this.descriptor = openSync(path, FLAGS, 0o666);
  }

  /** Whether it is a file, and no device or pipe. */
  get isRegular(): boolean {
    return fstatSync(this.descriptor).isFile();
  }

  /** Puts a text at the end. Returns the length so far, in bytes. */
  append(text: string): number {
    const bytes = Buffer.from(text, "utf8");
    this.same &&= this.holds(bytes);
    // A system that has no room for all of them may write some, and only object to the rest.
    for (let done = 0; !this.same && done < bytes.length;) {
      done += writeSync(this.descriptor, bytes, done, bytes.length - done, this.length + done);
    }
    this.length += bytes.length;
    return this.length;
  }

  /** Cuts off what an earlier run left behind the end, and waits until all is on the disk. */
  finish(): void {
    ftruncateSync(this.descriptor, this.length);
    fsyncSync(this.descriptor);
    this.close();
  }

  /** Ends the work; a file without a byte is of no use to a later run, and goes. */
  close(): void {
    if (!this.open) return;
    this.open = false;
    const isUseless = this.isRegular && fstatSync(this.descriptor).size === 0;
    closeSync(this.descriptor);
    if (isUseless) rmSync(this.path, { force: true });
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
