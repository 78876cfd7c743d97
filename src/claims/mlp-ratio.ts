import { leastDepth, type Goal } from "../combinatorics/asymptotics/goal.js";
import { labelledPartitionTable } from "../combinatorics/counts/labelledPartitionRoutes.js";
import { levelRatio } from "../combinatorics/asymptotics/ratio.js";
import { widthRegime } from "../combinatorics/asymptotics/regime.js";
import { surjectionsByRecurrence } from "../combinatorics/counts/surjections.js";
import { type Quotient, quotientOf } from "../exact/numbers/quotient.js";
import { type Rational, rational } from "../exact/numbers/rational.js";
import { properties } from "../../properties/mlp-ratio.js";
import { entry } from "../exact/entry.js";
import type { Claim } from "./evidence/claim.js";
import { listedEvidence } from "./instances/listedSubspaces.js";
import { mixedEvidence } from "./instances/mixedLevels.js";
import { everyCase } from "./evidence/everyCase.js";

const MAX_R = 8;
const MAX_M = 14;
const MAX_SCAN_R = 8;
const MAX_SCAN_M = 40;
const MAX_SCAN_DEPTH = 5;

export const claim: Claim = {
  id: "mlp-ratio",
  title: "The ratio is a power of R_k",
  statement:
    "With r* and m neurons in each of the L−1 hidden layers, ∏G(r*−k,m)/∏T(r*,m) = R_k(r*,m)^(L−1): " +
    "exponential in depth, increasing if R_k > 1 and decreasing to 0 if R_k < 1. So width can replace depth " +
    "and depth width: for every ε there is a least width from which on R_k^(L−1) < ε, and at every width " +
    "with R_k < 1 a least depth. `equiloss regime` finds both, exactly. These are the paper's levels, " +
    "narrower than r* in every hidden layer. Networks that are narrower in some hidden layers and have r* " +
    "units in the others have critical points as well. With them the count is (Σ_{k≥0} G(r*−k,m))^(L−1) − " +
    "G(r*,m)^(L−1); at the widths of Figure 1(d,e), 4-4-4 → 5-5-5, this is larger than the number of " +
    "subspaces of minima, while the count of the paper's levels is not. The numbers of subspaces themselves " +
    "are the claim mlp-count",
  source: "Şimşek et al. 2021, §5",
  hypotheses: ["equal widths of all hidden layers, in both networks", "1 ≤ k < r* ≤ m", "ε > 0 rational"],
  provedInPart: {
    part: "the power, by depth and width",
    leavesOpen:
      "that `equiloss regime` finds the least widths and depths, which exist; and that networks narrower in " +
      "some hidden layers have critical points",
  },
  evidence: [
    listedEvidence,
    everyCase("least widths", {
      what:
        "the least width that the search finds for R_k^(L−1) < ε, and for the sum over k, agrees with a " +
        "scan of all widths by recurrences",
      range: `1 ≤ k < r* ≤ ${MAX_SCAN_R}, m ≤ ${MAX_SCAN_M}, L ≤ ${MAX_SCAN_DEPTH}, ε = 3/2, 1, 1/10, 1/1000`,
      expected: tradeOffCount,
      cases: tradeOffCases,
      check: checkTradeOff,
    }),
    everyCase("least depths", {
      what: "the least depth with R_k^(L−1) < ε agrees with repeated multiplication",
      range: `1 ≤ k < r* ≤ ${MAX_R}, r* ≤ m ≤ ${MAX_M}, ε = 3/2, 1, 1/10, 1/1000`,
      expected: depthCount,
      cases: depthCases,
      check: checkDepth,
    }),
    mixedEvidence,
  ],
  properties,
  theorems: [
    "ratio_falls",
    "crossing_exists",
    "ratio_over_layers",
    "ratio_by_depth",
    "mixed_levels_counted",
    "mixed_levels_exceed",
    "critical_layers_copied",
  ],
};

const EPSILONS: readonly Quotient[] = [
  quotientOf(3n, 2n),
  quotientOf(1n),
  quotientOf(1n, 10n),
  quotientOf(1n, 1000n),
];

