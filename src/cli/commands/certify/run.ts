import { InputError } from "../../../exact/inputError.js";
import type { CertificationRequest } from "./request.js";
import { EXIT, complain } from "../../terminal/errors.js";
import type { Sources } from "../../files/sources.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget } from "../../options/memory.js";
import { print, printJson } from "../../terminal/output.js";
import { leftBy, withOutput } from "../../files/withOutput.js";
import { measured } from "../../terminal/progress.js";
import { seedOption, wholeNumber, widthArguments } from "../../options/sizeArguments.js";
import { visible } from "../../terminal/visible.js";
import { runAlone } from "../runAlone.js";

/** Options that all kinds of certificates have. */
export interface CertifyOptions extends CommonOptions {
  readonly output: string;
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

/** Runs `equiloss certify enumeration r m`. */
export async function certifyEnumeration(r: string, m: string, options: CertifyOptions): Promise<number> {
  const widths = widthArguments(r, m, MAX_CERTIFIED_WIDTH);
  return certified(
    without({ what: "enumeration", ...widths }, `enumeration ${widths.r} ${widths.m}`),
    options,
  );
}

/** Runs `equiloss certify morse r m`. */
export async function certifyMorse(r: string, m: string, options: CertifyOptions): Promise<number> {
  const widths = widthArguments(r, m, MAX_CERTIFIED_WIDTH);
  return certified(without({ what: "morse", ...widths }, `morse ${widths.r} ${widths.m}`), options);
}

/** Runs `equiloss certify connected r m`. */
export async function certifyConnected(r: string, m: string, options: ConnectedOptions): Promise<number> {
  const widths = widthArguments(r, m, MAX_CERTIFIED_WIDTH);
  const command = `connected ${widths.r} ${widths.m}`;
  if (options.network !== undefined) {
    return certified(
      {
        inputs: { theta: options.network },
        request: ({ theta }) => ({ what: "connected", ...widths, theta }),
        words: `${command} --network <file>`,
      },
      options,
    );
  }
  const theta = {
    inputDimension: wholeNumber("--d-in", options.dIn, 1, MAX_DIMENSION),
    outputDimension: wholeNumber("--d-out", options.dOut, 1, MAX_DIMENSION),
    seed: seedOption(options.seed),
  };
  const chosen = `--d-in ${theta.inputDimension} --d-out ${theta.outputDimension} --seed ${theta.seed}`;
  return certified(without({ what: "connected", ...widths, theta }, `${command} ${chosen}`), options);
}

/** Runs `equiloss certify path from to`. */
export async function certifyPath(from: string, to: string, options: CertifyOptions): Promise<number> {
  const request = (files: Sources<{ from: string; to: string }>): CertificationRequest => ({
    what: "path",
    ...files,
  });
  return certified({ inputs: { from, to }, request, words: "path <from> <to>" }, options);
}

/** Runs `equiloss certify counterexample claim [r m]`. */
export async function certifyCounterexample(
  claim: string,
  r: string | undefined,
  m: string | undefined,
  options: CertifyOptions,
): Promise<number> {
  if (claim === "lem-2.1" && r === undefined) {
    return certified(without({ what: "gradient flow" }, "counterexample lem-2.1"), options);
  }
  if (claim !== "thm-3.1-count" || (r !== undefined && m === undefined)) {
    throw new InputError(
      `no counterexample ${JSON.stringify([claim, r, m].filter((word) => word !== undefined).join(" "))}`,
      "choose thm-3.1-count, with r and m or neither, or lem-2.1",
    );
  }
  const widths = widthArguments(r ?? "1", m ?? "4", MAX_CERTIFIED_WIDTH);
  const command = `counterexample thm-3.1-count ${widths.r} ${widths.m}`;
  return certified(without({ what: "literal formula", ...widths }, command), options);
}

/** Makes a certificate that needs no input file. */
export function without(request: CertificationRequest, words: string): Order<Record<string, never>> {
  return { inputs: {}, request: () => request, words };
}

/** The files that a certificate is made from, and the request once they are read. */
export interface Order<Paths> {
  readonly inputs: Paths;
  readonly request: (files: Sources<Paths>) => CertificationRequest;
  /** The rest of the command line, without the names of files. */
  readonly words: string;
}

/** Has a worker make a certificate, and says what was written. Returns the exit code. */
export async function certified<Paths extends Readonly<Record<string, string | undefined>>>(
  { inputs, request, words }: Order<Paths>,
  { output, json, maxMemory }: CertifyOptions,
): Promise<number> {
  const budget = memoryBudget(maxMemory);
  const report = await withOutput({ option: "--output", output, inputs, budget }, (sources) =>
    runAlone(
      "certify",
      { request: request(sources), output, command: `equiloss certify ${words}`, budget },
      { budget, bar: measured("certifying"), sources, finished: () => leftBy(output) },
    ),
  );
  if ("rejected" in report) {
    const { rule, where, reason } = report.rejected;
    complain(
      `the checker does not accept it for ${report.claim}, by rule ${rule}, at ${where}: ${reason}; ` +
        "nothing was written",
    );
    return EXIT.failed;
  }
  if (json === true) printJson({ file: output, ...report });
  else print(`${visible(output)}: certificate for ${report.claim}, ${report.bytes} bytes, ${report.digest}`);
  return EXIT.held;
}
