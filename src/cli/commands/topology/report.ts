import { eulerCharacteristic } from "../../../combinatorics/counts/eulerCharacteristic.js";
import { partialSurjectionCount } from "../../../combinatorics/counts/partialSurjections.js";
import { sphereCount } from "../../../combinatorics/counts/sphereCount.js";
import { entry } from "../../../exact/entry.js";
import { InputError } from "../../../exact/inputError.js";
import { type ChainComplex, eulerCharacteristicOf } from "../../../manifold/topology/chainComplex.js";
import { homology } from "../../../manifold/topology/homology.js";
import {
  PlacementComplex,
  fitsCodes,
  placementComplexBytes,
} from "../../../manifold/topology/placementComplex.js";
import { differsFromWedge } from "../../../manifold/topology/wedgeOfSpheres.js";
import type { Parity } from "../../../exact/parity.js";
import { type Mirrored, mirrorLines, mirroringFor } from "../../options/mirrorOptions.js";
import { type Hear, phasesOf } from "../../terminal/progress.js";
import { requireMemory } from "../../options/memory.js";
import { present } from "../../options/present.js";

/** What `equiloss topology r m` prints as JSON. */
export interface TopologyReport {
  readonly r: number;
  readonly m: number;
  /** Betti numbers in dimensions 0 … m − r, in decimal. */
  readonly betti: readonly string[];
  /** For each of these dimensions the invariant factors above 1, in decimal. */
  readonly torsion: readonly (readonly string[])[];
  readonly eulerCharacteristic: string;
  /** The parity of the activation, if neurons may be mirrored. */
  readonly parity?: Parity;
}

/** The homology, and what is shown to a person beside it. */
export interface TopologyFinding {
  readonly report: TopologyReport;
  /** Cells of X in each dimension. */
  readonly cells: readonly number[];
  /** β(r,m). */
  readonly predicted: string;
  /** How the homology differs from that of a wedge of β spheres; undefined if it doesn't. */
  readonly contradiction?: string;
}

/** The widths that are asked for. */
export interface TopologyRequest {
  readonly r: number;
  readonly m: number;
  /** MiB that the complex may take. */
  readonly budget: number;
  readonly mirrored: Mirrored;
}

/**
 * Computes the homology of X_{r,m}, to which the expansion manifold is homotopy equivalent.
 *
 * @throws InputError if the complex would take more memory, or if it has too many cells to number.
 */
export function topologyFinding({ r, m, budget, mirrored }: TopologyRequest, hear: Hear): TopologyFinding {
  const { images } = mirroringFor(mirrored);
  requireMemory(`topology ${r} ${m}`, placementComplexBytes(r, m, images), budget);
  if (!fitsCodes(images * r, m)) {
    throw new InputError(
      `${images * r + 1}^${m} passes 2^32, up to which cells can be numbered`,
      "choose smaller sizes",
    );
  }
  const phase = phasesOf(hear);
  const complex = new PlacementComplex(r, m, phase("listing cells"), images);
  return findingOf(complex, phase("matching cells"), mirrored);
}

/** The finding for a complex, which the caller says is X_{r,m}. */
export function findingOf(
  complex: ChainComplex & { readonly r: number; readonly m: number },
  progress: (done: number, total: number) => void,
  mirrored: Mirrored = {},
): TopologyFinding {
  const mirroring = mirroringFor(mirrored);
  const { r, m } = complex;
  const groups = homology(complex, progress);
  const euler = BigInt(eulerCharacteristicOf(complex));
  const predicted = sphereCount(r, m, mirroring.images);
  const cells = complex.starts.slice(1).map((end, d) => end - entry(complex.starts, d));
  const formula = eulerCharacteristic(r, m, mirroring);
  const contradiction =
    differsFromWedge(groups, m - r, predicted) ??
    (euler === formula ? undefined : `the Euler characteristic is ${euler}, not ${formula}`);
  return {
    report: {
      r,
      m,
      betti: groups.betti.map(String),
      torsion: groups.torsion.map((factors) => factors.map(String)),
      eulerCharacteristic: euler.toString(),
      ...present({ parity: mirrored.parity }),
    },
    cells,
    predicted: predicted.toString(),
    ...present({ contradiction }),
  };
}

/** The claim that says what the homology is. */
export function claimOf({ parity }: Mirrored): string {
  return parity === undefined ? "ext-topology" : "ext-parity-topology";
}

/** The finding as lines for a person. */
export function topologyLines(
  { report, cells, predicted, contradiction }: TopologyFinding,
  mirrored: Mirrored = {},
): string {
  const { r, m, betti, torsion, eulerCharacteristic: euler } = report;
  const torsionWords = torsion.flatMap((factors, d) =>
    factors.map((factor) => `Z/${factor} in dimension ${d}`),
  );
  const outcome =
    contradiction === undefined ? "which is the homology found" : `CONTRADICTED: ${contradiction}`;
  return [
    `r = ${r}, m = ${m}`,
    ...mirrorLines(mirrored),
    `cells    ${cells.join(", ")}`,
    `         in dimensions 0 to ${m - r}; ${partialSurjectionCount(r, m, mirroringFor(mirrored).images)} in all, ` +
      `surjective partial maps [m] ⇀ ${mirrored.parity === undefined ? "" : "±"}[r]`,
    `Betti    ${betti.join(", ")}`,
    `torsion  ${torsionWords.length === 0 ? "none" : torsionWords.join(", ")}`,
    `chi      ${euler}`,
    `spheres  ${predicted} of dimension ${m - r} by ${claimOf(mirrored)}, ${outcome}`,
    "route    integer homology of a cell complex that the expansion manifold is homotopy equivalent to:",
    "         coreductions, and the Smith normal form of the boundaries left",
  ].join("\n");
}
