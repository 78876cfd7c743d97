import fc from "fast-check";
import { factorial } from "../src/combinatorics/counts/factorial.js";
import {
  labelledPartitionBounds,
  simpleLabelledPartitionBounds,
  simpleSurjectionBounds,
  surjectionBounds,
} from "../src/combinatorics/asymptotics/fixedDifference.js";
import { shareOntoBounds } from "../src/combinatorics/asymptotics/fixedWidth.js";
import { labelledPartitionCountByZeroBlocks } from "../src/combinatorics/counts/labelledPartitionRoutes.js";
import { surjections, surjectionsByStirling } from "../src/combinatorics/counts/surjections.js";
import { type Bounds, type Quotient, outside, quotientOf } from "../src/exact/numbers/quotient.js";
import { type Property, property } from "./property.js";

/** k and m ≥ k, 1, beyond the k of the exhaustive range. */
const differences = fc
  .integer({ min: 1, max: 150 })
  .chain((m) => fc.tuple(fc.integer({ min: 0, max: Math.min(m, 40) }), fc.constant(m)));

/** A count over m^k·m!/(2^k·k!). */
function relative(count: bigint, k: number, m: number): Quotient {
  return quotientOf((count * factorial(k)) << BigInt(k), BigInt(m) ** BigInt(k) * factorial(m));
}

function within(value: Quotient, ...bounds: readonly Bounds[]): boolean {
  return bounds.every((pair) => outside(value, pair) === undefined);
}

/** Lemma 4.6 of Şimşek et al. (2021), with bounds in place of limits. */
export const properties: readonly Property[] = [
  property(
    "lem-4.6/surjections",
    "G(m−k,m) over m^k·m!/(2^k·k!) is within its bounds, G as (m−k)!·S2(m,m−k)",
    differences,
    ([k, m]) =>
      within(
        relative(surjectionsByStirling(m - k, m), k, m),
        surjectionBounds(k, m),
        simpleSurjectionBounds(k, m),
      ),
  ),
  property(
    "lem-4.6/labelled-partitions",
    "T(m−k,m) over m^k·m!/(2^k·k!) is within its bounds, T by its zero blocks",
    differences,
    ([k, m]) =>
      within(
        relative(labelledPartitionCountByZeroBlocks(m - k, m), k, m),
        labelledPartitionBounds(k, m),
        simpleLabelledPartitionBounds(k, m),
      ),
  ),
  property(
    "lem-4.6/fixed-width",
    "G(r,m)/r^m is within its bounds, at r up to 60",
    fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 400 })),
    ([r, m]) => within(quotientOf(surjections(r, m), BigInt(r) ** BigInt(m)), shareOntoBounds(r, m)),
  ),
];
