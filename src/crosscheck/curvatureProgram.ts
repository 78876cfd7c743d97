import { entry } from "../exact/entry.js";
import { type Rational, rational } from "../exact/numbers/rational.js";
import type { RationalVector } from "../exact/vectors/rationalVector.js";
import type { DataSet } from "../landscape/loss/data.js";
import { spaceOf } from "../landscape/loss/unitParameters.js";
import { toNetwork, toPoint } from "../manifold/subspaces/parameterSpace.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import { type CheckedActivation, layeredOrder } from "./checkedActivation.js";
import type { Comparison, Enclosure } from "./comparison.js";
import { floatGradient, gradientBounds } from "./gradientProgram.js";
import { residualsOf } from "./gradientChecks.js";
import { nearbyDoubles } from "./multiLayerBatch.js";
import type { Run } from "./run.js";

/** A point of parameter space, and a direction v in which vᵀHv is known. */
export interface CurvatureCase {
  readonly checked: CheckedActivation;
  readonly network: TwoLayerNetwork;
  readonly data: DataSet;
  /** v, in the order of parameterSpace.ts. */
  readonly direction: RationalVector;
}

/** The k of the steps h = 2^−k that are tried. Rounding errors grow as 1/h, the remainder grows as h². */
const STEPS: readonly bigint[] = [3n, 5n, 7n];

/** A step, and what is known of v·(∇L(θ + hv) − ∇L(θ − hv))/2h before floats are used. */
interface Step {
  readonly h: Rational;
  readonly ends: readonly [TwoLayerNetwork, TwoLayerNetwork];
  /** The exact quotient. */
  readonly quotient: Enclosure;
  /** Bounds the error of the quotient in floats. */
  readonly rounding: number;
  /** Bounds the error of the quotient in floats, as a value of vᵀHv. */
  readonly bound: number;
}

/**
 * Checks the sign of vᵀHv by a difference quotient of gradients on the backend. The quotient must agree with
 * the exact one within the bounds of both gradients times |v|/2h. It must also be negative by more than that
 * bound plus the distance of the exact quotient from vᵀHv, which is enclosed. The step with the least bound
 * is chosen before anything is computed in floats.
 *
 * @returns whether the bound is small enough for floats to show vᵀHv < 0; otherwise nothing is compared.
 */
export async function compareCurvature(
  run: Run,
  curvatureCase: CurvatureCase,
  comparison: Comparison,
  place: string,
): Promise<boolean> {
  const { checked, network, data, direction } = curvatureCase;
  const second = checked.second(network, data, direction);
  const steps = STEPS.map((exponent) => stepOf(run, curvatureCase, second, rational(1n, 1n << exponent)));
  const step = steps.reduce((best, next) => (next.bound < best.bound ? next : best));
  if (!(2 * step.bound < -second.upper)) return false;
  const v = layeredOrder(network, nearbyDoubles(direction));
  const gradientAt = async (end: TwoLayerNetwork): Promise<number[]> =>
    floatGradient(run.backend, end, data, checked.float, run.fault);
  const plus = await gradientAt(step.ends[0]);
  const minus = await gradientAt(step.ends[1]);
  // A number that the backend leaves out fails the comparison.
  const quotient = v.reduce(
    (sum, speed, index) => sum + speed * ((plus[index] ?? NaN) - (minus[index] ?? NaN)),
    0,
  );
  const computed = quotient / (2 * nearby(step.h));
  comparison.add(computed, step.quotient, step.rounding, () => `${checked.name}, ${place}`);
  if (!(computed + step.bound < 0))
    comparison.fail(`${checked.name}, ${place}: vᵀHv = ${computed}, not negative`);
  return true;
}

function stepOf(
  { model }: Run,
  { checked, network, data, direction }: CurvatureCase,
  second: Enclosure,
  h: Rational,
): Step {
  const [space, point, move] = [spaceOf(network), toPoint(network), direction.times(h)];
  const ends = [toNetwork(space, point.plus(move)), toNetwork(space, point.minus(move))] as const;
  const v = layeredOrder(network, nearbyDoubles(direction));
  const gradients = ends.map((end) => checked.gradient(end, data));
  const [plus, minus] = [entry(gradients, 0), entry(gradients, 1)];
  let [lower, upper, rounding] = [0, 0, 0];
  const bounds = ends.map((end) =>
    gradientBounds(end, data, checked.float, model, residualsOf(checked, end, data)),
  );
  v.forEach((speed, index) => {
    const [at, from] = [entry(plus, index), entry(minus, index)];
    const terms = [at.lower - from.upper, at.upper - from.lower].map((end) => speed * end);
    lower += Math.min(...terms);
    upper += Math.max(...terms);
    const size = Math.max(-at.lower, at.upper, -from.lower, from.upper);
    const off = bounds.reduce((sum, bound) => sum + entry(bound, index), 0);
    // The errors of the doubles here are far below a float32's roundoff of the gradients.
    rounding += Math.abs(speed) * (off + 2 ** -40 * size);
  });
  const scale = 2 * nearby(h);
  const quotient = { lower: lower / scale, upper: upper / scale };
  const remainder = Math.max(quotient.upper - second.lower, second.upper - quotient.lower, 0);
  return { h, ends, quotient, rounding: rounding / scale, bound: rounding / scale + remainder };
}

function nearby({ s, n, d }: Rational): number {
  return Number(s * n) / Number(d);
}
