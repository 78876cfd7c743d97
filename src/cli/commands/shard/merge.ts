import { type MergeReport, mergeShards } from "../../../shard/merge.js";
import type { Hear } from "../../terminal/progress.js";
import { programHere } from "./programHere.js";

/** A job to merge. */
export interface MergeJob {
  readonly folder: string;
  readonly audit: number;
  readonly seed: number;
}

/** Merges the results of a job. */
export function mergeReport(job: MergeJob, hear: Hear): Promise<MergeReport> {
  return mergeShards({ ...job, program: programHere() }, hear);
}
