import { LabelledPartition } from "../combinatorics/labelledPartition.js";
import { inertia } from "../exact/inertia.js";
import { dot, product, timesVector } from "../exact/integerMatrix.js";
import { type Rational, rational } from "../exact/rational.js";
import { RationalVector } from "../exact/rationalVector.js";
import type { CriticalPoint } from "../landscape/criticalPoint.js";
import { criticalPointOfIndex } from "../landscape/criticalSearch.js";
import { expansionMap } from "../landscape/expansionMap.js";
import { gradient } from "../landscape/gradient.js";
import { squaredError } from "../landscape/cost.js";
import type { Claim } from "./claim.js";
import { POLYNOMIAL, QUOTIENT } from "./criticalInstances.js";
import { certifiedPoints } from "./criticalCertificates.js";
import { exhaustive } from "./exhaustive.js";
import { type ExpandedHessian, expandedHessian } from "./prop-4.4.js";

const COPIED_TWICE = LabelledPartition.of([1, 1], 1);
const [LOW, HIGH] = [-12n, 16n];
const SEEDS = [1, 2, 3];

/** The point with weights (β, 1 − β) above a strict local minimum of width 1, d_in = d_out = 1. */
export interface StrictSaddleCase extends ExpandedHessian {
  readonly beta: Rational;
}

/** B = Σ_k e_k a σ''(w x_k) x_k². */
export function curvature({ network, activation, data, residuals }: CriticalPoint): Rational {
  const unit = network.neurons[0];
  return data.inputs.reduce((sum, input, index) => {
    const preactivation = unit?.incoming.dot(input) ?? rational(0n);
    const factor = (residuals[index]?.at(0) ?? rational(0n)).mul(unit?.outgoing.at(0) ?? 0n);
    return sum.add(factor.mul(activation.derivative(2, preactivation)).mul(input.dot(input)));
  }, rational(0n));
}

/**
 * Along v = (δw_1, δw_2) = (1 − β, −β) the second variation is β(1 − β)B, and v is H-orthogonal to what M copies
 * from below: with the one zero of Γ̄, the inertia is (2, 0, 1) and the sign of β(1 − β)B.
 */
export function checkSign({ below, beta, wide, weights }: StrictSaddleCase): string | undefined {
  const place = `at β = ${beta.toFraction()}`;
  const other = rational(1n).sub(beta);
  const direction = RationalVector.fromRationals([other, beta.neg(), rational(0n), rational(0n)]);
  const image = timesVector(wide.numerators, direction.numerators);
  const square = direction.denominator ** 2n * wide.denominator;
  const variation = rational(dot(direction.numerators, image), square);
  const predicted = beta.mul(other).mul(curvature(below));
  if (!variation.equals(predicted))
    return `the second variation is ${variation.toFraction()}, not β(1 − β)B = ${predicted.toFraction()}, ${place}`;
  const { numerators } = expansionMap(
    { inputDimension: 1, outputDimension: 1, width: 1 },
    COPIED_TWICE,
    weights,
  );
  if (product([image], numerators, 2)[0]?.some((entry) => entry !== 0n) !== false)
    return `v is not orthogonal to what is copied ${place}`;
  const found = inertia(wide.numerators);
  const sign = predicted.compare(0n);
  const wanted = [sign > 0 ? 3 : 2, sign < 0 ? 1 : 0, sign === 0 ? 2 : 1];
  return [found.positive, found.negative, found.zero].join() === wanted.join()
    ? undefined
    : `inertia (${found.positive}, ${found.negative}, ${found.zero}), not (${wanted.join(", ")}), ${place}`;
}

