import { type Rational, rational } from "../../exact/numbers/rational.js";
import { squaredError } from "../../landscape/loss/cost.js";
import type { CriticalPoint } from "../../landscape/criticalPoints/criticalPoint.js";
import { criticalPointOfIndex } from "../../landscape/criticalPoints/criticalSearch.js";
import { specialFeature } from "../../landscape/criticalPoints/genericity.js";
import { loss } from "../../landscape/loss/loss.js";
import { noUnitFits } from "../../landscape/zeroLoss/narrowFit.js";
import { entry } from "../../exact/entry.js";
import { POLYNOMIAL, QUOTIENT } from "./criticalInstances.js";
import { distinctPoints } from "./distinctPoints.js";

/** Minima for each of two activations. */
const EACH = 3;
const MOST_SEEDS = 100;

/** The number of {@link strictMinima}. */
export const STRICT_MINIMA = 6n;

/** B = Σ_k e_k a σ''(w x_k) x_k². */
export function curvature({ network, activation, data, residuals }: CriticalPoint): Rational {
  const unit = entry(network.units, 0);
  return data.inputs.reduce((sum, input, index) => {
    const preactivation = unit.incoming.dot(input);
    const factor = entry(residuals, index).at(0).mul(unit.outgoing.at(0));
    return sum.add(factor.mul(activation.derivative(2, preactivation)).mul(input.dot(input)));
  }, rational(0n));
}

/**
 * What a minimum of width 1 lacks to be an instance of Prop. 4.4's setting, r < r*, in general position: σ,
 * σ' and σ'' are not 0 at any w x_k, the loss is positive, and networks of width 1 do not fit the data.
 */
export function checkSetting(point: CriticalPoint): string | undefined {
  const { network, activation, data, residuals } = point;
  const special = specialFeature(network, data.inputs, activation, residuals);
  if (special !== undefined) return `the point is special: ${special}`;
  if (loss(network, data, activation, squaredError).equals(0n)) return "the loss is 0";
  if (curvature(point).equals(0n)) return "B is 0";
  return noUnitFits(data, activation) ? undefined : "some network of width 1 might fit the data";
}

/** Strict local minima of width 1, d_in = d_out = 1, in that setting; for one activation with different w. */
export function strictMinima(): readonly CriticalPoint[] {
  const minima = [POLYNOMIAL, QUOTIENT].flatMap((activation) => {
    const byWeight = new Map<string, CriticalPoint>();
    for (let seed = 1; byWeight.size < EACH; seed++) {
      if (seed > MOST_SEEDS)
        throw new RangeError(`${byWeight.size} of ${EACH} minima with ${MOST_SEEDS} seeds`);
      const request = { r: 1, inputDimension: 1, outputDimension: 1, points: 4, activation, seed };
      const point = criticalPointOfIndex(request, 0);
      const w = point.network.units.map(({ incoming }) => incoming.key).join();
      if (!byWeight.has(w) && checkSetting(point) === undefined) byWeight.set(w, point);
    }
    return [...byWeight.values()];
  });
  return distinctPoints(minima);
}
