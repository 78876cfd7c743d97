import { appendFileSync, rmSync } from "node:fs";
import { explainErrors } from "../certificate/systemErrors.js";
import { sha256 } from "../machine/sha256.js";
import { jobFiles, textIfThere } from "./folder.js";
import type { Piece } from "./kinds/job.js";
import type { PlannedJob, Shard } from "./plan.js";
import { pieceIn } from "./result.js";

/**
 * The pieces of a shard that are done before all are: a file with a line for each, which says by a digest
 * that it is whole and of this plan. Several processes may add to it at once: what became of their lines
 * matters to no one, since a line that isn't whole is as if it were not there.
 */
export class Progress {
  private readonly path: string;

  constructor(
    folder: string,
    private readonly planned: PlannedJob,
    private readonly shard: Shard,
  ) {
    this.path = jobFiles(folder).progress(shard.slot);
  }

  /** The pieces that are there, by number. */
  read(): Map<number, Piece> {
    const found = new Map<number, Piece>();
    const text = textIfThere(this.path);
    if (text === undefined) return found;
    for (const line of text.split("\n")) {
      const piece = this.pieceOf(line);
      if (piece !== undefined) found.set(piece.piece, piece);
    }
    return found;
  }

  /** A line begins with a line's end: one before it may have been cut off. */
  add(piece: Piece): void {
    const text = JSON.stringify(piece);
    explainErrors(this.path, () => {
      appendFileSync(this.path, `\n${this.tag(text)} ${text}\n`);
    });
  }

  remove(): void {
    rmSync(this.path, { force: true });
  }

  private tag(text: string): string {
    return sha256(`${this.planned.digest} ${text}`);
  }

  private pieceOf(line: string): Piece | undefined {
    const space = line.indexOf(" ");
    const text = line.slice(space + 1);
    if (space < 0 || line.slice(0, space) !== this.tag(text)) return undefined;
    return pieceIn(JSON.parse(text), this.planned.job, this.shard);
  }
}
