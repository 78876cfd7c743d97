import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { equalMeasures, measureOf } from "../../network/measure.js";
import { type TwoLayerNetwork, sideBySide } from "../../network/twoLayerNetwork.js";
import { perUnit, unitClasses } from "./unitClasses.js";

/**
 * The subspace that holds a point and has one block for each class of equal incoming vectors. Every point of
 * Θ has one. Takes one pass.
 */
export function coarsestSubspace(theta: TwoLayerNetwork, point: TwoLayerNetwork): LabelledPartition {
  const codes = perUnit(unitClasses(theta, point), point.units.length, ({ label }, number) =>
    label > 0 ? label : 0 - number,
  );
  return LabelledPartition.canonical(codes, theta.units.length);
}

/**
 * A subspace that holds both points; undefined if there is none. It takes one pass, no matter how many
 * subspaces hold either point.
 *
 * Put the weights of each unit of both points side by side, and so those of each unit of θ with itself. Then
 * Γ_P(θ) holds both points if and only if Γ_P of the doubled θ holds the doubled point: a block's incoming
 * vectors are equal if both halves are, and its outgoing vectors have the right sum if both halves have.
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
  const [doubled, both] = [sideBySide(theta, theta), sideBySide(from, to)];
  return equalMeasures(measureOf(doubled), measureOf(both)) ? coarsestSubspace(doubled, both) : undefined;
}
