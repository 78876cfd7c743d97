import { entry } from "../../exact/entry.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../../network/twoLayerNetwork.js";

/**
 * Parameter space Q^{Dm} of the networks of width m, D = d_in + d_out, in the paper's order of coordinates
 * (§3): θ = (w_1, …, w_m, a_1, …, a_m).
 */
export interface ParameterSpace {
  readonly inputDimension: number;
  readonly outputDimension: number;
  /** m. */
  readonly width: number;
}

/** D·m. */
export function parameterCount({ inputDimension, outputDimension, width }: ParameterSpace): number {
  return (inputDimension + outputDimension) * width;
}

/** Index of coordinate `input` of the incoming vector of a unit, all counted from 0. */
export function incomingIndex(space: ParameterSpace, unit: number, input: number): number {
  return unit * space.inputDimension + input;
}

/** Index of coordinate `output` of the outgoing vector of a unit, all counted from 0. */
export function outgoingIndex(space: ParameterSpace, unit: number, output: number): number {
  return space.width * space.inputDimension + unit * space.outputDimension + output;
}

/** A network as a point of its parameter space. */
export function toPoint(network: TwoLayerNetwork): RationalVector {
  return RationalVector.fromRationals([
    ...network.units.flatMap((unit) => unit.incoming.toRationals()),
    ...network.units.flatMap((unit) => unit.outgoing.toRationals()),
  ]);
}

/**
 * The network at a point.
 *
 * @throws RangeError if the point is not in the space.
 */
export function toNetwork(space: ParameterSpace, point: RationalVector): TwoLayerNetwork {
  if (point.dimension !== parameterCount(space)) {
    throw new RangeError(`a point of dimension ${point.dimension} in Q^${parameterCount(space)}`);
  }
  const slice = (start: number, length: number): RationalVector =>
    RationalVector.of(point.numerators.slice(start, start + length), point.denominator);
  const units = Array.from({ length: space.width }, (_, unit) => ({
    incoming: slice(incomingIndex(space, unit, 0), space.inputDimension),
    outgoing: slice(outgoingIndex(space, unit, 0), space.outputDimension),
  }));
  return twoLayerNetwork(space.inputDimension, space.outputDimension, units);
}

/**
 * The vector of Q^length with the given entries, zero elsewhere.
 *
 * @param entries pairs of an index and the value there.
 */
export function sparseVector(
  length: number,
  entries: Iterable<readonly [index: number, value: bigint]>,
): RationalVector {
  const numerators = new Array<bigint>(length).fill(0n);
  for (const [index, value] of entries) numerators[index] = value;
  return RationalVector.of(numerators);
}

/**
 * The equation Σ x_index = value_coordinate, with its right side as the last entry, cleared of its
 * denominator.
 */
export function sumEquation(
  space: ParameterSpace,
  indices: readonly number[],
  value: RationalVector,
  coordinate: number,
): RationalVector {
  const columns = parameterCount(space);
  return sparseVector(columns + 1, [
    ...indices.map((index) => [index, value.denominator] as const),
    [columns, entry(value.numerators, coordinate)],
  ]);
}
