import { FEWER_THAN_MINIMA } from "../combinatorics/asymptotics/goal.js";
import { criticalSubspaces, onePerLevel, onlyLevel, staysBelow } from "../combinatorics/asymptotics/ratio.js";
import { type RegimeAnswer, widthRegime } from "../combinatorics/asymptotics/regime.js";
import { lastFailing } from "../combinatorics/asymptotics/threshold.js";
import { binomial } from "../combinatorics/counts/binomial.js";
import {
  labelledPartitionCountByStirling,
  labelledPartitionTable,
} from "../combinatorics/counts/labelledPartitionRoutes.js";
import type { CriticalKind } from "../combinatorics/counts/widthCounts.js";
import { type Mirroring, UNMIRRORED } from "../combinatorics/mirroring.js";
import { type Parity, mirroringOf } from "../combinatorics/signed/parity.js";
import { entry } from "../exact/entry.js";
import { properties } from "../../properties/ext-parity-regimes.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";
import { mirroredCritical } from "./instances/mirroredCritical.js";
import { type MildCounts, mildCounts, ontoBlocks } from "./instances/mildCounts.js";
import type { FoundTable } from "./evidence/verdict.js";

const MAX_R = 30;
const MAX_M = 120;
const MAX_H = 8;
const MAX_POLYNOMIAL_R = 24;
const SPAN = 30;

export const claim: Claim = {
  id: "ext-parity-regimes",
  title: "Odd and even activations: from which width on the global minima dominate",
  statement:
    "With mirrored neurons, R_k(r*,m) = 2^m G(r*−k,m)/T(r*,m) for the T of ext-parity-count. Figure 6: at r* " +
    "= 30, R_1 < 1 from m = 37 on and the sum over k is below 1 from m = 42 on for odd activations such as " +
    "tanh, as without mirror images; from 38 and 44 on for even ones. If critical neurons of an odd activation " +
    "may also be silent, with w = 0 and a = 0, from 39 and 44 on. Eq. (5) is unchanged in all three cases: for " +
    "fixed h, R_k(r*,r*+h) is asymptotic to (r*)^k/(2^k (h+k)…(h+1)). Eq. (6) fails for some a_k ≤ C(r*−1,k−1) " +
    "if and only if T(r*,m) < (2r*)^m, that is up to a last m: 68 for odd and 72 for even activations at r* = " +
    "30, where it is 65 without mirror images. `equiloss regime` and `equiloss threshold` find these widths for " +
    "any r*",
  argument:
    "With g = 2 images and s silent vectors (1 for odd, 0 for even), T(r,m+1) ≥ (gr+1+s)·T(r,m) by the " +
    "recurrence. The critical subspaces of level k number at most (g(r−k))^m, or (g(r−k)+s)^m with silent " +
    "neurons, so one width at which these are below T settles all larger ones; so does one with T ≥ (gr)^m for " +
    "Eq. (6). For Eq. (5), T(r,r+h)/((r+h)! g^r) = [x^h] ((e^{gx}−1)/(gx))^r e^{sx+(e^{gx}−1)/g} is a polynomial " +
    "in r of degree h with the leading coefficient (g/2)^h/h!, as ln((e^{gx}−1)/(gx)) = gx/2 + O(x²); the " +
    "critical subspaces have the same without the second factor, or with e^{sx} alone. A neuron with w = 0 and " +
    "a = 0 is critical since its derivatives have a factor a or σ(0) = 0",
  limits: "No rate is proved for Eq. (5), and no growth of the last failing m of Eq. (6)",
  source: "extension; Şimşek et al. 2021, Eqs. (5) and (6) and Fig. 6 with mirrored neurons",
  hypotheses: ["those of ext-parity-count", "a_k = 1 for Figure 6"],
  evidence: [
    everyCase("crossings", {
      what:
        "below 1 at every m from the crossing on that the search finds, not at the m before, for all levels and " +
        "their sum, with G and T by Stirling numbers of both types",
      range: () =>
        `r* = ${OTHER_R.join(", ")}, all k, r* ≤ m < r* + ${SPAN}; odd, odd with silent neurons, even`,
      expected: () => BigInt(KINDS.length * SPAN) * BigInt(OTHER_R.reduce((sum, r) => sum + r, 0)),
      cases: crossingCases,
      check: checkCrossing,
      table: regimeTable,
    }),
    everyCase("recorded", {
      what: "the widths in the statement; the ratios stay below 1 by the bound on all maps",
      range: "r* = 30",
      expected: 3n,
      cases: () => KINDS,
      check: checkRecorded,
    }),
    mirroredCritical,
    everyCase("growth", {
      what: "T(r,m+1) ≥ (2r+1+s)·T(r,m)",
      range: `r ≤ m < ${MAX_M}, odd and even`,
      expected: BigInt(MAX_M * (MAX_M + 1)),
      cases: growthCases,
      check: checkGrowth,
    }),
    everyCase("Eq. (6)", {
      what: "at the largest a_k it fails up to the last failing m and holds beyond it, T by its recurrence",
      range: `1 ≤ r* ≤ ${MAX_R}, r* ≤ m ≤ ${MAX_M}, odd and even`,
      expected: 2n * (BigInt(MAX_R) * BigInt(MAX_M + 1) - BigInt((MAX_R * (MAX_R + 1)) / 2)),
      cases: inequalityCases,
      check: checkInequality,
    }),
    everyCase("Eq. (5)", {
      what:
        "T(r,r+h)/((r+h)! 2^r) and the same for critical subspaces have h-th differences 1 in r, and the next " +
        "are 0: polynomials with the leading term r^h/h!",
      range: `h ≤ ${MAX_H}, r ≤ ${MAX_POLYNOMIAL_R}; T, copies, and copies with silent neurons`,
      expected: BigInt(4 * (MAX_H + 1) * (MAX_POLYNOMIAL_R + 1)),
      cases: () => mildCounts(MAX_H, MAX_POLYNOMIAL_R),
      check: checkDifference,
    }),
  ],
  properties,
};

