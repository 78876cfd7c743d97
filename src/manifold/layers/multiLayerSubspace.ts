import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { entry } from "../../exact/entry.js";
import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { isIrreducibleMultiLayer } from "../../network/irreducible.js";
import {
  type MultiLayerNetwork,
  hiddenWidths,
  layerWidths,
  rowsWithBias,
} from "../../network/multiLayerNetwork.js";
import type { AffineSubspace } from "../subspaces/affineSubspace.js";
import {
  type LayerConditions,
  type LayerManifold,
  blockSums,
  layerBlock,
  layerBlockDimension,
  layerBlockHolds,
  sumsOfLabel,
} from "./layerBlock.js";
import { coordinatesOfLayer, multiLayerParameterCount, multiLayerSpace } from "./multiLayerSpace.js";

/**
 * The affine subspace that a tuple P = (P_1, …, P_{L−1}) of labelled partitions names, one for each hidden
 * layer (proofs/layers.md, §3): Γ_P of the manifold that expansion from the last layer to the first gives
 * (Eq. 8 of Şimşek et al. 2021), or Φ_P of the whole fibre. Coordinates are those of `multiLayerSpace`. It is
 * the product of the `layerBlock`s of the layers; for L = 2 both are `gammaSubspace`, in other coordinates.
 *
 * @param theta a network that is irreducible in every hidden layer, of widths r_ℓ.
 * @param partitions P_ℓ of [m_ℓ] with labels 1…r_ℓ, for ℓ = 1, …, L − 1.
 * @throws RangeError if theta is reducible, or the partitions are not of its widths.
 * @example multiLayerSubspace(asMultiLayer(theta), [LabelledPartition.of([1, 0], 1)],
 *   "last to first").directions.length
 *   === 1 // d_in
 */
export function multiLayerSubspace(
  theta: MultiLayerNetwork,
  partitions: readonly LabelledPartition[],
  manifold: LayerManifold,
): AffineSubspace {
  requireArguments({ layeredNetwork: { theta }, "partition[]": { partitions }, manifold: { manifold } });
  const blocks = layerConditions(theta, partitions).map((conditions) => layerBlock(conditions, manifold));
  return productOfLayers(theta, partitions, blocks);
}

/**
 * The dimension of Γ_P or Φ_P. With b_ℓ blocks, j_ℓ of them zero blocks, in P_ℓ, and b_0 = m_0 = d_in, j_L =
 * 0, without biases dim Γ_P = Σ_ℓ m_ℓ(m_{ℓ−1} − b_{ℓ−1}) + j_ℓ r_{ℓ−1}, and dim Φ_P has b_{ℓ−1} in the place
 * of r_{ℓ−1}; with biases each j_ℓ adds one more.
 *
 * @throws RangeError as {@link multiLayerSubspace}.
 * @example multiLayerSubspaceDimension(asMultiLayer(theta), [LabelledPartition.of([1, 0], 1)], "fibre") === 1
 */
export function multiLayerSubspaceDimension(
  theta: MultiLayerNetwork,
  partitions: readonly LabelledPartition[],
  manifold: LayerManifold,
): number {
  requireArguments({ layeredNetwork: { theta }, "partition[]": { partitions }, manifold: { manifold } });
  return layerConditions(theta, partitions).reduce(
    (sum, conditions) => sum + layerBlockDimension(conditions, manifold),
    0,
  );
}

/**
 * Whether a network lies in Γ_P or Φ_P, straight from the definition.
 *
 * @returns false also for a network of other widths, of other dimensions, or with biases where theta has
 *   none.
 * @throws RangeError as {@link multiLayerSubspace}.
 * @example multiLayerSubspaceHolds(asMultiLayer(theta), [LabelledPartition.of([1, 0], 1)], "fibre",
 *   asMultiLayer(from))
 *   === true
 */
export function multiLayerSubspaceHolds(
  theta: MultiLayerNetwork,
  partitions: readonly LabelledPartition[],
  manifold: LayerManifold,
  network: MultiLayerNetwork,
): boolean {
  requireArguments({
    layeredNetwork: { theta, network },
    "partition[]": { partitions },
    manifold: { manifold },
  });
  requireMatching(theta, partitions);
  return inLayeredSubspace(theta, partitions, manifold, network);
}

/** What {@link multiLayerSubspaceHolds} says, for an irreducible theta of the widths of the labels. */
export function inLayeredSubspace(
  theta: MultiLayerNetwork,
  partitions: readonly LabelledPartition[],
  manifold: LayerManifold,
  network: MultiLayerNetwork,
): boolean {
  const alike = network.weights.length === theta.weights.length;
  if (!alike || (network.biases === undefined) !== (theta.biases === undefined)) return false;
  return conditionsOf(theta, partitions).every((conditions, index) =>
    layerBlockHolds(conditions, manifold, rowsWithBias(network, index + 1)),
  );
}

/**
 * The conditions of the tuple on each V^(ℓ), ℓ = 1, …, L. The inputs of the network, its outputs, and the
 * input of the biases count as labelled blocks of one unit each.
 *
 * @throws RangeError as {@link multiLayerSubspace}.
 */
