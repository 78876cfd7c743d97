import { type CheckedActivation, QUARTIC, enclosedPolynomial, realActivations } from "./checkedActivation.js";
import { outcomeOf } from "./compareFunctions.js";
import { type CurvatureCase, compareCurvature } from "./curvatureProgram.js";
import type { Outcome, Run } from "./run.js";
import { copiedUnits, saddlesAbove } from "./saddleInstances.js";

const REFERENCE =
  "certified by intervals at points found in doubles, for sigmoid, tanh, softplus, σ_{α,γ} and a polynomial";

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
    "vᵀHv < 0 by differences of tf.grads where a unit has copies and d_out = 2, " +
      `in the proof's directions, ${REFERENCE}`,
    (checked) => copiedUnits(checked, run.seed),
  );
}

/** The outcome says in how many directions floats decide the sign. The others are left out. */
async function curvatures(
  run: Run,
  what: string,
  make: (checked: CheckedActivation) => CurvatureCase[],
): Promise<Outcome> {
  let [decided, total] = [0, 0];
  const outcome = await outcomeOf(what, async (comparison) => {
    const activations = [...realActivations(), enclosedPolynomial(QUARTIC)];
    for (const [index, checked] of activations.entries()) {
      for (const curvatureCase of make(checked)) {
        total += 1;
        const place = `width ${curvatureCase.network.units.length}, direction ${total}`;
        if (await compareCurvature(run, curvatureCase, comparison, place)) decided += 1;
        if (comparison.failed) return;
      }
      run.progress(index + 1, activations.length);
    }
  });
  return { ...outcome, what: `${what}; decided in float32 for ${decided} of ${total} directions` };
}
