import { InputError } from "../exact/inputError.js";
import { equalMeasures, measureOf } from "../network/measure.js";
import { parseNetworkFile } from "../network/networkFile.js";
import { reduce } from "../network/reduction.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import { placeOf, readText } from "./readText.js";

/** Two points of one expansion manifold Θ_{r→m}(θ^r). */
export interface NetworkPair {
  readonly theta: TwoLayerNetwork;
  readonly from: TwoLayerNetwork;
  readonly to: TwoLayerNetwork;
}

/** A two-layer network from its file. */
export function readNetwork(file: string): TwoLayerNetwork {
  return parseNetworkFile(readText(file), placeOf(file));
}

/** @throws InputError if both networks are to be read from standard input. */
export function requireFiles(fromFile: string, toFile: string): void {
  if (fromFile === "-" && toFile === "-") {
    throw new InputError("both networks are to come from standard input", "give at least one as a file");
  }
}

/**
 * Two networks of one width and one measure, and what both reduce to.
 *
 * @param fromFile where the first was read, as `toFile` for the second.
 * @throws InputError that says in what they differ, or that all of their neurons cancel.
 */
export function requirePair(
  from: TwoLayerNetwork,
  to: TwoLayerNetwork,
  fromFile: string,
  toFile: string,
): NetworkPair {
  const other = placeOf(fromFile);
  const differ = (problem: string, repair: string): InputError =>
    new InputError(problem, repair, placeOf(toFile));
  if (to.inputDimension !== from.inputDimension || to.outputDimension !== from.outputDimension) {
    throw differ(
      `d_in = ${to.inputDimension} and d_out = ${to.outputDimension}, in ${other} ` +
        `${from.inputDimension} and ${from.outputDimension}`,
      "give networks of equal dimensions",
    );
  }
  if (to.neurons.length !== from.neurons.length) {
    throw differ(
      `${to.neurons.length} neurons, in ${other} ${from.neurons.length}`,
      "give networks of one width; neurons without output can fill up the smaller",
    );
  }
  if (!equalMeasures(measureOf(from), measureOf(to))) {
    throw differ(
      `computes another function than ${other} for some activation`,
      "give networks that `equiloss reduce` takes to the same one, up to the order of its neurons",
    );
  }
  const theta = reduce(from).irreducible;
  if (theta.neurons.length > 0) return { theta, from, to };
  throw new InputError(
    "all neurons cancel",
    "give a network that reduces to one neuron or more",
    placeOf(fromFile),
  );
}
