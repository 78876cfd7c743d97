import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { Jet } from "../../landscape/loss/jets.js";

/** A difference of polynomials at a point, which the claim says is 0. */
export interface Identity {
  readonly name: string;
  /** A bound on its degree in each variable. */
  readonly degree: number;
  readonly on: "plane" | "diagonal";
  readonly difference: (jet: Jet, w1: Rational, w2: Rational) => Rational;
}

/** ∂_1g or ∂_2g. */
export function first({ gradient }: Jet, index: 0 | 1): Rational {
  return RationalVector.fromRationals(gradient).at(index);
}

/** The second derivative in w_1 and w_1, or in w_1 and w_2. */
export function second({ hessian }: Jet, column: 0 | 1): Rational {
  return RationalVector.fromRationals(hessian.flat()).at(column);
}

/**
 * Why there are three critical points. At each of them w_1 = w_2 or v = w_1w_2 − 2 = 0, by the first
 * identity. If v = 0, then u = w_1 + w_2 − 3 = 0 by the second, and w_1, w_2 are the roots of z² − 3z + 2 by
 * the third. If w_1 = w_2 = t, then t³ = 3 by the fourth, which one real number satisfies.
 */
export const IDENTITIES: readonly Identity[] = [
  {
    name: "∂_1g − ∂_2g = (w_2 − w_1)(w_1w_2 − 2)",
    degree: 2,
    on: "plane",
    difference: (jet, w1, w2) =>
      first(jet, 0)
        .sub(first(jet, 1))
        .sub(w2.sub(w1).mul(w1.mul(w2).sub(2n))),
  },
  {
    name: "∂_1g = (w_1 + w_2 − 3) + (w_1w_2 − 2)w_2",
    degree: 2,
    on: "plane",
    difference: (jet, w1, w2) => first(jet, 0).sub(w1.add(w2).sub(3n)).sub(w1.mul(w2).sub(2n).mul(w2)),
  },
  {
    name: "(w_1 − 1)(w_1 − 2) = w_1(w_1 + w_2 − 3) − (w_1w_2 − 2)",
    degree: 2,
    on: "plane",
    difference: (_, w1, w2) =>
      w1
        .sub(1n)
        .mul(w1.sub(2n))
        .sub(w1.mul(w1.add(w2).sub(3n)))
        .add(w1.mul(w2).sub(2n)),
  },
  {
    name: "∂_1g = t³ − 3 at w_1 = w_2 = t",
    degree: 3,
    on: "diagonal",
    difference: (jet, t) => first(jet, 0).sub(t.pow(3n).sub(3n)),
  },
  {
    name: "the second derivative of g along (1, −1)/√2 is 2 − t² at w_1 = w_2 = t",
    degree: 2,
    on: "diagonal",
    difference: (jet, t) =>
      second(jet, 0)
        .sub(second(jet, 1))
        .sub(rational(2n).sub(t.mul(t))),
  },
  {
    name: "the second derivative of g along (1, 1)/√2 is 3t² at w_1 = w_2 = t",
    degree: 2,
    on: "diagonal",
    difference: (jet, t) => second(jet, 0).add(second(jet, 1)).sub(t.mul(t).mul(3n)),
  },
];
