import { readSources } from "../../files/sources.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget } from "../../options/memory.js";
import { measured } from "../../terminal/progress.js";
import { printResult } from "../outputs.js";
import { runAlone } from "../runAlone.js";
import { endsLines } from "./lines.js";

/** Runs `equiloss ends file`. */
export async function runEnds(file: string, options: CommonOptions): Promise<void> {
  const budget = memoryBudget(options.maxMemory);
  const sources = await readSources({ ends: file }, budget);
  const report = await runAlone("ends", sources, { budget, bar: measured("judging"), sources });
  printResult(options, "judged-ends", report, endsLines);
}
