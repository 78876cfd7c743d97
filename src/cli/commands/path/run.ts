import { InputError } from "../../../exact/inputError.js";
import { readSources } from "../../files/sources.js";
import { memoryBudget } from "../../options/memory.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { wholeNumber } from "../../options/sizeArguments.js";
import { print } from "../../terminal/output.js";
import { waiting } from "../../terminal/progress.js";
import { runAlone } from "../runAlone.js";

/** Options of `equiloss path`. */
export interface PathOptions extends CommonOptions {
  readonly asPaper?: boolean;
  readonly steps: string;
  readonly budget: string;
  readonly changes?: boolean;
}

const MAX_STEPS = 10_000;
const MAX_BUDGET = 100_000_000;

/** Runs `equiloss path from to`. */
export async function runPath(from: string, to: string, options: PathOptions): Promise<void> {
  const steps = wholeNumber("--steps", options.steps, 1, MAX_STEPS);
  const budget = wholeNumber("--budget", options.budget, 1, MAX_BUDGET);
  const memory = memoryBudget(options.maxMemory);
  const format = {
    json: options.json === true,
    asPaper: options.asPaper === true,
    changes: options.changes === true,
  };
  if (steps > 1 && (!format.json || format.changes)) {
    throw new InputError("it cuts the listed path", "add --json, and leave out --changes", "--steps");
  }
  const sources = await readSources({ from, to }, memory);
  const request = { ...sources, ...format, steps, budget };
  const lines = await runAlone("path", request, { budget: memory, bar: waiting("searching"), sources });
  for (const line of lines) print(line);
}