/** Minimal widths whose crossings are compared. */
const OTHER_R: readonly number[] = [2, 3, 5, 8, 12, 20, 30];

/** A parity with the critical subspaces that count, and what the statement says of r* = 30. */
export interface Kind {
  readonly name: string;
  readonly parity: Parity;
  readonly critical: CriticalKind;
  /** The crossings of R_1 and of the sum. */
  readonly crossings: readonly [first: number, sum: number];
  readonly lastFailing: number;
}

export const KINDS: readonly Kind[] = [
  { name: "odd", parity: "odd", critical: "copies", crossings: [37, 42], lastFailing: 68 },
  {
    name: "odd, silent neurons too",
    parity: "odd",
    critical: "copies and silent",
    crossings: [39, 44],
    lastFailing: 68,
  },
  { name: "even", parity: "even", critical: "copies", crossings: [38, 44], lastFailing: 72 },
];

function crossingsAt(r: number, mirroring: Mirroring, critical: CriticalKind): RegimeAnswer {
  return widthRegime({ r, goal: FEWER_THAN_MINIMA, lastWidth: 16 * r, mirroring, critical });
}

/** A level at one m, or the sum of all (k = 0), by Stirling numbers, and the crossing by the search. */
export interface CrossingCase {
  readonly name: string;
  readonly r: number;
  readonly k: number;
  readonly m: number;
  readonly critical: bigint;
  readonly minima: bigint;
  readonly crossing: number | null;
}

/** Below 1 from the crossing on, and not at the m before it. */
export function checkCrossing({
  name,
  r,
  k,
  m,
  critical,
  minima,
  crossing,
}: CrossingCase): string | undefined {
  const curve = `${k === 0 ? "the sum" : `R_${k}`}, ${name},`;
  if (crossing === null) return `no crossing of ${curve} at r* = ${r}`;
  const below = critical < minima;
  if (m < crossing - 1 || below === m >= crossing) return undefined;
  return `${curve} is ${below ? "below" : "not below"} 1 at r* = ${r}, m = ${m}, crossing ${crossing}`;
}

function* crossingCases(): Generator<CrossingCase> {
  for (const { name, parity, critical: kind } of KINDS) {
    const mirroring = mirroringOf(parity);
    const silence = kind === "copies" ? mirroringOf("even") : mirroring;
    for (const r of OTHER_R) {
      const { levels, sum } = crossingsAt(r, mirroring, kind);
      for (let m = r; m < r + SPAN; m += 1) {
        const minima = labelledPartitionCountByStirling(r, m, mirroring);
        const counts = ontoBlocks(m, silence).slice(1, r).reverse();
        const total = counts.reduce((whole, count) => whole + count, 0n);
        yield { name, r, k: 0, m, critical: total, minima, crossing: sum.crossing };
        for (const [index, critical] of counts.entries())
          yield { name, r, k: index + 1, m, critical, minima, crossing: entry(levels, index).crossing };
      }
    }
  }
}

