import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { isIrreducibleMultiLayer } from "../../network/irreducibleMultiLayer.js";
import { type MultiLayerNetwork, hiddenWidths } from "../../network/multiLayerNetwork.js";
import { blockSums } from "./layerBlock.js";
import { columnPartition, multiLayerSpace, rowsWithBias } from "./multiLayerSpace.js";
import { multiLayerSubspaceHolds } from "./multiLayerSubspace.js";

/**
 * The tuple of labelled partitions by which a network computes what θ does: in each hidden layer units are together exactly
 * if they have one term, under the label of θ's unit of that term if there is one (proofs/layers.md, §1 to §3). Undefined if the
 * network's nested measure isn't θ's.
 *
 * One pass forwards, by the rows summed over the blocks of the layer before. Φ of this tuple holds the network; and
 * its Γ does if any Γ_P does, as each dead block here is a union of zero blocks of P.
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
  if (network.weights[0]?.[0]?.dimension !== theta.weights[0]?.[0]?.dimension) return undefined;
  const space = multiLayerSpace(theta, hiddenWidths(network));
  const found: LabelledPartition[] = [];
  for (const [index, width] of hiddenWidths(theta).entries()) {
    const columns = columnPartition(space, found.at(-1));
    const labels = new Map(
      rowsWithBias(theta, index + 1).map((row, unit) => [padded(row, columns).key, unit + 1]),
    );
    const numbers = new Map<string, number>();
    const codes = rowsWithBias(network, index + 1).map((row) => {
      if (row.dimension !== columns.m) return undefined;
      const { key } = blockSums(row, columns);
      const code = labels.get(key) ?? numbers.get(key) ?? 0 - numbers.size;
      if (code <= 0) numbers.set(key, code);
      return code;
    });
    const known = codes.flatMap((code) => code ?? []);
    if (known.length !== codes.length || new Set(known.filter((code) => code > 0)).size !== width)
      return undefined;
    found.push(LabelledPartition.canonical(known, width));
  }
  return multiLayerSubspaceHolds(theta, found, "fibre", network) ? found : undefined;
}

/** A row of W^(ℓ), as sums over blocks: 0 over the zero blocks. */
function padded(row: RationalVector, columns: LabelledPartition): RationalVector {
  const zeros = new Array<bigint>(columns.zeroBlockCount).fill(0n);
  return RationalVector.of([...row.numerators, ...zeros], row.denominator);
}
