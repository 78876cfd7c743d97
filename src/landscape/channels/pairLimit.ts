import { entry } from "../../exact/entry.js";
import { rational, type Rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { toNetwork, toPoint } from "../../manifold/subspaces/parameterSpace.js";
import { type TwoLayerNetwork, evaluate, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { Activation } from "../activations/activation.js";
import { jacobian } from "../loss/jacobian.js";
import { spaceOf } from "../loss/unitParameters.js";

/**
 * What a network tends to as ε → 0 whose first two units are (w ± εΔ, c/2 ± a/(2ε)): c·σ(w·x) + a (Δ·x)
 * σ'(w·x), beside its other units (Martinelli et al. 2025). (sΔ, a/s) is the same limit for every s ≠ 0.
 *
 * @example const limit: PairLimit = { incoming: RationalVector.parse("1"), direction:
 *   RationalVector.parse("2"), sum: RationalVector.parse("3"), difference: RationalVector.parse("1"),
 *   others: twoLayerNetwork(1, 1, []) };
 */
export interface PairLimit {
  /** w ∈ Q^{d_in}. */
  readonly incoming: RationalVector;
  /** Δ ∈ Q^{d_in}. */
  readonly direction: RationalVector;
  /** c ∈ Q^{d_out}. */
  readonly sum: RationalVector;
  /** a ∈ Q^{d_out}. */
  readonly difference: RationalVector;
  readonly others: TwoLayerNetwork;
}

const HALF = rational(1n, 2n);

/** The network at ε ≠ 0, with the pair first. */
export function networkAt(limit: PairLimit, epsilon: Rational): TwoLayerNetwork {
  const { incoming, direction, sum, difference, others } = limit;
  const units = [epsilon, epsilon.neg()].map((side) => ({
    incoming: incoming.plus(direction.times(side)),
    outgoing: sum.times(HALF).plus(difference.times(HALF.div(side))),
  }));
  return twoLayerNetwork(others.inputDimension, others.outputDimension, [...units, ...others.units]);
}

/** g(x) ∈ Q^{d_out}, what the limit computes. */
export function limitOutput(limit: PairLimit, activation: Activation, x: RationalVector): RationalVector {
  const { z, along } = argumentsAt(limit, x);
  return evaluate(limit.others, x, (own) => activation.derivative(0, own))
    .plus(limit.sum.times(activation.derivative(0, z)))
    .plus(limit.difference.times(along.mul(activation.derivative(1, z))));
}

/**
 * h(x) = ½c (Δ·x)² σ''(w·x) + ⅙a (Δ·x)³ σ'''(w·x): networks at ε compute g(x) + ε²h(x) + O(ε⁴). There are no
 * odd powers of ε, since −ε exchanges the two units.
 */
export function secondOrder(limit: PairLimit, activation: Activation, x: RationalVector): RationalVector {
  const { z, along } = argumentsAt(limit, x);
  const square = along.mul(along);
  return limit.sum
    .times(square.mul(activation.derivative(2, z)).mul(HALF))
    .plus(limit.difference.times(square.mul(along).mul(activation.derivative(3, z)).div(6n)));
}

/**
 * The coordinates of limits: w, Δ, c, all of a but its first entry, and the parameters of the others. With
 * a_1 fixed they are coordinates for limits without the freedom of s; and networks at ε depend on them
 * affinely.
 */
export function coordinates({ incoming, direction, sum, difference, others }: PairLimit): RationalVector {
  return [direction, sum, difference.slice(1), toPoint(others)].reduce(
    (all, part) => all.followedBy(part),
    incoming,
  );
}

/** The limit with these coordinates and the a_1 of another one. */
export function withCoordinates({ difference, others }: PairLimit, values: RationalVector): PairLimit {
  const { inputDimension, outputDimension } = others;
  const lengths = [inputDimension, inputDimension, outputDimension, outputDimension - 1];
  const ends = lengths.map((_, part) => lengths.slice(0, part + 1).reduce((total, length) => total + length));
  const part = (place: number): RationalVector =>
    values.slice(place === 0 ? 0 : entry(ends, place - 1), entry(ends, place));
  return {
    incoming: part(0),
    direction: part(1),
    sum: part(2),
    difference: difference.slice(0, 1).followedBy(part(3)),
    others: toNetwork(spaceOf(others), values.slice(entry(ends, 3))),
  };
}

/** The derivatives of g(x_1), …, g(x_N) in the coordinates: N·d_out rows, those of x_1 first. */
export function limitJacobian(
  limit: PairLimit,
  activation: Activation,
  inputs: readonly RationalVector[],
): RationalVector[] {
  const rest = jacobian(limit.others, inputs, activation);
  const { outputDimension } = limit.others;
  return inputs.flatMap((x, datum) => {
    const { z, along } = argumentsAt(limit, x);
    const [s, s1, s2] = activation.jet(z);
    return Array.from({ length: outputDimension }, (_, output) => {
      const [c, a] = [limit.sum.at(output), limit.difference.at(output)];
      const own = (value: Rational): RationalVector =>
        RationalVector.fromRationals(
          Array.from({ length: outputDimension }, (__, other) => (other === output ? value : rational(0n))),
        );
      return [
        x.times(a.mul(s1)),
        own(s),
        own(along.mul(s1)).slice(1),
        entry(rest, datum * outputDimension + output),
      ].reduce((row, part) => row.followedBy(part), x.times(c.mul(s1).add(a.mul(along).mul(s2))));
    });
  });
}

function argumentsAt(
  { incoming, direction }: PairLimit,
  x: RationalVector,
): Readonly<{ z: Rational; along: Rational }> {
  return { z: incoming.dot(x), along: direction.dot(x) };
}
