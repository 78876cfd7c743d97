import { type TwoLayerNetwork, twoLayerNetwork, unitOf } from "../../src/network/twoLayerNetwork.js";

/** A network with d_in = d_out = 1, by the weights (w, a) of its units. */
export function scalarNetwork(...units: readonly (readonly [w: string, a: string])[]): TwoLayerNetwork {
  return twoLayerNetwork(
    1,
    1,
    units.map(([w, a]) => unitOf([w], [a])),
  );
}
