import { entry } from "../../exact/entry.js";
import type { Homology } from "./homology.js";

/**
 * Whether homology groups are those of a wedge of spheres of one dimension: Z in dimension 0, Z^count in that
 * of the spheres, and nothing else. For dimension 0 that is count + 1 points.
 *
 * @returns undefined if they are; otherwise the first group that differs, in words.
 * @example differsFromWedge({ betti: [1, 2], torsion: [[], []] }, 1, 1n) === "H_1 is Z^2, not Z^1"
 */
export function differsFromWedge(
  { betti, torsion }: Homology,
  dimension: number,
  count: bigint,
): string | undefined {
  for (let d = 0; d < Math.max(betti.length, dimension + 1); d += 1) {
    const spheres = (d === 0 ? 1n : 0n) + (d === dimension ? count : 0n);
    // Above the dimension of the complex, homology is 0.
    const [rank, factors] = d < betti.length ? [entry(betti, d), entry(torsion, d)] : [0, []];
    if (BigInt(rank) === spheres && factors.length === 0) continue;
    const group = [`Z^${rank}`, ...factors.map((factor) => `Z/${factor}`)].join(" + ");
    return `H_${d} is ${group}, not Z^${spheres}`;
  }
  return undefined;
}
