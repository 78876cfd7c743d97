import { BLOCKS } from "../../../exclusion/rootPairs.js";
import { type Source, readSources } from "../../files/sources.js";
import { GOES_ON, leftBy, withOutput } from "../../files/withOutput.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget } from "../../options/memory.js";
import { present } from "../../options/present.js";
import { inSlot } from "../../options/slotOption.js";
import { measured } from "../../terminal/progress.js";
import { printResult } from "../outputs.js";
import { runAlone } from "../runAlone.js";
import { coverLines } from "./lines.js";
import { WHAT } from "./search.js";

/** Options of `equiloss cover`. */
export interface CoverOptions extends CommonOptions {
  readonly slot?: string;
  readonly from?: readonly string[];
  readonly output?: string;
}

/** Runs `equiloss cover`. */
export async function runCover(options: CoverOptions): Promise<void> {
  const { output } = options;
  const all = Array.from({ length: BLOCKS }, (_, index) => index + 1);
  const blocks = inSlot(options.slot, all);
  const budget = memoryBudget(options.maxMemory);
  const inputs = options.from === undefined ? {} : Object.fromEntries(options.from.entries());
  const search = async (sources: Readonly<Record<string, Source>>): Promise<void> => {
    const request = { blocks, from: Object.values(sources), ...present({ output }) };
    const finished = output === undefined ? {} : { finished: () => leftBy(output, GOES_ON) };
    const bar = measured("searching");
    const cover = await runAlone("cover", request, { budget, bar, sources, ...finished });
    printResult(options, "cover", cover, coverLines);
  };
  if (output === undefined) await search(await readSources(inputs, budget));
  else await withOutput({ option: "--output", output, what: WHAT, inputs, budget }, search);
}
