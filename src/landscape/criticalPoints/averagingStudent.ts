import { lastEntry } from "../../exact/entry.js";
import { certifiedSolve } from "../../exact/matrices/certifiedSolve.js";
import { InputError } from "../../exact/inputError.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type TwoLayerNetwork, evaluate, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { Activation } from "../activations/activation.js";

/** The teacher whose means a student is to have, and where. */
export interface AveragingRequest {
  /** On Q², with one output. */
  readonly teacher: TwoLayerNetwork;
  /** The first coordinates of the student's incoming vectors, whose second ones are 0. */
  readonly incoming: readonly Rational[];
  /** Values of x_1, one for each unit. */
  readonly places: readonly Rational[];
  /** Values of x_2. */
  readonly heights: readonly Rational[];
  readonly activation: Activation;
}

/**
 * The student on the axis x_2 = 0 whose value at each place x_1 is the teacher's mean over the heights: its
 * outgoing weights solve Σ_i σ(u_i x_1) a_i = mean. On data at two heights, such a student is critical with
 * equal weights (see {@link mirroredData}).
 *
 * @throws InputError if the equations have no solution, or where the activation has no value.
 * @example averagingStudent({ teacher, incoming, places, heights, activation }).outputDimension === 1
 */
export function averagingStudent(request: AveragingRequest): TwoLayerNetwork {
  const { teacher, incoming, places, heights, activation } = request;
  const sigma = (x: Rational): Rational => activation.derivative(0, x);
  const rows = places.map((place) => {
    const sum = heights.reduce(
      (total, height) =>
        total.add(evaluate(teacher, RationalVector.fromRationals([place, height]), sigma).at(0)),
      rational(0n),
    );
    const values = incoming.map((weight) => sigma(weight.mul(place)));
    return RationalVector.fromRationals([...values, sum.div(BigInt(heights.length))]).numerators;
  });
  const answer = certifiedSolve(
    rows.map((row) => row.slice(0, -1)),
    rows.map((row) => lastEntry(row)),
    incoming.length,
  );
  if (!answer.solvable) {
    throw new InputError("no student of these neurons averages the teacher", "choose other incoming weights");
  }
  return twoLayerNetwork(
    2,
    1,
    incoming.map((weight, unit) => ({
      incoming: RationalVector.fromRationals([weight, rational(0n)]),
      outgoing: RationalVector.fromRationals([answer.solution.at(unit)]),
    })),
  );
}
