import { KINDS } from "../../../checker/kinds.js";
import type { CertificateVerdict } from "../../../checker/verdict.js";
import type { Parity } from "../../../exact/parity.js";
import { InputError } from "../../../exact/inputError.js";
import { formatRational } from "../../../exact/numbers/rational.js";
import { realActivation } from "../../../landscape/activations/realActivation.js";
import { boundedActivation } from "../../../trained/bounds/boundedActivation.js";
import { BY_CHECKER } from "../../files/jsonMemory.js";
import { placeOf, readSources, textOf } from "../../files/sources.js";
import { nearest } from "../../options/claimArguments.js";
import { activationOption } from "../../options/activationOption.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { decimalOption } from "../../options/decimalOption.js";
import { memoryBudget } from "../../options/memory.js";
import { optionalNumber } from "../../options/sizeArguments.js";
import { placed } from "../../options/placed.js";
import { rangeOption } from "../../options/rangeOption.js";
import { EXIT } from "../../terminal/errors.js";
import { printResult } from "../outputs.js";
import { waiting } from "../../terminal/progress.js";
import { visible } from "../../terminal/visible.js";
import { runAlone } from "../runAlone.js";
import { type Second, bothVerdicts, wordingOf, wordingOfBoth } from "./both.js";
import { verdictOfCoq, writingForCoq } from "./byCoq.js";
import type { Judgement, Kernel } from "./judgement.js";
import { PARAMETERS, PARAMETERS_OF, PRUNED, type Parameter, TRAINED } from "./parameters.js";

/** Options of `equiloss check`: what the caller wants shown, which never comes from the certificate. */
export interface CheckOptions extends CommonOptions, Readonly<Partial<Record<Parameter, string>>> {
  readonly parity?: Parity;
  readonly claim?: string;
  readonly refuted?: boolean;
  readonly kernel: Kernel;
  readonly coq?: string;
}

const LARGEST_WIDTH = 200_001;

/** How many characters at its end hold a certificate's kind and version. */
const TAIL = 200;

/** Runs `equiloss check file --claim ID …`. Returns the exit code. */
export async function runCheck(file: string, options: CheckOptions): Promise<number> {
  const { claim, refuted, kernel, coq } = options;
  if (claim === undefined) throw await withoutClaim(file, memoryBudget(options.maxMemory));
  requireParameters(claim, options);
  const r = optionalNumber("--r", options.r, 1, LARGEST_WIDTH);
  const m = optionalNumber("--m", options.m, 1, LARGEST_WIDTH);
  const k = optionalNumber("--k", options.k, 1, LARGEST_WIDTH);
  const activation = activationOf(options);
  const budget = memoryBudget(options.maxMemory);
  const { network, data, from, to, parity, pruned } = options;
  const within = options.within === undefined ? undefined : rangeOption(options.within);
  const bound =
    options.bound === undefined ? undefined : formatRational(decimalOption("--bound", options.bound));
  const paths = { certificate: file, network, data, from, to, pruned };
  const sources = await readSources(paths, budget, { certificate: BY_CHECKER });
  const request = {
    ...sources,
    r,
    m,
    k,
    claim,
    refuted: refuted === true,
    activation,
    parity,
    within,
    bound,
    kernel,
    wantsFile: kernel === "coq" || coq !== undefined,
  };
  const judge = (): Promise<Judgement> =>
    runAlone("check", request, {
      budget,
      bar: waiting("checking"),
      sources,
      finished: () => "there is no verdict",
    });
  const judged = coq === undefined ? await judge() : await writtenForCoq(coq, paths, judge);
  const { verdict, plainly, differences } = judged;
  const words = [wording(verdict, plainly), ...differences.map((line) => `  ${visible(line)}`)].join("\n");
  const second = await secondOf(kernel, judged);
  const result = second === undefined ? verdict : bothVerdicts(verdict, second);
  printResult(options, "check", result, (printed) =>
    "agree" in printed ? wordingOfBoth(printed, words) : words,
  );
  return result.accepted ? EXIT.held : EXIT.failed;
}

