import { counted } from "../../exact/counted.js";
import { entry } from "../../exact/entry.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import type { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { InputError } from "../../exact/inputError.js";
import { type Rational, formatRational, rational } from "../../exact/numbers/rational.js";
import { isIrreducible } from "../../network/irreducible.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../../network/twoLayerNetwork.js";

/**
 * The point of Γ̄ (Def. 4.1) with shares β above a network: w_i = w_{g(i)} and a_i = β_i a_{g(i)} for a
 * surjection g : [m] → [r]. It is critical on the data on which the network is critical (Prop. 4.3).
 *
 * @param theta an irreducible network of width r ≥ 1.
 * @param surjection g, as a labelled partition of [m] with labels 1…r and no zero block.
 * @param beta the shares β_1, …, β_m, of sum 1 on each block.
 * @throws InputError if the network is reducible, if there is a zero block, or if widths, numbers or sums
 *   don't fit.
 * @example expandCritical(theta, LabelledPartition.of([1, 1], 1), [rational(1n, 2n), rational(1n, 2n)])
 *   .units[1]?.outgoing.key === "1"
 */
export function expandCritical(
  theta: TwoLayerNetwork,
  surjection: LabelledPartition,
  beta: readonly Rational[],
): TwoLayerNetwork {
  requireArguments({ network: { theta }, partition: { surjection }, "rational[]": { beta } });
  requireSurjection(theta, surjection);
  if (beta.length !== surjection.m) {
    throw new InputError(
      `${counted(beta.length, "share β", "shares β")} for ${counted(surjection.m, "neuron")}`,
      "give one for every neuron",
    );
  }
  surjection.labelledBlocks.forEach((members, index) => {
    const sum = members.reduce((total, member) => total.add(entry(beta, member)), rational(0n));
    if (sum.equals(1n)) return;
    throw new InputError(
      `the shares β of the neurons with label ${index + 1} have sum ${formatRational(sum)}`,
      "choose shares whose sum is 1 for each label",
    );
  });
  const copied = surjection.codes.map((code) => entry(theta.units, code - 1));
  const units = beta.map((share, place) => {
    const { incoming, outgoing } = entry(copied, place);
    return { incoming, outgoing: outgoing.times(share) };
  });
  return twoLayerNetwork(theta.inputDimension, theta.outputDimension, units);
}

function requireSurjection(theta: TwoLayerNetwork, { r, zeroBlockCount }: LabelledPartition): void {
  if (theta.units.length !== r) {
    throw new InputError(
      `${r} labels for a network of width ${theta.units.length}`,
      "use each of the labels 1…r",
    );
  }
  if (zeroBlockCount > 0) {
    throw new InputError("a neuron without a label", "give every neuron one of the labels 1…r");
  }
  if (isIrreducible(theta)) return;
  throw new InputError("the network is reducible", "give one whose neurons can't be merged or dropped");
}
