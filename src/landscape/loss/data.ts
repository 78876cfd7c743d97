import { requireListOf } from "../../exact/requireKind.js";
import { InputError } from "../../exact/inputError.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
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
 * @throws InputError if there are no data, or not as many targets as inputs, or if dimensions differ or are 0.
 * @example dataSet([RationalVector.parse("1")], [RationalVector.parse("2")]).targets[0]?.key === "2"
 */
export function dataSet(inputs: readonly RationalVector[], targets: readonly RationalVector[]): DataSet {
  for (const [name, vectors] of Object.entries({ inputs, targets })) {
    requireListOf(vectors, `the ${name}`, "RationalVector", (vector) => vector instanceof RationalVector);
  }
  if (inputs.length !== targets.length) {
    throw new InputError(
      `there are ${inputs.length} inputs but ${targets.length} targets`,
      "give one target for every input",
    );
  }
  if (inputs.length === 0)
    throw new InputError("there are no data", "give one input and its target at least");
  requireOneDimension("input", inputs);
  requireOneDimension("target", targets);
  return { inputs, targets };
}

/**
 * Requires the data to have the network's dimensions.
 *
 * @throws InputError saying both.
 */
export function requireFittingData(network: TwoLayerNetwork, { inputs, targets }: DataSet): void {
  const pairs = [
    ["inputs", inputs[0]?.dimension, network.inputDimension],
    ["targets", targets[0]?.dimension, network.outputDimension],
  ] as const;
  for (const [name, found, expected] of pairs) {
    if (found === expected) continue;
    throw new InputError(
      `the data have ${name} of dimension ${found ?? 0}, the network of ${expected}`,
      "give data of the network's dimensions",
    );
  }
}

function requireOneDimension(name: string, vectors: readonly RationalVector[]): void {
  const first = vectors[0]?.dimension ?? 0;
  if (first === 0) throw new InputError(`${name} 1 has no coordinates`, `give every ${name} one at least`);
  const other = vectors.findIndex(({ dimension }) => dimension !== first);
  if (other < 0) return;
  throw new InputError(
    `${name} ${other + 1} has ${vectors[other]?.dimension ?? 0} coordinates, ${name} 1 has ${first}`,
    `give every ${name} the same number`,
  );
}
