import {
  type ParameterSpace,
  incomingIndex,
  outgoingIndex,
} from "../../manifold/subspaces/parameterSpace.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";

/** The space of a network's parameters. */
export function spaceOf({ inputDimension, outputDimension, units }: TwoLayerNetwork): ParameterSpace {
  return { inputDimension, outputDimension, width: units.length };
}

/** The places of a unit's parameters in the order of parameterSpace.ts: those of w, then those of a. */
export function unitParameters(space: ParameterSpace, unit: number): number[] {
  return [
    ...Array.from({ length: space.inputDimension }, (_, input) => incomingIndex(space, unit, input)),
    ...Array.from({ length: space.outputDimension }, (_, output) => outgoingIndex(space, unit, output)),
  ];
}

/** What belongs to the parameters of each unit, in the order of parameterSpace.ts. */
export function inParameterOrder<Item>(
  units: readonly (readonly Item[])[],
  { inputDimension }: Pick<ParameterSpace, "inputDimension">,
): Item[] {
  return [
    ...units.flatMap((items) => items.slice(0, inputDimension)),
    ...units.flatMap((items) => items.slice(inputDimension)),
  ];
}
