import { inertia } from "../exact/inertia/inertia.js";
import { clearDenominators } from "../exact/vectors/integerMatrix.js";
import { type Rational, rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import type { Claim } from "./evidence/claim.js";
import { type PlaneFunction, figureLoss, jetAt } from "../landscape/loss/figureLoss.js";
import { IDENTITIES, type Identity, first, second } from "./instances/figureLossIdentities.js";
import { everyCase } from "./evidence/everyCase.js";

/** (degree + 1)² points in the plane, degree + 1 on the diagonal. */
const IDENTITY_CASES = 3n * 9n + 4n + 2n * 3n;

export const claim: Claim = {
  id: "fig-2",
  title: "Critical points of Figure 2",
  statement:
    "L(w_1, w_2) = log(½((w_1 + w_2 − 3)² + (w_1w_2 − 2)²) + 1) has three critical points: the global " +
    "minima (1, 2) and (2, 1), of value 0, and on the symmetry subspace w_1 = w_2 the strict saddle w_1 = " +
    "w_2 = ∛3. Let g be the function under the logarithm minus 1. Then ∇L = ∇g/(1 + g), so these are the " +
    "critical points of g, and at them the Hessian of L is that of g divided by 1 + g > 0. At the saddle " +
    "the Hessian of g has the eigenvalue 2 − 3^{2/3} < 0 across the subspace and 3·3^{2/3} > 0 along it",
  source: "Şimşek et al. 2021, Fig. 2",
  hypotheses: [],
  evidence: [
    everyCase("identities", {
      what:
        "polynomial identities that exclude any other critical point, at points that determine polynomials " +
        "of their degrees",
      range: "six identities of degree at most 3 in each variable, derivatives by automatic differentiation",
      expected: IDENTITY_CASES,
      cases: identityCases,
      check: checkIdentity,
    }),
    everyCase("points", {
      what:
        "two minima of value 0 with a positive definite Hessian; a saddle between rational numbers that " +
        "enclose ∛3",
      range: "the three critical points",
      expected: 3n,
      cases: () => JUDGEMENTS,
      check: checkJudgement,
    }),
    everyCase("symmetry", {
      what: "g is symmetric, and its gradient on w_1 = w_2 is tangent to that line, at points that determine g",
      range: "w_1, w_2 = −1, 0, 1; g is of degree 2 in each",
      expected: 9n,
      cases: pairs,
      check: checkSymmetry,
    }),
  ],
};

/** An identity at one of the points that determine a polynomial of its degree. */
export interface IdentityCase {
  readonly identity: Identity;
  readonly w1: Rational;
  readonly w2: Rational;
}

export function checkIdentity(
  { identity, w1, w2 }: IdentityCase,
  loss: PlaneFunction = figureLoss,
): string | undefined {
  const difference = identity.difference(jetAt(loss, w1, w2), w1, w2);
  return difference.equals(0n)
    ? undefined
    : `${identity.name} fails at (${w1.toFraction()}, ${w2.toFraction()}) by ${difference.toFraction()}`;
}

function* identityCases(): Generator<IdentityCase> {
  for (const identity of IDENTITIES) {
    const values = Array.from({ length: identity.degree + 1 }, (_, index) => rational(BigInt(index - 1)));
    for (const w1 of values) {
      for (const w2 of identity.on === "plane" ? values : [w1]) yield { identity, w1, w2 };
    }
  }
}

/** What is claimed of a critical point. */
export interface Judgement {
  readonly name: string;
  readonly check: (loss: PlaneFunction) => string | undefined;
}

/** The minima are rational: value 0, gradient 0, both eigenvalues positive. */
export function minimum(w1: bigint, w2: bigint): Judgement {
  return {
    name: `(${w1}, ${w2})`,
    check: (loss) => {
      const { value, gradient, hessian } = jetAt(loss, rational(w1), rational(w2));
      if (!value.equals(0n)) return `g is ${value.toFraction()}`;
      if (gradient.some((entry) => !entry.equals(0n))) return "the gradient is not 0";
      const rows = clearDenominators(hessian.map((row) => RationalVector.fromRationals(row)));
      const { positive } = inertia(rows);
      return positive === 2 ? undefined : `${positive} positive eigenvalues`;
    },
  };
}

/**
 * The saddle is at w_1 = w_2 = ∛3, between two rationals whose cubes enclose 3. There ∂_1g changes its sign;
 * the second derivative across the diagonal, 2 − t², is negative at both ends, hence between them; along the
 * diagonal it is 3t² > 0.
 */
export function saddle(low: Rational, high: Rational): Judgement {
  return {
    name: "(∛3, ∛3)",
    check: (loss) => {
      if (low.compare(0n) <= 0 || low.pow(3n).compare(3n) >= 0 || high.pow(3n).compare(3n) <= 0)
        return "∛3 is not enclosed";
      const [left, right] = [low, high].map((t) => jetAt(loss, t, t));
      if (left === undefined || right === undefined) return "no ends";
      if (first(left, 0).compare(0n) >= 0 || first(right, 0).compare(0n) <= 0)
        return "the gradient has no zero between the ends";
      for (const jet of [left, right]) {
        if (second(jet, 0).sub(second(jet, 1)).compare(0n) >= 0) return "no descent across the diagonal";
        if (second(jet, 0).add(second(jet, 1)).compare(0n) <= 0) return "no ascent along the diagonal";
      }
      return undefined;
    },
  };
}

/** 1.4422495703 < ∛3 < 1.4422495704. */
const [LOW, HIGH] = [rational(14422495703n, 10n ** 10n), rational(14422495704n, 10n ** 10n)];

const JUDGEMENTS: readonly Judgement[] = [minimum(1n, 2n), minimum(2n, 1n), saddle(LOW, HIGH)];

export function checkJudgement({ name, check }: Judgement, loss = figureLoss): string | undefined {
  const fault = check(loss);
  return fault === undefined ? undefined : `${fault} at ${name}`;
}

/** L(w_1, w_2) = L(w_2, w_1), and on the dashed line w_1 = w_2 the gradient is tangent to it. */
export function checkSymmetry(
  [w1, w2]: readonly [Rational, Rational],
  loss: PlaneFunction = figureLoss,
): string | undefined {
  const [here, there, on] = [jetAt(loss, w1, w2), jetAt(loss, w2, w1), jetAt(loss, w1, w1)];
  const place = `(${w1.toFraction()}, ${w2.toFraction()})`;
  if (!here.value.equals(there.value)) return `L changes with the order at ${place}`;
  return first(on, 0).equals(first(on, 1)) ? undefined : `the gradient leaves the line w_1 = w_2 at ${place}`;
}

/** Degree 2 in each variable: 9 points. */
function pairs(): (readonly [Rational, Rational])[] {
  const values = [-1n, 0n, 1n].map((value) => rational(value));
  return values.flatMap((w1) => values.map((w2) => [w1, w2] as const));
}
