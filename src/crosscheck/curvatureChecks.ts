import { rational } from "../exact/rational.js";
import { realActivation, softplusWithSigmoid } from "../landscape/realActivation.js";
import { realActivations } from "./checkedActivation.js";
import { outcomeOf } from "./compareFunctions.js";
import { type CurvatureCase, compareCurvature } from "./curvatureProgram.js";
import { ALPHA, GAMMA } from "./kernelBounds.js";
import type { Outcome, Run } from "./run.js";
import { copiedMinima, polynomialSaddles, realSaddles } from "./saddleInstances.js";

/** Directions Mv above strict saddles, where the Hessian has to be negative by Prop. 4.4. */
export async function checkSaddlesAbove(run: Run): Promise<Outcome> {
  return curvatures(
    run,
    "vᵀHv < 0 by differences of tf.grads above strict saddles, in directions certified exactly for a polynomial and by intervals for sigmoid, tanh, softplus and σ_{α,γ}",
    () => [...polynomialSaddles(run.seed), ...everyRealSaddle(run.seed)],
  );
}

/** The directions of ext-saddle above strict minima. */
export async function checkCopiedMinima(run: Run): Promise<Outcome> {
  return curvatures(
    run,
    "vᵀHv < 0 by differences of tf.grads above strict minima of a polynomial with E_t ≠ 0, in the exact directions of the proof",
    () => copiedMinima(run.seed),
  );
}

function everyRealSaddle(seed: number): CurvatureCase[] {
  return realActivations().flatMap((checked) => {
    const plain = checked.name.includes("+")
      ? softplusWithSigmoid(rational(BigInt(ALPHA)), rational(BigInt(GAMMA)))
      : realActivation(checked.name);
    return realSaddles(checked, plain, seed);
  });
}

/** Directions in which floats can't tell the sign are counted, and said to be left out. */
async function curvatures(run: Run, what: string, make: () => CurvatureCase[]): Promise<Outcome> {
  let [decided, all] = [0, 0];
  const outcome = await outcomeOf(what, async (comparison) => {
    const cases = make();
    all = cases.length;
    for (const [index, found] of cases.entries()) {
      const place = `width ${found.network.neurons.length}, direction ${index + 1}`;
      if (await compareCurvature(run, found, comparison, place)) decided += 1;
      run.progress(index + 1, all);
    }
    if (2 * decided < all) comparison.fail(`floats decide only ${decided} of ${all} signs`);
  });
  return { ...outcome, what: `${what}; decided in float32 for ${decided} of ${all} directions` };
}
