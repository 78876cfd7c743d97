import { entry } from "../exact/entry.js";
import { type AnyNetwork, isTwoLayer } from "../network/anyNetwork.js";
import { type RationalVector } from "../exact/vectors/rationalVector.js";

/** Networks of the same widths, with weights in doubles: W^(ℓ) of one network after the other. */
export interface LayeredBatch {
  readonly count: number;
  /** d_in, r_1, …, r_{L−1}, d_out. */
  readonly widths: readonly number[];
  /** weights[ℓ] holds count matrices of widths[ℓ + 1] rows and widths[ℓ] columns. */
  readonly weights: readonly Float64Array[];
}

/**
 * A double near a rational, with a relative error of at most 2^−50; infinite if the rational is too large.
 *
 * @param denominator positive.
 * @example nearbyDouble(1n, 3n) === 1 / 3
 */
export function nearbyDouble(numerator: bigint, denominator: bigint): number {
  // Both conversions and the division round to nearest, unless an integer is too large for doubles.
  const [upper, lower] = [Number(numerator), Number(denominator)];
  if (Number.isFinite(upper) && Number.isFinite(lower)) return upper / lower;
  const spare = BigInt(Math.max(0, denominator.toString(16).length * 4 - 900));
  return Number(numerator >> spare) / Number(denominator >> spare);
}

/** The coordinates of a vector as doubles. */
export function nearbyDoubles({ numerators, denominator }: RationalVector): number[] {
  return numerators.map((numerator) => nearbyDouble(numerator, denominator));
}

/**
 * The weights of networks as doubles.
 *
 * @throws RangeError if there are no networks, if their widths differ, or if one has biases, which aren't
 *   evaluated in floats.
 */
export function multiLayerBatch(networks: readonly AnyNetwork[]): LayeredBatch {
  const layered = networks.map(layersOf);
  const [first] = layered;
  if (first === undefined) throw new RangeError("no networks to evaluate");
  const weights = first.weights.map((layer, level) => {
    const joined = new Float64Array(layer.length * networks.length);
    layered.forEach((network, index) => {
      if (network.widths.join() !== first.widths.join()) throw new RangeError("networks of different widths");
      joined.set(entry(network.weights, level), index * layer.length);
    });
    return joined;
  });
  return { count: networks.length, widths: first.widths, weights };
}

function layersOf(network: AnyNetwork): { widths: number[]; weights: number[][] } {
  if (!isTwoLayer(network)) {
    if (network.biases !== undefined) throw new RangeError("biases are not evaluated in floats");
    const inputs = entry(entry(network.weights, 0), 0).dimension;
    return {
      widths: [inputs, ...network.weights.map((rows) => rows.length)],
      weights: network.weights.map((rows) => rows.flatMap(nearbyDoubles)),
    };
  }
  const { inputDimension, outputDimension, units } = network;
  const outgoing = units.map((unit) => nearbyDoubles(unit.outgoing));
  return {
    widths: [inputDimension, units.length, outputDimension],
    weights: [
      units.flatMap((unit) => nearbyDoubles(unit.incoming)),
      Array.from({ length: outputDimension }, (_, row) =>
        outgoing.map((column) => entry(column, row)),
      ).flat(),
    ],
  };
}
