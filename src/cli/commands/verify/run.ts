import { labelledPartitionCount } from "../../../combinatorics/counts/labelledPartitionCount.js";
import { claims } from "../../../claims/registry.js";
import { howToHaveCoq } from "../../../coq/choice.js";
import { nativeCoq } from "../../../coq/native.js";
import { InputError } from "../../../exact/inputError.js";
import { EXIT, complain } from "../../terminal/errors.js";
import { claimsNamed } from "../../options/claimArguments.js";
import type { CommonOptions } from "../../options/commandParts.js";
import { memoryBudget, requireMemory } from "../../options/memory.js";
import { seedOption } from "../../options/seedOption.js";
import { wholeNumber } from "../../options/sizeArguments.js";
import type { Report } from "./reporters/names.js";
import { printList } from "./list.js";
import { holdReports, writeReports } from "./reporters/reports.js";
import type { ProofsChoice, Requirement } from "./choices.js";
import { verifyClaims } from "./allEvidence.js";

/** Options of `equiloss verify`. */
export interface VerifyOptions extends CommonOptions {
  readonly maxM: string;
  readonly seed?: string;
  readonly proofs: ProofsChoice;
  readonly require?: Requirement;
  readonly reporter?: readonly Report[];
  readonly list?: boolean;
}

/** Bytes per labelled partition in the largest piece of evidence, which follows the moves between them. */
const BYTES_PER_PARTITION = 5n;

/** Runs `equiloss verify [claim…]`. Returns the exit code. */
export async function runVerify(ids: readonly string[], options: VerifyOptions): Promise<number> {
  const asked = ids.length === 0 ? claims : claimsNamed(ids);
  if (options.list === true) return printList(asked, options);
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
  if (required === "proofs" && proofs === "auto" && (await nativeCoq()) === undefined)
    complain(`--require proofs won't be met: there is no coqc here; ${howToHaveCoq()}`);
  const reports = options.reporter ?? [{ format: options.json === true ? "json" : "pretty" } as const];
  const release = holdReports(reports);
  try {
    const result = await verifyClaims({ claims: asked, maxM, seed, maxMemory, proofs, required });
    await writeReports(result, reports);
    return result.ok ? EXIT.held : EXIT.failed;
  } finally {
    release();
  }
}

function largestCount(maxM: number): bigint {
  let largest = 0n;
  for (let r = 1; r <= maxM; r += 1) {
    const count = labelledPartitionCount(r, maxM);
    if (count > largest) largest = count;
  }
  return largest;
}
