import { entry } from "../../exact/entry.js";
import { enclosedSigns } from "../../exact/inertia/enclosedSigns.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { type LossSetting, enclosedDerivatives } from "../enclosures/enclosedDerivatives.js";
import { type IntervalMultiLayer, parametersOf } from "../enclosures/intervalMultiLayer.js";
import { type CriticalBox, type PointDerivatives, criticalBox } from "./criticalBox.js";
import { enclosedHessian } from "./enclosedHessian.js";
import { newtonStep } from "./newtonStep.js";

/**
 * A critical point close to a network, which is proved to exist.
 *
 * @example enclosedLandscape(minimum.network, { data: minimum.data,
 *   activation: smoothActivation("poly:1,1,0,1"), cost: enclosedCost(squaredError) })
 *   .critical?.radius.compare(rational(1n, 1_000_000n)) // -1
 */
export interface NearCritical {
  /** No weight differs from the network's by more. */
  readonly radius: Rational;
  /** Where Newton's method leads, and the box about it that holds exactly one critical point. */
  readonly center: IntervalMultiLayer;
  readonly box: CriticalBox;
}

/** A step brings some 50 right bits, those of the inverse that it takes; the first ones may bring few. */
const BITS_A_STEP = 32n;
const FIRST_STEPS = 4n;

/** A step of 1/4 or more leads away. */
const LONGEST_STEP = 2n;

/**
 * Goes where Newton's method leads, and looks for a box there.
 *
 * @returns undefined if it leads away, or to where no box passes.
 */
export function nearCritical(
  start: PointDerivatives,
  setting: LossSetting,
  hear: (done: number, total: number) => void,
): NearCritical | undefined {
  const precision = BigInt(start.layers.precision);
  const mostSteps = FIRST_STEPS + precision / BITS_A_STEP;
  let point = start;
  for (let step = 0n; step < mostSteps; step += 1n) {
    const { layers, length } = newtonStep(point);
    if (length >> (precision - LONGEST_STEP) > 0n) return undefined;
    const { gradient, hessian } = enclosedDerivatives(layers, setting, hear);
    const matrix = enclosedHessian(hessian);
    const signs = enclosedSigns(matrix);
    if (signs === undefined) return undefined;
    point = { layers, gradient, matrix, signs };
    // Half of the digits didn't change, so that the next step would bring the rest.
    if (length >> (precision / 2n) > 0n) continue;
    const box = criticalBox(point, setting, hear);
    if (box === undefined) return undefined;
    const radius = distanceBetween(start.layers, layers).add(box.radius);
    return { radius, center: layers, box };
  }
  return undefined;
}

/** The largest difference of two weights, or a bound on it. */
function distanceBetween(from: IntervalMultiLayer, to: IntervalMultiLayer): Rational {
  const ends = parametersOf(to);
  const changes = parametersOf(from).map((value, place) => value.minus(entry(ends, place)));
  return changes.reduce<Rational>((most, { magnitude }) => {
    return magnitude.compare(most) > 0 ? magnitude : most;
  }, rational(0n));
}
