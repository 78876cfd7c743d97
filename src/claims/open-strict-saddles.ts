import { LabelledPartition } from "../combinatorics/partitions/labelledPartition.js";
import { inertia } from "../exact/inertia/inertia.js";
import { dot, product, timesVector } from "../exact/vectors/integerMatrix.js";
import { type Rational, rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import type { CriticalPoint } from "../landscape/criticalPoints/criticalPoint.js";
import { expansionMap } from "../landscape/criticalPoints/expansionMap.js";
import { gradient } from "../landscape/loss/gradient.js";
import { squaredError } from "../landscape/loss/cost.js";
import { entry } from "../exact/entry.js";
import type { Claim } from "./evidence/claim.js";
import { type ExpandedHessian, expandedHessian } from "./instances/expandedHessian.js";
import { type PointAbove, certifiedPoints } from "./instances/pointsAbove.js";
import { STRICT_MINIMA, checkSetting, curvature, strictMinima } from "./instances/strictMinima.js";
import { inertiaText } from "./instances/inertiaText.js";
import { everyCase } from "./evidence/everyCase.js";

const [LOW, HIGH] = [-12n, 16n];
const RANGE =
  "three strict local minima, with different w, for each of two activations; d_in = d_out = 1, four data";

export const claim: Claim = {
  id: "open-strict-saddles",
  title: "Are all symmetry-induced critical points strict saddles?",
  answer: "no, there are local minima; first by Fukumizu and Amari 2000, Fukumizu et al. 2019",
  statement:
    "No: some are local minima. Let d_in = d_out = 1. Above a local minimum of width 1 with a positive " +
    "definite Hessian and B = Σ_k e_k a σ''(w x_k) x_k² ≠ 0, the point of Γ̄ with shares (β, 1 − β) has " +
    "inertia (3, 0, 1) if β(1 − β)B > 0 and (2, 1, 1) if β(1 − β)B < 0: the sign changes only at β = 0 " +
    "and β = 1. Where the inertia is (3, 0, 1), the only zero eigenvalue is that along Γ̄, on which the " +
    "loss is constant, so these points are local minima and not strict saddles",
  limits:
    "That both kinds occur where one unit is copied is due to Fukumizu and Amari (2000) and Fukumizu et " +
    "al. (2019, Theorem 11), whom the paper cites after Prop. 4.4, see fukumizu. Here are exact " +
    "witnesses, on instances, and the boundary in β",
  source:
    "Şimşek et al. 2021, §6; answered before it was asked: Fukumizu and Amari 2000, Fukumizu et al. 2019 " +
    "(Theorem 11, as the text says after Prop. 4.4)",
  hypotheses: [
    "shown on exact instances, r = 1 < r*, with a polynomial and a rational activation, both positive " +
      "and smooth on ℝ, and the squared error",
  ],
  evidence: [
    everyCase("witnesses", {
      what:
        "at a strict local minimum with w x_k, σ, σ', σ'' ≠ 0 at all data, a positive loss and B ≠ 0, " +
        "where no network of width 1 fits the data: the Hessian at one of β = 1/2 and β = 2 is positive " +
        "semidefinite, at the other it has a negative eigenvalue",
      range: RANGE,
      expected: STRICT_MINIMA,
      cases: () => strictMinima().map((below) => caseAt(below, rational(1n))),
      check: checkWitness,
    }),
    certifiedPoints(
      "open-strict-saddles",
      "above each minimum, at the one of β = 1/2 and β = 2 that is not a strict saddle",
      STRICT_MINIMA,
      () =>
        strictMinima().map((below) => {
          const beta = curvature(below).compare(0n) > 0 ? rational(1n, 2n) : rational(2n);
          return pointAt(below, beta);
        }),
    ),
    everyCase("boundary", {
      what:
        "the second variation is β(1 − β)B (polynomials of degree at most 4 that agree at 29 points, so " +
        "for every β on these instances), and the inertia follows its sign",
      range: "the same minima, β = −3, −11/4, …, 4",
      expected: STRICT_MINIMA * (HIGH - LOW + 1n),
      cases: cases,
      check: checkSign,
    }),
  ],
};

const COPIED_TWICE = LabelledPartition.of([1, 1], 1);

/**
 * Along v = (δw_1, δw_2) = (1 − β, −β) the second variation is β(1 − β)B, and v is H-orthogonal to the image
 * of M. The inertia is that of the image and Γ̄, (2, 0, 1), plus one eigenvalue of the sign of β(1 − β)B.
 */
export function checkSign({ below, beta, wide }: ExpandedHessian): string | undefined {
  const [first, other] = [entry(beta, 0), entry(beta, 1)];
  const place = `at β = ${first.toFraction()}`;
  const direction = RationalVector.fromRationals([other, first.neg(), rational(0n), rational(0n)]);
  const image = timesVector(wide.numerators, direction.numerators);
  const square = direction.denominator ** 2n * wide.denominator;
  const variation = rational(dot(direction.numerators, image), square);
  const predicted = first.mul(other).mul(curvature(below));
  if (!variation.equals(predicted))
    return `the second variation is ${variation.toFraction()}, not β(1 − β)B = ${predicted.toFraction()}, ${place}`;
  const { numerators } = expansionMap(
    { inputDimension: 1, outputDimension: 1, width: 1 },
    COPIED_TWICE,
    beta,
  );
  if (product([image], numerators, 2)[0]?.some((value) => value !== 0n) !== false)
    return `v is not orthogonal to the image of M ${place}`;
  const sign = predicted.compare(0n);
  const expected = { positive: sign > 0 ? 3 : 2, negative: sign < 0 ? 1 : 0, zero: sign === 0 ? 2 : 1 };
  const [text, expectedText] = [inertia(wide.numerators), expected].map(inertiaText);
  return text === expectedText ? undefined : `inertia ${text}, not ${expectedText}, ${place}`;
}

/**
 * Below is a strict local minimum in the setting of Prop. 4.4; above it, at one of β = 1/2 and 2, a critical
 * point that is not a strict saddle: no eigenvalue is negative, and only that along Γ̄ is 0.
 */
export function checkWitness({ below, narrow }: ExpandedHessian): string | undefined {
  const { network, data, activation } = below;
  if (!gradient(network, data, activation, squaredError).isZero()) return "the gradient below is not 0";
  const { positive: definite } = inertia(narrow.numerators);
  if (definite !== 2) return `${definite} positive eigenvalues below, not 2`;
  const fault = checkSetting(below);
  if (fault !== undefined) return fault;
  const sides = [rational(1n, 2n), rational(2n)]
    .map((beta) => inertiaText(inertia(caseAt(below, beta).wide.numerators)))
    .join(" and ");
  return ["(3, 0, 1) and (2, 1, 1)", "(2, 1, 1) and (3, 0, 1)"].includes(sides)
    ? undefined
    : `inertias ${sides} at β = 1/2 and 2`;
}

/** The point with (β, 1 − β) above a strict local minimum of width 1, d_in = d_out = 1. */
function pointAt(below: CriticalPoint, beta: Rational): PointAbove {
  return { below, surjection: COPIED_TWICE, beta: [beta, rational(1n).sub(beta)] };
}

export function caseAt(below: CriticalPoint, beta: Rational): ExpandedHessian {
  return expandedHessian(pointAt(below, beta));
}

function* cases(): Generator<ExpandedHessian> {
  for (const below of strictMinima()) {
    for (let quarter = LOW; quarter <= HIGH; quarter++) yield caseAt(below, rational(quarter, 4n));
  }
}
