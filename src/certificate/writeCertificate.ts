import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import type { Certificate, Origin } from "./certificate.js";
import { certificatePieces } from "./certificateText.js";

/** What was written. */
export interface Written {
  readonly digest: string;
  readonly bytes: number;
}

/** Pieces are put together to texts of about a megabyte. */
const BUFFERED = 1 << 20;

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
 * @param progress told the number of bytes so far.
 */
export function writeCertificate(
  path: string,
  certificate: Certificate,
  origin: Origin,
  progress: (bytes: number) => void = () => undefined,
): Written {
  const file = new ResumedFile(partialPath(path));
  try {
    const pieces = certificatePieces(certificate, origin);
    let [bytes, text] = [0, ""];
    for (let step = pieces.next(); ; step = pieces.next()) {
      if (step.done !== true) text += step.value;
      if (step.done !== true && text.length < BUFFERED) continue;
      bytes = file.append(text);
      progress(bytes);
      text = "";
      if (step.done !== true) continue;
      file.finish();
      renameSync(partialPath(path), path);
      return { digest: step.value, bytes };
    }
  } finally {
    file.close();
  }
}

/** A file that is written again from the start, where bytes that are there already are left alone. */
class ResumedFile {
  private readonly earlier: Buffer;
  private readonly descriptor: number;
  private length = 0;
  private same = true;
  private open = true;

  constructor(path: string) {
    this.descriptor = openSync(path, "a+");
    this.earlier = readFileSync(path);
    closeSync(this.descriptor);
    this.descriptor = openSync(path, "r+");
  }

  /** Puts a text at the end. Returns the length so far. */
  append(text: string): number {
    const bytes = Buffer.from(text, "utf8");
    const end = this.length + bytes.length;
    this.same &&= end <= this.earlier.length && bytes.equals(this.earlier.subarray(this.length, end));
    if (!this.same) writeSync(this.descriptor, bytes, 0, bytes.length, this.length);
    this.length = end;
    return end;
  }

  /** Cuts off what an earlier run left behind the end, and waits until all is on the disk. */
  finish(): void {
    ftruncateSync(this.descriptor, this.length);
    fsyncSync(this.descriptor);
    this.close();
  }

  close(): void {
    if (this.open) closeSync(this.descriptor);
    this.open = false;
  }
}
