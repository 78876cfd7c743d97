import { certificateNetwork } from "../../certificate/certificateNetwork.js";
import { certificateActivation, certificateData } from "../../certificate/criticalCertificate.js";
import { certificateLayers } from "../../certificate/layeredPathCertificate.js";
import type { Expected, LayeredNetwork, Network, Verdict } from "../../checker/verdict.js";
import { InputError } from "../../exact/inputError.js";
import { parseLayersFile } from "../../network/layersFile.js";
import { EXIT } from "../errors.js";
import { activationOption, readData } from "../landscaping.js";
import { memoryBudget } from "../memory.js";
import { readNetwork } from "../networkPair.js";
import { print, printJson } from "../output.js";
import { whileWaiting } from "../progress.js";
import { placeOf, readText } from "../readText.js";
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

/** The claim on networks of several layers. */
const LAYERED = "mlp-connected";

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
  const networkOf = options.claim === LAYERED ? layersIn : networkIn;
  const expected: Expected = {
    claim: options.claim,
    ...(options.refuted === true ? { refuted: true } : {}),
    ...(options.r === undefined ? {} : { r: wholeNumber("--r", options.r, 1, LARGEST_WIDTH) }),
    ...(options.m === undefined ? {} : { m: wholeNumber("--m", options.m, 1, LARGEST_WIDTH) }),
    ...(options.network === undefined ? {} : { theta: networkOf(options.network) }),
    ...(options.data === undefined ? {} : { data: certificateData(readData(options.data)) }),
    ...(options.activation === undefined
      ? {}
      : { activation: certificateActivation(activationOption(options.activation)) }),
    ...(options.from === undefined ? {} : { from: networkOf(options.from) }),
    ...(options.to === undefined ? {} : { to: networkOf(options.to) }),
  };
  const budget = memoryBudget(options.maxMemory);
  const verdict = await withPool(
    new WorkerPool(1, budget),
    () => "there is no verdict",
    (pool) =>
      whileWaiting(
        "checking",
        pool.run<"check">({ kind: "check", file, expected, budget }, () => undefined),
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

function networkIn(file: string): Network {
  return certificateNetwork(readNetwork(file));
}

function layersIn(file: string): LayeredNetwork {
  return certificateLayers(parseLayersFile(readText(file), placeOf(file)));
}

function wording(verdict: Verdict): string {
  if (verdict.accepted) return `accepted: ${verdict.shows}`;
  // Both quote the file, which may hold anything.
  return visible(`rejected by rule ${verdict.rule}, at ${verdict.where}: ${verdict.reason}`);
}
