import type { Counts } from "../../../shard/kinds/job.js";
import { runSlot } from "../../../shard/runSlot.js";
import type { Hear } from "../../terminal/progress.js";
import { programHere } from "./programHere.js";

/** A slot to do. */
export interface SlotJob {
  readonly folder: string;
  readonly slot: number;
}

/** A slot that is done: the pieces `from` … `to` − 1, of which this run made some. */
export interface SlotReport {
  readonly from: number;
  readonly to: number;
  readonly made: number;
  readonly counts: Counts;
  readonly digest: string;
}

/** Does a slot; says what failed if a check fails. */
export async function slotReport(
  job: SlotJob,
  hear: Hear,
): Promise<SlotReport | { readonly failure: string }> {
  const outcome = await runSlot({ ...job, program: programHere() }, hear);
  if ("failure" in outcome) return outcome;
  const { from, to, counts, digest } = outcome.result;
  return { from, to, made: outcome.made, counts, digest };
}
