import { entry } from "../../exact/entry.js";
import { twoLayerNetwork, type TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";

/** Pairs 1 ≤ r ≤ m ≤ maxM, by m. */
export function* widths(maxM: number): Generator<readonly [r: number, m: number]> {
  for (let m = 1; m <= maxM; m += 1) {
    for (let r = 1; r <= m; r += 1) yield [r, m];
  }
}

/** Σ of a count over 1 ≤ r ≤ m ≤ maxM. */
export function sumOverWidths(maxM: number, count: (r: number, m: number) => bigint): bigint {
  let sum = 0n;
  for (const [r, m] of widths(maxM)) sum += count(r, m);
  return sum;
}

/** All pairs of dimensions (d_in, d_out) up to a bound. */
export function* dimensionPairs(
  bound: number,
): Generator<readonly [inputDimension: number, outputDimension: number]> {
  for (let input = 1; input <= bound; input += 1) {
    for (let output = 1; output <= bound; output += 1) yield [input, output];
  }
}

/**
 * An irreducible network of width r that represents all: which subspaces there are, and how they meet,
 * depends on θ^r only through distinct w_t and nonzero a_t.
 *
 * With one coordinate, w_t or a_t is t. With more, w_t = (⌈t/2⌉, t mod 2, 0, …) and a_t = (t − 1, t mod 2, 0,
 * …). So units 1 and 2 share the first coordinate of w and units 1 and 3 the second, and a has zeros: the
 * claims do not need general position.
 */
export function standardNetwork(r: number, inputDimension: number, outputDimension: number): TwoLayerNetwork {
  const name = `${r}, ${inputDimension}, ${outputDimension}`;
  const network = standardNetworks.get(name) ?? newStandardNetwork(r, inputDimension, outputDimension);
  standardNetworks.set(name, network);
  return network;
}

/** Each is made once, as many cases ask for the same. */
const standardNetworks = new Map<string, TwoLayerNetwork>();

function newStandardNetwork(r: number, inputDimension: number, outputDimension: number): TwoLayerNetwork {
  const padded = (coordinates: readonly number[], dimension: number): RationalVector =>
    RationalVector.of(
      Array.from({ length: dimension }, (_, index) =>
        BigInt(index < coordinates.length ? entry(coordinates, index) : 0),
      ),
    );
  const units = Array.from({ length: r }, (_, index) => {
    const t = index + 1;
    return {
      incoming: padded(inputDimension === 1 ? [t] : [(t + 1) >> 1, t % 2], inputDimension),
      outgoing: padded(outputDimension === 1 ? [t] : [t - 1, t % 2], outputDimension),
    };
  });
  return twoLayerNetwork(inputDimension, outputDimension, units);
}
