import { labelledPartitions, surjectionsOf } from "../combinatorics/partitions/enumeration.js";
import { certifiedRank } from "../exact/matrices/certifiedRank.js";
import { clearDenominators } from "../exact/vectors/integerMatrix.js";
import { type Rational, rational } from "../exact/numbers/rational.js";
import type { AffineSubspace } from "../manifold/subspaces/affineSubspace.js";
import { criticalSubspace } from "../manifold/subspaces/criticalSubspace.js";
import { gammaSubspace } from "../manifold/subspaces/gammaSubspace.js";
import { parameterCount } from "../manifold/subspaces/parameterSpace.js";
import type { Claim } from "./evidence/claim.js";
import { dimensionPairs, standardNetwork, sumOverWidths, widths } from "./evidence/ranges.js";
import type { FoundTable } from "./evidence/verdict.js";
import { everyCase } from "./evidence/everyCase.js";

const MAX_M = 4;
const MAX_DIMENSION = 2;
const MAX_WIDTH = 60;

export const claim: Claim = {
  id: "dim-comparison",
  title: "Dimensions of the subspaces, compared with the parameter space",
  statement:
    "The dimensions differ, in particular in how they depend on r. With h = m − r*, subspaces of global " +
    "minima have dimension h·min(d_in, d_out) to h·max(d_in, d_out); critical ones above a network of " +
    "width r have dimension m − r. 'All tiny compared to the ambient dimensionality' m(d_in + d_out) is " +
    "right for global minima if h ≪ r*, as their share is at most h/m. It is not right if m ≫ r*: the " +
    "share of the largest is at least half of h/m; they have 82 of 135 dimensions for the vastly " +
    "overparameterized network of Figure 1. The share of critical subspaces is (m − r)/m divided by d_in " +
    "+ d_out: tiny if r is near m or d_in + d_out is large. (Where the text has Γ̄_s(θ_*), it means " +
    "Γ̄_s(θ_*^r).)",
  source: "Şimşek et al. 2021, §4.2, last paragraph",
  hypotheses: [],
  evidence: [
    everyCase("dimensions", {
      what: "the least and the largest dimension of all subspaces of either kind, by certified ranks",
      range: `1 ≤ r ≤ m ≤ ${MAX_M}, d_in, d_out ≤ ${MAX_DIMENSION}`,
      expected: sumOverWidths(MAX_M, () => BigInt(MAX_DIMENSION ** 2)),
      cases: () => sizesUpTo(MAX_M),
      check: checkSpreads,
      table: shareTable,
    }),
    everyCase("shares", {
      what:
        "the share of the largest subspaces of global minima is at most h/m and at least half of it; that " +
        "of critical ones is (m − r)/m divided by d_in + d_out, which is no larger",
      range: `1 ≤ r ≤ m ≤ ${MAX_WIDTH}, d_in, d_out ≤ ${MAX_DIMENSION}`,
      expected: sumOverWidths(MAX_WIDTH, () => BigInt(MAX_DIMENSION ** 2)),
      cases: () => sizesUpTo(MAX_WIDTH),
      check: checkShares,
    }),
  ],
};

/** Widths and dimensions of a network. */
export interface Sizes {
  readonly r: number;
  readonly m: number;
  readonly inputDimension: number;
  readonly outputDimension: number;
}

/** The least and the largest dimension of some subspaces. */
export interface Spread {
  readonly least: number;
  readonly most: number;
}

/** Claimed, with h = m − r: h·min to h·max of the two dimensions for global minima, h for critical ones. */
function claimedSpreads({ r, m, inputDimension, outputDimension }: Sizes): readonly [Spread, Spread] {
  const h = m - r;
  return [
    {
      least: h * Math.min(inputDimension, outputDimension),
      most: h * Math.max(inputDimension, outputDimension),
    },
    { least: h, most: h },
  ];
}

/** The spreads of the dimensions of all subspaces, by certified ranks of their directions. */
export function rankSpreads({ r, m, inputDimension, outputDimension }: Sizes): readonly [Spread, Spread] {
  const theta = standardNetwork(r, inputDimension, outputDimension);
  return [
    spread([...labelledPartitions(r, m)].map((partition) => gammaSubspace(theta, partition))),
    spread([...surjectionsOf(r, m)].map((surjection) => criticalSubspace(theta, surjection))),
  ];
}

