import { labelledPartitionCount } from "../../../combinatorics/counts/labelledPartitionCount.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget, requireMemory } from "../../options/memory.js";
import { MAX_LISTED_WIDTH, widthArguments } from "../../options/sizeArguments.js";
import { printResult } from "../../terminal/output.js";
import { measured } from "../../terminal/progress.js";
import { runAlone } from "../runAlone.js";
import { graphLines } from "./report.js";

/** Runs `equiloss graph r m`. */
export async function runGraph(rText: string, mText: string, options: CommonOptions): Promise<void> {
  const { r, m } = widthArguments(rText, mText, MAX_LISTED_WIDTH);
  const budget = memoryBudget(options.maxMemory);
  // Each subspace takes more than that, so this refuses sizes that are too large before any meeting is
  // counted.
  requireMemory(`graph ${r} ${m}`, BigInt(m + 17) * labelledPartitionCount(r, m), budget);
  const report = await runAlone("graph", { r, m, budget }, { budget, bar: measured("graph") });
  printResult(options, report, graphLines);
}
