import { readSources } from "../../files/sources.js";
import { symmetryOption } from "../../options/activationOption.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget } from "../../options/memory.js";
import { print } from "../../terminal/output.js";
import { waiting } from "../../terminal/progress.js";
import { fitted } from "../../terminal/wrapped.js";
import { runAlone } from "../runAlone.js";

/** Options of `equiloss reduce`. */
interface ReduceOptions extends CommonOptions {
  readonly activation?: string;
}

/** Runs `equiloss reduce <network>`. */
export async function runReduce(path: string, options: ReduceOptions): Promise<void> {
  const activation = options.activation === undefined ? undefined : symmetryOption(options.activation).name;
  const budget = memoryBudget(options.maxMemory);
  const sources = await readSources({ network: path }, budget);
  const request = { ...sources, json: options.json === true, activation };
  const text = await runAlone("reduce", request, { budget, bar: waiting("reducing"), sources });
  print(request.json ? text : fitted(text));
}
