import { type Rational, formatRational, rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { polynomialActivation } from "../landscape/activations/activation.js";
import type { DataSet } from "../landscape/loss/data.js";
import { distinctFeatures, monomialFeatures, unattainable } from "../landscape/zeroLoss/outputSpan.js";
import { properties } from "../../properties/cooper-2.1.js";
import { entry } from "../exact/entry.js";
import type { Claim } from "./evidence/claim.js";
import { POWERS, type Repair, repairs } from "./instances/degeneratePoints.js";
import {
  SCALAR_POINTS,
  type ZeroLossPoint,
  findings,
  scalarPoints,
  spreadInputs,
} from "./instances/zeroLossInstances.js";
import { everyCase } from "./evidence/everyCase.js";

export const claim: Claim = {
  id: "cooper-2.1",
  title: "The zero-loss set is generically a manifold of dimension n − d",
  statement:
    "Let there be n parameters and d data points, n > d. After an arbitrarily small change of the data, M " +
    "= L⁻¹(0) is empty or a smooth submanifold of dimension n − d. 'Generically' means for all targets " +
    "outside a set of measure zero: the critical values of θ ↦ (f(x_k|θ))_k, by Sard's theorem",
  limits:
    "The abstract says: 'the locus M of global minima of L is usually not discrete, but rather an n − d " +
    "dimensional submanifold of R^n'; we read 'usually' as above. Shown on exact instances only: at the " +
    "given networks the rank is d, so M is such a manifold near them; where the rank is below d, M is one " +
    "for data close by. That M has no other singular point is left to Sard's theorem",
  source: "Cooper 2018, Theorem 2.1, as we read it: the text was not at hand, only its abstract",
  hypotheses: ["n > d", "σ smooth", "scalar outputs"],
  evidence: [
    everyCase("ranks", {
      what: "a network fits its data exactly, and the residuals' derivatives there have certified rank d",
      range: SCALAR_POINTS.range,
      expected: SCALAR_POINTS.count,
      cases: () => scalarPoints(),
      check: checkRegular,
    }),
    everyCase("repairs", {
      what:
        "the rank is below d at an exact zero-loss point, and d at one for data at most 8ε away. For " +
        "example {aw = 0}, two lines that cross, is not a manifold, and {aw = ε} is one; where a rectified " +
        "unit is off, M has inner points",
      range: `five kinds of degenerate point, ε = ${POWERS.map((power) => `2^−${power}`).join(", ")}`,
      expected: BigInt(5 * POWERS.length),
      cases: () => repairs(),
      check: checkRepair,
    }),
    everyCase("empty", {
      what:
        "M is empty for every width, also with all targets moved by ±1/1000: a combination of the " +
        "residuals is a nonzero constant",
      range: "one input with two targets; polynomial activations with more data than monomials",
      expected: 4n,
      cases: emptyCases,
      check: checkEmpty,
    }),
  ],
  properties,
};

/** The network fits its data exactly, and the derivatives of the residuals are independent there. */
export function checkRegular(zeroLoss: ZeroLossPoint): string | undefined {
  const point = findings(zeroLoss);
  if (point === undefined) return "the network doesn't fit its data";
  const { parameters, residuals, rank } = point;
  if (parameters <= residuals) return `${parameters} parameters for ${residuals} residuals`;
  return rank === residuals ? undefined : `rank ${rank} for ${residuals} residuals`;
}

/** The rank is as recorded before the data change, and full after; the change is within its bound. */
export function checkRepair({ kind, degenerate, rank, repaired, bound }: Repair): string | undefined {
  const point = findings(degenerate);
  if (point === undefined) return `${kind}: the network doesn't fit its data`;
  if (point.rank !== rank) return `${kind}: rank ${point.rank}, not ${rank}`;
  if (rank >= point.residuals) return `${kind}: nothing to repair`;
  const fault = checkRegular(repaired);
  if (fault !== undefined) return `${kind}, repaired: ${fault}`;
  const change = largestChange(degenerate.data, repaired.data);
  return change.compare(bound) > 0 ? `${kind}: the data move by ${formatRational(change)}` : undefined;
}

function largestChange(from: DataSet, to: DataSet): Rational {
  const coordinates = ({ inputs, targets }: DataSet) =>
    [...inputs, ...targets].flatMap((vector) => vector.toRationals());
  const before = coordinates(from);
  return coordinates(to)
    .map((value, index) => value.sub(entry(before, index)).abs())
    .reduce((largest, value) => (value.compare(largest) > 0 ? value : largest), rational(0n));
}

/** Data that no network of any width fits. */
export interface EmptyCase {
  readonly kind: string;
  readonly features: readonly RationalVector[];
  readonly targets: readonly bigint[];
}

export function emptyCases(): EmptyCase[] {
  const line = ["1", "2", "3"].map((x) => RationalVector.parse(x));
  const [one, two] = [entry(line, 0), entry(line, 1)];
  const even = polynomialActivation([rational(0n), rational(0n), rational(1n)]);
  const cubic = polynomialActivation([rational(0n), rational(1n), rational(0n), rational(-2n)]);
  return [
    { kind: "two values at one input", features: distinctFeatures([one, two, one]), targets: [1n, 0n, 2n] },
    { kind: "σ = x²: f(2) = 4f(1)", features: monomialFeatures([one, two], even), targets: [1n, 1n] },
    { kind: "σ = x − 2x³ at three points", features: monomialFeatures(line, cubic), targets: [1n, 0n, 0n] },
    {
      kind: "σ = x² at four points of the plane",
      features: monomialFeatures(spreadInputs(4, 2), even),
      targets: [1n, 0n, 0n, 0n],
    },
  ];
}

/** The targets are out of reach, and so are those moved up or down by 1/1000. */
export function checkEmpty({ kind, features, targets }: EmptyCase): string | undefined {
  for (let signs = -1; signs < 1 << targets.length; signs += 1) {
    const moved = targets.map((target, index) => {
      const step = signs < 0 ? 0n : (signs >> index) % 2 === 0 ? 1n : -1n;
      return RationalVector.of([1000n * target + step], 1000n);
    });
    if (unattainable(features, moved)) continue;
    return `${kind}: ${moved.map(({ key }) => key).join(", ")} can be fitted`;
  }
  return undefined;
}
