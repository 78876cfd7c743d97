/**
 * Time of the integer homology of the three largest cell complexes that are asked for, in parts: the complex,
 * its homology by coreductions, and the matching for all sizes. Beside it, at a size that it can do, the
 * Smith normal form of whole boundary matrices. Answers are compared before any time is printed.
 *
 *   npx tsx bench/topology.ts [runs]
 */
import { sphereCount } from "../src/combinatorics/counts/sphereCount.js";
import { homology } from "../src/manifold/topology/homology.js";
import { PlacementComplex } from "../src/manifold/topology/placementComplex.js";
import { placementMatching } from "../src/manifold/topology/placementMatching.js";
import { differsFromWedge } from "../src/manifold/topology/wedgeOfSpheres.js";
import { plainHomology } from "../test/manifold/topology/complexes.js";
import { paired } from "./paired.js";

const runs = Number(process.argv[2] ?? 5);

for (const [r, m] of [
  [4, 8],
  [3, 9],
  [2, 11],
] as const) {
  const complex = new PlacementComplex(r, m);
  const difference = differsFromWedge(homology(complex), m - r, sphereCount(r, m));
  if (difference !== undefined) throw new Error(`(${r}, ${m}): ${difference}`);
  const times = paired(runs, {
    cells: () => new PlacementComplex(r, m),
    homology: () => homology(complex),
    matching: () => placementMatching(complex),
  });
  console.log(
    `topology (${r}, ${m}), ${complex.starts.at(-1) ?? 0} cells: ${shown(times.cells)} to list them, ` +
      `${shown(times.homology)} homology, ${shown(times.matching)} matching for all sizes`,
  );
}

for (const [r, m] of [
  [2, 4],
  [3, 5],
] as const) {
  const complex = new PlacementComplex(r, m);
  const [ours, plain] = [homology(complex), plainHomology(complex)];
  if (JSON.stringify(ours.betti) !== JSON.stringify(plain.betti))
    throw new Error(`(${r}, ${m}): they differ`);
  const times = paired(runs, { ours: () => homology(complex), plain: () => plainHomology(complex) });
  console.log(
    `topology (${r}, ${m}), ${complex.starts.at(-1) ?? 0} cells: ${shown(times.ours)} by coreductions, ` +
      `${shown(times.plain)} by Smith forms of whole boundary matrices`,
  );
}

function shown(milliseconds: number): string {
  return `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`;
}
