import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { jobFiles, makeFolders } from "../../src/shard/folder.js";
import type { Parameters, Program } from "../../src/shard/kinds/job.js";
import { type Plan, planText, planned } from "../../src/shard/plan.js";
import type { ShardResult } from "../../src/shard/result.js";
import { type SlotOutcome, runSlot } from "../../src/shard/runSlot.js";
import { sha256 } from "../../src/machine/sha256.js";

/** The program that plans and runs in tests. */
export const PROGRAM: Program = { version: "1.2.3", code: sha256("the code") };

/** What a test's job is; 62 pieces of a subspace each if left out. */
export interface SomeJob {
  readonly kind?: string;
  readonly parameters?: Parameters;
  readonly input?: string;
  readonly shards?: number;
  readonly program?: Program;
}

/** Plans a job in a new folder within another. */
export function plannedIn(scratch: string, some: SomeJob = {}): { folder: string; plan: Plan } {
  const { kind = "connected", parameters = { r: 2, m: 4 }, input = "", shards = 8, program = PROGRAM } = some;
  const folder = mkdtempSync(join(scratch, "job-"));
  const plan = planned({ kind, parameters, environment: {}, input, shards, program });
  makeFolders(jobFiles(folder));
  if (input !== "") writeFileSync(jobFiles(folder).input, input);
  writeFileSync(jobFiles(folder).plan, planText(plan));
  return { folder, plan };
}

/** Does a slot of a test's job. */
export function done(folder: string, slot: number, program = PROGRAM): Promise<SlotOutcome> {
  return runSlot({ folder, slot, program }, () => undefined);
}

/** Plans a job and does all its slots. */
export async function doneIn(scratch: string, some: SomeJob = {}): Promise<{ folder: string; plan: Plan }> {
  const job = plannedIn(scratch, some);
  for (const { slot } of job.plan.shards) await done(job.folder, slot, some.program);
  return job;
}

/** A copy of a job's folder within another. */
export function copied(scratch: string, folder: string): string {
  const copy = mkdtempSync(join(scratch, "copy-"));
  cpSync(folder, copy, { recursive: true });
  return copy;
}

/** A result as it stands in its file. */
export function readBack(folder: string, slot: number): ShardResult {
  const { plan, version, code, from, to, counts, digest, pieces } = JSON.parse(
    readFileSync(jobFiles(folder).result(slot), "utf8"),
  ) as ShardResult;
  return { plan, version, code, slot, from, to, counts, digest, pieces };
}