/** What the search finds for one level, or for all (k = 0), and the counts at every width by other routes. */
export interface TradeOffCase {
  readonly k: number;
  readonly r: number;
  readonly goal: Goal;
  readonly leastWidth: number | null;
  /** Critical subspaces and minima at m = r, r+1, …. */
  readonly scan: readonly (readonly [critical: bigint, minima: bigint])[];
}

function* tradeOffCases(): Generator<TradeOffCase> {
  const table = labelledPartitionTable(MAX_SCAN_M);
  for (let r = 2; r <= MAX_SCAN_R; r += 1) {
    const widths = Array.from({ length: MAX_SCAN_M - r + 1 }, (_, index) => r + index);
    const columns = Array.from({ length: r }, (_, k) => widths.map((m) => surjectionsByRecurrence(r - k, m)));
    const sums = widths.map((_, index) =>
      columns.slice(1).reduce((sum, column) => sum + entry(column, index), 0n),
    );
    for (const epsilon of EPSILONS) {
      for (let depth = 2; depth <= MAX_SCAN_DEPTH; depth += 1) {
        const goal = { layers: depth - 1, epsilon };
        const { levels, sum } = widthRegime({ r, goal, lastWidth: 16 * r + 256 });
        for (let k = 0; k < r; k += 1) {
          const counts = k === 0 ? sums : entry(columns, k);
          const scan = widths.map((m, index) => [entry(counts, index), entry(entry(table, m), r)] as const);
          yield { k, r, goal, leastWidth: (k === 0 ? sum : entry(levels, k - 1)).leastWidth, scan };
        }
      }
    }
  }
}

function tradeOffCount(): bigint {
  return BigInt(EPSILONS.length * (MAX_SCAN_DEPTH - 1) * ((MAX_SCAN_R * (MAX_SCAN_R + 1)) / 2 - 1));
}

/** R^{L−1} < ε at all scanned widths from the least one on, and not at the width before it. */
export function checkTradeOff({ k, r, goal, leastWidth, scan }: TradeOffCase): string | undefined {
  const { layers, epsilon } = goal;
  const exponent = BigInt(layers);
  const met = scan.map(
    ([critical, minima]) =>
      critical ** exponent * epsilon.denominator < epsilon.numerator * minima ** exponent,
  );
  const width = met.lastIndexOf(false) + 1 + r;
  if (met.at(-1) !== true) return `the scan ends too early at k = ${k}, r* = ${r}`;
  return leastWidth === width
    ? undefined
    : `least width ${leastWidth ?? "none"}, by the scan ${width}, at k = ${k}, r* = ${r}, ${layers} layers`;
}

/** A ratio below 1, an ε, and the least depth that is claimed. */
export interface DepthCase {
  readonly value: Rational;
  readonly epsilon: Quotient;
  readonly depth: number | null;
}

function* depthCases(): Generator<DepthCase> {
  for (let r = 2; r <= MAX_R; r += 1) {
    for (let m = r; m <= MAX_M; m += 1) {
      for (let k = 1; k < r; k += 1) {
        const value = levelRatio(k, r, m);
        for (const epsilon of EPSILONS) {
          yield { value, epsilon, depth: leastDepth(quotientOf(value.n, value.d), epsilon) };
        }
      }
    }
  }
}

function depthCount(): bigint {
  let count = 0;
  for (let r = 2; r <= MAX_R; r += 1) count += (r - 1) * (MAX_M - r + 1);
  return BigInt(EPSILONS.length * count);
}

/** By multiplying until the power is below ε; there is no such depth if the ratio is at least 1. */
export function checkDepth({ value, epsilon, depth }: DepthCase): string | undefined {
  const bound = rational(epsilon.numerator, epsilon.denominator);
  let power = value;
  let least: number | null = 2;
  while (power.compare(bound) >= 0 && least !== null) {
    power = power.mul(value);
    least = value.compare(rational(1n)) >= 0 ? null : least + 1;
  }
  return least === depth ? undefined : `least depth ${depth ?? "none"}, by multiplying ${least ?? "none"}`;
}
