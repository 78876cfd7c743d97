import type { CertificateVerdict } from "../../checker/verdict.js";
import { InputError } from "../../exact/inputError.js";
import { LAYERED } from "../checking.js";
import { EXIT } from "../errors.js";
import { readSources } from "../inputs.js";
import { BY_CHECKER } from "../jsonMemory.js";
import { activationOption } from "../landscaping.js";
import { memoryBudget } from "../memory.js";
import { print, printJson } from "../output.js";
import { whileWaiting } from "../progress.js";
import { wholeNumber } from "../sizeArguments.js";
import { visible } from "../visible.js";
import { WorkerPool, withPool } from "../workerPool.js";

/** What the caller wants shown; it never comes from the certificate. */
export interface CheckOptions {
  readonly claim: string;
  readonly refuted?: boolean;
  readonly r?: string;
  readonly m?: string;
  readonly network?: string;
  readonly data?: string;
  readonly activation?: string;
  readonly from?: string;
  readonly to?: string;
  readonly json?: boolean;
  readonly maxMemory: string;
}

const ALL = ["r", "m", "network", "data", "activation", "from", "to"] as const;

type Parameter = (typeof ALL)[number];

/** What must be said of a claim, and what may be. */
interface Parameters {
  readonly needed: readonly Parameter[];
  readonly allowed: readonly Parameter[];
}

const LANDSCAPE: Parameters = {
  needed: ["r", "m"],
  allowed: ["r", "m", "network", "data", "activation"],
};

/** Of each claim that certificates can settle. */
const PARAMETERS: ReadonlyMap<string, Parameters> = new Map([
  ["thm-3.1-count", { needed: ["r", "m"], allowed: ["r", "m"] }],
  ["thm-3.1-connected", { needed: ["r", "m"], allowed: ["r", "m", "network"] }],
  ["thm-3.1-path", { needed: ["from", "to"], allowed: ["from", "to", "r", "m", "network"] }],
  ["ext-geodesic", { needed: ["from", "to"], allowed: ["from", "to", "r", "m", "network"] }],
  ["ext-topology", { needed: ["r", "m"], allowed: ["r", "m"] }],
  [LAYERED, { needed: ["from", "to"], allowed: ["from", "to", "network"] }],
  ["lem-2.1", { needed: [], allowed: [] }],
  ["prop-4.3", LANDSCAPE],
  ["prop-4.4", LANDSCAPE],
  ["ext-saddle", LANDSCAPE],
  ["open-strict-saddles", LANDSCAPE],
]);

const LARGEST_WIDTH = 200_001;

/** `equiloss check file --claim ID …`; the exit code. */
export async function checkCommand(file: string, options: CheckOptions): Promise<number> {
  requireParameters(options);
  const { claim, refuted } = options;
  const sizes = {
    ...(options.r === undefined ? {} : { r: wholeNumber("--r", options.r, 1, LARGEST_WIDTH) }),
    ...(options.m === undefined ? {} : { m: wholeNumber("--m", options.m, 1, LARGEST_WIDTH) }),
  };
  const activation = options.activation === undefined ? undefined : activationOption(options.activation).name;
  const budget = memoryBudget(options.maxMemory);
  const { network, data, from, to } = options;
  const paths = { certificate: file, network, data, from, to };
  const files = await readSources(paths, budget, { certificate: BY_CHECKER });
  const { certificate, ...given } = files;
  const wanted = { claim, refuted: refuted === true, ...sizes, activation, ...given };
  const verdict = await withPool(
    new WorkerPool(1, budget),
    () => "there is no verdict",
    (pool) =>
      whileWaiting(
        "checking",
        pool.run<"check">({ kind: "check", certificate, wanted }, () => undefined, Object.values(files)),
      ),
  );
  if (options.json === true) printJson(verdict);
  else print(wording(verdict));
  return verdict.accepted ? EXIT.held : EXIT.failed;
}

function requireParameters(options: CheckOptions): void {
  const { claim } = options;
  const parameters = PARAMETERS.get(claim);
  if (parameters === undefined) {
    const choice = [...PARAMETERS.keys()].join(", ");
    throw new InputError(`no certificates for ${JSON.stringify(claim)}`, `choose among ${choice}`, "--claim");
  }
  const flags = (names: readonly Parameter[]): string => names.map((name) => `--${name}`).join(" and ");
  const missing = parameters.needed.filter((name) => options[name] === undefined);
  if (missing.length > 0) {
    throw new InputError(`${claim} is about something that only you can name`, `give ${flags(missing)}`);
  }
  const unused = ALL.filter((name) => options[name] !== undefined && !parameters.allowed.includes(name));
  if (unused.length > 0)
    throw new InputError(`${claim} has no use for ${flags(unused)}`, "leave it out, or name another claim");
}

function wording(verdict: CertificateVerdict): string {
  // The reason may quote the file, which may hold anything.
  if (verdict.accepted) return visible(`accepted: ${verdict.shows}`);
  return visible(`rejected by rule ${verdict.rule}, at ${verdict.where}: ${verdict.reason}`);
}
