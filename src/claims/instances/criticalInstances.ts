import { parseRational } from "../../exact/numbers/rational.js";
import { polynomialActivation, rationalActivation } from "../../landscape/activations/activation.js";
import type { CriticalPoint } from "../../landscape/criticalPoints/criticalPoint.js";
import { criticalPoint } from "../../landscape/criticalPoints/randomCriticalPoint.js";
import { distinctPoints } from "./distinctPoints.js";

/** Positive, of degree 4, with all derivatives: 1 + x + x²/2 − x³/3 + x⁴/5. */
export const POLYNOMIAL = polynomialActivation(["1", "1", "1/2", "-1/3", "1/5"].map(parseRational));

/** 1 + x/(1 + x²), which is positive and smooth on ℝ, bounded, and neither even nor odd. */
export const QUOTIENT = rationalActivation(
  ["1", "1", "1"].map(parseRational),
  ["1", "0", "1"].map(parseRational),
);

/** Width and dimensions of a network. */
export interface Shape {
  readonly r: number;
  readonly inputDimension: number;
  readonly outputDimension: number;
}

/** All shapes with r, d_in, d_out ≤ 2. */
function smallShapes(): Shape[] {
  return [1, 2].flatMap((r) =>
    [1, 2].flatMap((inputDimension) =>
      [1, 2].map((outputDimension) => ({ r, inputDimension, outputDimension })),
    ),
  );
}

/** The number of data that allow residuals other than 0: N·d_out > r(d_in + d_out). */
export function enoughPoints({ r, inputDimension, outputDimension }: Shape): number {
  return Math.trunc((r * (inputDimension + outputDimension)) / outputDimension) + 1;
}

/** An exact critical point of each small shape with each of two activations, each from its own draws. */
export function smallCriticalPoints(): readonly CriticalPoint[] {
  return distinctPoints(
    smallShapes().flatMap((shape) =>
      [POLYNOMIAL, QUOTIENT].map((activation) =>
        criticalPoint({ ...shape, points: enoughPoints(shape), activation, seed: 1 }),
      ),
    ),
  );
}