/** Judges, and writes the file for Coq where the checker accepts. */
function writtenForCoq(
  coq: string,
  inputs: Readonly<Record<string, string | undefined>>,
  judge: () => Promise<Judgement>,
): Promise<Judgement> {
  return writingForCoq(coq, inputs, async (write) => {
    const judged = await judge();
    if (typeof judged.forCoq === "string") write(judged.forCoq);
    return judged;
  });
}

/** The verdict of another than the checker in TypeScript, if one was asked for. */
async function secondOf(kernel: Kernel, { verified, forCoq }: Judgement): Promise<Second | undefined> {
  if (forCoq !== undefined && typeof forCoq !== "string") return { coq: forCoq };
  if (kernel === "coq" && forCoq !== undefined) return { coq: await verdictOfCoq(forCoq) };
  return verified === undefined ? undefined : { verified };
}

/** The activation's text as the certificate has it: a formula, or a name if the claim is about such. */
function activationOf({ activation, claim }: CheckOptions): string | undefined {
  if (activation === undefined) return undefined;
  if (claim === PRUNED) return placed("--activation", () => boundedActivation(activation).name);
  if (claim === TRAINED) return placed("--activation", () => realActivation(activation).name);
  return activationOption(activation).name;
}

function requireParameters(claim: string, options: CheckOptions): void {
  const parameters = PARAMETERS_OF.get(claim);
  if (parameters === undefined) {
    const ids = [...PARAMETERS_OF.keys()];
    const unknown = `no certificates for ${JSON.stringify(claim)}${nearest(claim.toLowerCase(), ids)}`;
    throw new InputError(unknown, `choose among ${ids.join(", ")}`, "--claim");
  }
  const flags = (names: readonly Parameter[]): string => names.map((name) => `--${name}`).join(" and ");
  const missing = parameters.needed.filter((name) => options[name] === undefined);
  if (missing.length > 0) {
    throw new InputError(`you must say what a certificate for ${claim} is about`, `give ${flags(missing)}`);
  }
  const names = Object.keys(PARAMETERS) as Parameter[];
  const unused = names.filter((name) => options[name] !== undefined && !parameters.allowed.includes(name));
  if (unused.length > 0) {
    const repair = `leave out ${flags(unused)}, or name another claim`;
    throw new InputError(`certificates for ${claim} don't depend on ${flags(unused)}`, repair);
  }
}

/** The error of a caller who names no claim. It says which claims the file's kind can settle. */
async function withoutClaim(file: string, budget: number): Promise<InputError> {
  const { certificate } = await readSources({ certificate: file }, budget, { certificate: BY_CHECKER });
  const kind = /"kind":"([a-z-]+)","version":"[^"]*"\}\s*$/.exec(textOf(certificate).slice(-TAIL))?.[1];
  const settled = KINDS.filter((one) => one.kind === kind).flatMap(({ claims }) => claims);
  const known = [...PARAMETERS_OF].filter(([claim]) => settled.includes(claim));
  if (known.length === 0)
    return new InputError(
      "you must say which claim it must settle, and it does not end as a certificate does",
      "give a certificate and --claim <id>",
      placeOf(file),
    );
  const refuted = kind === "counterexample" ? " --refuted" : "";
  const choices = known.map(
    ([claim, { needed }]) => `--claim ${claim}${refuted}${needed.map((name) => ` --${name} …`).join("")}`,
  );
  return new InputError(
    `you must say which claim it must settle, and files of kind ${kind} can settle ${known.map(([claim]) => claim).join(", ")}`,
    `give ${choices.join(" or ")}`,
    placeOf(file),
  );
}

function wording(verdict: CertificateVerdict, plainly: string): string {
  return plainly === "" ? wordingOf(verdict) : `${plainly}: ${wordingOf(verdict)}`;
}