/** What the statement says of r* = 30 is what the searches find, and the ratios stay below 1. */
export function checkRecorded({
  name,
  parity,
  critical,
  crossings,
  lastFailing: last,
}: Kind): string | undefined {
  const mirroring = mirroringOf(parity);
  const { levels, sum } = crossingsAt(MAX_R, mirroring, critical);
  const found = [entry(levels, 0).crossing, sum.crossing, lastFailing(MAX_R, mirroring)].join(", ");
  const recorded = [...crossings, last].join(", ");
  if (found !== recorded) return `at r* = ${MAX_R}, ${name}: ${found}, recorded ${recorded}`;
  if (critical === "copies and silent") return undefined;
  const final = [onlyLevel(1), onePerLevel].every((counts, index) =>
    staysBelow(MAX_R, entry(crossings, index), counts, FEWER_THAN_MINIMA, mirroring),
  );
  return final ? undefined : `a ratio at r* = ${MAX_R}, ${name}, does not stay below 1`;
}

/** T(r,m) and T(r,m+1), and the factor between them. */
export interface GrowthCase {
  readonly r: number;
  readonly m: number;
  readonly factor: bigint;
  readonly here: bigint;
  readonly next: bigint;
}

function* growthCases(): Generator<GrowthCase> {
  for (const parity of ["odd", "even"] as const) {
    const mirroring = mirroringOf(parity);
    const table = labelledPartitionTable(MAX_M, mirroring);
    for (let m = 0; m < MAX_M; m += 1) {
      for (const [r, here] of entry(table, m).entries()) {
        const factor = BigInt(2 * r + 1 + mirroring.silent);
        yield { r, m, factor, here, next: entry(entry(table, m + 1), r) };
      }
    }
  }
}

/** T(r,m+1) ≥ factor·T(r,m). */
export function checkGrowth({ r, m, factor, here, next }: GrowthCase): string | undefined {
  return next >= factor * here ? undefined : `T(${r},${m + 1}) < ${factor}·T(${r},${m})`;
}

/** Widths with the last failing m at r, and T(r,m) by another route. */
export interface InequalityCase {
  readonly r: number;
  readonly m: number;
  readonly parity: Parity;
  readonly threshold: number | null;
  readonly minima: bigint;
}

function* inequalityCases(): Generator<InequalityCase> {
  for (const parity of ["odd", "even"] as const) {
    const table = labelledPartitionTable(MAX_M, mirroringOf(parity));
    for (let r = 1; r <= MAX_R; r += 1) {
      const threshold = lastFailing(r, mirroringOf(parity));
      for (let m = r; m <= MAX_M; m += 1)
        yield { r, m, parity, threshold, minima: entry(entry(table, m), r) };
    }
  }
}

/** Σ_k 2^m·G(r−k,m)·C(r−1,k−1)·r^m ≤ (r−1)^m·T(r,m) if and only if m is above the last failing one. */
export function checkInequality({ r, m, parity, threshold, minima }: InequalityCase): string | undefined {
  const largest = criticalSubspaces(r, m, (k) => binomial(r - 1, k - 1), mirroringOf(parity));
  const holds = largest * BigInt(r) ** BigInt(m) <= BigInt(r - 1) ** BigInt(m) * minima;
  if (holds === (threshold === null || m > threshold)) return undefined;
  return `eq. (6) ${holds ? "holds" : "fails"} at (${r},${m}), ${parity}, last failing m ${threshold ?? "none"}`;
}

/** The h-th differences of the values are 1, and so the next is 0. */
export function checkDifference({ name, h, r, values, denominator }: MildCounts): string | undefined {
  let differences = values;
  for (let order = 0; order < h; order += 1)
    differences = differences.slice(1).map((value, index) => value - entry(differences, index));
  return differences.length === 2 && differences.every((difference) => difference === denominator)
    ? undefined
    : `${name}: the differences of order ${h} at r = ${r} are not 1`;
}

/** A row for each width r*. */
export function regimeTable(): FoundTable {
  const all: readonly (readonly [Mirroring, CriticalKind])[] = [
    [UNMIRRORED, "copies"],
    ...KINDS.map(({ parity, critical }) => [mirroringOf(parity), critical] as const),
  ];
  return {
    title: "The first m from which on Σ_k R_k stays below 1, and the last m at which Eq. (6) fails",
    head: ["r*", "none", ...KINDS.map(({ name }) => name), "Eq. (6): none", "odd", "even"],
    rows: OTHER_R.map((r) => [
      r.toString(),
      ...all.map(([mirroring, critical]) => String(crossingsAt(r, mirroring, critical).sum.crossing ?? "–")),
      ...[UNMIRRORED, mirroringOf("odd"), mirroringOf("even")].map((mirroring) =>
        String(lastFailing(r, mirroring) ?? "never"),
      ),
    ]),
  };
}
