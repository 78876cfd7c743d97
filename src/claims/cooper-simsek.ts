import { labelledPartitions } from "../combinatorics/partitions/enumeration.js";
import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import { saturatedRank } from "../landscape/zeroLoss/saturatedRank.js";
import { gammaDimension } from "../manifold/subspaces/gammaSubspace.js";
import { properties } from "../../properties/cooper-simsek.js";
import type { Claim } from "./evidence/claim.js";
import { dimensionPairs, standardNetwork, sumOverWidths, widths } from "./evidence/ranges.js";
import { type LabelledCase, labelledCase, rankInM } from "./instances/teacherData.js";
import type { FoundTable } from "./evidence/verdict.js";
import { everyCase } from "./evidence/everyCase.js";

const MAX_M = 3;
const MAX_DIMENSION = 2;

export const claim: Claim = {
  id: "cooper-simsek",
  title: "The expansion manifold within the zero-loss set",
  statement:
    "For any number N of data that θ^r fits, Θ_{r→m}(θ^r) lies in M = L⁻¹(0). Near a point where J has " +
    "rank ℓN, M is a manifold of dimension n − ℓN, and Θ is a thin part of it when N is small. If n − ℓN " +
    "< dim Θ, M is not regular at the largest Γ_P: data labelled by a smaller network are not generic in " +
    "Cooper's sense. Where the rank is n − dim Γ_P, M coincides with Γ_P near the point: a local form of " +
    "Theorem 4.2 for finitely many data. With more data the rank saturates, on many Γ_P below n − dim " +
    "Γ_P; there second derivatives alone do not show whether M is larger than Γ_P",
  argument: "J vanishes along Γ_P, so its rank there is at most n − dim Γ_P",
  limits:
    "Shown on exact instances: the ranks are those at one point of each Γ_P, for one rational activation",
  source: "extension: Cooper 2018 (of which only the abstract was at hand) with Şimşek et al. 2021",
  hypotheses: ["θ^r irreducible", "data labelled by θ^r"],
  evidence: [
    everyCase("saturation", {
      what:
        "a point in general position on Γ_P fits n data that θ^r fits; J vanishes along Γ_P, and its " +
        "certified rank is the sum of d_out + d_in·rank{a_i} over distinct w",
      range: `all labelled partitions, 1 ≤ r ≤ m ≤ ${MAX_M}, d_in, d_out ≤ ${MAX_DIMENSION}`,
      expected: BigInt(MAX_DIMENSION ** 2) * sumOverWidths(MAX_M, labelledPartitionCount),
      cases: saturatedCases,
      check: checkSaturated,
    }),
    everyCase("dimensions", {
      what:
        "on every Γ_P rank J ≤ min(ℓN, n − dim Γ_P), and some Γ_P has points of full rank ℓN while n − ℓN " +
        "≥ dim Θ; with more data, none of the largest Γ_P has such points",
      range: "all Γ_P for the sizes in the table",
      expected: 17n,
      cases: () => ROWS.map(rowOf),
      check: checkRow,
      table: rankTable,
    }),
  ],
  properties,
};

/** A point of Θ is in M; with n data the rank is the saturated one, which is at most n − dim Γ_P. */
export function checkSaturated(item: LabelledCase): string | undefined {
  const { inputDimension, outputDimension, units } = item.network;
  const rank = rankInM(item);
  if (typeof rank === "string") return rank;
  const expected = saturatedRank(item.network);
  if (rank !== expected) return `rank ${rank}, expected to saturate at ${expected}`;
  const dimension = gammaDimension(item.partition, inputDimension, outputDimension);
  const parameters = units.length * (inputDimension + outputDimension);
  return rank + dimension <= parameters
    ? undefined
    : `rank ${rank} and dimension ${dimension} of ${parameters}`;
}

export function* saturatedCases(): Generator<LabelledCase> {
  for (const [r, m] of widths(MAX_M)) {
    for (const partition of labelledPartitions(r, m)) {
      for (const [inputs, outputs] of dimensionPairs(MAX_DIMENSION)) {
        yield labelledCase(standardNetwork(r, inputs, outputs), partition, m * (inputs + outputs));
      }
    }
  }
}

