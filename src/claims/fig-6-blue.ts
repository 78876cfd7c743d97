import { type Rational, formatRational, rational } from "../exact/numbers/rational.js";
import { criticalSubspaces, onePerLevel, onlyLevel } from "../combinatorics/asymptotics/ratio.js";
import { surjectionsByStirling } from "../combinatorics/counts/surjections.js";
import type { Claim } from "./evidence/claim.js";
import type { FoundTable } from "./evidence/verdict.js";
import { everyCase } from "./evidence/everyCase.js";

const R = 30;
const MAX_R = 30;
const SPAN = 170;
const WIDTHS = 3n;

export const claim: Claim = {
  id: "fig-6-blue",
  title: "The blue curve of Figure 6 approaches that of the first level",
  statement:
    "'For m ≫ r* the blue curve approaches the curve for k = 1': Σ_k R_k/R_1 tends to 1 as m grows, r* " +
    "fixed, a_k = 1, at a geometric rate. The number for the levels k ≥ 2 is at most (s − 1)q^m/(1 − " +
    "s·q^m) times that of the first, s = r* − 1, q = (s − 1)/s, once s·q^m < 1. 'Only first-level saddles " +
    "are potentially relevant' is true for such m only. At r* = 30 the first level falls below the global " +
    "minima at m = 37, where the higher levels are more than six times as many as the first; all levels " +
    "together do at m = 42, where the higher ones are still more than the first. The higher levels are " +
    "fewer from m = 46 on, and fewer than a tenth from m = 77 on",
  source: "Şimşek et al. 2021, Fig. 6, caption",
  hypotheses: ["a_k = 1"],
  evidence: [
    everyCase("excess", {
      what:
        "Σ_{k≥2} R_k/R_1 decreases in m and is below its bound where that is positive; counts by two " +
        "routes. The bound implies that it tends to 0",
      range: `r* = 2, 16, ${MAX_R}, r* ≤ m < r* + ${SPAN}`,
      expected: WIDTHS * BigInt(SPAN),
      cases: cases,
      check: checkExcess,
      table: excessTable,
    }),
    everyCase("starts", {
      what:
        "the first m at which the higher levels are fewer than the first level, and than a tenth, a " +
        "hundredth and a thousandth of it",
      range: `r* = ${R}`,
      expected: () => BigInt(RECORDED.length),
      cases: () => RECORDED,
      check: checkStart,
    }),
  ],
  theorems: ["blue_curve", "figure_6_crossings", "blue_curve_at_thirty"],
};

/** The number of critical subspaces of levels k ≥ 2 over that of the first: Σ_{k≥2} R_k/R_1, a_k = 1. */
export function excess(r: number, m: number): Rational {
  const first = criticalSubspaces(r, m, onlyLevel(1));
  return rational(criticalSubspaces(r, m, onePerLevel) - first, first);
}

/** A width, and the excess at two successive m. */
export interface ExcessCase {
  readonly r: number;
  readonly m: number;
  readonly here: Rational;
  readonly next: Rational;
}

/**
 * (s − 1)q^m/(1 − s·q^m) with s = r − 1, q = (s − 1)/s, which decreases to 0; undefined while s·q^m ≥ 1. It
 * bounds the excess, as G(s, m) ≥ s^m − s(s − 1)^m and G(j, m) ≤ j^m.
 */
export function excessBound(r: number, m: number): Rational | undefined {
  const s = BigInt(r - 1);
  const [power, less] = [s ** BigInt(m), (s - 1n) ** BigInt(m)];
  return s * less < power ? rational((s - 1n) * less, power - s * less) : undefined;
}

/** The excess, computed anew from Stirling numbers, decreases in m and is below its bound. */
export function checkExcess({ r, m, here, next }: ExcessCase): string | undefined {
  const place = `at r* = ${r}, m = ${m}`;
  const counts = Array.from({ length: r - 2 }, (_, index) => surjectionsByStirling(index + 1, m));
  const higher = counts.reduce((sum, count) => sum + count, 0n);
  if (!here.equals(rational(higher, surjectionsByStirling(r - 1, m)))) return `another excess ${place}`;
  if (next.compare(here) > 0 || (next.equals(here) && !here.equals(0n)))
    return `the excess does not decrease ${place}`;
  const bound = excessBound(r, m);
  return bound === undefined || here.compare(bound) <= 0
    ? undefined
    : `an excess of ${formatRational(here)} above its bound ${place}`;
}

function* cases(): Generator<ExcessCase> {
  for (let r = 2; r <= MAX_R; r += 14) {
    let here = excess(r, r);
    for (let m = r; m < r + SPAN; m += 1) {
      const next = excess(r, m + 1);
      yield { r, m, here, next };
      here = next;
    }
  }
}

/** The first m from which on the higher levels together are fewer than a share of the first. */
export interface RecordedStart {
  readonly share: Rational;
  readonly start: number;
}

/** At r* = 30, on the curves of the figure. */
export const RECORDED: readonly RecordedStart[] = [
  { share: rational(1n), start: 46 },
  { share: rational(1n, 10n), start: 77 },
  { share: rational(1n, 100n), start: 133 },
  { share: rational(1n, 1000n), start: 198 },
];

/** Below the share from the start on: at each m until the bound is below it; and not at the m before. */
export function checkStart({ share, start }: RecordedStart, excessAt = excess): string | undefined {
  const text = `${formatRational(share)} of the first level`;
  for (let m = start; ; m += 1) {
    if (excessAt(R, m).compare(share) >= 0) return `not below ${text} at m = ${m}`;
    const bound = excessBound(R, m);
    if (bound !== undefined && bound.compare(share) < 0) break;
  }
  return excessAt(R, start - 1).compare(share) < 0 ? `below ${text} before m = ${start}` : undefined;
}

/** The excess, also at the crossings of `fig-6`: R_1 < 1 from m = 37 on, the sum from m = 42 on. */
export function excessTable(): FoundTable {
  return {
    title:
      "Critical subspaces of the levels k ≥ 2 for each of the first level, r* = 30, in thousandths rounded " +
      "down",
    head: ["m", "Σ_{k≥2} R_k/R_1 · 1000"],
    rows: [30, 37, 42, 46, 60, 77, 100, 133, 198].map((m) => {
      const { n, d } = excess(R, m);
      return [m.toString(), ((n * 1000n) / d).toString()];
    }),
  };
}
