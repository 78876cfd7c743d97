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

const equation = (r: number): string => `Eq. (6) at r* = ${r}: Σ_k a_k·G(r*−k, m)/T(r*, m) ≤ ((r*−1)/r*)^m`;

function thresholdLines(r: number, last: number | null): string {
  if (last === null) return `${equation(r)}:\nholds for all m ≥ ${r}`;
  return [
    `${equation(r)}, where`,
    "a_k, the number of critical points of level k, is at most the binomial",
    "coefficient C(r*−1, k−1):",
    `fails for some a_k while m ≤ ${last}, holds for all m ≥ ${last + 1}`,
  ].join("\n");
}
