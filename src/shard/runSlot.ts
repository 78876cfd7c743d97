import { InputError } from "../exact/inputError.js";
import { jobFiles, makeFolders, textIfThere, writeJobFile } from "./folder.js";
import type { Program } from "./kinds/job.js";
import { kindNamed } from "./kinds/list.js";
import { type PlannedJob, type Shard, readPlan, shardOf } from "./plan.js";
import { Progress } from "./progress.js";
import { type ShardResult, inOrder, readResult, resultText, shardResult } from "./result.js";

/** A slot of a job. */
export interface SlotRequest {
  readonly folder: string;
  readonly slot: number;
  readonly program: Program;
}

/** What became of a slot. */
export type SlotOutcome =
  | {
      readonly result: ShardResult;
      /** Pieces that this run did itself; the others were there. */
      readonly made: number;
    }
  | { readonly failure: string };

/**
 * Does a shard and writes its result. A result that is there and whole is left; pieces that an interrupted or
 * killed run had done are not done again. If others do the same slot meanwhile, all write the same.
 *
 * @param hear is told how many of its pieces are done.
 * @throws InputError if the plan is missing, changed, or of another program or environment.
 */
export async function runSlot(
  { folder, slot, program }: SlotRequest,
  hear: (done: number, total: number) => void,
): Promise<SlotOutcome> {
  const planned = readPlan(folder, program);
  const shard = shardOf(planned.plan, slot);
  const path = jobFiles(folder).result(slot);
  const there = resultThere(path, planned, shard);
  if (there !== undefined) return { result: there, made: 0 };
  await requireEnvironment(planned, folder);
  makeFolders(jobFiles(folder));
  const progress = new Progress(folder, planned, shard);
  const found = progress.read();
  const numbers = Array.from({ length: shard.to - shard.from }, (_, index) => shard.from + index);
  const missing = numbers.filter((number) => !found.has(number));
  for await (const piece of planned.job.make(missing)) {
    if ("failure" in piece) return { failure: piece.failure };
    progress.add(piece);
    found.set(piece.piece, piece);
    hear(found.size, numbers.length);
  }
  const result = shardResult(planned, shard, inOrder(found, shard));
  writeJobFile(path, resultText(result));
  progress.remove();
  return { result, made: missing.length };
}

/** The result of a slot, if it is one that can be merged. */
function resultThere(path: string, planned: PlannedJob, shard: Shard): ShardResult | undefined {
  const text = textIfThere(path);
  if (text === undefined) return undefined;
  try {
    return readResult(text, path, planned, shard);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** @throws InputError if something else is installed than where the plan was made. */
export async function requireEnvironment({ plan }: PlannedJob, folder: string): Promise<void> {
  const here = await kindNamed(plan.kind).environment(plan.parameters);
  for (const [name, value] of Object.entries(here))
    if (plan.environment[name] !== value)
      throw new InputError(
        `was made with ${name} ${String(plan.environment[name])}, and here is ${value}`,
        "use the same, or plan anew, in another folder",
        jobFiles(folder).plan,
      );
}
