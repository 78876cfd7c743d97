import { requireArguments } from "../exact/plainJavaScript.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { type TwoLayerNetwork, unitsByIncoming } from "./twoLayerNetwork.js";

/**
 * One atom of a measure: a point of Q^{d_in} and its nonzero mass in Q^{d_out}.
 *
 * @example measureOf(twoLayerNetwork(1, 1, [unitOf(["1"], ["2"])])).atoms.get("1")?.mass.key === "2"
 */
export interface Atom {
  readonly point: RationalVector;
  readonly mass: RationalVector;
}

/**
 * The measure of a network: the finitely supported map μ_θ : Q^{d_in} → Q^{d_out}, μ_θ(x) = Σ_{i : w_i = x}
 * a_i. Since f(x|θ) = Σ_w μ_θ(w) σ(w·x), networks of equal measure compute the same function for every
 * activation σ. Defs. 3.1 to 3.3 of the paper are statements about this map.
 *
 * The map contains only points of nonzero mass, under the key of the point, in order of first appearance.
 *
 * @example measureOf(twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["1"],
 *   ["3"])])).atoms.get("1")?.mass.key
 *   === "5"
 */
export class Measure {
  constructor(
    readonly inputDimension: number,
    readonly outputDimension: number,
    readonly atoms: ReadonlyMap<string, Atom>,
  ) {
    requireArguments({ size: { inputDimension, outputDimension }, atoms: { atoms } });
  }

  /** Its points and masses, as "{(1) ↦ (5)}". */
  toString(): string {
    const atoms = [...this.atoms.values()].map(({ point, mass }) => `${String(point)} ↦ ${String(mass)}`);
    return `{${atoms.join(", ")}}`;
  }

  /** Its form in JSON: both dimensions, and the atoms as a list. */
  toJSON(): Pick<Measure, "inputDimension" | "outputDimension"> & { readonly atoms: readonly Atom[] } {
    const { inputDimension, outputDimension, atoms } = this;
    return { inputDimension, outputDimension, atoms: [...atoms.values()] };
  }
}

/**
 * The measure of a network of any width, 0 included. Cost: one pass over the weights.
 *
 * @example measureOf(twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["1"], ["-2"])])).atoms.size === 0
 */
export function measureOf(network: TwoLayerNetwork): Measure {
  const atoms = new Map<string, Atom>();
  for (const { incoming: point, outgoing } of unitsByIncoming(network)) {
    const mass = RationalVector.sum(network.outputDimension, outgoing);
    if (!mass.isZero()) atoms.set(point.key, { point, mass });
  }
  return new Measure(network.inputDimension, network.outputDimension, atoms);
}

/**
 * Whether two measures are the same map; false if their dimensions differ.
 *
 * @example equalMeasures(measureOf(theta), measureOf(permuteUnits(theta, [0]))) === true
 */
export function equalMeasures(left: Measure, right: Measure): boolean {
  if (left.inputDimension !== right.inputDimension || left.outputDimension !== right.outputDimension)
    return false;
  if (left.atoms.size !== right.atoms.size) return false;
  for (const [key, atom] of left.atoms) {
    const other = right.atoms.get(key);
    if (other === undefined || !atom.mass.equals(other.mass)) return false;
  }
  return true;
}
