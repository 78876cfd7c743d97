import { type Inertia, inertia } from "../../exact/inertia/inertia.js";
import { InputError } from "../../exact/inputError.js";
import { rational } from "../../exact/numbers/rational.js";
import type { Activation } from "../activations/activation.js";
import { squaredError } from "../loss/cost.js";
import { type CriticalPoint, withResiduals } from "./criticalPoint.js";
import { hessian } from "../loss/hessian.js";
import { type CriticalDraw, type CriticalRequest, criticalDraw, unitScale } from "./randomCriticalPoint.js";

/** A critical point with the signs of its Hessian's eigenvalues. */
export interface CriticalPointWithInertia extends CriticalPoint {
  readonly inertia: Inertia;
}

/** The number of draws from the seed that are tried. */
const DRAWS = 16;

/** Exponents of the powers of two that scale the residuals, with either sign: for minima, for saddles. */
const SMALL_SCALES: readonly number[] = [0, -2, -4, -8, -16, -24];
const LARGE_SCALES: readonly number[] = [0, 3, 6, 9, 12, 16, 20, -3, -6];

/**
 * A random critical point whose Hessian has exactly `index` negative eigenvalues and no zero ones: a strict
 * local minimum for index 0, else a strict saddle. The Hessian is JᵀJ plus a part that is linear in the
 * residuals. So small residuals make a minimum if the derivatives J of the outputs have full column rank, and
 * larger ones make saddles. The search scales the residuals of each draw.
 *
 * @param index from 0 to r·d_in: for fixed incoming weights the loss is convex.
 * @throws InputError if the index is out of range, if no point is found (it then lists the indices seen), or
 *   as {@link criticalDraw} does.
 */
export function criticalPointOfIndex(request: CriticalRequest, index: number): CriticalPointWithInertia {
  const largest = request.r * request.inputDimension;
  if (index > largest) {
    throw new InputError(
      `index ${index}, but it is at most r·d_in = ${largest}: for fixed incoming weights the loss is convex`,
      `choose one from 0 to ${largest}`,
    );
  }
  const scales = index === 0 ? SMALL_SCALES : LARGE_SCALES;
  const seen = new Set<string>();
  for (let attempt = 0; attempt < DRAWS; attempt++) {
    for (const point of scaledPoints(criticalDraw(request, attempt), request.activation, scales)) {
      const { negative, zero } = point.inertia;
      if (negative === index && zero === 0) return point;
      seen.add(zero === 0 ? `${negative}` : "degenerate");
    }
  }
  throw new InputError(
    `no nondegenerate critical point of index ${index} found in ${DRAWS} draws ` +
      `(seen: ${[...seen].sort().join(", ")})`,
    "choose more points, another seed, or an activation with more derivatives that aren't 0",
  );
}

/** The critical points with the residuals of one draw, scaled. */
function* scaledPoints(
  { network, inputs, residuals }: CriticalDraw,
  activation: Activation,
  scales: readonly number[],
): Generator<CriticalPointWithInertia> {
  const unit = unitScale(residuals);
  for (const scale of scales) {
    for (const sign of [1n, -1n]) {
      const size = 1n << BigInt(Math.abs(scale));
      const factor = unit.mul(scale < 0 ? rational(sign, size) : rational(sign * size));
      const point = withResiduals(network, inputs, activation, residuals, factor);
      yield {
        ...point,
        inertia: inertia(hessian(network, point.data, activation, squaredError).numerators),
      };
    }
  }
}
