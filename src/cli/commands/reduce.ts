import { readSources } from "../inputs.js";
import { memoryBudget } from "../memory.js";
import { print } from "../output.js";
import { whileWaiting } from "../progress.js";
import { WorkerPool, nothingWritten, withPool } from "../workerPool.js";

/** Options of `equiloss reduce`. */
export interface ReduceOptions {
  readonly json?: boolean;
  readonly maxMemory: string;
}

/** `equiloss reduce <network>` */
export async function reduceCommand(path: string, options: ReduceOptions): Promise<void> {
  const budget = memoryBudget(options.maxMemory);
  const files = await readSources({ network: path }, budget);
  const json = options.json === true;
  const text = await withPool(new WorkerPool(1, budget), nothingWritten, (pool) =>
    whileWaiting(
      "reducing",
      pool.run<"reduce">({ kind: "reduce", ...files, json }, () => undefined, Object.values(files)),
    ),
  );
  print(text);
}
