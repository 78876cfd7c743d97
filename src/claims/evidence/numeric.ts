import { type Backend } from "../../crosscheck/backends.js";
import { CHECKS } from "../../crosscheck/checks.js";
import { chooseBackend } from "../../crosscheck/chooseBackend.js";
import { runCheck } from "../../crosscheck/crosscheck.js";
import type { Fault } from "../../crosscheck/fault.js";
import { type Measured, kernelPoints, measureBackend } from "../../crosscheck/measuredAccuracy.js";
import { withoutLeaks } from "../../crosscheck/tensorflow.js";
import type { Evidence } from "./claim.js";
import type { Numeric } from "./verdict.js";

/** A small batch: `equiloss crosscheck` takes larger ones, on any backend. */
const POINTS = 100;
const INPUTS = 20;
const KERNEL_POINTS = 300;

/** A backend with its accuracy. */
interface Started {
  readonly backend: Backend;
  readonly measured: Measured;
}

/** The backend of this thread, started and measured once. */
let started: Promise<Started> | undefined;

/** What a check in floats is asked to do. */
export interface NumericRequest {
  readonly points: number;
  readonly inputs: number;
  readonly seed: number;
  /** A planted error, which the check must notice. */
  readonly fault?: Fault;
  readonly progress: (done: number, total: number) => void;
}

/** The backend of this thread. */
export function startedBackend(): Promise<Started> {
  started ??= start();
  return started;
}

/**
 * Runs on wasm, or else in plain JavaScript: npm installs both. A GPU takes seconds to start, and is no
 * faster on a batch this small.
 */
async function start(): Promise<Started> {
  const { backend } = await chooseBackend(undefined, ["wasm", "cpu"]);
  return { backend, measured: await measureBackend(backend, kernelPoints(KERNEL_POINTS)) };
}

/**
 * The evidence of a claim in floats: the exact statement also holds in float32, within a bound derived
 * beforehand.
 *
 * @param claim the id of a claim that has a check in floats.
 */
export function numeric(claim: string): Evidence {
  return {
    name: "floats",
    kind: "numeric",
    run: ({ seed, progress }) => numericVerdict(claim, { points: POINTS, inputs: INPUTS, seed, progress }),
  };
}

/** What a check in floats says. */
export async function numericVerdict(claim: string, request: NumericRequest): Promise<Numeric> {
  const { seed, progress } = request;
  const { backend, measured } = await startedBackend();
  const check = CHECKS.find((candidate) => candidate.claim === claim);
  if (check === undefined) throw new RangeError(`no check of ${claim} in floats`);
  const whole = {
    ...request,
    backend,
    progress: (_: string, done: number, total: number) => {
      progress(done, total);
    },
  };
  const { result, leaked } = await withoutLeaks(backend.tf, () => runCheck(check, whole, measured));
  const failure = result.failure ?? (leaked === 0 ? undefined : `${leaked} tensors were not freed`);
  return {
    kind: "numeric",
    held: failure === undefined,
    what: result.what,
    cases: result.cases,
    error: result.worst?.error ?? null,
    bound: result.worst?.bound ?? null,
    ...(result.worst === undefined ? {} : { place: result.worst.place }),
    backend: backend.identity,
    seed,
    ...(failure === undefined ? {} : { failure }),
  };
}
