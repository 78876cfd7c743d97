import { entry } from "../exact/entry.js";
import { InputError } from "../exact/inputError.js";
import { seededIntegers } from "../network/seededIntegers.js";
import { anew, jobFiles } from "./folder.js";
import type { Piece } from "./kinds/job.js";
import type { PlannedJob } from "./plan.js";
import { requireEnvironment } from "./runSlot.js";

/**
 * Pieces to be done again, drawn without repetition, ascending.
 *
 * @returns `audit` of them, or all if there are no more.
 */
export function auditedPieces(pieces: number, audit: number, seed: number): number[] {
  const numbers = Array.from({ length: pieces }, (_, piece) => piece);
  if (audit >= pieces) return numbers;
  const draw = seededIntegers(seed, "audited pieces");
  for (let place = 0; place < audit; place += 1) {
    const other = draw(place, pieces - 1);
    const drawn = entry(numbers, other);
    numbers[other] = entry(numbers, place);
    numbers[place] = drawn;
  }
  return numbers.slice(0, audit).sort((one, other) => one - other);
}

/** @throws InputError if a piece that is done again gives anything else than its shard says. */
export async function requireAudit(
  planned: PlannedJob,
  folder: string,
  pieces: readonly Piece[],
  audited: readonly number[],
  hear: (done: number, total: number) => void,
): Promise<void> {
  if (audited.length === 0) return;
  await requireEnvironment(planned, folder);
  let done = 0;
  for await (const again of planned.job.make(audited)) {
    const claimed = entry(pieces, again.piece);
    const isSame = "digest" in again && again.digest === claimed.digest;
    const { slot } = entry(
      planned.plan.shards.filter(({ from, to }) => from <= again.piece && again.piece < to),
      0,
    );
    if (!isSame)
      throw new InputError(
        `piece ${again.piece} was done again, and ${"failure" in again ? again.failure : "its digest is another"}`,
        anew(folder, slot),
        jobFiles(folder).result(slot),
      );
    done += 1;
    hear(done, audited.length);
  }
  if (done !== audited.length) throw new RangeError(`${done} of ${audited.length} audited pieces were done`);
}