export function layerConditions(
  theta: MultiLayerNetwork,
  partitions: readonly LabelledPartition[],
): LayerConditions[] {
  requireMatching(theta, partitions);
  return conditionsOf(theta, partitions);
}

function conditionsOf(theta: MultiLayerNetwork, partitions: readonly LabelledPartition[]): LayerConditions[] {
  return theta.weights.map((_, index) => {
    const rows = rowsWithBias(theta, index + 1);
    // The outputs come after the last hidden layer.
    const isHidden = index < partitions.length;
    const units = isHidden ? entry(partitions, index) : eachAlone(rows.length);
    return { rows, units, columns: columnPartition(theta, partitions, index + 1) };
  });
}

/**
 * The labelled partition of the columns of `rowsWithBias`, from that of the units of the layer before: the
 * input of the biases is a separate block with one more label. Each input of the network is a separate block.
 *
 * @param partitions of the hidden layers below `layer`, at least.
 * @param layer ℓ ≥ 1: the columns of V^(ℓ).
 */
export function columnPartition(
  theta: MultiLayerNetwork,
  partitions: readonly LabelledPartition[],
  layer: number,
): LabelledPartition {
  const columns = layer === 1 ? eachAlone(layerWidths(theta)[0]) : entry(partitions, layer - 2);
  const { codes, r } = columns;
  return theta.biases === undefined ? columns : LabelledPartition.of([...codes, r + 1], r + 1);
}

/** The labelled partition of `count` units into blocks of one unit, labelled in order. */
function eachAlone(count: number): LabelledPartition {
  return LabelledPartition.of(
    Array.from({ length: count }, (_, unit) => unit + 1),
    count,
  );
}

/**
 * The product of subspaces of the matrices V^(1), …, V^(L) of the tuple's widths, each with its biases at the
 * ends of its rows.
 */
export function productOfLayers(
  theta: MultiLayerNetwork,
  partitions: readonly LabelledPartition[],
  blocks: readonly AffineSubspace[],
): AffineSubspace {
  const space = multiLayerSpace(theta, widthsOf(partitions));
  const ambientDimension = multiLayerParameterCount(space);
  const places = blocks.map((_, index) => coordinatesOfLayer(space, index + 1).flat());
  const base = RationalVector.zero(ambientDimension).toRationals();
  blocks.forEach((block, index) => {
    block.base.toRationals().forEach((coordinate, at) => {
      base[entry(entry(places, index), at)] = coordinate;
    });
  });
  const embedded = (vector: RationalVector, index: number, length: number): RationalVector => {
    const numerators = new Array<bigint>(length).fill(0n);
    // The constant of an equation comes after all coordinates.
    const to = [...entry(places, index), length - 1];
    vector.numerators.forEach((numerator, at) => {
      numerators[entry(to, at)] = numerator;
    });
    return RationalVector.of(numerators, vector.denominator);
  };
  return speaking({
    ambientDimension,
    base: RationalVector.fromRationals(base),
    directions: blocks.flatMap(({ directions }, index) =>
      directions.map((direction) => embedded(direction, index, ambientDimension)),
    ),
    equations: blocks.flatMap(({ equations }, index) =>
      equations.map((equation) => embedded(equation, index, ambientDimension + 1)),
    ),
  });
}

/** m_1, …, m_{L−1}. */
export function widthsOf(partitions: readonly LabelledPartition[]): number[] {
  return partitions.map(({ m }) => m);
}

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
  const tuple: LabelledPartition[] = [];
  for (let layer = 1; layer < theta.weights.length; layer++) {
    const columns = columnPartition(theta, tuple, layer);
    const rows = rowsWithBias(network, layer);
    if (rows.some((row) => row.dimension !== columns.m)) return undefined;
    const sums = rowsWithBias(theta, layer).map((row) => sumsOfLabel(row, columns).key);
    const labels = new Map(sums.map((key, unit) => [key, unit + 1]));
    const zeroBlocks = new Map<string, number>();
    const codes = rows.map((row) => {
      const { key } = blockSums(row, columns);
      const code = labels.get(key) ?? zeroBlocks.get(key) ?? 0 - zeroBlocks.size;
      if (code <= 0) zeroBlocks.set(key, code);
      return code;
    });
    if (new Set(codes.filter((code) => code > 0)).size !== sums.length) return undefined;
    tuple.push(LabelledPartition.canonical(codes, sums.length));
  }
  return inLayeredSubspace(theta, tuple, "fibre", network) ? tuple : undefined;
}

function requireMatching(theta: MultiLayerNetwork, partitions: readonly LabelledPartition[]): void {
  const [widths, labels] = [hiddenWidths(theta), partitions.map(({ r }) => r)];
  if (widths.join() !== labels.join()) {
    throw new RangeError(
      `hidden layers of widths ${widths.join()} and partitions with ${labels.join()} labels`,
    );
  }
  if (!isIrreducibleMultiLayer(theta)) throw new RangeError("a subspace of a reducible network");
}
