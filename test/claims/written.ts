import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "../../src/network/multiLayerNetwork.js";
import { type TwoLayerNetwork, twoLayerNetwork, unitOf } from "../../src/network/twoLayerNetwork.js";

/** A network with d_in = d_out = 1, by the weights (w, a) of its units. */
export function scalarNetwork(...units: readonly (readonly [w: string, a: string])[]): TwoLayerNetwork {
  return twoLayerNetwork(
    1,
    1,
    units.map(([w, a]) => unitOf([w], [a])),
  );
}

/** A network of several layers without biases, by its matrices: their rows between semicolons. */
export function layered(...matrices: readonly string[]): MultiLayerNetwork {
  return multiLayerNetwork(
    matrices.map((rows) => rows.split("; ").map((row) => RationalVector.parse(...row.split(",")))),
  );
}
