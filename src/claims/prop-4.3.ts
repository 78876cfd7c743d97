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
import { dimensionPairs, standardNetwork, sumOverWidths } from "./evidence/ranges.js";
import { checkDimension } from "./thm-3.1-dim.js";
import { everyCase } from "./evidence/everyCase.js";

const MAX_PAIRWISE = 6;

export const claim: Claim = {
  id: "prop-4.3",
  title: "Critical subspaces: how many, how large, disjoint",
  statement:
    "Θ̄_{r→m}(θ^r) is a union of G(r,m) disjoint affine subspaces of dimension m − r, one for each " +
    "surjection g: [m] → [r]. (These are the P_π Γ̄_s of Def. 4.1.) All their points are critical, by " +
    "the argument at def-4.1: this half is checked for every β of exact instances with the squared " +
    "error, and is not part of the theorems",
  source: "Şimşek et al. 2021, Def. 4.1 and Prop. 4.3",
  hypotheses: ["θ^r irreducible"],
  provedInPart: {
    part: "count, dimension, disjointness",
    leavesOpen: "that all points of the subspaces are critical",
  },
  evidence: [
    everyCase("dimension", {
      upTo: MAX_PAIRWISE,
      what: "G(r,m) subspaces, each of dimension m − r by certified ranks",
      range: (bound) => `all surjections, 1 ≤ r ≤ m ≤ ${bound}, d_in, d_out ≤ ${MAX_DIMENSION}`,
      expected: (bound) => sumOverWidths(bound, subspaceCount),
      cases: (bound) => countedBySize(bound, subspaceCases, subspaceCount),
      check: ({ surjection, inputDimension, outputDimension }) =>
        checkDimension(
          criticalSubspace(standardNetwork(surjection.r, inputDimension, outputDimension), surjection),
          surjection.m - surjection.r,
        ),
    }),
    everyCase("disjoint", {
      upTo: MAX_PAIRWISE,
      what: "two critical subspaces intersect only if they are the same, by exact linear algebra",
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
  theorems: ["critical_subspaces", "critical_subspaces_as_in_paper"],
};

const MAX_DIMENSION = 3;

/** Two surjections and the dimension in which their critical subspaces intersect, undefined if they don't. */
export interface DisjointCase {
  readonly p: LabelledPartition;
  readonly q: LabelledPartition;
  readonly intersection: number | undefined;
}

/** Different surjections have disjoint subspaces; a subspace meets itself in its own dimension. */
export function checkDisjoint({ p, q, intersection }: DisjointCase): string | undefined {
  const wanted = p.equals(q) ? criticalDimension(p) : undefined;
  if (intersection === wanted) return undefined;
  return `[${p.key}] and [${q.key}] intersect in dimension ${intersection ?? "none"}, not ${wanted ?? "none"}`;
}

/**
 * One surjection an orbit against all, itself among them: every intersection is computed from the equations.
 */
export function* disjointCases(
  r: number,
  m: number,
  subspaceOf: typeof criticalSubspace = criticalSubspace,
): Generator<DisjointCase> {
  const theta = standardNetwork(r, 1, 2);
  for (const p of representatives(r, m)) {
    const own = subspaceOf(theta, p);
    for (const q of surjectionsOf(r, m)) {
      yield { p, q, intersection: intersectionByEquations(own, subspaceOf(theta, q)) };
    }
  }
}

/** Pairs of a representative and any surjection. */
const pairCount = (r: number, m: number): bigint => surjectionOrbitCount(r, m) * surjections(r, m);

/** One surjection for each orbit under S_m × S_r. */
function representatives(r: number, m: number): LabelledPartition[] {
  return [...orbits(r, m)].filter(({ zeroSizes }) => zeroSizes.length === 0).map(orbitRepresentative);
}

interface SubspaceCase {
  readonly surjection: LabelledPartition;
  readonly inputDimension: number;
  readonly outputDimension: number;
}

function* subspaceCases(r: number, m: number): Generator<SubspaceCase> {
  for (const surjection of surjectionsOf(r, m)) {
    for (const [inputDimension, outputDimension] of dimensionPairs(MAX_DIMENSION)) {
      yield { surjection, inputDimension, outputDimension };
    }
  }
}

const subspaceCount = (r: number, m: number): bigint =>
  BigInt(MAX_DIMENSION ** 2) * surjectionsByStirling(r, m);
