import type { Parity } from "../../../exact/parity.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget, requireMemory, roundedCountBytes } from "../../options/memory.js";
import {
  type MirrorOptions,
  type Mirrored,
  largestWidth,
  mirrorLines,
  mirrorOptions,
} from "../../options/mirrorOptions.js";
import { present } from "../../options/present.js";
import { SEARCHED, wholeNumber } from "../../options/sizeArguments.js";
import { printResult } from "../outputs.js";
import { waiting } from "../../terminal/progress.js";
import { runAlone } from "../runAlone.js";

/** What `equiloss threshold` prints as JSON. */
export interface ThresholdReport {
  readonly r: number;
  /** The last m at which Eq. (6) fails for some allowed a_k; null if it never fails. */
  readonly lastFailing: number | null;
  /** The parity of the activation, if neurons may be mirrored. */
  readonly parity?: Parity;
}

/** Runs `equiloss threshold r`. */
export async function runThreshold(rText: string, options: CommonOptions & MirrorOptions): Promise<void> {
  const mirrored = mirrorOptions(options);
  const r = wholeNumber("r", rText, 1, Math.trunc(largestWidth(mirrored) / SEARCHED));
  const budget = memoryBudget(options.maxMemory);
  // The threshold is below 8r wherever it has been computed.
  requireMemory(`threshold ${r}`, roundedCountBytes(SEARCHED * r), budget);
  const lastFailing = await runAlone("threshold", { r, mirrored }, { budget, bar: waiting("searching") });
  const report: ThresholdReport = { r, lastFailing, ...present({ parity: mirrored.parity }) };
  printResult(options, "threshold", report, () => thresholdLines(r, lastFailing, mirrored));
}

const equation = (r: number): string => `Eq. (6) at r* = ${r}: Σ_k a_k·G(r*−k, m)/T(r*, m) ≤ ((r*−1)/r*)^m`;

function thresholdLines(r: number, last: number | null, mirrored: Mirrored): string {
  const lines =
    last === null
      ? [`${equation(r)}:`, `holds for all m ≥ ${r}`]
      : [
          `${equation(r)}, where`,
          "a_k, the number of critical points of level k, is at most the binomial",
          "coefficient C(r*−1, k−1):",
          `fails for some a_k while m ≤ ${last}, holds for all m ≥ ${last + 1}`,
        ];
  return [...mirrorLines(mirrored), ...lines].join("\n");
}
