import { type CheckedActivation, QUARTIC, enclosedPolynomial, realActivations } from "./checkedActivation.js";
import { outcomeOf } from "./compareFunctions.js";
import { type CurvatureCase, compareCurvature } from "./curvatureProgram.js";
import type { Outcome, Run } from "./run.js";
import { copiedUnits, saddlesAbove } from "./saddleInstances.js";

const REFERENCE =
  "certified by intervals at points found in doubles, for sigmoid, tanh, softplus, σ_{α,γ} and a polynomial";

function curved(): CheckedActivation[] {
  return [...realActivations(), enclosedPolynomial(QUARTIC)];
}

/** Directions Mv above strict saddles, where the Hessian has to be negative by Prop. 4.4. */
export async function checkSaddlesAbove(run: Run): Promise<Outcome> {
  return curvatures(
    run,
    `vᵀHv < 0 by differences of tf.grads above strict saddles, in directions Mv ${REFERENCE}`,
    (checked) => saddlesAbove(checked, run.seed),
  );
}

/** The directions of ext-saddle above critical points with d_out = 2. */
export async function checkCopiedUnits(run: Run): Promise<Outcome> {
  return curvatures(
    run,
    `vᵀHv < 0 by differences of tf.grads where a unit has copies and d_out = 2, in the proof's directions, ${REFERENCE}`,
    (checked) => copiedUnits(checked, run.seed),
  );
}

/** Directions in which floats can't tell the sign are counted, and said to be left out. */
async function curvatures(
  run: Run,
  what: string,
  make: (checked: CheckedActivation) => CurvatureCase[],
): Promise<Outcome> {
  let [decided, all] = [0, 0];
  const outcome = await outcomeOf(what, async (comparison) => {
    const activations = curved();
    for (const [index, checked] of activations.entries()) {
      for (const found of make(checked)) {
        all += 1;
        const place = `width ${found.network.units.length}, direction ${all}`;
        if (await compareCurvature(run, found, comparison, place)) decided += 1;
        if (comparison.failed) return;
      }
      run.progress(index + 1, activations.length);
    }
  });
  return { ...outcome, what: `${what}; decided in float32 for ${decided} of ${all} directions` };
}
