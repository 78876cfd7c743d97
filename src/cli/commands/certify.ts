import { partialPath } from "../../certificate/writeCertificate.js";
import { InputError } from "../../exact/inputError.js";
import type { CertificationRequest } from "../certification.js";
import { memoryBudget } from "../memory.js";
import { print, printJson } from "../output.js";
import { ProgressBar } from "../progress.js";
import { wholeNumber, widthArguments } from "../sizeArguments.js";
import { WorkerPool, withPool } from "../workerPool.js";

/** Options that all kinds of certificates have. */
export interface CertifyOptions {
  readonly output: string;
  readonly json?: boolean;
  readonly maxMemory: string;
}

/** Options of `certify connected`. */
export interface ConnectedOptions extends CertifyOptions {
  readonly network?: string;
  readonly dIn: string;
  readonly dOut: string;
  readonly seed: string;
}

export const MAX_DIMENSION = 64;
const MAX_CERTIFIED_WIDTH = 31;
export const LARGEST_SEED = 2 ** 31 - 1;

/** `equiloss certify enumeration r m` */
export async function certifyEnumeration(r: string, m: string, options: CertifyOptions): Promise<void> {
  const widths = widthArguments(r, m, MAX_CERTIFIED_WIDTH);
  await certified({ what: "enumeration", ...widths }, `enumeration ${widths.r} ${widths.m}`, options);
}

/** `equiloss certify morse r m` */
export async function certifyMorse(r: string, m: string, options: CertifyOptions): Promise<void> {
  const widths = widthArguments(r, m, MAX_CERTIFIED_WIDTH);
  await certified({ what: "morse", ...widths }, `morse ${widths.r} ${widths.m}`, options);
}

/** `equiloss certify connected r m` */
export async function certifyConnected(r: string, m: string, options: ConnectedOptions): Promise<void> {
  const widths = widthArguments(r, m, MAX_CERTIFIED_WIDTH);
  const command = `connected ${widths.r} ${widths.m}`;
  if (options.network !== undefined) {
    const request = { what: "connected", ...widths, theta: options.network } as const;
    await certified(request, `${command} --network <file>`, options);
    return;
  }
  const theta = {
    inputDimension: wholeNumber("--d-in", options.dIn, 1, MAX_DIMENSION),
    outputDimension: wholeNumber("--d-out", options.dOut, 1, MAX_DIMENSION),
    seed: wholeNumber("--seed", options.seed, 0, LARGEST_SEED),
  };
  const chosen = `--d-in ${theta.inputDimension} --d-out ${theta.outputDimension} --seed ${theta.seed}`;
  await certified({ what: "connected", ...widths, theta }, `${command} ${chosen}`, options);
}

/** `equiloss certify path from to` */
export async function certifyPath(from: string, to: string, options: CertifyOptions): Promise<void> {
  await certified({ what: "path", from, to }, "path <from> <to>", options);
}

/** `equiloss certify counterexample claim [r m]` */
export async function certifyCounterexample(
  claim: string,
  r: string | undefined,
  m: string | undefined,
  options: CertifyOptions,
): Promise<void> {
  if (claim === "lem-2.1" && r === undefined) {
    await certified({ what: "gradient flow" }, "counterexample lem-2.1", options);
    return;
  }
  if (claim !== "thm-3.1-count" || (r !== undefined && m === undefined)) {
    throw new InputError(
      `no counterexample ${JSON.stringify([claim, r, m].filter((word) => word !== undefined).join(" "))}`,
      "choose thm-3.1-count, with r and m or neither, or lem-2.1",
    );
  }
  const widths = widthArguments(r ?? "1", m ?? "4", MAX_CERTIFIED_WIDTH);
  const command = `counterexample thm-3.1-count ${widths.r} ${widths.m}`;
  await certified({ what: "literal formula", ...widths }, command, options);
}

/** Has a certificate made by a worker, and says what was written. */
export async function certified(
  request: CertificationRequest,
  words: string,
  options: CertifyOptions,
): Promise<void> {
  const { output } = options;
  if (output === "" || output === "-") {
    throw new InputError(
      "no place for a certificate",
      "name a file, which can be whole or not there",
      "--output",
    );
  }
  const budget = memoryBudget(options.maxMemory);
  const bar = new ProgressBar("certifying");
  const leftover = (): string =>
    `${partialPath(output)} may hold a part; the same command goes on from there`;
  const report = await withPool(new WorkerPool(1, budget), leftover, (pool) =>
    pool.run<"certify">(
      { kind: "certify", certification: { request, output, command: `equiloss certify ${words}`, budget } },
      ({ done, total }) => {
        bar.update(done, total);
      },
    ),
  ).finally(() => {
    bar.stop();
  });
  if (options.json === true) printJson({ file: output, ...report });
  else print(`${output}: certificate for ${report.claim}, ${report.bytes} bytes, ${report.digest}`);
}
