import { entry } from "../exact/entry.js";
import { certifiedSolve } from "../exact/matrices/certifiedSolve.js";
import { overOneDenominator } from "../exact/inertia/symmetricMatrix.js";
import { magnitude } from "../exact/numbers/integer.js";
import { type Rational, rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { coordinates, limitOutput, secondOrder, withCoordinates } from "../landscape/channels/pairLimit.js";
import { polynomialThrough } from "../landscape/channels/polynomialThrough.js";
import {
  type LimitProblem,
  inertiaOf,
  lossAt,
  sliceGradient,
  sliceHessian,
} from "../landscape/channels/slice.js";
import { properties } from "../../properties/ext-channels.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";
import {
  LOSS_DEGREE,
  type MinimumCase,
  limitProblems,
  lossCoefficients,
  minimumCases,
} from "./instances/criticalLimits.js";
import { type FigureOneEnd, checkEnd, figureOneEnds } from "./instances/figureOneEnds.js";

export const claim: Claim = {
  id: "ext-channels",
  title: "Minima at infinity: channels along copies that drift apart",
  statement:
    "Let two units be (w ± εΔ, c/2 ± a/(2ε)), a_o = 1 for an output o, and ϑ = (w, Δ, c, a, other " +
    "units). For σ ∈ C^∞, f_ε = g + ε²h + O(ε⁴) with g = cσ(w·x) + a(Δ·x)σ'(w·x) + others, h = " +
    "½c(Δ·x)²σ''(w·x) + ⅙a(Δ·x)³σ'''(w·x), and L(ϑ, ε) = L_∞(ϑ) + ε²L₂(ϑ) + O(ε⁴), L₂ = Σ_k ∇c_k·h(x_k). " +
    "Let ϑ₀ be a nondegenerate critical point of L_∞ of index i, and L₂(ϑ₀) ≠ 0. Then for small ε > 0 " +
    "the loss restricted to the hyperplane (a₁ − a₂)_o = 1/ε has one critical point ϑ(ε) = ϑ₀ + O(ε²) " +
    "near ϑ₀; its index is i and its loss L_∞(ϑ₀) + ε²L₂(ϑ₀) + O(ε⁴). With one output L₂(ϑ₀) = ⅙Σ_k " +
    "∂c_k(Δ·x_k)³σ'''(w·x_k). Near (ϑ₀, 0) nothing with ε > 0 is critical. If i = 0 and L₂(ϑ₀) > 0, this " +
    "is a channel: (ϑ₀, 0) is a strict local minimum of the loss on ε ≥ 0, the loss of ϑ(ε) falls as ε " +
    "does, and gradient flow that starts near with a loss below that on the sides stays, with ε → 0. If " +
    "L₂(ϑ₀) < 0 or i > 0, there are points of loss below L_∞(ϑ₀) arbitrarily near, so that it is none. " +
    "If σ − ½ is odd, the same holds for three units (±w + εv/2, 1/ε ± c/2) and (l/γ', γ'), γ' = γ − " +
    "2/ε, with one output: g = cσ(w·x) + (v·x)σ'(w·x) + ½(γ − c) + σ'(0)l·x + others, and where L_∞ is " +
    "critical L₂ = Σ_k ∂c_k((v·x_k)³σ'''(w·x_k) + σ'''(0)(l·x_k)³)/24",
  argument:
    "(w ± εΔ, c/2 ± a/(2ε)) with a_o = 1 are coordinates of all pairs with (a₁ − a₂)_o > 0. −ε exchanges " +
    "the units, so the loss is even in ε: smooth in (ϑ, η), η = ε² (Whitney 1943). As the Hessian at " +
    "(ϑ₀, 0) is regular, ϑ(η) exists (implicit functions), with ϑ'(0) = −H⁻¹∂_η∇_ϑL; its index is that " +
    "of ϑ₀, and by the envelope theorem dL/dη = ∂_ηL = L₂: that ϑ moves at order ε² only changes the " +
    "loss at order ε⁴. As ∂_εL = 2ε∂_ηL ≠ 0 near by, nothing is critical. With one output ∂L_∞/∂Δ = 0 " +
    "says Σ∂c_kσ'x_k = 0, and then ∂L_∞/∂w = 0 says Σ∂c_k(Δ·x_k)σ''x_k = 0, so σ'' drops out of L₂; " +
    "likewise for mirror images, where the rest is of order ε³, since γ' is no odd function of ε, and " +
    "nothing else changes. For i = 0 and L₂ > 0, L(ϑ, η) ≥ L(ϑ(η), η) > L_∞(ϑ₀); the sides |ϑ − ϑ₀| = δ " +
    "and η = δ' have larger losses, so that the flow stays, and as its limit points with ε > 0 would be " +
    "critical, ε → 0. Else the curve ϑ(η), or a direction of negative curvature at η = 0, leads below " +
    "L_∞(ϑ₀)",
  limits:
    "L₂ = 0 decides nothing: then ε⁴ does, with −½ of ∂_η∇_ϑL·H⁻¹∂_η∇_ϑL for the motion of ϑ. Nothing is " +
    "said of where ϑ goes as gradient flow runs off, and L₂ < 0 excludes a minimum at infinity, not that " +
    "some path of falling loss leads there. (sΔ, a/s, ε/s) are the same networks, so only the sign of L₂ " +
    "has a meaning. Random instances are for one polynomial σ; of the sigmoid there are the limits of " +
    "the committed ends",
  source: "an extension of ours; channels: Martinelli et al. 2025",
  hypotheses: ["σ and the cost are smooth", "ϑ₀ is a nondegenerate critical point of the limit"],
  evidence: [
    everyCase("expansion", {
      what:
        "interpolated from networks at ε = ±1, ±2, …, the loss has no odd powers of ε, and 1 and ε² have the " +
        "coefficients of the formulas",
      range: "up to two units beside the pair, d_in, d_out ≤ 2, a polynomial σ of degree 4; two seeds each",
      expected: () => BigInt(2 * 12),
      cases: (_, seed) => limitProblems([seed, seed + 1]),
      check: (problem) => checkExpansion(problem),
    }),
    everyCase("minima", {
      what:
        "at an exact strict minimum of the limit with this sign of L₂, and ε = 2^−20, 2^−21: at ϑ₀ − ε²H⁻¹b, " +
        "b = ∂_η∇_ϑL, the gradient at fixed ε is of order ε⁴, the loss L_∞ + ε²L₂ + ε⁴(L₄ − ½b·H⁻¹b), on the " +
        "side of L_∞ that L₂ tells, the more so the larger ε, and the Hessian at fixed ε is definite",
      range: "8 shapes, with d_in, d_out ≤ 2 and up to two units beside the pair; both signs of L₂",
      expected: () => 16n,
      cases: (_, seed) => minimumCases(seed),
      check: (problem) => checkMinimum(problem),
    }),
    everyCase("ends", {
      what:
        "runs of training end near limits that are strict local minima with L₂ > 0, in enclosures; six of " +
        "pairs, one of mirror images with a constant",
      range: "the ends of Figure 1, widths 4 to 10, whose outgoing weights run off",
      expected: () => 7n,
      cases: channelEnds,
      check: checkChannelEnd,
    }),
  ],
  properties,
};

/** L₂, by the formula. */
function secondCoefficient(
  { limit, data, activation }: LimitProblem,
  correction: typeof secondOrder,
): Rational {
  return data.inputs.reduce((sum, x, datum) => {
    const error = limitOutput(limit, activation, x).minus(entry(data.targets, datum));
    return sum.add(error.dot(correction(limit, activation, x)));
  }, rational(0n));
}

/** L_∞, by the formula. */
function limitLoss({ limit, data, activation }: LimitProblem): Rational {
  return data.inputs.reduce((sum, x, datum) => {
    const error = limitOutput(limit, activation, x).minus(entry(data.targets, datum));
    return sum.add(error.dot(error).div(2n));
  }, rational(0n));
}

/** Undefined if the coefficients of the loss in ε are those of the formulas, and those of odd powers 0. */
export function checkExpansion(problem: LimitProblem, correction = secondOrder): string | undefined {
  const coefficients = lossCoefficients(problem).map((one) => one.at(0));
  const odd = coefficients.findIndex((value, power) => power % 2 === 1 && !value.equals(0n));
  if (odd >= 0) return `ε^${odd} has the coefficient ${entry(coefficients, odd).toFraction()}`;
  if (!entry(coefficients, 0).equals(limitLoss(problem))) return "the loss of the limit is another";
  const second = secondCoefficient(problem, correction);
  return entry(coefficients, 2).equals(second) ? undefined : `L₂ is not ${second.toFraction()}`;
}

/**
 * Undefined if the limit is a strict minimum, L₂ has the sign of the factor and there is a channel, or none,
 * accordingly.
 */
export function checkMinimum(problem: MinimumCase, correction = secondOrder): string | undefined {
  const [slope, odd, bend] = polynomialThrough(LOSS_DEGREE, (epsilon) => sliceGradient(problem, epsilon));
  if (slope === undefined || odd === undefined || bend === undefined) return "too few coefficients";
  if (!slope.isZero() || !odd.isZero()) return "the limit is not critical";
  const hessian = limitHessian(problem, slope.dimension);
  if (inertiaOf(hessian).positive < slope.dimension) return "the limit is no strict minimum";
  const second = secondCoefficient(problem, correction);
  if (second.s !== problem.sign || second.n === 0n) return `L₂ is ${second.toFraction()}`;
  const isSimple = secondCoefficient(problem, withoutSum(correction)).equals(second);
  if (problem.limit.sum.dimension === 1 && !isSimple) return "σ'' adds to L₂";
  const step = solution(hessian, bend.negated());
  const fourth = entry(lossCoefficients(problem), 4).at(0).add(step.dot(bend).div(2n));
  return checkCurve(problem, rounded(step), second, fourth);
}

/** A formula of h for c = 0. */
function withoutSum(correction: typeof secondOrder): typeof secondOrder {
  return (limit, activation, x) =>
    correction({ ...limit, sum: RationalVector.zero(limit.sum.dimension) }, activation, x);
}

/** ε = 2^−20 and half of it. */
const SMALL = [rational(1n, 1n << 20n), rational(1n, 1n << 21n)] as const;

/**
 * Undefined if along ϑ₀ + ε²·step the gradient is of order 4, not 2, and the loss L_∞ + ε²L₂ + ε⁴L₄ up to
 * higher order, above L_∞ or below, and if the Hessian at fixed ε is definite there.
 */
function checkCurve(
  problem: LimitProblem,
  step: RationalVector,
  second: Rational,
  fourth: Rational,
): string | undefined {
  const base = limitLoss(problem);
  const at = SMALL.map((epsilon) => {
    const square = epsilon.mul(epsilon);
    const moved = movedBy(problem, step.times(square));
    const rise = lossAt(moved, epsilon).sub(base);
    const rest = rise.sub(second.mul(square)).div(square.mul(square));
    return { moved, rise, rest, slope: size(sliceGradient(moved, epsilon)) };
  });
  const [far, near] = [entry(at, 0), entry(at, 1)];
  const order = far.slope.div(near.slope);
  if (order.compare(8n) < 0) return "the channel is elsewhere at order ε²";
  const gap = far.rest.sub(fourth).abs();
  if (gap.mul(1n << 10n).compare(fourth.abs().add(1n)) > 0) return "the loss has other coefficients";
  const isOrdered = far.rise.mul(second.s).compare(near.rise.mul(second.s)) > 0 && near.rise.s === second.s;
  if (!isOrdered) return "the loss does not leave L_∞ as L₂ tells";
  const rows = sliceHessian(near.moved, SMALL[1]);
  return inertiaOf(rows).positive === rows.length ? undefined : "the Hessian at fixed ε is not definite";
}

/** Σ|x_j|. */
function size({ numerators, denominator }: RationalVector): Rational {
  return rational(
    numerators.reduce((sum, value) => sum + magnitude(value), 0n),
    denominator,
  );
}

/** To 200 bits after the binary point, far below ε⁴. */
function rounded({ numerators, denominator }: RationalVector): RationalVector {
  return RationalVector.of(
    numerators.map((value) => (value << 200n) / denominator),
    1n << 200n,
  );
}

/** The Hessian of the limit from those at ε = ±1, ±2, …, row by row. */
function limitHessian(problem: LimitProblem, length: number): RationalVector[] {
  const all = polynomialThrough(LOSS_DEGREE, (epsilon) =>
    sliceHessian(problem, epsilon).reduce((whole, row) => whole.followedBy(row)),
  );
  return Array.from({ length }, (_, row) => entry(all, 0).slice(row * length, row * length + length));
}

function solution(matrix: readonly RationalVector[], right: RationalVector): RationalVector {
  const { numerators, denominator } = overOneDenominator(matrix);
  const solved = certifiedSolve(numerators, right.numerators, right.dimension);
  if (!solved.solvable) throw new RangeError("a singular Hessian");
  return solved.solution.times(rational(denominator, right.denominator));
}

function movedBy(problem: LimitProblem, step: RationalVector): LimitProblem {
  return { ...problem, limit: withCoordinates(problem.limit, coordinates(problem.limit).plus(step)) };
}

/** The widths whose ends are committed. */
const WIDTHS = [4, 5, 6, 7, 8, 9, 10];

function channelEnds(): FigureOneEnd[] {
  return WIDTHS.flatMap(figureOneEnds).filter(({ verdict }) => verdict.kind === "infinity");
}

/** Undefined if the end is on a channel whose limit is a strict local minimum with L₂ > 0. */
export function checkChannelEnd(end: FigureOneEnd): string | undefined {
  const { verdict } = end;
  const isChannel = verdict.kind === "infinity" && verdict.index === 0 && verdict.slope === 1;
  return isChannel ? checkEnd(end) : "no channel to a minimum at infinity";
}
