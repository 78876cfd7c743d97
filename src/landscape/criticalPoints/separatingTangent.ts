import { lastEntry } from "../../exact/entry.js";
import { certifiedSolve } from "../../exact/matrices/certifiedSolve.js";
import { InputError } from "../../exact/inputError.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type TwoLayerNetwork, evaluate } from "../../network/twoLayerNetwork.js";
import { type Activation, rationalActivation } from "../activations/activation.js";
import { squaredError } from "../loss/cost.js";
import { dataSet } from "../loss/data.js";
import { gradient } from "../loss/gradient.js";

const one = rational(1n);

/** σ(x) = 1/(1 + x): its kernel σ(ux) is Cauchy's, strictly totally positive for u, x > 0. */
export const cauchyActivation: Activation = rationalActivation([one], [one, one]);

/**
 * A direction v in the student's parameters with v·∇c_k > 0 at every input at which student and teacher
 * differ, for {@link cauchyActivation} and d_in = d_out = 1. So no positive weights of these data make the
 * student critical.
 *
 * The residual e, times the product of all denominators, is a polynomial of degree m + r* − 1 < 2m. So it
 * changes sign fewer than 2m times on x > 0. The ∂f/∂θ span all P(x)/Π(1 + u_i x)² with deg P < 2m (partial
 * fractions; a_i, u_i ≠ 0, and the u_i are distinct). Take for P the product of x − z over points z between
 * neighbouring inputs at which e has opposite signs.
 *
 * @param student width m, positive distinct incoming weights, outgoing weights not 0.
 * @param teacher width at most m, positive incoming weights.
 * @param inputs positive, in ascending order.
 * @throws InputError if e changes sign 2m times or more, or the student's ∂f/∂θ are dependent.
 * @example separatingTangent(student, teacher, inputs).dimension === 2 * student.units.length
 */
export function separatingTangent(
  student: TwoLayerNetwork,
  teacher: TwoLayerNetwork,
  inputs: readonly Rational[],
): RationalVector {
  const residuals = inputs
    .map((input) => ({ input, residual: valueAt(student, input).sub(valueAt(teacher, input)) }))
    .filter(({ residual }) => !residual.equals(0n));
  const changes = residuals.flatMap(({ input, residual }, index) => {
    const before = residuals[index - 1];
    return before !== undefined && before.residual.mul(residual).compare(0n) < 0
      ? [before.input.add(input).div(2n)]
      : [];
  });
  const size = 2 * student.units.length;
  if (changes.length >= size) {
    throw new InputError(
      `the residual changes sign ${changes.length} times, ` +
        `a student of width ${student.units.length} can only follow ${size - 1}`,
      "take a teacher that is no wider than the student",
    );
  }
  // Without a residual either sign is right.
  const negative = residuals.length > 0 && lastEntry(residuals).residual.compare(0n) < 0;
  const sign = rational(negative ? -1n : 1n);
  // 2m points determine a function of the span.
  const rows = Array.from({ length: size }, (_, index) => rational(BigInt(index + 1))).map((x) => {
    const polynomial = changes.reduce((product, z) => product.mul(x.sub(z)), sign);
    return RationalVector.fromRationals([
      ...tangents(student, x),
      student.units.reduce((value, { incoming }) => {
        const factor = incoming.at(0).mul(x).add(1n);
        return value.div(factor.mul(factor));
      }, polynomial),
    ]).numerators;
  });
  const answer = certifiedSolve(
    rows.map((row) => row.slice(0, -1)),
    rows.map((row) => lastEntry(row)),
    size,
  );
  if (answer.solvable) return answer.solution;
  throw new InputError(
    "the student's derivatives are dependent",
    "take distinct incoming weights and outgoing weights that aren't 0",
  );
}

function valueAt(network: TwoLayerNetwork, input: Rational): Rational {
  return evaluate(network, RationalVector.fromRationals([input]), (x) =>
    cauchyActivation.derivative(0, x),
  ).at(0);
}

/** ∂f(x)/∂θ: the gradient of ½(f − y)² at y = f(x) − 1. */
function tangents(student: TwoLayerNetwork, x: Rational): Rational[] {
  const input = RationalVector.fromRationals([x]);
  const target = RationalVector.fromRationals([valueAt(student, x).sub(1n)]);
  return gradient(student, dataSet([input], [target]), cauchyActivation, squaredError).toRationals();
}
