import { inertia } from "../../../src/exact/inertia/inertia.js";
import { overOneDenominator } from "../../../src/exact/inertia/symmetricMatrix.js";
import { type Rational, parseRational, rational } from "../../../src/exact/numbers/rational.js";
import type { IntegerMatrix } from "../../../src/exact/vectors/integerMatrix.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { unitCurvature } from "../../../src/landscape/criticalPoints/inertiaAbove.js";
import { mixedDerivative } from "../../../src/landscape/criticalPoints/saddleDirection.js";
import { type UnitsOnData, unitsOnData } from "../../../src/landscape/criticalPoints/unitsOnData.js";
import { squaredError } from "../../../src/landscape/loss/cost.js";
import { hessian } from "../../../src/landscape/loss/hessian.js";
import type { Expected } from "../../../src/checker/verdict.js";
import type { Json } from "../seal.js";
import { type Signs, inertiaShown, isExpansion, pointOf } from "./landscape.js";
import { entries, isAsked, matrix, members, need, vectors, whole } from "./reading.js";

/**
 * Coordinates that split the Hessian above. By claim ext-inertia they do if they are dual, and orthogonal for
 * the shares wherever B_t is not 0; the inertia is compared with that of the whole Hessian.
 */
export function splittingHolds(body: Json | undefined, expected: Expected): boolean {
  const keys = ["activation", "below", "beta", "data", "inertia", "network", "theta", "units"];
  const parts = members(body, ...keys);
  const point = pointOf(parts, expected);
  const { theta, network, data, activation } = point;
  const [written] = matrix([parts.beta ?? null]);
  need(written?.length === network.units.length);
  const beta = written.map(parseRational);
  need(isExpansion(point, beta));
  need(isAsked(parts.inertia, expected.inertia));
  const total = [...inertiaShown(parts.below, hessian(theta, data, activation, squaredError).numerators)];
  const narrow = unitsOnData({ network: theta, data, activation, cost: squaredError });
  const units = entries(parts.units);
  need(units.length === theta.units.length);
  for (const [unit, value] of units.entries()) {
    const own = theta.units[unit]?.incoming;
    const shares = beta.filter((_, i) => own !== undefined && network.units[i]?.incoming.equals(own));
    for (const added of blocksShown(value, narrow, unit, shares))
      added.forEach((count, sign) => (total[sign] = (total[sign] ?? 0) + count));
  }
  const truth = inertia(hessian(network, data, activation, squaredError).numerators);
  if ([truth.positive, truth.negative, truth.zero].join() !== total.join())
    throw new Error("the inertias of blocks that are not those of the Hessian");
  const stated = entries(parts.inertia).map(whole);
  need(stated.join() === total.join());
  return true;
}

/** The inertias of the blocks of a unit, one for each further copy. */
function blocksShown(
  value: Json,
  narrow: UnitsOnData,
  unit: number,
  shares: readonly Rational[],
): readonly Signs[] {
  const parts = members(value, "curvature", "incoming", "mixed", "outgoing");
  const [incoming, outgoing] = [parts.incoming, parts.outgoing].map((rows) => vectors(matrix(rows)));
  need(incoming !== undefined && outgoing !== undefined);
  const size = shares.length;
  need([incoming, outgoing].every((rows) => rows.length === size - 1));
  need([...incoming, ...outgoing].every(({ dimension }) => dimension === size));
  const weights = RationalVector.fromRationals(shares);
  const ones = RationalVector.fromRationals(shares.map(() => rational(1n)));
  need(incoming.every((w) => w.dot(weights).equals(0n)) && outgoing.every((a) => a.dot(ones).equals(0n)));
  need(incoming.every((w, p) => outgoing.every((a, q) => w.dot(a).equals(p === q ? 1n : 0n))));
  const bent = unitCurvature(narrow, unit);
  const gram = (x: RationalVector, y: RationalVector): Rational =>
    shares.reduce((sum, share, i) => sum.add(share.mul(x.at(i)).mul(y.at(i))), rational(0n));
  const isOrthogonal = incoming.every((x, p) => incoming.every((y, q) => p === q || gram(x, y).equals(0n)));
  need(isOrthogonal || bent.every((row) => row.isZero()));
  const mixed = mixedDerivative(narrow, unit);
  const curved = inertiaShown(parts.curvature, bordered(bent, mixed));
  const flat = inertiaShown(
    parts.mixed,
    bordered(
      bent.map((row) => row.times(rational(0n))),
      mixed,
    ),
  );
  const [positive, negative, zero] = curved;
  return incoming.map((direction): Signs => {
    const sign = gram(direction, direction).compare(0n);
    return sign === 0 ? flat : sign > 0 ? curved : [negative, positive, zero];
  });
}

/** The numerators of (B Eᵀ; E 0). */
function bordered(bent: readonly RationalVector[], mixed: readonly RationalVector[]): IntegerMatrix {
  const rows = [...bent, ...mixed].map((row, i) =>
    row.followedBy(
      i < bent.length
        ? RationalVector.fromRationals(mixed.map((slopes) => slopes.at(i)))
        : RationalVector.zero(mixed.length),
    ),
  );
  return overOneDenominator(rows).numerators;
}
