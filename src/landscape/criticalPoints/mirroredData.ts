import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import type { Rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type TwoLayerNetwork, evaluate, unorderedKey } from "../../network/twoLayerNetwork.js";
import type { Activation } from "../activations/activation.js";
import type { Cost } from "../loss/cost.js";
import { dataSet } from "../loss/data.js";
import type { WeightedData } from "../loss/weightedData.js";

/** A student and a teacher on Q² with one output, and where inputs may lie. */
export interface MirroredRequest {
  /** The student, whose incoming vectors lie on the axis x_2 = 0. */
  readonly student: TwoLayerNetwork;
  /** It has the unit (w_1, −w_2; a) for each unit (w_1, w_2; a). */
  readonly teacher: TwoLayerNetwork;
  /** Values of x_1. */
  readonly places: readonly Rational[];
  /** Values of |x_2| to choose from. */
  readonly heights: readonly Rational[];
  readonly activation: Activation;
  readonly cost: Cost;
}

/**
 * Data with a teacher's targets on which the student is critical, for any activation. At a place x_1 the
 * student has one value, and the teacher has a value for each height. Take the first height with ∂c > 0 and
 * the first with ∂c < 0. The points (x_1, ±x_2) get weights p, p' with p ∂c + p' ∂c' = 0, p + p' = 1. So the
 * sum of ∂c over one place is 0, and the sum of ∂c times any function of x_1, which is ∂L/∂a_i and the first
 * half of ∂L/∂w_i. The second half is ∂c times a function of x_1 times x_2: points above and below the axis
 * cancel.
 *
 * @returns four points for each place at which ∂c has both signs; other places are left out. The weights are
 *   all 1/2 if, at each place, the two values of ∂c are opposite.
 * @throws InputError if the networks aren't as described, if no place is left, or if the activation or the
 *   cost has no value where it is needed.
 * @example mirroredData({ student, teacher, places, heights, activation, cost }).weights // all positive
 */
export function mirroredData(request: MirroredRequest): WeightedData {
  requireMirrored(request);
  const points = request.places.flatMap((place) => balanced(request, place));
  if (points.length === 0) {
    throw new InputError(
      "there is no place with teacher values on both sides of the student's",
      "give more places and heights",
    );
  }
  return {
    data: dataSet(
      points.map(({ input }) => input),
      points.map(({ target }) => target),
    ),
    weights: points.map(({ weight }) => weight),
  };
}

interface WeightedPoint {
  readonly input: RationalVector;
  readonly target: RationalVector;
  readonly weight: Rational;
}

/** The four points at a place, none if ∂c hasn't both signs there. */
function balanced(request: MirroredRequest, place: Rational): WeightedPoint[] {
  const { student, teacher, heights, activation, cost } = request;
  const sigma = (x: Rational): Rational => activation.derivative(0, x);
  const candidates = heights.map((height) => {
    const input = RationalVector.fromRationals([place, height]);
    const target = evaluate(teacher, input, sigma);
    const slope = entry(cost.gradient(evaluate(student, input, sigma), target), 0);
    return { input, mirrored: mirror(input), target, slope };
  });
  const above = candidates.find(({ slope }) => slope.compare(0n) > 0);
  const below = candidates.find(({ slope }) => slope.compare(0n) < 0);
  if (above === undefined || below === undefined) return [];
  const range = above.slope.sub(below.slope);
  return [
    { ...above, weight: below.slope.neg().div(range) },
    { ...below, weight: above.slope.div(range) },
  ].flatMap(({ input, mirrored, target, weight }) => [
    { input, target, weight },
    { input: mirrored, target, weight },
  ]);
}

function mirror(vector: RationalVector): RationalVector {
  return RationalVector.fromRationals([vector.at(0), vector.at(1).neg()]);
}

function requireMirrored({ student, teacher }: MirroredRequest): void {
  for (const [name, network] of Object.entries({ student, teacher })) {
    if (network.inputDimension === 2 && network.outputDimension === 1) continue;
    throw new InputError(
      `the ${name} has ${network.inputDimension} inputs and ${network.outputDimension} outputs`,
      "take networks with two inputs and one output",
    );
  }
  const off = student.units.findIndex(({ incoming }) => !incoming.at(1).equals(0n));
  if (off >= 0) {
    throw new InputError(
      `neuron ${off + 1} of the student is off the axis`,
      "give its incoming vector a second coordinate 0",
    );
  }
  const units = teacher.units.map(({ incoming, outgoing }) => ({ incoming: mirror(incoming), outgoing }));
  if (unorderedKey({ ...teacher, units }) !== unorderedKey(teacher)) {
    throw new InputError(
      "the teacher is not its own mirror image",
      "with each neuron (w_1, w_2; a) give it the neuron (w_1, −w_2; a)",
    );
  }
}
