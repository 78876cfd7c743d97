import { type Rational, formatRational, rational } from "../exact/numbers/rational.js";
import { equalWithSigmoid, equalWithSoftplus } from "../landscape/activations/logisticEquality.js";
import {
  type SigmoidAndSoftplus,
  activationsByDivision,
  activationsByTangentNumbers,
} from "../landscape/activations/sigmoidSeries.js";
import {
  type TaylorSeries,
  equalSeries,
  nonzeroOrders,
  plus,
  stretched,
  taylorSeries,
  times,
} from "../landscape/activations/taylorSeries.js";
import { isIrreducible } from "../network/irreducible.js";
import { equalMeasures, measureOf } from "../network/measure.js";
import { type TwoLayerNetwork, unitOf, twoLayerNetwork } from "../network/twoLayerNetwork.js";
import { properties } from "../../properties/rem-4.1.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";

const ORDER = 200;
const MAX_WEIGHT = 7;

export const claim: Claim = {
  id: "rem-4.1",
  title: "Softplus plus sigmoid meets the condition, neither alone does",
  statement:
    "σ_soft(x) + α·σ_sig(γx) with α, γ > 0 has no vanishing derivative at 0, of any order. For the sigmoid " +
    "alone every derivative of even order n ≥ 2 vanishes and none of odd order does; for softplus alone " +
    "none of even order vanishes, and of the odd ones only n = 1 does not. So neither meets the condition, " +
    "and they have further invariances: σ_sig(x) + σ_sig(−x) = 1 and σ_soft(x) − σ_soft(−x) = x",
  argument:
    "For all n: σ_sig = 1/2 + tanh(x/2)/2 and σ_soft′ = σ_sig, and the tangent numbers are positive, as by " +
    "tan′ = 1 + tan² each is a sum of products of earlier ones. For each n ≥ 2 only one of the two terms " +
    "has a nonzero derivative of order n; n = 0 and n = 1 give ln 2 + α/2 and 1/2 + αγ/4",
  source: "Şimşek et al. 2021, Remark 4.1",
  provedInPart: {
    part: "but for exp and ln",
    leavesOpen:
      "that e^x is 1 at 0, is its own derivative and is positive, and that ln is 0 at 1 and has derivative 1/y for y > 0",
  },
  hypotheses: ["α, γ > 0, needed for n = 0 and n = 1 only; the rest needs α, γ ≠ 0"],
  evidence: [
    everyCase("derivatives", {
      what: "which derivatives of sigmoid and softplus at 0 vanish, by series division and by tangent numbers",
      range: `orders n ≤ ${ORDER}`,
      expected: BigInt(2 * (ORDER + 1)),
      cases: derivativeCases,
      check: checkDerivative,
    }),
    everyCase("condition", {
      what: "σ_soft(x) + α·σ_sig(γx) has no vanishing derivative at 0",
      range: () => `orders n ≤ ${ORDER}, α, γ ∈ {${PARAMETERS.map(formatRational).join(", ")}}`,
      expected: () => BigInt(PARAMETERS.length ** 2),
      cases: combinations,
      check: checkCondition,
    }),
    everyCase("missing invariances", {
      what: "σ_sig(x) + σ_sig(−x) = 1 and σ_soft(x) − σ_soft(−x) = x, as series",
      range: `orders n ≤ ${ORDER}`,
      expected: 2n,
      cases: () => ["sigmoid", "softplus"] as const,
      check: (name) => checkIdentity(name, activationsByDivision(ORDER)),
    }),
    everyCase("zero loss outside Θ", {
      what:
        "irreducible networks of different measures that compute the same function for all real x, as " +
        "rational functions of e^x: a teacher of one unit and a student of two (sigmoid) or three " +
        "(softplus)",
      range:
        "2σ_sig(0) and σ_sig(wx) + σ_sig(−wx); σ_soft(wx) and σ_soft(−wx) + (w/v)(σ_soft(vx) − " +
        `σ_soft(−vx)); w ≠ v ≤ ${MAX_WEIGHT}`,
      expected: BigInt(MAX_WEIGHT ** 2),
      cases: equalPairs,
      check: checkEqualPair,
    }),
  ],
  properties,
  theorems: [
    "sigmoid_derivatives",
    "softplus_derivatives",
    "sigmoid_and_softplus_determined",
    "softplus_plus_sigmoid_meets_condition",
    "sigmoid_invariance",
    "softplus_invariance",
    "sigmoid_and_softplus_expand",
    "sigmoid_and_softplus_by_exponential",
  ],
};

const PARAMETERS = [rational(1n, 3n), rational(1n), rational(7n, 2n), rational(10n)];

/** A derivative at 0 of an activation, by both routes. */
export interface DerivativeCase {
  readonly name: keyof SigmoidAndSoftplus;
  readonly n: number;
  readonly byDivision: SigmoidAndSoftplus;
  readonly byTangentNumbers: SigmoidAndSoftplus;
}

