import { entry } from "../../exact/entry.js";
import { rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import {
  type MultiLayerNetwork,
  multiLayerNetwork,
  pairAt,
  withPair,
} from "../../network/multiLayerNetwork.js";
import { seededIntegers } from "../../network/seededIntegers.js";

/** What a row is multiplied by to make another: a copy, a mirror image, multiples, a unit at w = 0. */
const FACTORS = [1n, -1n, 2n, -3n, 0n];

/**
 * A random network with hidden widths up to 5, in which many units are copies, mirror images, multiples or
 * constants, and many sums of outgoing weights cancel.
 */
export function mirroredNetwork(
  seed: number,
  hiddenLayers = 1 + (seed % 3),
  hasBiases = seed % 2 === 0,
): MultiLayerNetwork {
  const draw = seededIntegers(seed, "mirrored network");
  const widths = Array.from({ length: hiddenLayers + 2 }, (_, index) =>
    index === 0 || index > hiddenLayers ? draw(1, 2) : draw(1, 5),
  );
  const rows = widths.slice(1).map((height, index) => {
    const width = entry(widths, index) + (hasBiases ? 1 : 0);
    const made: RationalVector[] = [];
    for (let row = 0; row < height; row += 1) {
      const factor = rational(entry(FACTORS, draw(0, FACTORS.length - 1)), BigInt(draw(1, 2)));
      const fresh = RationalVector.of(Array.from({ length: width }, () => BigInt(draw(-2, 2))));
      made.push(row > 0 && draw(0, 2) > 0 ? entry(made, draw(0, row - 1)).times(factor) : fresh);
    }
    return made;
  });
  const network = rowsNetwork(rows, hasBiases);
  return draw(0, 1) === 0 ? network : withSilentSum(network, hiddenLayers, draw);
}

/**
 * The network with four more units in the last hidden layer: a(σ(z) − σ(−z)) − a/2·(σ(2z) − σ(−2z)), which is
 * 0 if σ(z) = z/2 + an even part. Without such units linear parts seldom cancel.
 */
function withSilentSum(
  network: MultiLayerNetwork,
  layer: number,
  draw: (least: number, most: number) => number,
): MultiLayerNetwork {
  const pair = pairAt(network, layer);
  const { incoming } = entry(pair.units, draw(0, pair.units.length - 1));
  const outgoing = RationalVector.of(Array.from({ length: pair.outputDimension }, () => BigInt(draw(-2, 2))));
  const more = [rational(1n), rational(-1n), rational(-2n), rational(2n)].map((factor) => ({
    incoming: incoming.times(factor),
    outgoing: outgoing.times(factor.inverse()),
  }));
  return withPair(network, layer, { ...pair, units: [...pair.units, ...more] });
}

function rowsNetwork(rows: readonly (readonly RationalVector[])[], hasBiases: boolean): MultiLayerNetwork {
  if (!hasBiases) return multiLayerNetwork(rows);
  return multiLayerNetwork(
    rows.map((matrix) => matrix.map((row) => row.slice(0, -1))),
    rows.map((matrix) => RationalVector.fromRationals(matrix.map((row) => row.at(row.dimension - 1)))),
  );
}

/** A random input. */
export function inputOf({ weights }: MultiLayerNetwork, seed: number): RationalVector {
  const draw = seededIntegers(seed, "input");
  const { dimension } = entry(entry(weights, 0), 0);
  return RationalVector.of(
    Array.from({ length: dimension }, () => BigInt(draw(-40, 40))),
    7n,
  );
}
