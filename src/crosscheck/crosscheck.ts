import { requireArguments } from "../exact/requireArguments.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Backend, BackendIdentity } from "./backends.js";
import { CHECKS, type Check } from "./checks.js";
import type { Fault } from "./fault.js";
import { type Measured, kernelPoints, measureBackend } from "./measuredAccuracy.js";
import type { Outcome } from "./run.js";
import { withoutLeaks } from "./tensorflow.js";

/** What a cross-check is asked to do. */
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

/** What came of one check. */
export interface CheckReport extends Outcome {
  readonly claim: string;
  readonly held: boolean;
}

/** What came of all, as --json prints it. */
export interface CrosscheckReport {
  readonly ok: boolean;
  readonly backend: BackendIdentity;
  readonly points: number;
  readonly inputs: number;
  readonly seed: number;
  readonly measured: Measured;
  readonly checks: readonly CheckReport[];
  /** Tensors that were live after it and not before. */
  readonly leaked: number;
}

/** Points at which each kernel is measured. */
export const KERNEL_POINTS = 1000;

/**
 * Measures a backend, and then checks the claims in floats on it. Nothing holds on a backend that doesn't
 * compute in float32 as it should, or that loses tensors.
 *
 * @example (await crosscheck({ backend: (await chooseBackend("cpu")).backend, claims: ["fig-6"], points: 10, inputs: 1, seed: 1 })).ok === true
 */
export async function crosscheck(request: CrosscheckRequest): Promise<CrosscheckReport> {
  requireArguments({ crosscheckRequest: { request } });
  const { backend, claims, points, inputs, seed, fault } = request;
  const chosen = CHECKS.filter(({ claim }) => claims?.includes(claim) ?? true);
  const { result, leaked } = await withoutLeaks(backend.tf, async () => {
    const measured = await measureBackend(backend, kernelPoints(KERNEL_POINTS), fault);
    const checks: CheckReport[] = [];
    for (const check of chosen) checks.push(await runCheck(check, request, measured));
    return { measured, checks };
  });
  const ok = leaked === 0 && result.checks.length > 0 && result.checks.every(({ held }) => held);
  return { ok, backend: backend.identity, points, inputs, seed, ...result, leaked };
}

/** Runs one check on a backend that was measured; what the measuring found wrong fails it. */
export async function runCheck(
  { claim, run }: Check,
  { backend, points, inputs, seed, theta, fault, progress }: CrosscheckRequest,
  { model, failure: coarse }: Measured,
): Promise<CheckReport> {
  const found = await run({
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
  const failure = coarse ?? found.failure;
  return { claim, held: failure === undefined, ...found, failure };
}
