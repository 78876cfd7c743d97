import { InputError } from "../../exact/inputError.js";
import { costNamed, landscapeLines } from "../landscapeReport.js";
import { activationOption } from "../landscaping.js";
import { memoryBudget } from "../memory.js";
import { print, printJson } from "../output.js";
import { whileWaiting } from "../progress.js";
import { WorkerPool, withPool } from "../workerPool.js";

/** Options of `landscape`. */
export interface LandscapeOptions {
  readonly activation: string;
  readonly cost: string;
  readonly json?: boolean;
  readonly maxMemory: string;
}

/** `equiloss landscape network data` */
export async function landscapeCommand(
  network: string,
  data: string,
  options: LandscapeOptions,
): Promise<void> {
  if (network === "-" && data === "-") {
    throw new InputError("network and data are to come from standard input", "give at least one as a file");
  }
  const budget = memoryBudget(options.maxMemory);
  // Before any file is read: what is typed wrong is told at once.
  const { name: activation } = activationOption(options.activation);
  const { name: cost } = costNamed(options.cost);
  const report = await withPool(
    new WorkerPool(1, budget),
    () => "nothing was written",
    (pool) =>
      whileWaiting(
        "computing",
        pool.run<"landscape">(
          { kind: "landscape", request: { network, data, activation, cost }, budget },
          () => undefined,
        ),
      ),
  );
  if (options.json === true) printJson(report);
  else print(landscapeLines(report));
}