/**
 * Where derivatives at 0 may differ from 0: sigmoid at 0 and odd n, softplus (ln 2 at 0) at 0, 1 and even n.
 */
const EXPECTED = {
  sigmoid: (n: number) => n === 0 || n % 2 === 1,
  softplus: (n: number) => n === 1 || n % 2 === 0,
};

/** Both routes agree, and the derivative is 0 if and only if expected. */
export function checkDerivative(item: DerivativeCase): string | undefined {
  const { name, n } = item;
  const [left, right] = [item.byDivision[name], item.byTangentNumbers[name]];
  const [one, other] = [left.derivatives[n], right.derivatives[n]];
  const sameAtZero = n > 0 || left.logTwo.equals(right.logTwo);
  if (one === undefined || other === undefined || !one.equals(other) || !sameAtZero)
    return `the routes disagree on derivative ${n} of ${name}`;
  const nonzero = !one.equals(0n) || (n === 0 && !left.logTwo.equals(0n));
  if (nonzero === EXPECTED[name](n)) return undefined;
  return `derivative ${n} of ${name} at 0 is ${nonzero ? formatRational(one) : "0"}`;
}

function* derivativeCases(): Generator<DerivativeCase> {
  const [byDivision, byTangentNumbers] = [activationsByDivision(ORDER), activationsByTangentNumbers(ORDER)];
  for (let n = 0; n <= ORDER; n += 1) {
    for (const name of ["sigmoid", "softplus"] as const) yield { name, n, byDivision, byTangentNumbers };
  }
}

/** No derivative of the activation of Remark 4.1 vanishes. */
export function checkCondition(series: TaylorSeries): string | undefined {
  const nonzero = new Set(nonzeroOrders(series));
  const vanishing = series.derivatives.findIndex((_, n) => !nonzero.has(n));
  return vanishing < 0 ? undefined : `derivative ${vanishing} at 0 is 0`;
}

function* combinations(): Generator<TaylorSeries> {
  const { sigmoid, softplus } = activationsByTangentNumbers(ORDER);
  for (const alpha of PARAMETERS) {
    for (const gamma of PARAMETERS) yield plus(softplus, times(alpha, stretched(sigmoid, gamma)));
  }
}

/** σ_sig(x) + σ_sig(−x) = 1 and σ_soft(x) − σ_soft(−x) = x. */
export function checkIdentity(
  name: keyof SigmoidAndSoftplus,
  { sigmoid, softplus }: SigmoidAndSoftplus,
): string | undefined {
  const mirrored = (series: TaylorSeries): TaylorSeries => stretched(series, rational(-1n));
  const power = (order: number): TaylorSeries =>
    taylorSeries(sigmoid.derivatives.map((_, n): Rational => rational(n === order ? 1n : 0n)));
  const holds =
    name === "sigmoid"
      ? equalSeries(plus(sigmoid, mirrored(sigmoid)), power(0))
      : equalSeries(plus(softplus, times(rational(-1n), mirrored(softplus))), power(1));
  return holds ? undefined : `the identity of ${name} fails`;
}

/** Two networks claimed to compute the same function with an activation. */
export interface EqualPair {
  readonly name: keyof SigmoidAndSoftplus;
  readonly left: TwoLayerNetwork;
  readonly right: TwoLayerNetwork;
}

/** Both networks are irreducible, their measures differ, and their functions are equal for all real x. */
export function checkEqualPair({ name, left, right }: EqualPair): string | undefined {
  if (!isIrreducible(left) || !isIrreducible(right)) return "a network is reducible";
  if (equalMeasures(measureOf(left), measureOf(right))) return "the measures are equal";
  const equal = name === "sigmoid" ? equalWithSigmoid(left, right) : equalWithSoftplus(left, right);
  return equal ? undefined : `the functions differ with ${name}`;
}

const line = (...units: readonly (readonly [w: number, a: string])[]): TwoLayerNetwork =>
  twoLayerNetwork(
    1,
    1,
    units.map(([w, a]) => unitOf([w.toString()], [a])),
  );

/**
 * Teachers of one unit, and students outside their expansion manifold that have zero loss: 2σ_sig(0) =
 * σ_sig(wx) + σ_sig(−wx), and σ_soft(wx) = σ_soft(−wx) + (w/v)(σ_soft(vx) − σ_soft(−vx)) for v ≠ w.
 */
function* equalPairs(): Generator<EqualPair> {
  for (let w = 1; w <= MAX_WEIGHT; w += 1) {
    yield { name: "sigmoid", left: line([0, "2"]), right: line([w, "1"], [-w, "1"]) };
    for (let v = 1; v <= MAX_WEIGHT; v += 1) {
      const right = line([-w, "1"], [v, `${w}/${v}`], [-v, `-${w}/${v}`]);
      if (v !== w) yield { name: "softplus", left: line([w, "1"]), right };
    }
  }
}
