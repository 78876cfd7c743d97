import { type Rational, rational } from "../../exact/numbers/rational.js";
import { Jet } from "./jets.js";

/** A function of (w_1, w_2) on jets, which compute its derivatives. */
export type PlaneFunction = (w1: Jet, w2: Jet) => Jet;

const constant = (value: Rational): Jet => Jet.constant(2, value);

/** g = ½((w_1 + w_2 − 3)² + (w_1w_2 − 2)²); the loss of Fig. 2 of Şimşek et al. (2021) is log(1 + g). */
export const figureLoss: PlaneFunction = (w1, w2) => {
  const u = w1.plus(w2).plus(constant(rational(-3n)));
  const v = w1.times(w2).plus(constant(rational(-2n)));
  return u.times(u).plus(v.times(v)).scaled(rational(1n, 2n));
};

/** The value and the derivatives of a function at a point. */
export function jetAt(loss: PlaneFunction, w1: Rational, w2: Rational): Jet {
  return loss(Jet.variable(2, 0, w1), Jet.variable(2, 1, w2));
}
