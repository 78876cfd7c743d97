import { labelledPartitionCount } from "../../../combinatorics/counts/labelledPartitionCount.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget, requireMemory } from "../../options/memory.js";
import { type MirrorOptions, mirrorOptions, mirroringFor } from "../../options/mirrorOptions.js";
import { MAX_LISTED_WIDTH, widthArguments } from "../../options/sizeArguments.js";
import { print } from "../../terminal/output.js";
import { printResult } from "../outputs.js";
import { measured } from "../../terminal/progress.js";
import { runAlone } from "../runAlone.js";
import { drawnByGraphviz, graphDot } from "./picture.js";
import { graphLines } from "./report.js";

/** Options of `equiloss graph`. */
export interface GraphOptions extends CommonOptions, MirrorOptions {
  readonly dot?: boolean;
  readonly svg?: boolean;
}

/** Runs `equiloss graph r m`. */
export async function runGraph(rText: string, mText: string, options: GraphOptions): Promise<void> {
  const mirrored = mirrorOptions(options);
  const { r, m } = widthArguments(rText, mText, MAX_LISTED_WIDTH);
  const budget = memoryBudget(options.maxMemory);
  const subspaces = labelledPartitionCount(r, m, mirroringFor(mirrored));
  if (options.dot === true || options.svg === true) {
    const dot = graphDot(r, m, subspaces, mirrored.parity);
    print(options.svg === true ? await drawnByGraphviz(dot) : dot);
    return;
  }
  // Each subspace takes more than that, so this refuses sizes that are too large before any meeting is
  // counted.
  requireMemory(`graph ${r} ${m}`, BigInt(m + 17) * subspaces, budget);
  const report = await runAlone("graph", { r, m, budget, mirrored }, { budget, bar: measured("graph") });
  printResult(options, "graph", report, () => graphLines(report, mirrored));
}
