import { labelledPartitionCount } from "../../../combinatorics/counts/labelledPartitionCount.js";
import type { VerificationResult } from "../../../claims/evidence/claimResult.js";
import { claims } from "../../../claims/registry.js";
import { chosen } from "../../../claims/verification/verify.js";
import { InputError } from "../../../exact/inputError.js";
import { EXIT } from "../../terminal/errors.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget, requireMemory } from "../../options/memory.js";
import { print } from "../../terminal/output.js";
import { junit } from "./reporters/junit.js";
import { markdown } from "./reporters/markdown.js";
import { pretty } from "./reporters/pretty.js";
import { seedOption, wholeNumber } from "../../options/sizeArguments.js";
import type { ProofsChoice, ReporterName, Requirement } from "./choices.js";
import { verifyClaims } from "./allEvidence.js";

const REPORTERS: Readonly<Record<ReporterName, (result: VerificationResult) => string>> = {
  pretty,
  json: (result) => JSON.stringify(result),
  junit,
  markdown,
};

/** Options of `equiloss verify`. */
export interface VerifyOptions extends CommonOptions {
  readonly maxM: string;
  readonly seed?: string;
  readonly proofs: ProofsChoice;
  readonly require?: Requirement;
  readonly reporter: ReporterName;
}

/** Bytes per labelled partition in the largest piece of evidence, which follows the moves between them. */
const BYTES_PER_PARTITION = 5n;

/** Runs `equiloss verify [claim…]`. Returns the exit code. */
export async function runVerify(ids: readonly string[], options: VerifyOptions): Promise<number> {
  const chosenClaims = ids.length === 0 ? claims : chosen(ids);
  const maxM = wholeNumber("--max-m", options.maxM, 2, 64);
  const seed = seedOption(options.seed);
  const maxMemory = memoryBudget(options.maxMemory);
  requireMemory(`verify --max-m ${maxM}`, BYTES_PER_PARTITION * largestCount(maxM), maxMemory);
  const { proofs, require: required } = options;
  if (required === "proofs" && (proofs === "off" || proofs === "kept"))
    throw new InputError(
      `--require proofs can't be met with --proofs ${proofs}`,
      "leave one of them out, or choose auto, native or embedded",
    );
  const result = await verifyClaims({ claims: chosenClaims, maxM, seed, maxMemory, proofs, required });
  print(REPORTERS[options.json === true ? "json" : options.reporter](result));
  return result.ok ? EXIT.held : EXIT.failed;
}

function largestCount(maxM: number): bigint {
  let largest = 0n;
  for (let r = 1; r <= maxM; r += 1) {
    const count = labelledPartitionCount(r, maxM);
    if (count > largest) largest = count;
  }
  return largest;
}
