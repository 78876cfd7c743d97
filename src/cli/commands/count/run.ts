import type { CommonOptions } from "../../options/commandParts.js";
import { countBytes, memoryBudget, requireMemory, tableBytes } from "../../options/memory.js";
import { MAX_WIDTH, wholeNumber, widthArguments } from "../../options/sizeArguments.js";
import { printResult } from "../outputs.js";
import { print } from "../../terminal/output.js";
import { waiting } from "../../terminal/progress.js";
import { runAlone } from "../runAlone.js";
import { countLines } from "./counts.js";
import { tableRows } from "./table.js";

/** Options of `equiloss count`. */
export interface CountOptions extends CommonOptions {
  readonly digits: string;
  readonly csv?: boolean;
}

const MAX_DIGITS = 1_000_000_000;

/** Runs `equiloss count r m`. */
export async function runCount(rText: string, mText: string, options: CountOptions): Promise<void> {
  const digits = options.digits === "all" ? Infinity : wholeNumber("--digits", options.digits, 2, MAX_DIGITS);
  const { r, m } = widthArguments(rText, mText, MAX_WIDTH);
  const budget = memoryBudget(options.maxMemory);
  if (options.csv === true) {
    requireMemory(`count ${r} ${m} --csv`, tableBytes(tableRows({ r, m }), m), budget);
    for (const line of await runAlone("countTable", { r, m }, { budget, bar: waiting("counting") }))
      print(line);
    return;
  }
  requireMemory(`count ${r} ${m}`, countBytes(r, m), budget);
  const request = { r, m, compared: options.json !== true };
  const counts = await runAlone("count", request, { budget, bar: waiting("counting") });
  printResult(options, "count", counts.report, () => countLines(counts, digits));
}
