import { type Rational, rational } from "../exact/numbers/rational.js";
import type { RationalVector } from "../exact/vectors/rationalVector.js";
import type { DataSet } from "../landscape/loss/data.js";
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

/** Steps h = 2^−k that are tried: a small one lets rounding grow as 1/h, a large one the remainder as h². */
const STEPS: readonly bigint[] = [3n, 5n, 7n];

/** A step with what is known of v·(∇L(θ + hv) − ∇L(θ − hv))/2h before floats come in. */
interface Step {
  readonly h: Rational;
  readonly ends: readonly [TwoLayerNetwork, TwoLayerNetwork];
  /** The exact quotient. */
  readonly quotient: Enclosure;
  /** Of what floats make of it. */
  readonly rounding: number;
  /** Of what they make of it, as a value of vᵀHv. */
  readonly bound: number;
}

/**
 * The sign of vᵀHv by a difference quotient of gradients on the backend. It is compared with the exact quotient, within
 * the bounds of both gradients times |v|/2h; and it has to be negative by more than that and the distance of the exact
 * quotient from vᵀHv, which is enclosed rather than estimated. The step is chosen by its bound, before anything is
 * computed in floats.
 *
 * @returns whether the bound is small enough for floats to tell that vᵀHv < 0; only then anything is compared.
 */
export async function compareCurvature(
  run: Run,
  found: CurvatureCase,
  comparison: Comparison,
  place: string,
): Promise<boolean> {
  const { checked, network, data, direction } = found;
  const second = checked.second(network, data, direction);
  const steps = STEPS.map((exponent) => stepOf(run, found, second, rational(1n, 1n << exponent)));
  const step = steps.reduce((best, next) => (next.bound < best.bound ? next : best));
  if (!(2 * step.bound < -second.upper)) return false;
  const v = layeredOrder(network, nearbyDoubles(direction));
  const gradients: number[][] = [];
  for (const end of step.ends)
    gradients.push(await floatGradient(run.backend, end, data, checked.float, run.fault));
  const [plus = [], minus = []] = gradients;
  const quotient = v.reduce(
    (sum, entry, index) => sum + entry * ((plus[index] ?? NaN) - (minus[index] ?? NaN)),
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
  const { inputDimension, outputDimension, units } = network;
  const space = { inputDimension, outputDimension, width: units.length };
  const move = direction.times(h);
  const ends = [
    toNetwork(space, toPoint(network).plus(move)),
    toNetwork(space, toPoint(network).minus(move)),
  ] as const;
  const v = layeredOrder(network, nearbyDoubles(direction));
  const [plus, minus] = ends.map((end) => checked.gradient(end, data));
  let [lower, upper, rounding] = [0, 0, 0];
  const bounds = ends.map((end) =>
    gradientBounds(end, data, checked.float, model, residualsOf(checked, end, data)),
  );
  v.forEach((entry, index) => {
    const [at, from] = [plus?.[index], minus?.[index]];
    const rise = [
      (at?.lower ?? NaN) - (from?.upper ?? NaN),
      (at?.upper ?? NaN) - (from?.lower ?? NaN),
    ] as const;
    const terms = rise.map((end) => entry * end);
    lower += Math.min(...terms);
    upper += Math.max(...terms);
    const size = Math.max(...[at, from].map((end) => Math.max(-(end?.lower ?? NaN), end?.upper ?? NaN)));
    const off = (bounds[0]?.[index] ?? NaN) + (bounds[1]?.[index] ?? NaN);
    // What the doubles here may be off by is far below a float32's roundoff of the gradients.
    rounding += Math.abs(entry) * (off + 2 ** -40 * size);
  });
  const scale = 2 * nearby(h);
  const quotient = { lower: lower / scale, upper: upper / scale };
  const remainder = Math.max(quotient.upper - second.lower, second.upper - quotient.lower, 0);
  return { h, ends, quotient, rounding: rounding / scale, bound: rounding / scale + remainder };
}

function nearby({ s, n, d }: Rational): number {
  return Number(s * n) / Number(d);
}
