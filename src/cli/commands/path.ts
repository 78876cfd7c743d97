import { InputError } from "../../exact/inputError.js";
import { readSources } from "../inputs.js";
import { memoryBudget } from "../memory.js";
import { print } from "../output.js";
import { whileWaiting } from "../progress.js";
import { wholeNumber } from "../sizeArguments.js";
import { WorkerPool, nothingWritten, withPool } from "../workerPool.js";

/** Options of `equiloss path`. */
export interface PathOptions {
  readonly json?: boolean;
  readonly asPaper?: boolean;
  readonly steps: string;
  readonly budget: string;
  readonly changes?: boolean;
  readonly maxMemory: string;
}

const MAX_STEPS = 10_000;
const MAX_BUDGET = 100_000_000;

/** `equiloss path from to` */
export async function pathCommand(fromFile: string, toFile: string, options: PathOptions): Promise<void> {
  const steps = wholeNumber("--steps", options.steps, 1, MAX_STEPS);
  const budget = wholeNumber("--budget", options.budget, 1, MAX_BUDGET);
  const memory = memoryBudget(options.maxMemory);
  const told = {
    json: options.json === true,
    asPaper: options.asPaper === true,
    changes: options.changes === true,
  };
  if (steps > 1 && (!told.json || told.changes)) {
    throw new InputError("it cuts the listed path", "add --json, and leave out --changes", "--steps");
  }
  const files = await readSources({ from: fromFile, to: toFile }, memory);
  const lines = await withPool(new WorkerPool(1, memory), nothingWritten, (pool) =>
    whileWaiting(
      "searching",
      pool.run<"path">(
        { kind: "path", request: { ...files, ...told, steps, budget } },
        () => undefined,
        Object.values(files),
      ),
    ),
  );
  for (const line of lines) print(line);
}
