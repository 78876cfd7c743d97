import { noEntry } from "../exact/entry.js";
import { dampedStep } from "../training/cholesky.js";
import {
  DIMENSION,
  product,
  rowOf,
  rowTimes,
  sizeOf,
  sizeProduct,
  transposed,
  weightedProduct,
} from "./fourVectors.js";
import { type PairBounds, halvesOf, linearPart, pairBounds, refined, secondPart } from "./pairBounds.js";
import type { PairDerivatives } from "./pairDerivatives.js";
import type { PlaneReach } from "./planeReach.js";
import { Remainder } from "./remainder.js";
import { above } from "./slack.js";

/** How often a functional is improved. */
const ROUNDS = 2;

/** How often bounds are refined. */
const REFINEMENTS = 3;

/**
 * Whether g is proved to have no zero on a pair of squares: as v·g differs from its linear part by |v·g̈|/2
 * at most, it has none if some v has |v·g| > Σ_j|v·∂_jg|·half_j + |v·g̈|/2. First v are single coordinates
 * with a simple bound; then those that would be best if the right side were the root of a quadratic form,
 * which each round fits to the v before.
 */
export function isExcluded(derivatives: PairDerivatives, p: PlaneReach, q: PlaneReach): boolean {
  const rough = pairBounds(derivatives, p, q);
  if (rough === undefined) return false;
  if (hasSingle(rough, derivatives, p, q)) return true;
  const bounds = finest(rough, derivatives, p, q);
  const halves = halvesOf(p, q);
  const { g, jacobian } = derivatives;
  const remainder = new Remainder(derivatives.sums, bounds, p, q);
  const form = remainder.form();
  const weights = halves.map((half) => half * half);
  let scale = 1 / 4;
  for (let round = 0; round < ROUNDS; round++) {
    const metric = weightedProduct(jacobian, weights, jacobian);
    form.forEach((value, at) => {
      metric[at] = (metric[at] ?? noEntry(metric, at)) + scale * value;
    });
    const v = solved(metric, g);
    if (v === undefined) return false;
    const bent = remainder.at(v) / 2;
    const along = rowTimes(v, jacobian);
    const cost = sizeProduct(along, halves) + bent;
    if (Math.abs(product(v, g)) > above(cost + roundings(derivatives, v, halves))) return true;
    halves.forEach((half, j) => {
      const spread = Math.abs(along[j] ?? noEntry(along, j)) * half;
      weights[j] = (half * half) / (spread + cost / 8000);
    });
    scale = 1 / (4 * bent);
  }
  return false;
}

/** Each time the bounds are refined they need less of what they were before. */
function finest(rough: PairBounds, derivatives: PairDerivatives, p: PlaneReach, q: PlaneReach): PairBounds {
  let bounds = rough;
  for (let round = 0; round < REFINEMENTS; round++) bounds = refined(bounds, derivatives, p, q);
  return bounds;
}

/** What errors and roundings may add to |v·g| and to Σ_j|v·∂_jg|·half_j, together. */
function roundings(
  { g, gError, jacobian, jacobianError }: PairDerivatives,
  v: Float64Array,
  halves: Float64Array,
): number {
  let products = sizeProduct(v, g);
  for (let i = 0; i < DIMENSION; i++)
    products += Math.abs(v[i] ?? noEntry(v, i)) * sizeProduct(rowOf(jacobian, i), halves);
  return sizeOf(v) * (gError + jacobianError * sizeOf(halves)) + 2 ** -40 * products;
}

/** Whether a single g_iα is far enough from 0. */
function hasSingle(bounds: PairBounds, derivatives: PairDerivatives, p: PlaneReach, q: PlaneReach): boolean {
  const { g, gError } = derivatives;
  const halves = halvesOf(p, q);
  return g.some((value, i) => {
    const most = gError + linearPart(derivatives, i, halves) + secondPart(bounds, i, p, q) / 2;
    return Math.abs(value) > above(most);
  });
}

/**
 * Krawczyk's test, for V near the inverse of ∂g at the centre: the pair has exactly one zero if w − V·g(w)
 * maps it into itself and brings points closer, in the norm max|δ_j|/half_j.
 *
 * @returns true if both hold, and no outgoing weight may be 0 on the pair.
 */
export function hasOnlyZero(derivatives: PairDerivatives, p: PlaneReach, q: PlaneReach): boolean {
  const rough = pairBounds(derivatives, p, q);
  const halves = halvesOf(p, q);
  if (rough === undefined) return false;
  const inverse = inverted(derivatives.jacobian);
  if (inverse === undefined) return false;
  // Newton's step has to stay within the pair; that is soon seen.
  const steps = halves.map((half, i) => Math.abs(product(rowOf(inverse, i), derivatives.g)) / half);
  if (steps.some((step) => !(step < 1))) return false;
  const bounds = finest(rough, derivatives, p, q);
  const { values, error } = derivatives.a;
  if (values.some((value) => Math.abs(value) <= bounds.drift + error)) return false;
  const remainder = new Remainder(derivatives.sums, bounds, p, q);
  return halves.every((half, i) => {
    const row = rowOf(inverse, i);
    const defect = rowTimes(row, derivatives.jacobian);
    defect[i] = (defect[i] ?? noEntry(defect, i)) - 1;
    const step = Math.abs(product(row, derivatives.g));
    const most = sizeProduct(defect, halves) + roundings(derivatives, row, halves) + remainder.at(row);
    return above(step + most) < half;
  });
}

/** Near the inverse of J, as (JᵀJ)⁻¹Jᵀ. */
function inverted(matrix: Float64Array): Float64Array | undefined {
  const turned = transposed(matrix);
  const square = weightedProduct(turned, Float64Array.of(1, 1, 1, 1), turned);
  const columns = new Float64Array(DIMENSION * DIMENSION);
  for (let i = 0; i < DIMENSION; i++) {
    const column = solved(square, rowOf(matrix, i));
    if (column === undefined) return undefined;
    columns.set(column, DIMENSION * i);
  }
  return transposed(columns);
}

function solved(matrix: Float64Array, right: Float64Array): Float64Array | undefined {
  return dampedStep(matrix, 0, right)?.map((value) => -value);
}
