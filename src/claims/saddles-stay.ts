import { LabelledPartition } from "../combinatorics/partitions/labelledPartition.js";
import { type Rational, parseRational, rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { squaredError } from "../landscape/loss/cost.js";
import { expandCritical } from "../landscape/criticalPoints/criticalExpansion.js";
import type { CriticalPoint } from "../landscape/criticalPoints/criticalPoint.js";
import { unitCurvature } from "../landscape/criticalPoints/inertiaAbove.js";
import { jacobian } from "../landscape/loss/jacobian.js";
import { loss } from "../landscape/loss/loss.js";
import { lossAlongLine } from "../landscape/loss/lossAlongLine.js";
import { toNetwork, toPoint } from "../manifold/subspaces/parameterSpace.js";
import type { Claim } from "./evidence/claim.js";
import { POLYNOMIAL, QUOTIENT } from "./instances/criticalInstances.js";
import { inertiaOf, inertiaText } from "./instances/inertiaText.js";
import { type WrittenPoint, writtenPoint } from "./instances/writtenPoint.js";
import { everyCase } from "./evidence/everyCase.js";

export const claim: Claim = {
  id: "saddles-stay",
  title: "A saddle of a smaller network never becomes a local minimum",
  statement: "A saddle of the smaller network, strict or not, expands to saddles",
  argument:
    "The linear map M that copies units has L_m(Mθ) = L_r(θ) for every θ. So there are lower and higher " +
    "values arbitrarily close to Mθ^r, as there are close to θ^r; and Mθ^r is critical (def-4.1)",
  limits:
    "Prop. 4.4, on which the contribution rests, covers only strict saddles: it says nothing where the " +
    "Hessian has no negative eigenvalue. Shown on exact saddles with a positive semidefinite Hessian, " +
    "along whose kernel the loss has a nonzero third derivative; at some shares β the Hessian above has " +
    "no negative eigenvalue either",
  source: "Şimşek et al. 2021, §1.1, contribution 4",
  hypotheses: ["θ^r irreducible and critical, with lower and higher values arbitrarily close"],
  evidence: [
    everyCase("not-strict", {
      what:
        "no negative eigenvalue below; along the kernel, the loss below and above is the same to third " +
        "order, with a nonzero third derivative; values at ±2^−k on both sides",
      range: "three saddles of width 1, five lists of shares β of two or three copies, k = 20, 40, 60",
      expected: () => BigInt(SADDLES.length * SHARES.length),
      cases: cases,
      check: checkFlat,
    }),
    everyCase("silent", {
      what:
        "the number of negative eigenvalues above, which is 0 at nine of these points: there Prop. 4.4 and " +
        "the Hessian decide nothing",
      range: "the same points",
      expected: () => BigInt(SADDLES.length * SHARES.length),
      cases: cases,
      check: checkNegative,
    }),
  ],
  theorems: ["saddles_stay", "critical_is_stationary"],
};

const ORDER = 3;

/** Distances 2^−k. */
const DISTANCES = [20n, 40n, 60n];

/** A saddle that is not strict, of width 1, d_in = d_out = 1, and the direction in which the Hessian is 0. */
export interface FlatSaddle {
  readonly point: CriticalPoint;
  readonly direction: RationalVector;
}

/**
 * As e ↦ B(e) = Σ_k a e_k σ''(wx_k)x_k² is linear, residuals are scaled so that the Hessian of (w, a), with
 * L_wa = Σ aσσ'x and L_aa = Σσ², has determinant 0: B = L_wa²/L_aa − Σ(aσ'x)². Its kernel is (1, −L_wa/L_aa).
 */
export function flatSaddle(written: Omit<WrittenPoint, "factor">): FlatSaddle {
  const drawn = writtenPoint({ ...written, factor: rational(1n) });
  const rows = jacobian(drawn.network, drawn.data.inputs, drawn.activation);
  const gram = (left: number, right: number): Rational =>
    rows.reduce((sum, row) => sum.add(row.at(left).mul(row.at(right))), rational(0n));
  const [inW, mixed, inA] = [gram(0, 0), gram(0, 1), gram(1, 1)];
  const [curvature] = unitCurvature(drawn, 0).map((row) => row.at(0));
  if (curvature === undefined) throw new RangeError("no B");
  const factor = mixed.mul(mixed).div(inA).sub(inW).div(curvature);
  return {
    point: writtenPoint({ ...written, factor }),
    direction: RationalVector.fromRationals([rational(1n), mixed.div(inA).neg()]),
  };
}

/** Copies of the unit with shares β. */
export interface FlatCase {
  readonly saddle: FlatSaddle;
  readonly beta: readonly Rational[];
}

/** The point above a saddle with all units copies of its one. */
function expanded({ saddle: { point }, beta }: FlatCase): CriticalPoint {
  const codes = beta.map(() => 1);
  return { ...point, network: expandCritical(point.network, LabelledPartition.of(codes, 1), beta) };
}

/**
 * Below, the Hessian has no negative eigenvalue, and the loss has a third derivative along the kernel. Above,
 * the loss is the same along the image of that direction under M; and at t = ±2^−k it is lower on one side
 * and higher on the other.
 */
export function checkFlat(item: FlatCase): string | undefined {
  const { saddle, beta } = item;
  const { point, direction } = saddle;
  const { network, data, activation } = point;
  const place = `at β = (${beta.map((share) => share.toFraction()).join(", ")})`;
  const lower = inertiaOf(point);
  if (lower.negative > 0 || lower.zero !== 1) return `inertia ${inertiaText(lower)} below`;
  const below = lossAlongLine(network, direction, data, activation, ORDER);
  const [value, slope, bend, third] = below;
  if (value === undefined || third === undefined || slope?.equals(0n) !== true || bend?.equals(0n) !== true)
    return "a slope or a second derivative along the kernel below";
  if (third.equals(0n)) return "no third derivative along the kernel below";
  const above = expanded(item).network;
  const lifted = image(direction, beta);
  const series = lossAlongLine(above, lifted, data, activation, ORDER);
  if (!RationalVector.fromRationals(series).equals(RationalVector.fromRationals(below)))
    return `another loss above ${place}`;
  for (const exponent of DISTANCES) {
    const signs = [1n, -1n].map((sign) => {
      const moved = toPoint(above).plus(lifted.times(rational(sign, 1n << exponent)));
      const there = toNetwork({ ...above, width: beta.length }, moved);
      return loss(there, data, activation, squaredError).compare(value) * Number(sign);
    });
    if (signs.some((sign) => sign !== third.compare(0n)))
      return `not lower on one side and higher on the other, 2^−${exponent} away, ${place}`;
  }
  return undefined;
}

/** M of the direction: (δw, …, δw, β_1δa, …, β_mδa). */
function image(direction: RationalVector, beta: readonly Rational[]): RationalVector {
  return RationalVector.fromRationals([
    ...beta.map(() => direction.at(0)),
    ...beta.map((share) => direction.at(1).mul(share)),
  ]);
}

const SADDLES: readonly Omit<WrittenPoint, "factor">[] = [
  {
    activation: POLYNOMIAL,
    incoming: "1",
    outgoing: "3",
    inputs: "-1/2; 2; 1/2; 1",
    combination: [-2n, 1n],
  },
  {
    activation: POLYNOMIAL,
    incoming: "-3/2",
    outgoing: "1",
    inputs: "1; -1; 1/2; 2; 3/2",
    combination: [1n, 1n, -1n],
  },
  {
    activation: QUOTIENT,
    incoming: "3/2",
    outgoing: "-3",
    inputs: "-3/2; 1/2; -1; 3/2",
    combination: [-1n, 2n],
  },
];

/** Shares, and the number n₊ − 1 of negative eigenvalues that the copies add, as B < 0. */
const SHARES: readonly (readonly [readonly string[], number])[] = [
  [["1/2", "1/2"], 1],
  [["2", "-1"], 0],
  [["1", "0"], 0],
  [["3", "-1", "-1"], 0],
  [["1/3", "1/3", "1/3"], 2],
];

function* cases(): Generator<FlatCase & { readonly negative: number }> {
  for (const written of SADDLES) {
    const saddle = flatSaddle(written);
    for (const [shares, negative] of SHARES) yield { saddle, beta: shares.map(parseRational), negative };
  }
}

/** The Hessian above has the recorded number of negative eigenvalues. */
export function checkNegative(item: FlatCase & { readonly negative: number }): string | undefined {
  const { negative } = inertiaOf(expanded(item));
  return negative === item.negative
    ? undefined
    : `${negative} negative eigenvalues above, not ${item.negative}`;
}
