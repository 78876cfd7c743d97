import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget } from "../../options/memory.js";
import { MAX_LISTED_WIDTH, widthArguments } from "../../options/sizeArguments.js";
import { EXIT, complain } from "../../terminal/errors.js";
import { printResult } from "../outputs.js";
import { measured } from "../../terminal/progress.js";
import { runAlone } from "../runAlone.js";
import { topologyLines } from "./report.js";

/** Runs `equiloss topology r m`. Returns the exit code. */
export async function runTopology(rText: string, mText: string, options: CommonOptions): Promise<number> {
  const { r, m } = widthArguments(rText, mText, MAX_LISTED_WIDTH);
  const budget = memoryBudget(options.maxMemory);
  const finding = await runAlone("topology", { r, m, budget }, { budget, bar: measured("topology") });
  printResult(options, "topology", finding.report, () => topologyLines(finding));
  if (finding.contradiction === undefined) return EXIT.held;
  complain(`contradicts ext-topology: ${finding.contradiction}`);
  return EXIT.failed;
}
