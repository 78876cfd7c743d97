import type { CommonOptions } from "../../options/commandParts.js";
import { countBytes, memoryBudget, requireMemory } from "../../options/memory.js";
import { MAX_WIDTH, widthArguments } from "../../options/sizeArguments.js";
import { printResult } from "../../terminal/output.js";
import { waiting } from "../../terminal/progress.js";
import { runAlone } from "../runAlone.js";
import { countLines } from "./counts.js";

/** Runs `equiloss count r m`. */
export async function runCount(rText: string, mText: string, options: CommonOptions): Promise<void> {
  const { r, m } = widthArguments(rText, mText, MAX_WIDTH);
  const budget = memoryBudget(options.maxMemory);
  requireMemory(`count ${r} ${m}`, countBytes(r, m), budget);
  const request = { r, m, compared: options.json !== true };
  const counts = await runAlone("count", request, { budget, bar: waiting("counting") });
  printResult(options, counts.report, () => countLines(counts));
}
