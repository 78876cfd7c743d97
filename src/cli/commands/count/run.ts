import type { CommonOptions } from "../../options/commandParts.js";
import { countBytes, memoryBudget, requireMemory } from "../../options/memory.js";
import { MAX_WIDTH, wholeNumber, widthArguments } from "../../options/sizeArguments.js";
import { printResult } from "../outputs.js";
import { waiting } from "../../terminal/progress.js";
import { runAlone } from "../runAlone.js";
import { countLines } from "./counts.js";

/** Options of `equiloss count`. */
export interface CountOptions extends CommonOptions {
  readonly digits: string;
}

const MAX_DIGITS = 1_000_000_000;

/** Runs `equiloss count r m`. */
export async function runCount(rText: string, mText: string, options: CountOptions): Promise<void> {
  const digits = options.digits === "all" ? Infinity : wholeNumber("--digits", options.digits, 2, MAX_DIGITS);
  const { r, m } = widthArguments(rText, mText, MAX_WIDTH);
  const budget = memoryBudget(options.maxMemory);
  requireMemory(`count ${r} ${m}`, countBytes(r, m), budget);
  const request = { r, m, compared: options.json !== true };
  const counts = await runAlone("count", request, { budget, bar: waiting("counting") });
  printResult(options, "count", counts.report, () => countLines(counts, digits));
}
