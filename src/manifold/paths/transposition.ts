import { entry } from "../../exact/entry.js";
import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type Unit, type TwoLayerNetwork, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import type { Polyline } from "./manifoldPath.js";

/**
 * Three segments from a point of Γ_0 to its image under the transposition (i*, i), in P_{(i*,i)}Γ_0 (proof of
 * Theorem 3.1, Fig. 4a): w' of unit i* goes to w_i; then a_i goes over to i*; then w_i of unit i goes to w'.
 *
 * @param point lies in the subspace of `partition`.
 * @param silent i*, which is alone in a zero block, so it adds nothing.
 * @param other i, any other unit.
 * @throws RangeError if i* is not alone in a zero block, or if i is i* or not a unit.
 * @example // (w_1, a_1), (w', 0) by (w_1, a_1), (w_1, 0) and (w_1, 0), (w_1, a_1) to (w', 0), (w_1, a_1)
 */
export function transposition(
  partition: LabelledPartition,
  point: TwoLayerNetwork,
  silent: number,
  other: number,
): Polyline {
  const [idle, full] = [point.units[silent], point.units[other]];
  const code = partition.codes[silent];
  const alone =
    code !== undefined && code <= 0 && partition.codes.indexOf(code) === partition.codes.lastIndexOf(code);
  if (idle === undefined || full === undefined || silent === other || !alone) {
    throw new RangeError(`no transposition of a silent neuron ${silent} and ${other} in [${partition.key}]`);
  }
  const empty = { incoming: full.incoming, outgoing: RationalVector.zero(point.outputDimension) };
  const corner = (atSilent: Unit, atOther: Unit): TwoLayerNetwork =>
    twoLayerNetwork(
      point.inputDimension,
      point.outputDimension,
      point.units.map((unit, index) => (index === silent ? atSilent : index === other ? atOther : unit)),
    );
  const shared = entry(partition.codes, other);
  const coded = (silentCode: number, otherCode: number): LabelledPartition =>
    LabelledPartition.canonical(
      partition.codes.map((unchanged, index) =>
        index === silent ? silentCode : index === other ? otherCode : unchanged,
      ),
      partition.r,
    );
  return {
    points: [point, corner(empty, full), corner(full, empty), corner(full, idle)],
    partitions: [partition, coded(shared, shared), coded(shared, code)],
  };
}
