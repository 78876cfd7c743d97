import type { CommonOptions } from "../../options/commandParts.js";
import { countBytes, memoryBudget, requireMemory, tableBytes } from "../../options/memory.js";
import {
  type MirrorOptions,
  largestWidth,
  mirrorOptions,
  mirroringFor,
} from "../../options/mirrorOptions.js";
import { wholeNumber, widthArguments } from "../../options/sizeArguments.js";
import { printResult } from "../outputs.js";
import { print } from "../../terminal/output.js";
import { waiting } from "../../terminal/progress.js";
import { runAlone } from "../runAlone.js";
import { countLines } from "./counts.js";
import { tableRows } from "./table.js";

/** Options of `equiloss count`. */
export interface CountOptions extends CommonOptions, MirrorOptions {
  readonly digits: string;
  readonly csv?: boolean;
}

const MAX_DIGITS = 1_000_000_000;

/** Runs `equiloss count r m`. */
export async function runCount(rText: string, mText: string, options: CountOptions): Promise<void> {
  const digits = options.digits === "all" ? Infinity : wholeNumber("--digits", options.digits, 2, MAX_DIGITS);
  const mirrored = mirrorOptions(options);
  const { images } = mirroringFor(mirrored);
  const { r, m } = widthArguments(rText, mText, largestWidth(mirrored));
  const budget = memoryBudget(options.maxMemory);
  if (options.csv === true) {
    requireMemory(`count ${r} ${m} --csv`, tableBytes(tableRows({ r, m }), m, images), budget);
    const table = { r, m, mirrored };
    for (const line of await runAlone("countTable", table, { budget, bar: waiting("counting") })) print(line);
    return;
  }
  requireMemory(`count ${r} ${m}`, countBytes(r, m, images), budget);
  const request = { r, m, mirrored, compared: options.json !== true };
  const counts = await runAlone("count", request, { budget, bar: waiting("counting") });
  printResult(options, "count", counts.report, () => countLines(counts, digits));
}
