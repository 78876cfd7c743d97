import { InputError } from "../exact/inputError.js";
import { equalMeasures, measureOf } from "../network/measure.js";
import { parseNetworkFile } from "../network/networkFile.js";
import { reduce } from "../network/reduction.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import { type Source, textOf } from "./inputs.js";

/** Two points of one expansion manifold Θ_{r→m}(θ^r). */
export interface NetworkPair {
  readonly theta: TwoLayerNetwork;
  readonly from: TwoLayerNetwork;
  readonly to: TwoLayerNetwork;
}

/** A two-layer network from its file. */
export function networkIn(source: Source): TwoLayerNetwork {
  return parseNetworkFile(textOf(source), source.place);
}

/**
 * Two networks of one width and one measure, and what both reduce to.
 *
 * @param other the first's file, as messages name it, and `place` that of the second.
 * @throws InputError that says in what they differ, or that all of their neurons cancel.
 */
export function requirePair(
  from: TwoLayerNetwork,
  to: TwoLayerNetwork,
  other: string,
  place: string,
): NetworkPair {
  const differ = (problem: string, repair: string): InputError => new InputError(problem, repair, place);
  if (to.inputDimension !== from.inputDimension || to.outputDimension !== from.outputDimension) {
    throw differ(
      `d_in = ${to.inputDimension} and d_out = ${to.outputDimension}, in ${other} ` +
        `${from.inputDimension} and ${from.outputDimension}`,
      "give networks of equal dimensions",
    );
  }
  if (to.units.length !== from.units.length) {
    throw differ(
      `${to.units.length} neurons, in ${other} ${from.units.length}`,
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
  if (theta.units.length > 0) return { theta, from, to };
  throw new InputError("all neurons cancel", "give a network that reduces to one neuron or more", other);
}
