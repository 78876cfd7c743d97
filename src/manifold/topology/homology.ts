import { speaking } from "../../exact/plainJavaScript.js";
import { entry } from "../../exact/entry.js";
import { invariantFactors } from "../../exact/matrices/smithForm.js";
import { type ChainComplex, requireComplex } from "./chainComplex.js";
import { coreductions } from "./coreduction.js";
import { type MorseComplex, morseComplex } from "./morseComplex.js";

/**
 * Homology groups over Z: in dimension d, Z^betti[d] and a Z/k for each k of torsion[d].
 *
 * @example homology(new PlacementComplex(3, 4)).betti // [1, 13]
 */
export interface Homology {
  readonly betti: readonly number[];
  /** Invariant factors above 1, each a divisor of the next. */
  readonly torsion: readonly (readonly bigint[])[];
}

/**
 * Exact integer homology of a chain complex, by an algorithm that uses only its incidence numbers: a greedy
 * acyclic matching, the boundary operator of the cells that it leaves over, and the Smith normal form of
 * that.
 *
 * @param progress receives now and then how many of all cells are matched or critical.
 * @throws RangeError if it is not a complex.
 * @example homology(chainComplexOf([[[]], [[]], [[[0, 2]]]])).torsion[1]?.join()
 *   === "2" // the projective plane
 */
export function homology(
  complex: ChainComplex,
  progress: (done: number, total: number) => void = () => undefined,
): Homology {
  requireComplex(complex);
  const morse = morseComplex(complex, coreductions(complex, progress));
  // Above the top dimension the boundary operator is 0.
  const factors = [...morse.critical.map((_, d) => boundaryFactors(morse, d)), []];
  return speaking({
    betti: morse.critical.map(
      (cells, d) => cells.length - entry(factors, d).length - entry(factors, d + 1).length,
    ),
    torsion: morse.critical.map((_, d) => entry(factors, d + 1).filter((factor) => factor > 1n)),
  });
}

/**
 * The invariant factors of the boundary operator from dimension d, without the rows and columns that are 0.
 */
function boundaryFactors({ critical, boundaryOf }: MorseComplex, d: number): bigint[] {
  // Most rows are 0 and not kept.
  const chains = entry(critical, d).flatMap((cell) => {
    const chain = boundaryOf(cell);
    return chain.size === 0 ? [] : [chain];
  });
  const columns = [...new Set(chains.flatMap((chain) => [...chain.keys()]))];
  return invariantFactors(
    // Chains contain no zeros: a missing cell has coefficient 0.
    chains.map((chain) => columns.map((cell) => chain.get(cell) ?? 0n)),
    columns.length,
  );
}
