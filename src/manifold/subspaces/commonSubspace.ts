import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { unitClasses } from "./unitClasses.js";

/**
 * A subspace that holds both points, undefined if there is none; in one pass, however many subspaces hold either.
 *
 * If any does, so does the coarsest partition with equal incoming vectors on its blocks at both points: its
 * blocks are the cells where a class of one meets a class of the other, labelled t where both sit at w_t. A
 * partition P that holds both refines it, block t of P lies in the cell of w_t and w_t, and sums over a
 * cell are sums over blocks of P.
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
  const [first, second] = [unitClasses(theta, from), unitClasses(theta, to)];
  const cells = new Map<number, number[]>();
  first.classes.forEach((number, unit) => {
    const cell = number * second.classCount + (second.classes[unit] ?? 0);
    const members = cells.get(cell);
    if (members === undefined) cells.set(cell, [unit]);
    else members.push(unit);
  });
  const codes = new Array<number>(from.units.length).fill(0);
  let labelled = 0;
  let zeroBlocks = 0;
  for (const members of cells.values()) {
    const [unit = 0] = members;
    const label = first.labels[unit] ?? 0;
    const shared = label > 0 && label === second.labels[unit];
    const target = shared ? theta.units[label - 1]?.outgoing : undefined;
    const mass = target ?? RationalVector.zero(theta.outputDimension);
    if (!outgoingSum(from, members).equals(mass) || !outgoingSum(to, members).equals(mass)) return undefined;
    if (shared) labelled += 1;
    const code = shared ? label : 0 - zeroBlocks++;
    for (const member of members) codes[member] = code;
  }
  return labelled === theta.units.length ? LabelledPartition.canonical(codes, labelled) : undefined;
}

function outgoingSum(network: TwoLayerNetwork, members: readonly number[]): RationalVector {
  return members.reduce(
    (sum, member) => sum.plus(network.units[member]?.outgoing ?? sum),
    RationalVector.zero(network.outputDimension),
  );
}
