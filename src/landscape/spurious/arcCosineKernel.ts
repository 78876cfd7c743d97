import { entry } from "../../exact/entry.js";
import { Interval } from "../../exact/intervals/interval.js";
import { circleRatio, inverseTangent } from "../../exact/intervals/inverseTangent.js";
import { squareRoot } from "../../exact/numbers/integer.js";

/**
 * A vector, its length and its direction. Some coordinates stand for several that are equal: `weights` says
 * for how many each counts in a product.
 */
export interface Ray {
  readonly vector: readonly Interval[];
  readonly norm: Interval;
  readonly unit: readonly Interval[];
}

/** Two rays at an angle θ. */
export interface RayPair {
  readonly w: Ray;
  readonly v: Ray;
  readonly cosine: Interval;
  readonly sine: Interval;
  /** π − θ. */
  readonly rest: Interval;
}

/**
 * The arc-cosine kernel of degree 1 (Cho and Saul 2009): 2π·E relu(w·x) relu(v·x) = |w||v|(sin θ + (π − θ)
 * cos θ) for x ~ N(0, I). All that is here is 2π times what it is of the kernel. Where w and v are not 0 and
 * not parallel, the kernel is analytic, since the lengths and θ ∈ (0, π) are.
 *
 * @throws RangeError if the vector may be 0.
 */
export function ray(vector: readonly Interval[], weights: readonly bigint[]): Ray {
  const norm = root(inner(vector, vector, weights));
  if (norm.lower <= 0n) throw new RangeError("a weight vector may be 0");
  return { vector, norm, unit: vector.map((value) => value.dividedBy(norm)) };
}

/** @throws RangeError if the two may be parallel. */
export function rayPair(w: Ray, v: Ray, weights: readonly bigint[]): RayPair {
  const cosine = inner(w.unit, v.unit, weights);
  const { precision } = cosine;
  const square = whole(1n, precision).minus(cosine.power(2));
  if (square.lower <= 0n) throw new RangeError("two weight vectors may be parallel");
  const sine = root(square);
  const rest = circleRatio(precision)
    .scaled(-1)
    .plus(inverseTangent(cosine.dividedBy(sine)));
  return { w, v, cosine, sine, rest };
}

/** The gradient of the kernel in w: |v| sin θ·w/|w| + (π − θ)v. */
export function kernelGradient({ w, v, sine, rest }: RayPair): Interval[] {
  const factor = v.norm.times(sine);
  return w.unit.map((value, place) => factor.times(value).plus(rest.times(entry(v.vector, place))));
}

/**
 * What the second derivative in w makes of p: (|v|/|w|)·sin θ·(p − ŵ(ŵ·p) + n(n·p)), where n is the unit
 * vector (v̂ − cos θ·ŵ)/sin θ.
 */
export function ownCurvature(pair: RayPair, p: readonly bigint[], weights: readonly bigint[]): Interval[] {
  const { w, v, sine } = pair;
  const factor = v.norm.times(sine).dividedBy(w.norm);
  const along = integerProduct(p, w.unit, weights);
  const n = normal(pair);
  const across = integerProduct(p, n, weights);
  return w.unit.map((value, place) => {
    const straight = whole(entry(p, place), value.precision).minus(along.times(value));
    return factor.times(straight.plus(across.times(entry(n, place))));
  });
}

/**
 * What the mixed derivative makes of a step q of v: (π − θ)q + sin θ·(ŵ(v̂·q) + n(n'·q)), where n' is
 * (ŵ − cos θ·v̂)/sin θ.
 */
export function mixedCurvature(pair: RayPair, q: readonly bigint[], weights: readonly bigint[]): Interval[] {
  const { w, v, sine, rest } = pair;
  const along = integerProduct(q, v.unit, weights);
  const n = normal(pair);
  const across = integerProduct(q, normal({ ...pair, w: v, v: w }), weights);
  return w.unit.map((value, place) => {
    const turned = along.times(value).plus(across.times(entry(n, place)));
    return rest.times(whole(entry(q, place), value.precision)).plus(sine.times(turned));
  });
}

/** Σ weight·x·y. */
export function inner(x: readonly Interval[], y: readonly Interval[], weights: readonly bigint[]): Interval {
  const products = x.map((value, place) => multiple(value.times(entry(y, place)), entry(weights, place)));
  return Interval.sum(products, entry(x, 0).precision);
}

/** The interval times an integer, without rounding. */
export function multiple({ lower, upper, precision }: Interval, factor: bigint): Interval {
  const [least, most] = factor < 0n ? [upper, lower] : [lower, upper];
  return Interval.of(least * factor, most * factor, precision);
}

/** An integer. */
export function whole(value: bigint, precision: number): Interval {
  const units = value << BigInt(precision);
  return Interval.of(units, units, precision);
}

/** The unit vector in the plane of w and v that is orthogonal to w, on the side of v. */
function normal({ w, v, cosine, sine }: RayPair): Interval[] {
  return w.unit.map((value, place) => entry(v.unit, place).minus(cosine.times(value)).dividedBy(sine));
}

function integerProduct(p: readonly bigint[], y: readonly Interval[], weights: readonly bigint[]): Interval {
  const products = y.map((value, place) => multiple(value, entry(p, place) * entry(weights, place)));
  return Interval.sum(products, entry(y, 0).precision);
}

/** √x; what lies below 0 counts as 0. */
function root({ lower, upper, precision }: Interval): Interval {
  const scale = BigInt(precision);
  const from = lower > 0n ? squareRoot(lower << scale) : 0n;
  return Interval.of(from, upper > 0n ? squareRoot(upper << scale) + 1n : 0n, precision);
}
