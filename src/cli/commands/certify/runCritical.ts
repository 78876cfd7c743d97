import { counted } from "../../../exact/counted.js";
import { InputError } from "../../../exact/inputError.js";
import { parseRational } from "../../../exact/numbers/rational.js";
import { SPLITTING_CLAIM } from "./criticalClaims.js";
import type { CriticalRequest } from "./criticalPoint.js";
import { activationOption } from "../../options/activationOption.js";
import { present } from "../../options/present.js";
import { placed } from "../../options/placed.js";
import { LARGEST_SEED, seedOption } from "../../options/seedOption.js";
import { optionalNumber, wholeNumber } from "../../options/sizeArguments.js";
import { type CertifyOptions, certified, without } from "./certified.js";
import { askedOf, dimensionOptions } from "./run.js";

/** Options of `certify critical`. */
export interface CriticalOptions extends CertifyOptions {
  readonly r: string;
  readonly points: string;
  readonly dIn: string;
  readonly dOut: string;
  readonly index?: string;
  readonly expand?: string;
  readonly beta?: string;
  readonly activation: string;
  readonly seed: string;
  readonly claim: CriticalRequest["claim"];
}

/** The largest widths and numbers of data. Up to them certificates stay far below the checker's cap. */
const MAX_CRITICAL = 31;
const MAX_POINTS = 1000;

/** Runs `equiloss certify splitting`: of a point that is found as for `critical`. */
export const certifySplitting = (options: Omit<CriticalOptions, "claim">): Promise<number> =>
  certifyCritical({ ...options, claim: SPLITTING_CLAIM });

/** Runs `equiloss certify critical`. */
export async function certifyCritical(options: CriticalOptions): Promise<number> {
  const r = wholeNumber("--r", options.r, 1, MAX_CRITICAL);
  const beta = options.beta?.split(",");
  const index = optionalNumber("--index", options.index, 0, LARGEST_SEED);
  const request: CriticalRequest = {
    what: "critical",
    claim: options.claim,
    r,
    ...dimensionOptions(options),
    points: wholeNumber("--points", options.points, 1, MAX_POINTS),
    activation: activationOption(options.activation).name,
    seed: seedOption(options.seed),
    copies: copiesOf(r, options.expand),
    ...present({ index, beta }),
  };
  const m = request.copies.reduce((sum, count) => sum + count, 0);
  beta?.forEach((share) => placed("--beta", () => parseRational(share)));
  return certified(without(request, wordsOf(request), askedOf({ r, m })), options);
}

function copiesOf(r: number, text: string | undefined): number[] {
  if (text === undefined) return new Array<number>(r).fill(1);
  const copies = text.split(",").map((count) => wholeNumber("--expand", count, 1, MAX_CRITICAL));
  if (copies.length === r) return copies;
  throw new InputError(
    `${counted(copies.length, "number of copies", "numbers of copies")} for ${counted(r, "neuron")}`,
    "give one for each",
    "--expand",
  );
}

/** The command line that makes the same certificate. */
function wordsOf({ index, beta, claim, ...request }: CriticalRequest): string {
  const isSplit = claim === SPLITTING_CLAIM;
  const words = [
    `${isSplit ? "splitting" : "critical"} --r ${request.r} --d-in ${request.inputDimension} --d-out ${request.outputDimension}`,
    `--points ${request.points} --activation ${request.activation} --seed ${request.seed}`,
    `--expand ${request.copies.join()}`,
    ...(isSplit ? [] : [`--claim ${claim}`]),
    ...(index === undefined ? [] : [`--index ${index}`]),
    ...(beta === undefined ? [] : [`--beta=${beta.join()}`]),
  ];
  return words.join(" ");
}
