import { requireArguments, speaking } from "../exact/plainJavaScript.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Backend, BackendIdentity } from "./backends.js";
import { CHECKS, type Check } from "./checks.js";
import type { Fault } from "./fault.js";
import { type Measured, kernelPoints, measureBackend } from "./measuredAccuracy.js";
import type { Outcome } from "./run.js";
import { withoutLeaks } from "./tensorflow.js";

/** A request for a cross-check. */
export interface CrosscheckRequest {
  readonly backend: Backend;
  /** Claims whose checks are run; all if left out. */
  readonly claims?: readonly string[];
  readonly points: number;
  readonly inputs: number;
  readonly seed: number;
  /** See `Run.theta`. */
  readonly theta?: TwoLayerNetwork;
  readonly fault?: Fault;
  readonly progress?: (claim: string, done: number, total: number) => void;
}

/** The result of one check. */
export interface CheckReport extends Outcome {
  readonly claim: string;
  readonly held: boolean;
}

/** The results of all checks, as --json prints them. */
export interface CrosscheckReport {
  readonly ok: boolean;
  readonly backend: BackendIdentity;
  readonly points: number;
  readonly inputs: number;
  readonly seed: number;
  readonly measured: Measured;
  readonly checks: readonly CheckReport[];
  /** Tensors that are live after the checks and weren't before. */
  readonly leaked: number;
}

/** Points at which each kernel is measured. */
export const KERNEL_POINTS = 1000;

/**
 * Measures a backend, and then checks the claims in floats on it. Nothing holds on a backend that doesn't
 * compute in float32 as it should, or that doesn't free its tensors.
 *
 * @example (await crosscheck({ backend: (await chooseBackend("cpu")).backend, claims: ["fig-6"], points: 10,
 *   inputs: 1, seed: 1 })).ok === true
 */
export async function crosscheck(request: CrosscheckRequest): Promise<CrosscheckReport> {
  requireArguments({ "{ backend, points, inputs, seed }": { request } });
  const { backend, claims, points, inputs, seed, fault } = request;
  const chosen = CHECKS.filter(({ claim }) => claims?.includes(claim) ?? true);
  const { result, leaked } = await withoutLeaks(backend.tf, async () => {
    const measured = await measureBackend(backend, kernelPoints(KERNEL_POINTS), fault);
    const checks: CheckReport[] = [];
    for (const check of chosen) checks.push(await runCheck(check, request, measured));
    return { measured, checks };
  });
  const ok = leaked === 0 && result.checks.length > 0 && result.checks.every(({ held }) => held);
  return speaking({ ok, backend: backend.identity, points, inputs, seed, ...result, leaked });
}

/** Runs one check on a measured backend. It fails if the measuring failed. */
export async function runCheck(
  { claim, run }: Check,
  { backend, points, inputs, seed, theta, fault, progress }: CrosscheckRequest,
  { model, failure: measuredFailure }: Measured,
): Promise<CheckReport> {
  const outcome = await run({
    backend,
    model,
    points,
    inputs,
    seed,
    ...(theta === undefined ? {} : { theta }),
    ...(fault === undefined ? {} : { fault }),
    progress: (done, total) => {
      progress?.(claim, done, total);
    },
  });
  const failure = measuredFailure ?? outcome.failure;
  return { claim, held: failure === undefined, ...outcome, failure };
}
