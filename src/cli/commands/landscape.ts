import { partialPath } from "../../certificate/writeCertificate.js";
import { InputError } from "../../exact/inputError.js";
import { costNamed, landscapeLines } from "../landscapeReport.js";
import { type LandscapeFinding, activationOption } from "../landscaping.js";
import { memoryBudget } from "../memory.js";
import { print, printJson } from "../output.js";
import { whileWaiting } from "../progress.js";
import { WorkerPool, withPool } from "../workerPool.js";

/** Options of `landscape`. */
export interface LandscapeOptions {
  readonly activation: string;
  readonly cost: string;
  readonly certificate?: string;
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
  const { certificate } = options;
  if (certificate === "" || certificate === "-") {
    throw new InputError(
      "no place for a certificate",
      "name a file, which can be whole or not there",
      "--certificate",
    );
  }
  const budget = memoryBudget(options.maxMemory);
  // Before any file is read: what is typed wrong is told at once.
  const { name: activation } = activationOption(options.activation);
  const { name: cost } = costNamed(options.cost);
  const request = { network, data, activation, cost, ...(certificate === undefined ? {} : { certificate }) };
  const leftover = (): string =>
    certificate === undefined
      ? "nothing was written"
      : `${partialPath(certificate)} may hold a part; the same command goes on from there`;
  const found = await withPool(new WorkerPool(1, budget), leftover, (pool) =>
    whileWaiting(
      "computing",
      pool.run<"landscape">({ kind: "landscape", request, budget }, () => undefined),
    ),
  );
  if (options.json === true) printJson(found);
  else print([landscapeLines(found), ...certificateLines(found)].join("\n"));
}

function certificateLines({ certificate }: LandscapeFinding): string[] {
  if (certificate === undefined) return [];
  const { file, claim, bytes, digest, check } = certificate;
  return [`certificate ${file}: for ${claim}, ${bytes} bytes, ${digest}`, `check it by ${check}`];
}
