import { type Sources, readSources } from "../inputs.js";
import type { CertificateNames } from "../landscapeCertificate.js";
import { costNamed, landscapeLines } from "../landscapeReport.js";
import { type LandscapeFinding, activationOption } from "../landscaping.js";
import { memoryBudget } from "../memory.js";
import { print, printJson } from "../output.js";
import { leftBy, withOutput } from "../outputs.js";
import { whileWaiting } from "../progress.js";
import { visible } from "../visible.js";
import { WorkerPool, nothingWritten, withPool } from "../workerPool.js";

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
  const budget = memoryBudget(options.maxMemory);
  // Before any file is read: what is typed wrong is told at once.
  const { name: activation } = activationOption(options.activation);
  const { name: cost } = costNamed(options.cost);
  const inputs = { network, data };
  const work = (files: Sources<typeof inputs>, finished: () => string, names?: CertificateNames) =>
    withPool(new WorkerPool(1, budget), finished, (pool) => {
      const request = { ...files, activation, cost, ...(names === undefined ? {} : { certificate: names }) };
      const job = { kind: "landscape", request, budget } as const;
      return whileWaiting(
        "computing",
        pool.run<"landscape">(job, () => undefined, Object.values(files)),
      );
    });
  const { certificate: output } = options;
  const found =
    output === undefined
      ? await work(await readSources(inputs, budget), nothingWritten)
      : await withOutput({ option: "--certificate", output, inputs, budget }, (files) =>
          work(files, () => leftBy(output), { file: output, ...inputs }),
        );
  if (options.json === true) printJson(found);
  else print([landscapeLines(found), ...certificateLines(found)].join("\n"));
}

function certificateLines({ certificate }: LandscapeFinding): string[] {
  if (certificate === undefined) return [];
  const { file, claim, bytes, digest, check } = certificate;
  return [`certificate ${visible(file)}: for ${claim}, ${bytes} bytes, ${digest}`, `check it by ${check}`];
}
