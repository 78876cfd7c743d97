import { entry } from "../exact/entry.js";
import type { Rank, Tensor1D } from "@tensorflow/tfjs-core";
import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import {
  type CriticalPointCounts,
  criticalSubspaces,
  onePerLevel,
  onlyLevel,
} from "../combinatorics/asymptotics/ratio.js";
import { Interval } from "../exact/intervals/interval.js";
import { logarithm } from "../exact/intervals/logarithm.js";
import { rational } from "../exact/numbers/rational.js";
import type { Backend } from "./backends.js";
import { type Enclosure, intervalEnclosure } from "./comparison.js";
import { outcomeOf } from "./compareFunctions.js";
import type { Fault } from "./fault.js";
import type { FloatModel } from "./floatActivation.js";
import { plantedActivation, plantedScale, roundedTo } from "./plantedKernels.js";
import { FLOAT_ACTIVATIONS } from "./kernelBounds.js";
import { NEAREST, SLACK } from "./rounding.js";
import type { Outcome, Run } from "./run.js";

/** The width and range of Fig. 6. */
const R = 30;
const LAST = 120;

/** Bits behind the binary point of the exact logarithms; ratios go down to some 2^−40. */
const PRECISION = 256;

/** Bounds the relative error in doubles of sums of at most 120 positive terms, with their exp and ln. */
const IN_DOUBLES = 2 ** -40;

/** The curves of Fig. 6. */
const CURVES: readonly (readonly [name: string, counts: CriticalPointCounts])[] = [
  ["R_1", onlyLevel(1)],
  ["ΣR_k", onePerLevel],
];

/**
 * ln R_1 and ln ΣR_k of Fig. 6 from ln S2(m, n). The backend computes these row by row, by S2(m+1, n) =
 * n·S2(m, n) + S2(m, n−1) and ln(e^a + e^b) = a + softplus(b − a). T(r, m) = Σ_n n!/(n−r)!·S2(m, n) and G(s,
 * m) = s!·S2(m, s) are then computed in doubles, whose rounding is negligible.
 *
 * The entries of row m are off by at most ε_m ({@link stepError}). A sum of positive terms, each off by a
 * factor e^{±ε}, is off by such a factor.
 */
export async function checkRatios(run: Run): Promise<Outcome> {
  const what =
    `ln R_1 and ln ΣR_k at r = ${R}, ${R} ≤ m ≤ ${LAST}, ` +
    "from a recurrence of ln S2 on the backend, beside exact counts";
  return outcomeOf(what, async (comparison) => {
    const { backend, model, fault } = run;
    const { tf } = backend;
    let row = tf.tensor1d([0]);
    let off = 0;
    try {
      for (let m = 2; m <= LAST; m++) {
        const previous = row;
        row = tf.tidy(() => nextRow(backend, previous, m, fault));
        previous.dispose();
        off += stepError(model, m);
        if (m < R) continue;
        const logarithms = await row.data();
        for (const [name, counts] of CURVES) {
          const exact = logarithmOfRatio(criticalSubspaces(R, m, counts), labelledPartitionCount(R, m));
          const bound = (2 * off + sizeOf(m) * IN_DOUBLES) * SLACK;
          comparison.add(ratioFrom(logarithms, counts), exact, bound, () => `ln ${name} at m = ${m}`);
        }
        run.progress(m - R + 1, LAST - R + 1);
      }
    } finally {
      row.dispose();
    }
  });
}

/**
 * What a step to row m adds to ε. If both operands are off by at most ε, so is ln(e^a + e^b), as its partial
 * derivatives are positive with sum 1. Let B ≥ |ln S2(m, n)|. Rounding ln n to float32 and three sums or
 * differences adds at most (ln n + 3B)·u. softplus, of slope ≤ 1 and at most B + 1, adds its accuracy. Its
 * argument b − a lies between −ln 2^119 and ln 120, where kernels are measured.
 */
function stepError({ roundoff, accuracy }: FloatModel, m: number): number {
  const largest = sizeOf(m);
  return (4 * Math.max(roundoff, NEAREST) * largest + accuracy.softplus * (largest + 1)) * SLACK;
}

/** More than ln S2(m, n) for all n, computed or exact, and more than ln m, as S2(m, n) ≤ m^m. */
function sizeOf(m: number): number {
  return m * Math.log(m) + 2;
}

/** ln S2(m, n) for n = 1, …, m, from those of m − 1. */
function nextRow({ tf }: Backend, previous: Tensor1D, m: number, fault: Fault | undefined): Tensor1D {
  const one = tf.zeros<Rank.R1>([1]);
  if (m === 2) return tf.concat([one, one]);
  const inner = m - 2;
  const factors = tf.tensor1d(Float32Array.from({ length: inner }, (_, index) => Math.log(index + 2)));
  const a = tf.add(tf.slice(previous, [1], [inner]), factors);
  const b = tf.slice(previous, [0], [inner]);
  const softplus = plantedActivation(FLOAT_ACTIVATIONS.softplus, fault);
  const sum = tf.add(a, softplus(tf, tf.sub(b, a)));
  const logarithms = fault?.kind === "accumulation" ? roundedTo(tf, sum, fault.bits) : sum;
  return tf.concat([one, plantedScale(tf, logarithms, fault) as Tensor1D, one]);
}

/** ln Σ_k a_k G(r−k, m) − ln T(r, m), from ln S2(m, n) at n − 1. */
function ratioFrom(logarithms: ArrayLike<number>, counts: CriticalPointCounts): number {
  const factorials = [0];
  for (let n = 1; n <= logarithms.length; n++) factorials.push(entry(factorials, n - 1) + Math.log(n));
  const critical: number[] = [];
  for (let k = 1; k < R; k++) {
    if (counts(k) !== 0n)
      critical.push(Math.log(Number(counts(k))) + entry(factorials, R - k) + entry(logarithms, R - k - 1));
  }
  const minima: number[] = [];
  for (let n = R; n <= logarithms.length; n++)
    minima.push(entry(factorials, n) - entry(factorials, n - R) + entry(logarithms, n - 1));
  return logarithmOfSum(critical) - logarithmOfSum(minima);
}

function logarithmOfSum(logarithms: readonly number[]): number {
  const largest = Math.max(...logarithms);
  return largest + Math.log(logarithms.reduce((sum, term) => sum + Math.exp(term - largest), 0));
}

function logarithmOfRatio(above: bigint, below: bigint): Enclosure {
  return intervalEnclosure(logarithm(Interval.enclosing(rational(above, below), PRECISION)));
}
