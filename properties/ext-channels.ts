import fc from "fast-check";
import { type Rational, rational } from "../src/exact/numbers/rational.js";
import type { RationalVector } from "../src/exact/vectors/rationalVector.js";
import { polynomialActivation } from "../src/landscape/activations/activation.js";
import { type PairLimit, limitOutput, networkAt, secondOrder } from "../src/landscape/channels/pairLimit.js";
import { evaluate } from "../src/network/twoLayerNetwork.js";
import { listOf } from "./arbitraries/listOf.js";
import { networks, rationals, vectors, withInputs } from "./arbitraries/network.js";
import { type Property, property } from "./property.js";

const limits: fc.Arbitrary<PairLimit> = networks(2).chain((others) => {
  const [inputs, outputs] = [vectors(others.inputDimension), vectors(others.outputDimension)];
  const pair = { incoming: inputs, direction: inputs, sum: outputs, difference: outputs };
  return fc.record({ ...pair, others: fc.constant(others) });
});

/** Coefficients of a cubic, and ε or s. */
const cases = fc.tuple(
  withInputs(limits, ({ others }) => others),
  listOf(rationals, 4),
  rationals.filter((value) => !value.equals(0n)),
);

/** What the network at ε computes less g(x) + ε²h(x). */
function remainder(
  limit: PairLimit,
  coefficients: readonly Rational[],
  x: RationalVector,
  epsilon: Rational,
): RationalVector {
  const cubic = polynomialActivation(coefficients);
  return evaluate(networkAt(limit, epsilon), x, (z) => cubic.derivative(0, z))
    .minus(limitOutput(limit, cubic, x))
    .minus(secondOrder(limit, cubic, x).times(epsilon.mul(epsilon)));
}

export const properties: readonly Property[] = [
  property(
    "ext-channels/cubic",
    "for a cubic σ a pair at ε computes exactly g + ε²h, as no fourth derivative is left",
    cases,
    ([[limit, inputs], coefficients, epsilon]) =>
      inputs.every((x) => remainder(limit, coefficients, x, epsilon).isZero()),
  ),
  property(
    "ext-channels/scale",
    "(sΔ, a/s) has the same g and s²h: the sign of L₂ does not depend on s",
    cases,
    ([[limit, inputs], coefficients, s]) => {
      const [direction, difference] = [limit.direction.times(s), limit.difference.times(rational(1n).div(s))];
      const scaled = { ...limit, direction, difference };
      const cubic = polynomialActivation(coefficients);
      return inputs.every((x) => {
        const second = secondOrder(limit, cubic, x).times(s.mul(s));
        const isSame = limitOutput(scaled, cubic, x).equals(limitOutput(limit, cubic, x));
        return isSame && secondOrder(scaled, cubic, x).equals(second);
      });
    },
  ),
];
