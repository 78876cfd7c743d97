import { surjectionsOf } from "../combinatorics/partitions/enumeration.js";
import type { LabelledPartition } from "../combinatorics/partitions/labelledPartition.js";
import { orbitRepresentative, orbits } from "../combinatorics/partitions/orbits.js";
import { surjections, surjectionsByStirling } from "../combinatorics/counts/surjections.js";
import { criticalDimension, criticalSubspace } from "../manifold/subspaces/criticalSubspace.js";
import { intersectionByEquations } from "../manifold/subspaces/intersection.js";
import { properties } from "../../properties/prop-4.3.js";
import type { Claim } from "./evidence/claim.js";
import { countedBySize } from "./evidence/countedBySize.js";
import { criticalGradient, criticalPoints } from "./instances/criticalGradient.js";
import { surjectionOrbitCount } from "./instances/orbitCount.js";
import { standardNetwork, sumOverWidths } from "./evidence/ranges.js";
import { type DimensionCase, checkDimension, inAllDimensions } from "./thm-3.1-dim.js";
import { everyCase } from "./evidence/everyCase.js";

/** Beyond it, dimensions are those of one subspace of each orbit. */
const MAX_ALL = 5;
const MAX_PAIRWISE = 6;

export const claim: Claim = {
  id: "prop-4.3",
  title: "Critical subspaces: how many, how large, disjoint",
  statement:
    "Θ̄_{r→m}(θ^r) is a union of G(r,m) disjoint affine subspaces of dimension m − r, one for each " +
    "surjection g: [m] → [r]. (These are the P_π Γ̄_s of Def. 4.1.) All their points are critical, by the " +
    "argument at def-4.1",
  source: "Şimşek et al. 2021, Def. 4.1 and Prop. 4.3",
  hypotheses: ["θ^r irreducible, and critical for the last sentence"],
  evidence: [
    everyCase("dimension", {
      upTo: MAX_ALL,
      usually: MAX_ALL - 1,
      what: "there are G(r,m) subspaces, each of dimension m − r by certified ranks",
      range: (bound) => `all surjections, 1 ≤ r ≤ m ≤ ${bound}, d_in, d_out ≤ ${MAX_DIMENSION}`,
      expected: (bound) => sumOverWidths(bound, subspaceCount),
      cases: (bound) =>
        countedBySize(bound, (r, m) => inAllDimensions(surjectionsOf(r, m), MAX_DIMENSION), subspaceCount),
      check: checkCriticalDimension,
    }),
    everyCase("dimension of orbits", {
      what: "subspaces have dimension m − r by certified ranks, beyond the sizes where all are listed",
      range: (maxM) =>
        `one surjection per orbit under S_m × S_r, 1 ≤ r ≤ m ≤ ${maxM}, d_in, d_out ≤ ${MAX_DIMENSION}`,
      expected: (maxM) => sumOverWidths(maxM, orbitSubspaceCount),
      cases: (maxM) =>
        countedBySize(
          maxM,
          (r, m) => inAllDimensions(representatives(r, m), MAX_DIMENSION),
          orbitSubspaceCount,
        ),
      check: checkCriticalDimension,
    }),
    everyCase("disjoint", {
      upTo: MAX_PAIRWISE,
      usually: MAX_PAIRWISE - 1,
      what: "two critical subspaces intersect if and only if they are equal, by exact linear algebra",
      range: (bound) =>
        `one surjection per orbit under S_m × S_r against all, 1 ≤ r ≤ m ≤ ${bound}, d_in = 1, d_out = 2`,
      expected: (bound) => sumOverWidths(bound, pairCount),
      cases: (bound) => countedBySize(bound, disjointCases, pairCount),
      check: checkDisjoint,
    }),
    criticalGradient,
    criticalPoints,
  ],
  properties,
  floats: true,
  theorems: [
    "critical_points_copied",
    "critical_subspaces",
    "critical_subspaces_as_in_paper",
    "gradient_is_derivative",
    "critical_is_stationary",
  ],
};

const MAX_DIMENSION = 3;

/** Two surjections and the dimension in which their critical subspaces intersect, undefined if they don't. */
export interface DisjointCase {
  readonly p: LabelledPartition;
  readonly q: LabelledPartition;
  readonly intersection: number | undefined;
}

/** Different surjections have disjoint subspaces; the intersection with itself is the whole subspace. */
export function checkDisjoint({ p, q, intersection }: DisjointCase): string | undefined {
  const expected = p.equals(q) ? criticalDimension(p) : undefined;
  if (intersection === expected) return undefined;
  return `[${p.key}] and [${q.key}] intersect in dimension ${intersection ?? "none"}, not ${expected ?? "none"}`;
}

/** One surjection of each orbit and every other, with their intersections by equations. */
export function* disjointCases(
  r: number,
  m: number,
  subspaceOf: typeof criticalSubspace = criticalSubspace,
): Generator<DisjointCase> {
  const theta = standardNetwork(r, 1, 2);
  for (const p of representatives(r, m)) {
    const subspace = subspaceOf(theta, p);
    for (const q of surjectionsOf(r, m)) {
      yield { p, q, intersection: intersectionByEquations(subspace, subspaceOf(theta, q)) };
    }
  }
}

/** The number of pairs of an orbit representative and any surjection. */
const pairCount = (r: number, m: number): bigint => surjectionOrbitCount(r, m) * surjections(r, m);

/** One surjection for each orbit under S_m × S_r. */
function representatives(r: number, m: number): LabelledPartition[] {
  return [...orbits(r, m)].filter(({ zeroSizes }) => zeroSizes.length === 0).map(orbitRepresentative);
}

function checkCriticalDimension({ theta, partition }: DimensionCase): string | undefined {
  return checkDimension(criticalSubspace(theta, partition), partition.m - partition.r);
}

const subspaceCount = (r: number, m: number): bigint =>
  BigInt(MAX_DIMENSION ** 2) * surjectionsByStirling(r, m);

const orbitSubspaceCount = (r: number, m: number): bigint =>
  BigInt(MAX_DIMENSION ** 2) * surjectionOrbitCount(r, m);
