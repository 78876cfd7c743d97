import { factorial } from "../../../combinatorics/counts/factorial.js";
import {
  labelledPartitionBounds,
  surjectionBounds,
} from "../../../combinatorics/asymptotics/fixedDifference.js";
import { shareOntoBounds } from "../../../combinatorics/asymptotics/fixedWidth.js";
import type { Mirroring } from "../../../combinatorics/mirroring.js";
import { ratioBounds, ratioEstimate } from "../../../combinatorics/asymptotics/ratioAsymptotics.js";
import { surjections } from "../../../combinatorics/counts/surjections.js";
import { decimalAbove, decimalBelow, decimalInterval } from "../../../exact/numbers/decimal.js";
import { type Bounds, type Quotient, quotientOf } from "../../../exact/numbers/quotient.js";

/** Levels whose ratios are shown. */
const LEVELS = 4;

/** Digits of a decimal. */
const DIGITS = 4;

/** G = G(r, m) and T = T(r, m), and how neurons may be mirrored. */
export interface ComparedPair {
  readonly onto: bigint;
  readonly minima: bigint;
  readonly mirroring: Mirroring;
}

/**
 * What is shown of G and T beside their values: the first ratios R_k, and without mirror images the quotients
 * of the counts by their asymptotic forms, with proved bounds. Decimals are intervals, rounded outwards.
 */
export function countComparisons(r: number, m: number, { onto, minima, mirroring }: ComparedPair): string[] {
  const copies = BigInt(mirroring.images) ** BigInt(m);
  const ratios = Array.from({ length: Math.min(LEVELS, r - 1) }, (_, index) =>
    quotientOf(copies * surjections(r - index - 1, m), minima),
  );
  const lines = ratioLines(ratios);
  return mirroring.images === 1 ? [...lines, ...asymptoticLines(r, m, onto, minima, ratios[0])] : lines;
}

function ratioLines(ratios: readonly Quotient[]): string[] {
  if (ratios.length === 0) return [];
  const shown = ratios.map((value, index) => `R_${index + 1} = ${decimalInterval(value, DIGITS)}`);
  return [
    "R_k      critical subspaces of level k for one of global minima, G(r−k,m)/T",
    ...shown.map((line) => `         ${line}`),
  ];
}

/** A count divided by its asymptotic form. */
interface Comparison {
  readonly name: string;
  readonly value: Quotient;
  readonly bounds: Bounds;
}

function asymptoticLines(
  r: number,
  m: number,
  onto: bigint,
  minima: bigint,
  first: Quotient | undefined,
): string[] {
  const shown = [...nearWidth(m - r, m, onto, minima), ...farWidth(r, m, onto), ...regimeOf(r, m, first)];
  if (shown.length === 0) return [];
  return [
    "limits   counts over what they are asymptotic to, and bounds of that quotient",
    ...shown.map(({ name, value, bounds: { lower, upper } }) => {
      const above = upper === undefined ? "∞" : decimalAbove(upper, DIGITS);
      const range = `between ${decimalBelow(lower, DIGITS)} and ${above}`;
      return `         ${name} = ${decimalInterval(value, DIGITS)}, ${range}`;
    }),
  ];
}

/** Lemma 4.6 at k = m − r, up to where the bounds are no more than a factor of e or so wide. */
function nearWidth(k: number, m: number, onto: bigint, minima: bigint): Comparison[] {
  if (k * k > m) return [];
  const form = BigInt(m) ** BigInt(k) * factorial(m);
  const relative = (count: bigint): Quotient => quotientOf((count * factorial(k)) << BigInt(k), form);
  const name = k === 0 ? "m!" : `(m^${k} m!/(2^${k} ${k}!))`;
  return [
    { name: `G/${name}`, value: relative(onto), bounds: surjectionBounds(k, m) },
    { name: `T/${name}`, value: relative(minima), bounds: labelledPartitionBounds(k, m) },
  ];
}

/** Lemma 4.6 at fixed r, where its lower bound is above 0. */
function farWidth(r: number, m: number, onto: bigint): Comparison[] {
  const exponent = BigInt(m);
  const all = BigInt(r) ** exponent;
  if (BigInt(r) * BigInt(r - 1) ** exponent >= all) return [];
  return [{ name: "G/r^m", value: quotientOf(onto, all), bounds: shareOntoBounds(r, m) }];
}

/** Eq. (5) at k = 1 and h = m − r, up to where the bounds are no more than a factor of e² or so wide. */
function regimeOf(r: number, m: number, first: Quotient | undefined): Comparison[] {
  const h = m - r;
  if (first === undefined || (h + 1) * (h + 1) > m) return [];
  const { numerator, denominator } = ratioEstimate(1, r, h);
  const value = quotientOf(first.numerator * denominator, first.denominator * numerator);
  return [{ name: `R_1/(r/${2 * (h + 1)})`, value, bounds: ratioBounds(1, r, h) }];
}
