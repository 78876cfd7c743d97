import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { intersectionPoint } from "../subspaces/intersectionPoint.js";
import { labelUnits } from "./layerShares.js";
import { multiLayerSpace, networkOfRows, rowsWithBias } from "./multiLayerSpace.js";
import { widthsOf } from "./multiLayerSubspace.js";

/**
 * A network in both Γ_P and Γ_Q, for tuples P and Q, which may be equal; undefined if they don't meet. By the proof of Theorem 3 of
 * proofs/layers.md: each layer has a point of its own where P_ℓ and Q_ℓ meet, with incoming vectors Z^(ℓ) constant on the blocks of the
 * join and shares c^s of sum 1 over the blocks of label s; and V^(ℓ+1)_ij = Σ_s Z^(ℓ+1)_is c^s_j.
 *
 * @param theta a network that is irreducible in every hidden layer.
 * @throws RangeError if P and Q have different sizes.
 */
export function multiLayerCorner(
  theta: MultiLayerNetwork,
  p: readonly LabelledPartition[],
  q: readonly LabelledPartition[],
): MultiLayerNetwork | undefined {
  const layers = p.flatMap((partition, index) => {
    const other = q[index];
    return other === undefined
      ? []
      : (intersectionPoint(labelUnits(theta, index + 1), partition, other) ?? []);
  });
  if (layers.length !== theta.weights.length - 1) return undefined;
  const incoming = [...layers.map(({ units }) => units.map((unit) => unit.incoming)), lastRows(theta)];
  const matrices = incoming.map((rows, index) => {
    const below = layers[index - 1];
    return below === undefined ? rows : rows.map((row) => spread(row, below));
  });
  return networkOfRows(multiLayerSpace(theta, widthsOf(p)), matrices);
}

function lastRows(theta: MultiLayerNetwork): RationalVector[] {
  return rowsWithBias(theta, theta.weights.length);
}

/**
 * A row of weights, one a label, over the units that share each label; a bias stays at its end. A unit's outgoing vector has the one
 * entry c^s_j, a whole number, for its label s, or none.
 */
function spread(row: RationalVector, { units, outputDimension: labels }: TwoLayerNetwork): RationalVector {
  const entries = units.map(({ outgoing: { numerators } }) => {
    const label = numerators.findIndex((entry) => entry !== 0n);
    return label < 0 ? 0n : (numerators[label] ?? 0n) * (row.numerators[label] ?? 0n);
  });
  return RationalVector.of([...entries, ...row.numerators.slice(labels)], row.denominator);
}
