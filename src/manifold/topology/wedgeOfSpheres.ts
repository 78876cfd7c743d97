import type { Homology } from "./homology.js";

/**
 * Whether homology groups are those of a wedge of spheres of one dimension: Z in dimension 0, Z^count in that of the spheres, and
 * nothing else. For dimension 0 that is count + 1 points.
 *
 * @returns undefined if they are, else the first that isn't, in words.
 * @example differsFromWedge({ betti: [1, 2], torsion: [[], []] }, 1, 1n) === "H_1 is Z^2, not Z^1"
 */
export function differsFromWedge(
  { betti, torsion }: Homology,
  dimension: number,
  count: bigint,
): string | undefined {
  for (let d = 0; d < Math.max(betti.length, dimension + 1); d += 1) {
    const due = (d === 0 ? 1n : 0n) + (d === dimension ? count : 0n);
    const [rank, factors] = [betti[d] ?? 0, torsion[d] ?? []];
    if (BigInt(rank) === due && factors.length === 0) continue;
    const found = [`Z^${rank}`, ...factors.map((factor) => `Z/${factor}`)].join(" + ");
    return `H_${d} is ${found}, not Z^${due}`;
  }
  return undefined;
}
