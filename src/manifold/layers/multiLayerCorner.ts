import { entry } from "../../exact/entry.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { intersectionPoint } from "../subspaces/intersectionPoint.js";
import { labelUnits } from "./layerShares.js";
import { multiLayerSpace, networkOfRows, rowsWithBias } from "./multiLayerSpace.js";
import { widthsOf } from "./multiLayerSubspace.js";

/**
 * A network in both Γ_P and Γ_Q, for tuples P and Q, which may be equal; undefined if they don't meet. By the
 * proof of Theorem 3 of proofs/layers.md: each layer has a separate point where P_ℓ and Q_ℓ meet, with
 * incoming vectors Z^(ℓ) constant on the blocks of the join and shares c^s of sum 1 over the blocks of label
 * s; and V^(ℓ+1)_ij = Σ_s Z^(ℓ+1)_is c^s_j.
 *
 * @param theta a network that is irreducible in every hidden layer.
 * @throws RangeError if P and Q have different sizes.
 */
export function multiLayerCorner(
  theta: MultiLayerNetwork,
  p: readonly LabelledPartition[],
  q: readonly LabelledPartition[],
): MultiLayerNetwork | undefined {
  const hidden = theta.weights.length - 1;
  if (p.length !== hidden || q.length !== hidden) return undefined;
  const layers: TwoLayerNetwork[] = [];
  for (const [index, partition] of p.entries()) {
    const point = intersectionPoint(labelUnits(theta, index + 1), partition, entry(q, index));
    if (point === undefined) return undefined;
    layers.push(point);
  }
  const incoming = [...layers.map(({ units }) => units.map((unit) => unit.incoming)), lastRows(theta)];
  const matrices = incoming.map((rows, index) => {
    const before = layers[index - 1];
    return before === undefined ? rows : rows.map((row) => spread(row, before));
  });
  return networkOfRows(multiLayerSpace(theta, widthsOf(p)), matrices);
}

function lastRows(theta: MultiLayerNetwork): RationalVector[] {
  return rowsWithBias(theta, theta.weights.length);
}

/**
 * Distributes a row of weights, one for each label, over the units that share a label; a bias stays at its
 * end. A unit's outgoing vector has the one entry c^s_j, a whole number, for its label s, or none.
 */
function spread(row: RationalVector, { units, outputDimension: labels }: TwoLayerNetwork): RationalVector {
  const entries = units.map(({ outgoing: { numerators } }) => {
    const label = numerators.findIndex((numerator) => numerator !== 0n);
    return label < 0 ? 0n : entry(numerators, label) * entry(row.numerators, label);
  });
  return RationalVector.of([...entries, ...row.numerators.slice(labels)], row.denominator);
}