/** The critical point above is none of a strict saddle: gradient 0, no negative eigenvalue, the only zero that of Γ̄. */
export function checkWitness(found: StrictSaddleCase): string | undefined {
  const { network, data, activation } = found.below;
  if (!gradient(network, data, activation, squaredError).isZero()) return "the gradient below is not 0";
  const sides = [rational(1n, 2n), rational(2n)].map((beta) => {
    const { wide } = caseAt(found.below, beta);
    const { positive, negative, zero } = inertia(wide.numerators);
    return `${positive},${negative},${zero}`;
  });
  return sides.sort().join(" ") === "2,1,1 3,0,1"
    ? undefined
    : `inertias ${sides.join(" and ")} at β = 1/2 and 2`;
}

export function caseAt(below: CriticalPoint, beta: Rational): StrictSaddleCase {
  return { beta, ...expandedHessian(below, COPIED_TWICE, [beta, rational(1n).sub(beta)]) };
}

/** Strict local minima with B ≠ 0. */
function minima(): CriticalPoint[] {
  return [POLYNOMIAL, QUOTIENT].flatMap((activation) =>
    SEEDS.map((seed) =>
      criticalPointOfIndex(
        { r: 1, inputDimension: 1, outputDimension: 1, points: 4, activation, seed: 100 * seed },
        0,
      ),
    ),
  );
}

function* cases(): Generator<StrictSaddleCase> {
  for (const below of minima()) {
    for (let quarter = LOW; quarter <= HIGH; quarter++) yield caseAt(below, rational(quarter, 4n));
  }
}

export const claim: Claim = {
  id: "open-strict-saddles",
  title: "Are all symmetry-induced critical points strict saddles?",
  answer: "no, there are local minima; first by Fukumizu and Amari 2000, Fukumizu et al. 2019",
  source:
    "Şimşek et al. 2021, §6; answered before it was asked: Fukumizu and Amari 2000, Fukumizu et al. 2019 (Theorem 11, as the text says after Prop. 4.4)",
  statement:
    "No, first by Fukumizu and Amari (2000) and Fukumizu et al. (2019), see fukumizu; here exactly, on instances. For d_in = d_out = 1, above a strict local minimum of width 1 with B = Σ_k e_k a σ''(w x_k) x_k² ≠ 0, the point of " +
    "Γ̄ with weights (β, 1 − β) has inertia (3, 0, 1) where β(1 − β)B > 0 and (2, 1, 1) where it is negative: the sign " +
    "changes exactly at β = 0 and β = 1. Where it is (3, 0, 1) the only zero is that along Γ̄, on which the loss is constant, " +
    "so these are local minima and no strict saddles",
  hypotheses: ["shown on exact instances, with rational activations and the squared error"],
  evidence: [
    {
      name: "witnesses",
      run: ({ progress }) =>
        exhaustive({
          what: "one of β = 1/2 and β = 2 has a positive semidefinite Hessian, the other a negative eigenvalue",
          range: `a strict local minimum for each of ${SEEDS.length} seeds and two activations`,
          expected: BigInt(2 * SEEDS.length),
          cases: minima().map((below) => caseAt(below, rational(1n))),
          check: checkWitness,
          progress,
        }),
    },
    certifiedPoints(
      "open-strict-saddles",
      "above each minimum, at the one of β = 1/2 and β = 2 that is no strict saddle",
      BigInt(2 * SEEDS.length),
      () =>
        minima().map((below) => {
          const beta = curvature(below).compare(0n) > 0 ? rational(1n, 2n) : rational(2n);
          return { below, surjection: COPIED_TWICE, weights: [beta, rational(1n).sub(beta)] };
        }),
    ),
    {
      name: "boundary",
      run: ({ progress }) =>
        exhaustive({
          what: "the second variation is β(1 − β)B (polynomials of degree 4 at most that agree at 29 places, so for every β of these instances), and the inertia follows its sign",
          range: `the same minima, β = −3, −11/4, …, 4`,
          expected: BigInt(2 * SEEDS.length) * (HIGH - LOW + 1n),
          cases: cases(),
          check: checkSign,
          progress,
        }),
    },
  ],
  cites: {
    properties: [],
    tests: ["test/claims/open-strict-saddles.test.ts", "test/claims/criticalCertificates.test.ts"],
  },
};