function spread(subspaces: readonly AffineSubspace[]): Spread {
  const dimensions = subspaces.map(
    ({ directions, ambientDimension }) => certifiedRank(clearDenominators(directions), ambientDimension).rank,
  );
  return { least: Math.min(...dimensions), most: Math.max(...dimensions) };
}

export function checkSpreads(sizes: Sizes, spreadsOf = rankSpreads): string | undefined {
  const [byRank, claimed] = [spreadsOf(sizes), claimedSpreads(sizes)].map((spreads) =>
    spreads.map(({ least, most }) => `${least} to ${most}`).join(", "),
  );
  return byRank === claimed ? undefined : `dimensions ${byRank}, not ${claimed}, ${placeOf(sizes)}`;
}

function placeOf({ r, m, inputDimension, outputDimension }: Sizes): string {
  return `at r = ${r}, m = ${m}, ${inputDimension} → ${outputDimension}`;
}

function* sizesUpTo(maxM: number): Generator<Sizes> {
  for (const [r, m] of widths(maxM)) {
    for (const [inputDimension, outputDimension] of dimensionPairs(MAX_DIMENSION))
      yield { r, m, inputDimension, outputDimension };
  }
}

/**
 * The shares of the largest subspaces in the parameter space: (h/m)·max/(d_in + d_out) for global minima,
 * from half of h/m to h/m; (1 − r/m)/(d_in + d_out) for critical ones above a network of width r.
 */
export function shares(sizes: Sizes): readonly [minima: Rational, critical: Rational] {
  const { m, inputDimension, outputDimension } = sizes;
  const ambient = BigInt(parameterCount({ inputDimension, outputDimension, width: m }));
  const [minima, critical] = claimedSpreads(sizes).map(({ most }) => rational(BigInt(most), ambient));
  if (minima === undefined || critical === undefined) throw new RangeError("no subspaces");
  return [minima, critical];
}

export function checkShares(sizes: Sizes, sharesOf = shares): string | undefined {
  const { r, m, inputDimension, outputDimension } = sizes;
  const [minima, critical] = sharesOf(sizes);
  const free = rational(BigInt(m - r), BigInt(m));
  const place = placeOf(sizes);
  if (minima.compare(free) > 0 || minima.mul(2n).compare(free) < 0)
    return `a share of ${minima.toFraction()} for minima ${place}`;
  if (!critical.mul(BigInt(inputDimension + outputDimension)).equals(free))
    return `a share of ${critical.toFraction()} for critical points ${place}`;
  return critical.compare(minima) <= 0 ? undefined : `critical subspaces larger ${place}`;
}

/** The widths of Figures 1 and 5, d_in = 2 and d_out = 1, and a network for images of 28 × 28. */
export function shareTable(): FoundTable {
  const rows: readonly Sizes[] = [
    { r: 4, m: 5, inputDimension: 2, outputDimension: 1 },
    { r: 4, m: 10, inputDimension: 2, outputDimension: 1 },
    { r: 4, m: 45, inputDimension: 2, outputDimension: 1 },
    { r: 100, m: 110, inputDimension: 784, outputDimension: 10 },
    { r: 100, m: 1000, inputDimension: 784, outputDimension: 10 },
  ];
  return {
    title: "The largest subspaces of global minima, compared with the parameter space",
    head: ["r* → m, d_in → d_out", "parameters", "largest Γ_P", "smallest Γ_P", "Γ̄ above width r*"],
    rows: rows.map((sizes) => {
      const [minima, critical] = claimedSpreads(sizes);
      const { r, m, inputDimension, outputDimension } = sizes;
      const ambient = parameterCount({ inputDimension, outputDimension, width: m });
      return [
        `${r} → ${m}, ${inputDimension} → ${outputDimension}`,
        ...[ambient, minima.most, minima.least, critical.most].map(String),
      ];
    }),
  };
}
