import type { Backend } from "./backends.js";
import { CHECKS } from "./checks.js";
import { KERNEL_POINTS, runCheck } from "./crosscheck.js";
import type { Fault } from "./fault.js";
import { type Points, kernelPoints, measureBackend } from "./measuredAccuracy.js";

/** The smallest error of a kind that was caught for every seed, and the largest that was missed. */
export interface Power {
  readonly what: string;
  /** A relative size; undefined if even the largest was missed. */
  readonly caught: number | undefined;
  readonly missed: number | undefined;
}

/** Seeds. An error counts as caught if it is caught for each. */
const SEEDS = [1, 2, 3, 4, 5];
const POINTS = 20;
const INPUTS = 20;

/** Sizes are powers of two, from 1 to the roundoff of float32. */
const SMALLEST_EXPONENT = 24;

const KINDS: readonly (readonly [what: string, fault: (exponent: number) => Fault])[] = [
  ["a kernel off by a factor 1 + size", (exponent) => ({ kind: "kernel", size: 2 ** -exponent })],
  ["one weight off by a factor 1 − size", (exponent) => ({ kind: "weight", size: 2 ** -exponent })],
  ["sums that keep log2(1/size) bits", (exponent) => ({ kind: "accumulation", bits: exponent })],
];

/**
 * The smallest errors that the check of def-3.2 and the measuring of kernels notice on a backend, with 20
 * points and 20 inputs. Bisection finds them, as larger errors are easier to notice.
 */
export async function detectionPower(
  backend: Backend,
  progress: (done: number, total: number) => void,
): Promise<Power[]> {
  const points = kernelPoints(KERNEL_POINTS);
  const powers: Power[] = [];
  for (const [index, [what, fault]] of KINDS.entries()) {
    // Caught at `low`, missed at `high`, once tried.
    let [low, high] = [0, SMALLEST_EXPONENT + 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (await isCaught(backend, points, fault(middle))) low = middle;
      else high = middle;
    }
    powers.push({
      what,
      caught: low === 0 ? undefined : 2 ** -low,
      missed: high > SMALLEST_EXPONENT ? undefined : 2 ** -high,
    });
    progress(index + 1, KINDS.length);
  }
  return powers;
}

/** Whether the check of def-3.2 fails for every seed. */
async function isCaught(backend: Backend, points: Points, fault: Fault): Promise<boolean> {
  const measured = await measureBackend(backend, points, fault);
  if (measured.failure !== undefined) return true;
  const check = CHECKS.find(({ claim }) => claim === "def-3.2");
  if (check === undefined) throw new RangeError("no check of def-3.2");
  for (const seed of SEEDS) {
    const request = { backend, points: POINTS, inputs: INPUTS, seed, fault, progress: () => undefined };
    if ((await runCheck(check, request, measured)).held) return false;
  }
  return true;
}
