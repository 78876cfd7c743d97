import { entry } from "../../exact/entry.js";
import { Interval } from "../../exact/intervals/interval.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { figureInputs } from "../../network/figureOne.js";
import { layeredTeacher } from "../../network/layeredTeacher.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import { realActivation } from "../activations/realActivation.js";
import { enclosed, intervalMultiLayer, intervalOutput } from "../enclosures/intervalMultiLayer.js";

/** Bits after the binary point: far more than a mean squared error of 1e-4 needs. */
const PRECISION = 80;

/** The mean squared error up to which the end of a run of several layers counts as low. */
export const MOST_MEAN = rational(1n, 10_000n);

const TANH = realActivation("tanh");

/** A datum of Figure 1(e): an input, and the output of the teacher. */
export interface LayeredDatum {
  readonly input: readonly Interval[];
  readonly target: Interval;
}

/**
 * The problem of Figure 1(e): 1,681 inputs, and the outputs of a tanh teacher with hidden widths 4-4-4.
 *
 * @example layeredProblem().length === 1681
 */
export function layeredProblem(): LayeredDatum[] {
  const teacher = intervalMultiLayer(layeredTeacher, PRECISION);
  return figureInputs().map((vector) => {
    const input = enclosed(vector, PRECISION);
    return { input, target: entry(intervalOutput(teacher, input, TANH), 0) };
  });
}

/** (f(x_k|θ) − y_k)² of a tanh network, datum by datum. */
function* squares(network: MultiLayerNetwork, problem: readonly LayeredDatum[]): Generator<Interval> {
  const layers = intervalMultiLayer(network, PRECISION);
  for (const { input, target } of problem)
    yield entry(intervalOutput(layers, input, TANH), 0)
      .minus(target)
      .power(2);
}

/**
 * The mean squared error 1/N·Σ_k (f(x_k|θ) − y_k)² of a tanh network with two inputs and one output.
 *
 * @example meanSquaredError(layeredTeacher, layeredProblem()).contains(rational(0n))
 */
export function meanSquaredError(network: MultiLayerNetwork, problem: readonly LayeredDatum[]): Interval {
  const share = Interval.enclosing(rational(1n, BigInt(problem.length)), PRECISION);
  return Interval.sum([...squares(network, problem)], PRECISION).times(share);
}

/** Whether the mean squared error is surely above a bound; it takes only as many data as show it. */
export function isSurelyAbove(
  network: MultiLayerNetwork,
  bound: Rational,
  problem: readonly LayeredDatum[],
): boolean {
  const most = bound.mul(rational(BigInt(problem.length)));
  let sum = Interval.of(0n, 0n, PRECISION);
  for (const square of squares(network, problem)) {
    sum = sum.plus(square);
    if (sum.lowerEnd.compare(most) > 0) return true;
  }
  return false;
}

/** What is proved of the end of a run of several layers: that its loss is low, or that it is not. */
export type LayeredEnd =
  | Readonly<{ kind: "low"; loss: Interval }>
  | Readonly<{ kind: "high"; loss: Interval }>
  | Readonly<{ kind: "undecided"; reason: string }>;

/** Encloses the mean squared error at an end, and compares it with {@link MOST_MEAN}. */
export function layeredEnd(network: MultiLayerNetwork, problem: readonly LayeredDatum[]): LayeredEnd {
  const loss = meanSquaredError(network, problem);
  if (loss.upperEnd.compare(MOST_MEAN) <= 0) return { kind: "low", loss };
  if (loss.lowerEnd.compare(MOST_MEAN) > 0) return { kind: "high", loss };
  return { kind: "undecided", reason: "its loss is too close to the bound" };
}
