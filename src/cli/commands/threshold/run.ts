import type { CommonOptions } from "../../options/commandParts.js";
import { countBytes, memoryBudget, requireMemory } from "../../options/memory.js";
import { MAX_WIDTH, SEARCHED, wholeNumber } from "../../options/sizeArguments.js";
import { printResult } from "../outputs.js";
import { waiting } from "../../terminal/progress.js";
import { runAlone } from "../runAlone.js";

/** What `equiloss threshold` prints as JSON. */
export interface ThresholdReport {
  readonly r: number;
  /** The last m at which Eq. (6) fails for some allowed a_k; null if it never fails. */
  readonly lastFailing: number | null;
}

/** Runs `equiloss threshold r`. */
export async function runThreshold(rText: string, options: CommonOptions): Promise<void> {
  const r = wholeNumber("r", rText, 1, MAX_WIDTH / SEARCHED);
  const budget = memoryBudget(options.maxMemory);
  // The threshold is below 8r wherever it has been computed. T is needed up to twice that.
  requireMemory(`threshold ${r}`, countBytes(r, SEARCHED * r), budget);
  const lastFailing = await runAlone("threshold", { r }, { budget, bar: waiting("searching") });
  const report: ThresholdReport = { r, lastFailing };
  printResult(options, "threshold", report, () => thresholdLines(r, lastFailing));
}

function thresholdLines(r: number, last: number | null): string {
  if (last === null) return `Eq. (6) holds at r* = ${r} for all m ≥ ${r}`;
  return [
    `Eq. (6) at r* = ${r}, for all a_k ≤ C(r*−1, k−1):`,
    `fails for some a_k while m ≤ ${last}, holds for all m ≥ ${last + 1}`,
  ].join("\n");
}
