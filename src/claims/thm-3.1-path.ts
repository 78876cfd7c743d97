import { labelledPartitions } from "../combinatorics/partitions/enumeration.js";
import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import { orbitRepresentative, orbits } from "../combinatorics/partitions/orbits.js";
import { gammaHolds } from "../manifold/subspaces/gammaSubspace.js";
import { pathAsInPaper } from "../manifold/paths/pathAsInPaper.js";
import type { Polyline } from "../manifold/paths/manifoldPath.js";
import { shortestPath } from "../manifold/paths/shortestPath.js";
import { transposition } from "../manifold/paths/transposition.js";
import { type TwoLayerNetwork, permuteUnits, sameNetwork } from "../network/twoLayerNetwork.js";
import { properties } from "../../properties/thm-3.1-path.js";
import type { Claim } from "./evidence/claim.js";
import { exhaustive } from "./evidence/exhaustive.js";
import { genericPoint } from "./instances/genericPoint.js";
import { pathCertificates } from "./instances/pathInstances.js";
import { orbitCount } from "./instances/orbitCount.js";
import { standardNetwork, sumOverWidths, widths } from "./evidence/ranges.js";
import { everyCase } from "./evidence/everyCase.js";

const MAX_TRANSPOSITIONS = 5;
const MAX_PAIRS = 4;

export const claim: Claim = {
  id: "thm-3.1-path",
  title: "Three segments to a transposed neighbour",
  statement:
    "From a subspace Γ_P in which a unit i* has zero output, the subspace transposed by (i*, i) is " +
    "reached in three segments inside Θ; any permutation is reached by transpositions. (How few segments " +
    "suffice is the claim ext-geodesic.)",
  source: "Şimşek et al. 2021, Theorem 3.1, proof",
  hypotheses: ["θ^r irreducible", "1 ≤ r < m"],
  evidence: [
    everyCase("transpositions", {
      upTo: MAX_TRANSPOSITIONS,
      what: "three segments, each in its subspace, from a point to its image under (i*, i)",
      range: (bound) => `all subspaces with a zero block {i*} and all i ≠ i*, 1 ≤ r < m ≤ ${bound}`,
      // Without i* a labelled partition of m − 1 units is left.
      expected: (bound) =>
        sumOverWidths(bound, (r, m) => (r < m ? BigInt(m * (m - 1)) * labelledPartitionCount(r, m - 1) : 0n)),
      cases: transpositionCases,
      check: checkTransposition,
    }),
    {
      name: "segments saved",
      kind: "exhaustive",
      run: ({ maxM, progress }) => {
        const bound = Math.min(maxM, MAX_PAIRS);
        let [paper, fewest] = [0, 0];
        const verdict = exhaustive({
          what: "the proof's path between points of two subspaces is never shorter than a shortest path",
          range: `one subspace of each orbit against all, 1 ≤ r < m ≤ ${bound}`,
          expected: sumOverWidths(bound, (r, m) =>
            r < m ? orbitCount(r, m) * labelledPartitionCount(r, m) : 0n,
          ),
          cases: lengthCases(bound),
          check: (item) => {
            const fault = checkLengths(item);
            if (fault === undefined)
              [paper, fewest] = [paper + Number(item.asInPaper), fewest + Number(item.least)];
            return fault;
          },
          progress,
        });
        const what = `${verdict.what}; ${paper} segments in all, and ${fewest} by shortest paths`;
        return { ...verdict, what };
      },
    },
    pathCertificates("thm-3.1-path", {
      upTo: MAX_PAIRS,
      what: "paths as in the proof, each segment in one subspace",
      find: (theta, from, to) => {
        const path = pathAsInPaper(theta, from, to);
        return path && { line: path.list(), optimal: false };
      },
    }),
  ],
  properties,
  floats: true,
  theorems: ["transposed_in_three_segments"],
};

/** A point, its image under a transposition, and the path claimed to lead from one to the other. */
export interface TranspositionCase {
  readonly theta: TwoLayerNetwork;
  readonly from: TwoLayerNetwork;
  readonly to: TwoLayerNetwork;
  readonly path: Polyline;
}

/** The path has three segments, each in its subspace, and the right ends. */
export function checkTransposition({ theta, from, to, path }: TranspositionCase): string | undefined {
  const { points, partitions } = path;
  const name = partitions.map(({ key }) => `[${key}]`).join(" ");
  if (partitions.length !== 3 || points.length !== 4) return `${name}: ${points.length} points on 3 segments`;
  const [first, last] = [points[0], points[3]];
  if (first === undefined || last === undefined || !sameNetwork(first, from) || !sameNetwork(last, to)) {
    return `${name}: the ends are not the point and its image`;
  }
  const outside = partitions.findIndex(
    (partition, segment) =>
      !points.slice(segment, segment + 2).every((point) => gammaHolds(theta, partition, point)),
  );
  return outside < 0 ? undefined : `${name}: segment ${outside + 1} leaves its subspace`;
}

function* transpositionCases(maxM: number): Generator<TranspositionCase> {
  for (const [r, m] of widths(maxM)) {
    const theta = standardNetwork(r, 1, 1);
    for (const partition of labelledPartitions(r, m)) {
      const from = genericPoint(theta, partition);
      for (const [silent] of partition.zeroBlocks.filter(({ length }) => length === 1)) {
        for (const other of partition.codes.keys()) {
          if (silent === undefined || other === silent) continue;
          const swap = from.units.map((_, i) => (i === silent ? other : i === other ? silent : i));
          const path = transposition(partition, from, silent, other);
          yield { theta, from, to: permuteUnits(from, swap), path };
        }
      }
    }
  }
}

/** Two points' path as in the proof, and the fewest segments. */
export interface LengthCase {
  readonly name: string;
  readonly asInPaper: number | undefined;
  readonly least: number | undefined;
}

/** The proof's path and a shortest one exist, and the proof's is not shorter. */
export function checkLengths({ name, asInPaper, least }: LengthCase): string | undefined {
  if (asInPaper === undefined || least === undefined) return `${name}: no path`;
  return asInPaper >= least ? undefined : `${name}: ${asInPaper} segments, but ${least} are the fewest`;
}

function* lengthCases(maxM: number): Generator<LengthCase> {
  for (const [r, m] of widths(maxM)) {
    if (r === m) continue;
    const theta = standardNetwork(r, 1, 1);
    const partitions = [...labelledPartitions(r, m)];
    for (const orbit of orbits(r, m)) {
      const p = orbitRepresentative(orbit);
      const from = genericPoint(theta, p);
      for (const q of partitions) {
        const to = genericPoint(theta, q);
        yield {
          name: `[${p.key}] to [${q.key}]`,
          asInPaper: pathAsInPaper(theta, from, to)?.segments,
          least: shortestPath(theta, from, to)?.path.segments,
        };
      }
    }
  }
}
