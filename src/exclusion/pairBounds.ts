import { noEntry } from "../exact/entry.js";
import { DIMENSION, sizeProduct } from "./fourVectors.js";
import type { PairDerivatives } from "./pairDerivatives.js";
import type { PlaneReach } from "./planeReach.js";
import { above } from "./slack.js";

/**
 * Bounds at all w of a pair of squares. A dot is a derivative in a direction δ from the centre into the pair,
 * with another such direction for the second dot; P projects off the span of S.
 *
 * As ⟨e,s_i⟩ = 0, G·ȧ = −(⟨e,ṡ_i⟩) − Sᵀx with x = Σa_jṡ_j, and ė = Px − S·G⁻¹(⟨e,ṡ_i⟩). Again, G·ä = −Sᵀy + ρ
 * and ë = Py + S·G⁻¹ρ with y = Σ(2ȧ_jṡ_j + a_js̈_j) and ρ_i = −2⟨ė,ṡ_i⟩ − ⟨e,s̈_i⟩.
 */
export interface PairBounds {
  /** 1 over the least singular value of S, and ‖S(w) − S‖ with S at the centre. */
  readonly inverse: number;
  readonly move: number;
  /** How far a may be from that of the centre. */
  readonly drift: number;
  /** ‖e‖, ‖ė‖, ‖y‖ and ‖ρ‖. */
  readonly error: number;
  readonly errorFirst: number;
  readonly bend: number;
  readonly pull: number;
}

/** First bounds, or undefined if S may be singular on the squares. */
export function pairBounds(
  derivatives: PairDerivatives,
  p: PlaneReach,
  q: PlaneReach,
): PairBounds | undefined {
  const { a, residual, sums } = derivatives;
  // Both columns move by ‖ṡ_i‖ at most.
  const move = norm(p.first, q.first);
  const least = sums.system.least - move;
  if (!(least > 2 ** -8)) return undefined;
  const inverse = 1 / least;
  const [a1, a2] = sizes(derivatives);
  const shift = a1 * p.first + a2 * q.first;
  const error = residual + shift;
  // a(w) − a = −G⁻¹(S(w) − S)ᵀe − S⁺(S(w) − S)a.
  const drift = inverse * (inverse * residual * move + shift) + a.error;
  const turns = error * move;
  const x = shift + drift * move;
  const first = inverse * (inverse * turns + x);
  return withFirst(
    { inverse, move, drift, error, errorFirst: x + inverse * turns },
    first,
    derivatives,
    p,
    q,
  );
}

/** Bounds that are as good or better, from what is known already. */
export function refined(
  known: PairBounds,
  derivatives: PairDerivatives,
  p: PlaneReach,
  q: PlaneReach,
): PairBounds {
  const { inverse, move, error, bend, pull } = known;
  const [a1, a2] = sizes(derivatives);
  // ⟨e,ṡ_i⟩ = Σ_α δ_α·g_iα, and g is known at the centre with its derivative.
  const most = gBounds(known, derivatives, p, q);
  const at = (k: number): number => most[k] ?? noEntry(most, k);
  const turns = Math.min(error * move, norm(p.half * (at(0) + at(1)), q.half * (at(2) + at(3))));
  // ȧ is known at the centre, and |ä| ≤ ‖S⁺y‖ + ‖G⁻¹ρ‖.
  const fromCentre =
    sizeProduct(derivatives.outgoingFirst, halvesOf(p, q)) + inverse * (bend + inverse * pull);
  const drift = Math.min(known.drift, fromCentre + derivatives.a.error);
  const x = a1 * p.first + a2 * q.first + drift * move;
  const first = Math.min(fromCentre, inverse * (inverse * turns + x));
  return withFirst(
    { inverse, move, drift, error, errorFirst: x + inverse * turns },
    first,
    derivatives,
    p,
    q,
  );
}

/** The bounds, given one on |ȧ|. */
function withFirst(
  { inverse, move, drift, error, errorFirst }: Omit<PairBounds, "bend" | "pull">,
  first: number,
  derivatives: PairDerivatives,
  p: PlaneReach,
  q: PlaneReach,
): PairBounds {
  const [a1, a2] = sizes(derivatives);
  const second = norm(p.second, q.second);
  return {
    inverse: above(inverse),
    move: above(move),
    drift: above(drift),
    error: above(error),
    errorFirst: above(errorFirst),
    bend: above(2 * first * move + a1 * p.second + a2 * q.second + drift * second),
    pull: above(2 * errorFirst * move + error * second),
  };
}

/** |g_iα| at most at all w of the squares. */
function gBounds(
  known: PairBounds,
  derivatives: PairDerivatives,
  p: PlaneReach,
  q: PlaneReach,
): Float64Array {
  const { g, gError } = derivatives;
  const halves = halvesOf(p, q);
  return g.map(
    (value, i) =>
      Math.abs(value) + gError + linearPart(derivatives, i, halves) + secondPart(known, i, p, q) / 2,
  );
}

/** Σ_j|∂_jg_i|·half_j, for i from 0 to 3. */
export function linearPart(
  { jacobian, jacobianError }: PairDerivatives,
  i: number,
  halves: Float64Array,
): number {
  let sum = 0;
  for (let j = 0; j < DIMENSION; j++) {
    const at = DIMENSION * i + j;
    sum +=
      (Math.abs(jacobian[at] ?? noEntry(jacobian, at)) + jacobianError) * (halves[j] ?? noEntry(halves, j));
  }
  return sum;
}

/** |g̈_i| at most, where ‖ë‖ ≤ ‖y‖ + ‖S⁺‖·‖ρ‖. */
export function secondPart(
  { error, errorFirst, bend, pull, inverse }: PairBounds,
  i: number,
  p: PlaneReach,
  q: PlaneReach,
): number {
  const reach = i < 2 ? p : q;
  const alpha = i % 2 === 0 ? 0 : 1;
  return (
    (bend + inverse * pull) * reach.slopes[alpha] +
    2 * errorFirst * reach.slopesFirst[alpha] +
    error * reach.slopesSecond[alpha]
  );
}

/** Half the side of the square in which each coordinate moves. */
export function halvesOf(p: PlaneReach, q: PlaneReach): Float64Array {
  return Float64Array.of(p.half, p.half, q.half, q.half);
}

/** |a_1| and |a_2| at the centre at most. */
function sizes({ a }: PairDerivatives): readonly [number, number] {
  return [Math.abs(a.values[0]) + a.error, Math.abs(a.values[1]) + a.error];
}

/** √(x² + y²); Math.hypot may round as it likes. */
export function norm(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}
