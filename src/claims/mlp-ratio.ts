import { leastDepth, type Goal } from "../combinatorics/goal.js";
import { labelledPartitionTable } from "../combinatorics/labelledPartitionRoutes.js";
import { ratio } from "../combinatorics/ratio.js";
import { regime } from "../combinatorics/regime.js";
import { surjectionsByRecurrence } from "../combinatorics/surjections.js";
import { tuples } from "../combinatorics/tuples.js";
import { type Quotient, quotient } from "../exact/quotient.js";
import { type Rational, rational } from "../exact/rational.js";
import { canonicalForm } from "../manifold/canonicalForm.js";
import { layerCriticalSubspace } from "../manifold/layerCriticalSubspace.js";
import { layerSubspace } from "../manifold/layerSubspace.js";
import { randomLayers } from "../network/randomLayers.js";
import { properties } from "../../properties/mlp-ratio.js";
import type { Claim } from "./claim.js";
import { exhaustive } from "./exhaustive.js";
import { partitionsOf } from "./layerForms.js";
import { mixedEvidence } from "./mixedLevels.js";
import { sampled } from "./sampled.js";

const MAX_R = 8;
const MAX_M = 14;
/** Largest m of networks whose subspaces are listed, for L = 2, 3. */
const MAX_LISTED: readonly number[] = [4, 3];
const LISTED_SEED = 1;
const MAX_SCAN_R = 8;
const MAX_SCAN_M = 40;
const MAX_SCAN_DEPTH = 5;
const EPSILONS: readonly Quotient[] = [
  quotient(3n, 2n),
  quotient(1n),
  quotient(1n, 10n),
  quotient(1n, 1000n),
];

/** R_k(r, m), and how many subspaces a network of several hidden layers was found to have. */
export interface ListedCase {
  readonly k: number;
  readonly r: number;
  readonly m: number;
  readonly hidden: number;
  readonly single: Rational;
  /** Critical subspaces above one network of width r − k in all layers. */
  readonly critical: number;
  /** Subspaces of global minima. */
  readonly minima: number;
}

/** Distinct subspaces of one kind, made for all tuples of a network with equal hidden widths and told apart by their equations. */
function distinctSubspaces(kind: "critical" | "minima", r: number, m: number, hidden: number): number {
  const layers = Array.from({ length: hidden }, () => r);
  const theta = randomLayers({ widths: [1, ...layers, 1], hasBiases: false }, LISTED_SEED);
  const one = partitionsOf(kind === "critical" ? kind : "last to first", r, m);
  const forms = new Set<string>();
  for (const tuple of tuples(layers.map(() => one))) {
    const subspace =
      kind === "critical"
        ? layerCriticalSubspace(theta, tuple)
        : layerSubspace(theta, tuple, "last to first");
    forms.add(canonicalForm(subspace));
  }
  return forms.size;
}

function* listedCases(): Generator<ListedCase> {
  for (const [index, maxM] of MAX_LISTED.entries()) {
    const hidden = index + 1;
    for (let r = 2; r <= maxM; r += 1) {
      for (let m = r; m <= maxM; m += 1) {
        const minima = distinctSubspaces("minima", r, m, hidden);
        for (let k = 1; k < r; k += 1) {
          const critical = distinctSubspaces("critical", r - k, m, hidden);
          yield { k, r, m, hidden, single: ratio(k, r, m), critical, minima };
        }
      }
    }
  }
}

/** The numbers of subspaces found have the ratio R_k^{L−1}. */
export function checkListed({ k, r, m, hidden, single, critical, minima }: ListedCase): string | undefined {
  const found = rational(BigInt(critical), BigInt(minima));
  let power = rational(1n);
  for (let layer = 0; layer < hidden; layer += 1) power = power.mul(single);
  return found.equals(power)
    ? undefined
    : `${critical} critical subspaces and ${minima} of minima at k = ${k}, (${r},${m}), ${hidden} hidden layers, not R_k^${hidden}`;
}

/** r − 1 levels for each 2 ≤ r ≤ m. */
function listedCount(maxM: number): bigint {
  return BigInt((maxM * (maxM * maxM - 1)) / 6);
}

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
      columns.slice(1).reduce((sum, column) => sum + (column[index] ?? 0n), 0n),
    );
    for (const epsilon of EPSILONS) {
      for (let depth = 2; depth <= MAX_SCAN_DEPTH; depth += 1) {
        const goal = { layers: depth - 1, epsilon };
        const { levels, sum } = regime({ r, goal, lastWidth: 16 * r + 256 });
        for (let k = 0; k < r; k += 1) {
          const counts = k === 0 ? sums : (columns[k] ?? []);
          const scan = widths.map((m, index) => [counts[index] ?? 0n, table[m]?.[r] ?? 0n] as const);
          yield { k, r, goal, leastWidth: (k === 0 ? sum : levels[k - 1])?.leastWidth ?? null, scan };
        }
      }
    }
  }
}

