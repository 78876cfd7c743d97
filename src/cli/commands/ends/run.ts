import { InputError } from "../../../exact/inputError.js";
import { type Source, readSources } from "../../files/sources.js";
import { GOES_ON, leftBy, withOutput } from "../../files/withOutput.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget } from "../../options/memory.js";
import { present } from "../../options/present.js";
import { svgOf } from "../../../pictures/picture.js";
import { print } from "../../terminal/output.js";
import { measured } from "../../terminal/progress.js";
import { printResult } from "../outputs.js";
import { runAlone } from "../runAlone.js";
import { type EndsRequest, WHAT } from "./judged.js";
import { endsLines } from "./lines.js";

/** Options of `equiloss ends`. */
export interface EndsOptions extends CommonOptions {
  readonly from?: readonly string[];
  readonly slot?: string;
  readonly output?: string;
  readonly svg?: boolean;
}

/** Runs `equiloss ends files`. */
export async function runEnds(files: readonly string[], options: EndsOptions): Promise<void> {
  const { output, slot } = options;
  const paths = options.from === undefined ? files : [...files, ...options.from];
  if (output !== undefined && files.length > 1)
    throw new InputError("takes the verdicts on one file", "give one file of ends", "--output");
  const budget = memoryBudget(options.maxMemory);
  const inputs = Object.fromEntries(paths.entries());
  const judge = async (sources: Readonly<Record<string, Source>>): Promise<void> => {
    const all = Object.values(sources);
    const [ends, from] = [all.slice(0, files.length), all.slice(files.length)];
    const request: EndsRequest = { ends, from, slot, ...present({ output }) };
    const bar = measured("judging");
    if (options.svg === true) {
      print(await svgOf(await runAlone("endsPicture", request, { budget, bar, sources })));
      return;
    }
    const finished = output === undefined ? {} : { finished: () => leftBy(output, GOES_ON) };
    const judged = await runAlone("ends", request, { budget, bar, sources, ...finished });
    for (const one of judged) printResult(options, "judged-ends", one, endsLines);
  };
  if (output === undefined) await judge(await readSources(inputs, budget));
  else await withOutput({ option: "--output", output, what: WHAT, inputs, budget }, judge);
}
