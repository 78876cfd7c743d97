import type { Expected } from "../../../src/checker/verdict.js";
import { requireAcyclic } from "../../../src/manifold/topology/acyclicMatching.js";
import { homology } from "../../../src/manifold/topology/homology.js";
import { PlacementComplex, blockOf } from "../../../src/manifold/topology/placementComplex.js";
import type { Json } from "../seal.js";
import { entries, members, need, whole } from "./reading.js";

/**
 * Whether steps build up X_{r,m}, by the program's own complex and its homology. In each dimension the
 * number of critical cells must be the Betti number, and the Betti numbers must be those of a wedge.
 */
export function morseHolds(body: Json | undefined, expected: Expected): boolean {
  const isMirrored = expected.claim === "ext-parity-topology";
  const parts = members(body, "m", "r", "steps", ...(isMirrored ? ["parity"] : []));
  const [r, m] = [whole(parts.r), whole(parts.m)];
  need(expected.r === r && expected.m === m && r >= 1 && r <= m && m <= 6);
  if (isMirrored)
    need((parts.parity === "odd" || parts.parity === "even") && parts.parity === expected.parity);
  const complex = new PlacementComplex(r, m, undefined, isMirrored ? 2 : 1);
  const steps = entries(parts.steps).map((step) => entries(step).map((cell) => cellOf(complex, cell)));
  const mates = new Int32Array(complex.starts.at(-1) ?? 0).fill(-1);
  for (const [first, second, ...others] of steps) {
    need(first !== undefined && others.length === 0);
    if (second === undefined) continue;
    mates[first] = second;
    mates[second] = first;
  }
  try {
    requireAcyclic(complex, { mates, order: Uint32Array.from(steps.flat()) });
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
  const counts = complex.starts.slice(1).map((end, d) => {
    const start = complex.starts[d] ?? 0;
    return mates.subarray(start, end).filter((mate) => mate === -1).length;
  });
  const { betti, torsion } = homology(complex);
  const isWedge =
    betti.every((rank, d) => d === 0 || d === m - r || rank === 0) && (m === r || betti[0] === 1);
  return isWedge && torsion.every((factors) => factors.length === 0) && counts.join() === betti.join();
}

function cellOf(complex: PlacementComplex, digits: Json): number {
  need(typeof digits === "string" && /^[0-9a-i]+$/.test(digits) && digits.length === complex.m);
  const map = Uint8Array.from(digits, (digit) => parseInt(digit, 36));
  const blocks = new Set([...map].filter((label) => label > 0).map((label) => blockOf(label, complex.r)));
  need(blocks.size === complex.r && map.every((label) => label <= complex.images * complex.r));
  return complex.cellOf(map);
}
