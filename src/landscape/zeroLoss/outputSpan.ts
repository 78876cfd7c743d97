import { entry, lastEntry } from "../../exact/entry.js";
import { certifiedSolve, solutionFault } from "../../exact/matrices/certifiedSolve.js";
import { clearDenominators } from "../../exact/vectors/integerMatrix.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { Activation } from "../activations/activation.js";

/**
 * Features φ(x_k) with f(x_k|θ) = C·φ(x_k) for every network θ of any width, where the matrix C depends only
 * on θ. For a polynomial activation these are the monomials in x of the activation's degrees, since Σ_i a_i
 * (w_i·x)^e is a form of degree e.
 *
 * @param inputs points of one Q^{d_in}.
 * @param activation a polynomial.
 * @throws RangeError if the activation isn't a polynomial.
 * @example monomialFeatures([RationalVector.parse("3", "2")], parseActivation("poly:0,0,1")) // (9, 6, 4)
 */
export function monomialFeatures(
  inputs: readonly RationalVector[],
  { kind, name, numerator }: Activation,
): RationalVector[] {
  if (kind !== "polynomial") throw new RangeError(`the activation ${name} is not a polynomial`);
  return inputs.map((input) =>
    RationalVector.fromRationals(
      numerator.flatMap(({ n }, degree) => (n === 0n ? [] : monomials(input.toRationals(), degree))),
    ),
  );
}

/** The monomials of one degree: x_1 times those of one degree less, then those without x_1. */
function monomials(coordinates: readonly Rational[], degree: number): Rational[] {
  if (degree === 0) return [rational(1n)];
  const [first, ...others] = coordinates;
  if (first === undefined) return [];
  return [
    ...monomials(coordinates, degree - 1).map((value) => value.mul(first)),
    ...monomials(others, degree),
  ];
}

/**
 * Features φ(x_k) with f(x_k|θ) = C·φ(x_k) for any activation: one for each distinct input, where a network
 * has one value.
 *
 * @example distinctFeatures([RationalVector.parse("3"), RationalVector.parse("3")]) // (1), (1)
 */
export function distinctFeatures(inputs: readonly RationalVector[]): RationalVector[] {
  const keys = [...new Set(inputs.map((input) => input.key))];
  return inputs.map((input) => RationalVector.of(keys.map((key) => (key === input.key ? 1n : 0n))));
}

/**
 * Whether no matrix C has y_k = C·φ_k for all k, so that no network fits the data and the zero-loss set is
 * empty. The witness is a combination of the equations that is 0 on the left and not on the right. It is
 * checked. It also excludes targets close to these, for which the right side stays nonzero.
 *
 * @param features φ_k, of one dimension.
 * @param targets one y_k for each φ_k, of one dimension.
 * @throws RangeError if the numbers of features and targets differ, if dimensions differ, or if the witness
 *   is faulty.
 * @example unattainable(distinctFeatures([x, x]), [y, z]) === true // y ≠ z
 */
export function unattainable(
  features: readonly RationalVector[],
  targets: readonly RationalVector[],
): boolean {
  if (targets.length !== features.length) {
    throw new RangeError(`${targets.length} targets for ${features.length} features`);
  }
  if (targets.length === 0) return false;
  const columns = entry(features, 0).dimension;
  const outputs = entry(targets, 0).dimension;
  return Array.from({ length: outputs }, (_, output) => output).some((output) => {
    const rows = clearDenominators(
      targets.map((target, index) =>
        RationalVector.fromRationals([...entry(features, index).toRationals(), target.at(output)]),
      ),
    );
    const matrix = rows.map((row) => row.slice(0, -1));
    const right = rows.map((row) => lastEntry(row));
    const answer = certifiedSolve(matrix, right, columns);
    const fault = solutionFault(matrix, right, columns, answer);
    if (fault !== undefined) throw new RangeError(`a faulty witness: ${fault}`);
    return !answer.solvable;
  });
}
