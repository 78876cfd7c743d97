import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { entry } from "../exact/entry.js";
import { InputError } from "../exact/inputError.js";
import { auditedPieces, requireAudit } from "./audit.js";
import { anew, jobFiles, requiredText, writeJobFile } from "./folder.js";
import type { Counts, Parameters, Piece, Program } from "./kinds/job.js";
import { type PlannedJob, type Shard, readPlan } from "./plan.js";
import { composedDigest, readResult, summed } from "./result.js";

/** The format tag of a merged result. */
export const MERGED_FORMAT = "equiloss-shard-merged/1";

/** A job to merge. */
export interface MergeRequest {
  readonly folder: string;
  /** How many pieces are done again; if there are fewer, all. */
  readonly audit: number;
  /** Which pieces these are. */
  readonly seed: number;
  readonly program: Program;
}

/** A job that is done. It is the same, but for the plan, in however many shards it was done. */
export interface Merged extends Program {
  readonly kind: string;
  readonly parameters: Parameters;
  readonly environment: Parameters;
  /** The SHA-256 of the input; "" if the job reads none. */
  readonly inputDigest: string;
  readonly pieces: number;
  readonly counts: Counts;
  /** Of all that was visited. */
  readonly digest: string;
}

/** A merge, and the pieces that were done again for it. */
export interface MergeReport {
  readonly merged: Merged;
  readonly shards: number;
  readonly audited: readonly number[];
  /** The files that were written. */
  readonly files: readonly string[];
}

/**
 * Merges the results of all slots: each has to be there, of this plan and program, with exactly its pieces;
 * the counts have to add up to the closed form; and pieces that are drawn are done again.
 *
 * @param hear is told how many of the audited pieces are done.
 * @throws InputError for the first result that is refused, with how to have it made anew; then nothing is
 *   written.
 */
export async function mergeShards(
  { folder, audit, seed, program }: MergeRequest,
  hear: (done: number, total: number) => void,
): Promise<MergeReport> {
  const planned = readPlan(folder, program);
  const { plan, job } = planned;
  const files = jobFiles(folder);
  requireOnlySlots(folder, plan.shards);
  requireAllSlots(folder, plan.shards);
  const pieces = plan.shards.flatMap((shard) => piecesOf(folder, planned, shard));
  requireTiled(pieces, plan.pieces, files.results);
  const counts = summed(pieces);
  if (JSON.stringify(counts) !== JSON.stringify(plan.expected))
    throw new InputError(
      `count ${JSON.stringify(counts)} in all, where the closed form is ${JSON.stringify(plan.expected)}`,
      "report it: the closed forms of the pieces and of the whole differ",
      files.results,
    );
  const audited = auditedPieces(plan.pieces, audit, seed);
  await requireAudit(planned, folder, pieces, audited, hear);
  const { kind, parameters, environment, inputDigest, version, code } = plan;
  const digest = composedDigest(pieces);
  const merged = {
    kind,
    parameters,
    environment,
    inputDigest,
    version,
    code,
    pieces: plan.pieces,
    counts,
    digest,
  };
  writeJobFile(files.merged, `${JSON.stringify({ format: MERGED_FORMAT, ...merged }, null, 2)}\n`);
  const written = [files.merged];
  if (job.data !== undefined) {
    const header = JSON.stringify(job.data.header(program, environment)).slice(0, -1);
    const runs = pieces.map(({ data }) => JSON.stringify(data)).join(",\n");
    written.push(join(folder, job.data.file));
    writeJobFile(join(folder, job.data.file), `${header},"runs":[\n${runs}\n]}\n`);
  }
  return { merged, shards: plan.shards.length, audited, files: written };
}

function requireOnlySlots(folder: string, shards: readonly Shard[]): void {
  const { results } = jobFiles(folder);
  const known = new Set(shards.map(({ slot }) => `${slot}.json`));
  for (const name of textNames(results))
    if (!known.has(name))
      throw new InputError(
        `is the result of no slot: they are 0 to ${shards.length - 1}`,
        "remove it",
        join(results, name),
      );
}

/** Names of files that others than this program may have put there; partial ones are left by killed runs. */
function textNames(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => !name.endsWith(".equiloss-partial"))
      .sort();
  } catch {
    return [];
  }
}

const MOST_NAMED = 12;

function requireAllSlots(folder: string, shards: readonly Shard[]): void {
  const files = jobFiles(folder);
  const missing = shards.map(({ slot }) => slot).filter((slot) => !existsSync(files.result(slot)));
  if (missing.length === 0) return;
  const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : "";
  throw new InputError(
    `no result of slot ${missing.slice(0, MOST_NAMED).join(", ")}${more}`,
    `run equiloss shard run ${folder} --slot ${entry(missing, 0)}${missing.length > 1 ? ", and so on" : ""}`,
    files.results,
  );
}

function piecesOf(folder: string, planned: PlannedJob, shard: Shard): readonly Piece[] {
  const path = jobFiles(folder).result(shard.slot);
  try {
    return readResult(requiredText(path), path, planned, shard).pieces;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.problem, anew(folder, shard.slot), path);
  }
}

/** All pieces, each once and in their order: what the plan and each result were made to say. */
function requireTiled(pieces: readonly Piece[], count: number, place: string): void {
  const wrong = pieces.findIndex(({ piece }, index) => piece !== index);
  if (wrong < 0 && pieces.length === count) return;
  throw new InputError(
    `don't tile the job: ${pieces.length} pieces of ${count}`,
    "plan anew, in another folder",
    place,
  );
}
