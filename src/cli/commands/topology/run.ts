import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget } from "../../options/memory.js";
import { type MirrorOptions, mirrorOptions } from "../../options/mirrorOptions.js";
import { MAX_LISTED_WIDTH, widthArguments } from "../../options/sizeArguments.js";
import { EXIT, complain } from "../../terminal/errors.js";
import { printResult } from "../outputs.js";
import { measured } from "../../terminal/progress.js";
import { runAlone } from "../runAlone.js";
import { claimOf, topologyLines } from "./report.js";

/** Runs `equiloss topology r m`. Returns the exit code. */
export async function runTopology(
  rText: string,
  mText: string,
  options: CommonOptions & MirrorOptions,
): Promise<number> {
  const mirrored = mirrorOptions(options);
  const { r, m } = widthArguments(rText, mText, MAX_LISTED_WIDTH);
  const budget = memoryBudget(options.maxMemory);
  const finding = await runAlone(
    "topology",
    { r, m, budget, mirrored },
    { budget, bar: measured("topology") },
  );
  printResult(options, "topology", finding.report, () => topologyLines(finding, mirrored));
  if (finding.contradiction === undefined) return EXIT.held;
  complain(`contradicts ${claimOf(mirrored)}: ${finding.contradiction}`);
  return EXIT.failed;
}
