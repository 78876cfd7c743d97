import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { isIrreducibleMultiLayer } from "../../network/irreducibleMultiLayer.js";
import { type MultiLayerNetwork, hiddenWidths, inputDimensionOf } from "../../network/multiLayerNetwork.js";
import { blockSums } from "./layerBlock.js";
import { columnPartition, multiLayerSpace, rowsWithBias } from "./multiLayerSpace.js";
import { multiLayerSubspaceHolds } from "./multiLayerSubspace.js";

/**
 * The tuple of labelled partitions by which a network computes what θ does: in each hidden layer units are in
 * one block if and only if they have the same term; the block has the label of θ's unit with that term, if
 * there is one (proofs/layers.md, §1 to §3). Undefined if the network's nested measure isn't θ's.
 *
 * One pass forwards, by the rows summed over the blocks of the layer before. Φ of this tuple holds the
 * network; and so does Γ of this tuple if any Γ_P does, since each zero block here is a union of zero blocks
 * of P.
 *
 * @param theta a network that is irreducible in every hidden layer.
 * @throws RangeError if theta is reducible.
 * @example coarsestTuple(theta, theta)?.map(({ codes }) => codes) // 1…r in each layer
 */
export function coarsestTuple(
  theta: MultiLayerNetwork,
  network: MultiLayerNetwork,
): LabelledPartition[] | undefined {
  if (!isIrreducibleMultiLayer(theta)) throw new RangeError("theta is reducible in a hidden layer");
  if (network.weights.length !== theta.weights.length) return undefined;
  if (inputDimensionOf(network) !== inputDimensionOf(theta)) return undefined;
  const space = multiLayerSpace(theta, hiddenWidths(network));
  const tuple: LabelledPartition[] = [];
  for (const [index, width] of hiddenWidths(theta).entries()) {
    const columns = columnPartition(space, tuple.at(-1));
    const labels = new Map(
      rowsWithBias(theta, index + 1).map((row, unit) => [padded(row, columns).key, unit + 1]),
    );
    const rows = rowsWithBias(network, index + 1);
    if (rows.some((row) => row.dimension !== columns.m)) return undefined;
    const zeroBlocks = new Map<string, number>();
    const codes = rows.map((row) => {
      const { key } = blockSums(row, columns);
      const code = labels.get(key) ?? zeroBlocks.get(key) ?? 0 - zeroBlocks.size;
      if (code <= 0) zeroBlocks.set(key, code);
      return code;
    });
    if (new Set(codes.filter((code) => code > 0)).size !== width) return undefined;
    tuple.push(LabelledPartition.canonical(codes, width));
  }
  return multiLayerSubspaceHolds(theta, tuple, "fibre", network) ? tuple : undefined;
}

/** The sums over blocks that a row of W^(ℓ) gives: those over zero blocks are 0. */
function padded(row: RationalVector, columns: LabelledPartition): RationalVector {
  const zeros = new Array<bigint>(columns.zeroBlockCount).fill(0n);
  return RationalVector.of([...row.numerators, ...zeros], row.denominator);
}
