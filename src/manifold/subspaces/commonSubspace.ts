import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { entry } from "../../exact/entry.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { type UnitClass, perUnit, unitClasses } from "./unitClasses.js";

/**
 * A subspace that holds both points; undefined if there is none. It takes one pass, no matter how many
 * subspaces hold either point.
 *
 * If any subspace holds both, so does that of the coarsest partition with equal incoming vectors on its
 * blocks at both points: its blocks are the cells where a class of one intersects a class of the other,
 * labelled t where both sit at w_t. A partition P that holds both refines it, block t of P lies in the cell
 * where both points have w_t, and sums over a cell are sums over blocks of P.
 *
 * @param theta an irreducible network of width r.
 * @param from a point of Θ_{r→m}(θ^r), as `to`.
 * @example commonSubspace(theta, theta, theta)?.codes // 1…r
 */
export function commonSubspace(
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
  to: TwoLayerNetwork,
): LabelledPartition | undefined {
  const cells = cellsOf(unitClasses(theta, from), unitClasses(theta, to), from.units.length);
  const zero = RationalVector.zero(theta.outputDimension);
  const codes = new Array<number>(from.units.length);
  let [labelled, zeroBlocks] = [0, 0];
  for (const cell of cells) {
    const mass = cell.label === 0 ? zero : entry(theta.units, cell.label - 1).outgoing;
    const hasMass = (network: TwoLayerNetwork): boolean => outgoingSum(network, cell.members).equals(mass);
    if (!hasMass(from) || !hasMass(to)) return undefined;
    if (cell.label > 0) labelled += 1;
    const code = cell.label > 0 ? cell.label : 0 - zeroBlocks++;
    for (const member of cell.members) codes[member] = code;
  }
  return labelled === theta.units.length ? LabelledPartition.canonical(codes, labelled) : undefined;
}

/** Where a class of one network intersects a class of the other, under the label that both have, or 0. */
function cellsOf(first: readonly UnitClass[], second: readonly UnitClass[], m: number): Iterable<UnitClass> {
  const numbers = perUnit(second, m, (_, number) => number);
  const cells = new Map<number, { readonly members: number[]; readonly label: number }>();
  first.forEach(({ members, label }, number) => {
    for (const unit of members) {
      const other = entry(numbers, unit);
      const key = number * second.length + other;
      const cell = cells.get(key);
      if (cell !== undefined) cell.members.push(unit);
      else cells.set(key, { members: [unit], label: entry(second, other).label === label ? label : 0 });
    }
  });
  return cells.values();
}

function outgoingSum(network: TwoLayerNetwork, members: readonly number[]): RationalVector {
  return members.reduce(
    (sum, member) => sum.plus(entry(network.units, member).outgoing),
    RationalVector.zero(network.outputDimension),
  );
}
