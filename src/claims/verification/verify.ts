import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { InputError } from "../../exact/inputError.js";
import { allControls, allRefused } from "../controls/control.js";
import type { ControlsResult } from "../evidence/controlsResult.js";
import { CONTROL_GROUPS, runControlGroup } from "../controls/groups.js";
import type { Claim, Evidence } from "../evidence/claim.js";
import { type ClaimResult, claimResult, failed } from "../evidence/claimResult.js";
import { evidenceOf } from "../evidence/evidenceOf.js";
import type { Verdict } from "../evidence/verdict.js";
import { claimById, claims } from "../registry.js";

/** What to verify. */
export interface VerifyOptions {
  /** Ids of claims; all of them if left out. */
  readonly claims?: readonly string[];
  /** The largest width m of counts and lists, 2 to 64. Time grows steeply beyond 8. */
  readonly maxM: number;
  /** The seed of random cases: the same seed gives the same cases. A nonnegative safe integer. */
  readonly seed: number;
  /** Hears the progress of one piece of evidence: done of a total, in units that the evidence chooses. */
  readonly progress?: (claim: string, evidence: string, done: number, total: number) => void;
}

/** The outcome of a verification without Coq. */
export interface ClaimsVerification {
  /** There was evidence, all of it held, and the run refused every planted error. */
  readonly ok: boolean;
  readonly maxM: number;
  readonly seed: number;
  /** The outcome of errors planted on purpose. */
  readonly controls: ControlsResult;
  /** The claims' results, in the order of the request. */
  readonly claims: readonly ClaimResult[];
}

/**
 * Runs the evidence of claims and the negative controls, in this thread and one after the other. The command
 * `equiloss verify` does the same on all cores, and has Coq check the proofs besides.
 *
 * Evidence that throws gives a verdict that does not hold, with the error. The other evidence still runs.
 *
 * @throws InputError if there is no such claim, or maxM or the seed is out of range.
 * @example (await verify({ claims: ["def-2.1"], maxM: 3, seed: 1 })).ok === true
 */
export async function verify(options: VerifyOptions): Promise<ClaimsVerification> {
  requireArguments({ "{ maxM, seed }": { options } });
  const { claims: ids, maxM, seed, progress } = options;
  requireWithin("maxM", maxM, 2, 64);
  requireWithin("the seed", seed, 0, Number.MAX_SAFE_INTEGER);
  const results: ClaimResult[] = [];
  for (const claim of ids === undefined ? claims : chosen(ids)) {
    const verdicts: Verdict[] = [];
    for (const evidence of evidenceOf(claim)) {
      const report = (done: number, total: number): void => progress?.(claim.id, evidence.name, done, total);
      verdicts.push(await verdictOf(evidence, { maxM, seed, progress: report }));
    }
    results.push(claimResult(claim, verdicts));
  }
  const groups: ControlsResult[] = [];
  for (const group of CONTROL_GROUPS) groups.push(await runControlGroup(group));
  const controls = allControls(groups);
  return speaking({ ok: isHeld(results) && allRefused(controls), maxM, seed, controls, claims: results });
}

/** No verdict failed, and there was one: a run over claims without evidence shows nothing. */
export function isHeld(results: readonly ClaimResult[]): boolean {
  const verdicts = results.flatMap((claim) => claim.verdicts);
  return !verdicts.some(failed) && verdicts.some(({ kind }) => kind !== "missing");
}

/** The verdict of evidence that ended with an error. */
export function crashed(name: string, error: unknown): Verdict {
  const failure = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    kind: "exhaustive",
    held: false,
    what: name,
    range: "not finished",
    visited: "0",
    expected: "0",
    failure,
  };
}

/** What one piece of evidence shows; a failing verdict if it ends with an error. */
export async function verdictOf(
  evidence: Evidence,
  context: Parameters<Evidence["run"]>[0],
): Promise<Verdict> {
  try {
    return await evidence.run(context);
  } catch (error) {
    return crashed(evidence.name, error);
  }
}

/**
 * The claims with the given ids, each once.
 *
 * @throws InputError naming all claims if there is none with an id.
 */
export function chosen(ids: readonly string[]): readonly Claim[] {
  return [...new Set(ids)].map((id) => {
    const claim = claimById(id);
    if (claim !== undefined) return claim;
    throw new InputError(
      `no claim ${JSON.stringify(id)}`,
      `choose among ${claims.map((candidate) => candidate.id).join(", ")}`,
    );
  });
}

function requireWithin(name: string, value: number, least: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  throw new InputError(`${name} is ${String(value)}`, `give a whole number from ${least} to ${most}`);
}