function tradeOffCount(): bigint {
  return BigInt(EPSILONS.length * (MAX_SCAN_DEPTH - 1) * ((MAX_SCAN_R * (MAX_SCAN_R + 1)) / 2 - 1));
}

/** R^{L−1} < ε at all scanned widths from the least one on, and not just before it. */
export function checkTradeOff({ k, r, goal, leastWidth, scan }: TradeOffCase): string | undefined {
  const { layers, epsilon } = goal;
  const exponent = BigInt(layers);
  const met = scan.map(
    ([critical, minima]) =>
      critical ** exponent * epsilon.denominator < epsilon.numerator * minima ** exponent,
  );
  const found = met.lastIndexOf(false) + 1 + r;
  if (met.at(-1) !== true) return `the scan ends too early at k = ${k}, r* = ${r}`;
  return leastWidth === found
    ? undefined
    : `least width ${leastWidth ?? "none"}, by the scan ${found}, at k = ${k}, r* = ${r}, ${layers} layers`;
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
        const value = ratio(k, r, m);
        for (const epsilon of EPSILONS) {
          const depth = leastDepth({ numerator: value.n, denominator: value.d }, epsilon);
          yield { value, epsilon, depth };
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

/** By multiplying until the power is below ε, or for good if the ratio is 1 or more. */
export function checkDepth({ value, epsilon, depth }: DepthCase): string | undefined {
  const bound = rational(epsilon.numerator, epsilon.denominator);
  let power = value;
  let found: number | null = 2;
  while (power.compare(bound) >= 0 && found !== null) {
    power = power.mul(value);
    found = value.compare(rational(1n)) >= 0 ? null : found + 1;
  }
  return found === depth ? undefined : `least depth ${depth ?? "none"}, by multiplying ${found ?? "none"}`;
}

export const claim: Claim = {
  id: "mlp-ratio",
  title: "The ratio is a power of R_k",
  source: "Şimşek et al. 2021, §5",
  statement:
    "With r* and m neurons in each of the L−1 hidden layers, ∏G(r*−k,m)/∏T(r*,m) = R_k(r*,m)^(L−1): exponential in depth, rising if R_k > 1 " +
    "and falling to 0 if R_k < 1. So width trades for depth: for every ε there is a least width from which on R_k^(L−1) < ε, and at " +
    "every width with R_k < 1 a least depth. `equiloss regime` finds both, exactly. These are the paper's levels, narrower than r* in every hidden " +
    "layer. Networks that are narrower in some and r* wide in others have critical points as well: with them the count is " +
    "(Σ_{k≥0} G(r*−k,m))^(L−1) − G(r*,m)^(L−1), and at the widths of Figure 1(d,e), 4-4-4 → 5-5-5, it prevails over the minima's, which the paper's levels don't. " +
    "The numbers of subspaces themselves are mlp-count's",
  hypotheses: ["equal widths of all hidden layers, in both networks", "1 ≤ k < r* ≤ m", "ε > 0 rational"],
  evidence: [
    {
      name: "subspaces",
      run: ({ progress }) =>
        exhaustive({
          what: "critical subspaces above a network of widths r*−k, and subspaces of minima, made one by one, told apart by their equations and counted: their ratio is R_k^(L−1)",
          range: `1 ≤ k < r* ≤ m, ${MAX_LISTED.map((bound, index) => `m ≤ ${bound} for L = ${index + 2}`).join(", ")}, one random θ for each, d_in = d_out = 1`,
          expected: MAX_LISTED.reduce((sum, bound) => sum + listedCount(bound), 0n),
          cases: listedCases(),
          check: checkListed,
          progress,
        }),
    },
    {
      name: "least widths",
      run: ({ progress }) =>
        exhaustive({
          what: "the least width that the search finds for R_k^(L−1) < ε, and for the sum over k, against a scan of all widths by recurrences",
          range: `1 ≤ k < r* ≤ ${MAX_SCAN_R}, m ≤ ${MAX_SCAN_M}, L ≤ ${MAX_SCAN_DEPTH}, ε = 3/2, 1, 1/10, 1/1000`,
          expected: tradeOffCount(),
          cases: tradeOffCases(),
          check: checkTradeOff,
          progress,
        }),
    },
    {
      name: "least depths",
      run: ({ progress }) =>
        exhaustive({
          what: "the least depth with R_k^(L−1) < ε against multiplying on",
          range: `1 ≤ k < r* ≤ ${MAX_R}, r* ≤ m ≤ ${MAX_M}, ε = 3/2, 1, 1/10, 1/1000`,
          expected: depthCount(),
          cases: depthCases(),
          check: checkDepth,
          progress,
        }),
    },
    mixedEvidence,
    ...properties.map(sampled),
  ],
  cites: {
    properties: properties.map((property) => property.name),
    tests: ["test/claims/mlp-ratio.test.ts", "test/claims/mixedLevels.test.ts"],
  },
};