/** Sizes of a table's row: r → m, d_in → d_out, and N data. */
export interface RowSizes {
  readonly r: number;
  readonly m: number;
  readonly inputs: number;
  readonly outputs: number;
  readonly points: number;
}

const sizes = (r: number, m: number, inputs: number, outputs: number, counts: number[]): RowSizes[] =>
  counts.map((points) => ({ r, m, inputs, outputs, points }));

/** For each size: N with n − ℓN above, at and below dim Θ, and N so large that the rank is saturated. */
const ROWS: readonly RowSizes[] = [
  ...sizes(1, 2, 2, 1, [1, 4, 5, 12]),
  ...sizes(1, 3, 2, 1, [2, 5, 6, 9, 18]),
  ...sizes(2, 3, 1, 1, [2, 5, 6, 12]),
  ...sizes(2, 3, 2, 2, [2, 5, 6, 12]),
];

/** What holds at one point in general position on each Γ_P, for data labelled by θ^r. */
export interface Row extends RowSizes {
  /** n. */
  readonly parameters: number;
  /** The dimension of each Γ_P, and the rank of J at its point. */
  readonly subspaces: readonly { readonly dimension: number; readonly rank: number }[];
}

/** The row, or what failed on the way. */
export function rowOf(row: RowSizes): Row | string {
  const { r, m, inputs, outputs, points } = row;
  const theta = standardNetwork(r, inputs, outputs);
  const subspaces = [];
  for (const partition of labelledPartitions(r, m)) {
    const rank = rankInM(labelledCase(theta, partition, points));
    if (typeof rank === "string") return rank;
    subspaces.push({ dimension: gammaDimension(partition, inputs, outputs), rank });
  }
  return { ...row, parameters: m * (inputs + outputs), subspaces };
}

/** No rank is above min(ℓN, n − dim Γ_P), as Γ_P ⊆ M; some point of Θ has rank ℓN while n − ℓN ≥ dim Θ. */
export function checkRow(row: Row | string): string | undefined {
  if (typeof row === "string") return row;
  const { r, m, outputs, points, parameters, subspaces } = row;
  if (BigInt(subspaces.length) !== labelledPartitionCount(r, m))
    return `${subspaces.length} subspaces at (${r},${m})`;
  const residuals = outputs * points;
  const beyond = subspaces.find(({ dimension, rank }) => rank > Math.min(residuals, parameters - dimension));
  if (beyond !== undefined) return `rank ${beyond.rank} on a subspace of dimension ${beyond.dimension}`;
  const { dimension, regular } = summary(row);
  return parameters - residuals >= dimension && regular === 0
    ? `no regular point for ${points} data`
    : undefined;
}

/** dim Θ; the numbers of Γ_P of rank ℓN and of rank n − dim Γ_P (M is Γ_P near the point); and the ranks. */
function summary({ outputs, points, parameters, subspaces }: Row) {
  return {
    dimension: Math.max(...subspaces.map(({ dimension }) => dimension)),
    regular: subspaces.filter(({ rank }) => rank === outputs * points).length,
    filling: subspaces.filter(({ dimension, rank }) => rank === parameters - dimension).length,
    least: Math.min(...subspaces.map(({ rank }) => rank)),
    largest: Math.max(...subspaces.map(({ rank }) => rank)),
  };
}

function rankTable(): FoundTable {
  const rows = ROWS.map(rowOf).filter((row) => typeof row !== "string");
  return {
    title: "Θ_{r→m} within M for N data that θ^r fits: at one point in general position on each Γ_P",
    head: [
      "r → m, d_in → d_out, N",
      "n − ℓN",
      "dim Θ",
      "rank of J",
      "Γ_P",
      "of rank ℓN: M of dimension n − ℓN",
      "of rank n − dim Γ_P: M = Γ_P nearby",
    ],
    rows: rows.map((row) => {
      const { dimension, regular, filling, least, largest } = summary(row);
      return [
        `${row.r} → ${row.m}, ${row.inputs} → ${row.outputs}, ${row.points}`,
        ...[row.parameters - row.outputs * row.points, dimension].map(String),
        least === largest ? String(least) : `${least} to ${largest}`,
        ...[row.subspaces.length, regular, filling].map(String),
      ];
    }),
  };
}
