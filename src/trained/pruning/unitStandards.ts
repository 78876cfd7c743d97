import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { ActivationSymmetry } from "../../network/activations/activationSymmetry.js";
import type { SignedPartition } from "../../network/activations/symmetricReduction.js";
import { affineRows } from "../bounds/affineRows.js";
import type { UnitStandards } from "../bounds/provableBound.js";
import type { Classification } from "./classify.js";

const [ZERO, ONE] = [rational(0n), rational(1n)];

/**
 * For each hidden layer what its units are to the pruned network: a unit of it; a constant, where their
 * weights are nearly 0; or the first of their group, whose outgoing weights nearly cancel.
 *
 * @param symmetry the one that the network was classified by.
 */
export function unitStandards(
  { projected, reduction }: Classification,
  symmetry: ActivationSymmetry,
): UnitStandards[] {
  const rows = affineRows(projected, projected);
  return reduction.layers.map((layer, index) => {
    const biases = entry(rows, index).map((row) =>
      projected.biases === undefined ? ZERO : row.at(row.dimension - 1),
    );
    return standardsOf(layer, biases, symmetry);
  });
}

function standardsOf(
  { labelledPartition, signs, scales }: SignedPartition,
  biases: readonly Rational[],
  symmetry: ActivationSymmetry,
): UnitStandards {
  const isTurned = symmetry.slope.equals(0n) && !symmetry.isHomogeneous;
  const factorOf = (unit: number): Rational => {
    const scale = entry(scales, unit);
    return isTurned && entry(signs, unit) === -1 ? scale.neg() : scale;
  };
  // By code, and by side where the mirror image of a unit isn't a multiple of it.
  const firsts = new Map<string, number>();
  const units = labelledPartition.map((code, unit): [code: number, factor: Rational] => {
    const sign = entry(signs, unit);
    const constant = sign === 0 ? symmetry.rationalValue(entry(biases, unit)) : undefined;
    if (constant !== undefined) return [0, constant];
    if (code > 0 && (isTurned || sign === 1)) return [code, rounded(factorOf(unit))];
    const key = `${code} ${isTurned ? "" : sign}`;
    const first = firsts.get(key) ?? unit;
    firsts.set(key, first);
    const factor = first === unit ? ONE : factorOf(unit).div(factorOf(first));
    return [-first - 1, rounded(factor)];
  });
  return { codes: units.map(([code]) => code), factors: units.map(([, factor]) => factor) };
}

/** To 128 bits after the binary point: a factor of many digits would make those of all sums as long. */
function rounded(factor: Rational): Rational {
  const scale = 1n << 128n;
  const nearest = rational((factor.s * factor.n * scale) / factor.d, scale);
  return nearest.equals(0n) ? factor : nearest;
}
