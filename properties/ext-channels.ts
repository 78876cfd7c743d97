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
  property(
    "ext-channels/mirror-images",
    "for σ = ½ + an odd cubic, units (±w + εv/2, 1/ε ± c/2) and (l/γ', γ'), γ' = γ − 2/ε, compute exactly " +
      "cσ(w·x) + (v·x)σ'(w·x) + ½(γ − c) + σ'(0)l·x and what L₂ is made of",
    fc.tuple(
      listOf(rationals, 8),
      rationals.filter((value) => !value.equals(0n)),
    ),
    ([values, epsilon]) => mirrorGap(values, epsilon).equals(0n),
  ),
];

/** What both sides differ by, with one input. */
function mirrorGap(values: readonly Rational[], epsilon: Rational): Rational {
  const [w, v, l, c, gamma, slope, bend, x] = values as unknown as Eight;
  const cubic = polynomialActivation([rational(1n, 2n), slope, rational(0n), bend]);
  const large = rational(1n).div(epsilon);
  const third = gamma.sub(large.mul(2n));
  // Where γ = 2/ε there is no third unit.
  if (third.equals(0n)) return third;
  const [half, drift] = [c.div(2n), epsilon.mul(v).div(2n)];
  const units: [Rational, Rational][] = [
    [w.add(drift), large.add(half)],
    [drift.sub(w), large.sub(half)],
    [l.div(third), third],
  ];
  const output = units.reduce(
    (sum, [incoming, outgoing]) => sum.add(outgoing.mul(cubic.derivative(0, incoming.mul(x)))),
    rational(0n),
  );
  const [z, along, linear] = [w.mul(x), v.mul(x), l.mul(x)];
  const limit = [
    c.mul(cubic.derivative(0, z)),
    along.mul(cubic.derivative(1, z)),
    gamma.sub(c).div(2n),
    slope.mul(linear),
  ];
  const second = [
    c.mul(along.pow(2n)).mul(cubic.derivative(2, z)).div(8n),
    along.pow(3n).mul(cubic.derivative(3, z)).div(24n),
  ].map((term) => term.mul(epsilon.pow(2n)));
  const last = bend.mul(linear.pow(3n)).div(third.pow(2n));
  return [...limit, ...second, last].reduce((sum, term) => sum.sub(term), output);
}

type Eight = readonly [Rational, Rational, Rational, Rational, Rational, Rational, Rational, Rational];
