import { certifiedRank } from "../exact/matrices/certifiedRank.js";
import { clearDenominators } from "../exact/vectors/integerMatrix.js";
import { type AffineSubspace, includesSubspace } from "../manifold/subspaces/affineSubspace.js";
import { symmetrySubspace } from "../manifold/subspaces/symmetrySubspace.js";
import { properties } from "../../properties/def-2.2.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";

const MAX_WIDTH = 6;
const UNIT_DIMENSIONS = [1, 2, 3, 4, 5, 6];

export const claim: Claim = {
  id: "def-2.2",
  title: "Symmetry subspaces and their dimension",
  statement: "dim H_{i_1,…,i_k} = D(m − k + 1), and every symmetry subspace is an intersection of H_{ij}s",
  source: "Şimşek et al. 2021, Def. 2.2",
  hypotheses: ["k ≥ 2 distinct units of D coordinates"],
  evidence: [
    everyCase("ranks", {
      what: "the dimension by exact rank, and equality with the intersection of the H_ij",
      range: `all subsets of at least 2 of m ≤ ${MAX_WIDTH} units, D ≤ ${UNIT_DIMENSIONS.length}`,
      expected: expectedCases,
      cases: symmetryCases,
      check: checkSymmetrySubspace,
    }),
  ],
  properties,
  theorems: ["symmetry_subspace_dimension", "symmetry_subspace_intersection"],
};

/** A symmetry subspace, the H_{ij} of its pairs of units, and the dimension that Def. 2.2 claims. */
export interface SymmetryCase {
  readonly subspace: AffineSubspace;
  readonly pairs: readonly AffineSubspace[];
  readonly dimension: number;
}

/**
 * The parametrization solves the equations and has the claimed dimension by exact rank; ∩ H_{ij} is the same
 * space.
 */
export function checkSymmetrySubspace({ subspace, pairs, dimension }: SymmetryCase): string | undefined {
  const columns = subspace.ambientDimension;
  const rankOf = (spaces: readonly AffineSubspace[]): number =>
    certifiedRank(
      clearDenominators(spaces.flatMap((space) => space.equations)).map((row) => row.slice(0, columns)),
      columns,
    ).rank;
  const byDirections = certifiedRank(clearDenominators(subspace.directions), columns).rank;
  if (!includesSubspace(subspace, subspace)) return "the parametrization leaves the equations";
  if (byDirections !== dimension) return `dimension ${byDirections} by the directions, claimed ${dimension}`;
  if (columns - rankOf([subspace]) !== dimension) return "the rank of the equations is wrong";
  if (!pairs.every((pair) => includesSubspace(pair, subspace))) return "not included in some H_ij";
  if (columns - rankOf(pairs) !== dimension) return "the H_ij intersect in another space";
  return undefined;
}

function* symmetryCases(): Generator<SymmetryCase> {
  for (const unitDimension of UNIT_DIMENSIONS) {
    for (let m = 2; m <= MAX_WIDTH; m += 1) {
      for (let mask = 0; mask < 1 << m; mask += 1) {
        const units = Array.from({ length: m }, (_, unit) => unit).filter((unit) => (mask >> unit) % 2 === 1);
        if (units.length < 2) continue;
        const pairs = units.flatMap((i) =>
          units.filter((j) => i < j).map((j) => symmetrySubspace(unitDimension, m, [i, j])),
        );
        const dimension = unitDimension * (m - units.length + 1);
        yield { subspace: symmetrySubspace(unitDimension, m, units), pairs, dimension };
      }
    }
  }
}

/** Σ over D and m of the subsets of at least two of m units: 2^m − 1 − m. */
function expectedCases(): bigint {
  let subsets = 0n;
  for (let m = 2; m <= MAX_WIDTH; m += 1) subsets += (1n << BigInt(m)) - 1n - BigInt(m);
  return subsets * BigInt(UNIT_DIMENSIONS.length);
}
