import { entry } from "../../exact/entry.js";
import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import { InputError } from "../../exact/inputError.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";

/**
 * Training data (x_k, y_k), k = 1…N, with x_k ∈ Q^{d_in} and y_k ∈ Q^{d_out} (§3).
 *
 * @example dataSet([RationalVector.parse("1", "2")], [RationalVector.parse("3")]).inputs.length === 1
 */
export interface DataSet {
  readonly inputs: readonly RationalVector[];
  readonly targets: readonly RationalVector[];
}

/**
 * Data from inputs and targets, in the same order.
 *
 * @throws InputError if there are no data, if the numbers of inputs and targets differ, or if dimensions
 *   differ or are 0.
 * @example dataSet([RationalVector.parse("1")], [RationalVector.parse("2")]).targets[0]?.key === "2"
 */
export function dataSet(inputs: readonly RationalVector[], targets: readonly RationalVector[]): DataSet {
  requireArguments({ "vector[]": { inputs, targets } });
  if (inputs.length !== targets.length) {
    throw new InputError(
      `there are ${inputs.length} inputs but ${targets.length} targets`,
      "give one target for every input",
    );
  }
  if (inputs.length === 0)
    throw new InputError("there are no data", "give at least one input with its target");
  requireOneDimension("input", inputs);
  requireOneDimension("target", targets);
  return speaking({ inputs, targets });
}

/**
 * Requires the data to have the network's dimensions.
 *
 * @throws InputError that names both dimensions.
 */
export function requireFittingData(network: TwoLayerNetwork, data: DataSet): void {
  requireArguments({ network: { network }, data: { data } });
  const pairs = [
    ["inputs", dimensionOf(data.inputs), network.inputDimension],
    ["targets", dimensionOf(data.targets), network.outputDimension],
  ] as const;
  for (const [name, dimension, expected] of pairs) {
    if (dimension === expected) continue;
    throw new InputError(
      `the data have ${name} of dimension ${dimension}, the network of ${expected}`,
      "give data of the network's dimensions",
    );
  }
}

function requireOneDimension(name: string, vectors: readonly RationalVector[]): void {
  const first = dimensionOf(vectors);
  if (first === 0) throw new InputError(`${name} 1 has no coordinates`, `give every ${name} at least one`);
  for (const [index, { dimension }] of vectors.entries()) {
    if (dimension === first) continue;
    throw new InputError(
      `${name} ${index + 1} has ${dimension} coordinates, ${name} 1 has ${first}`,
      `give every ${name} the same number`,
    );
  }
}

/** The dimension of the first vector; 0 if there are no vectors. */
function dimensionOf(vectors: readonly RationalVector[]): number {
  return vectors.length === 0 ? 0 : entry(vectors, 0).dimension;
}
