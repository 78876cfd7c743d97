import { requireArguments } from "../exact/plainJavaScript.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "./multiLayerNetwork.js";
import type { TwoLayerNetwork } from "./twoLayerNetwork.js";

/**
 * A network of either kind: of two layers without biases by its units, of any number L ≥ 2 of layers by its
 * matrices.
 *
 * @example asMultiLayer(parseAnyNetworkFile('{"format":"equiloss-network/1","weights":[[["1"]],[["2"]]]}',
 *   "a.json")).weights.length
 *   === 2
 */
export type AnyNetwork = TwoLayerNetwork | MultiLayerNetwork;

/**
 * Whether a network is given by its units.
 *
 * @example isTwoLayer(twoLayerNetwork(1, 1, [])) === true
 */
export function isTwoLayer(network: AnyNetwork): network is TwoLayerNetwork {
  if ("units" in Object(network)) return true;
  requireArguments({ layeredNetwork: { network } });
  return false;
}

/**
 * A network of either kind by its matrices: a two-layer network becomes one with L = 2, any other stays as it
 * is.
 *
 * @throws InputError for a two-layer network of width 0, where no matrix of weights exists.
 * @example asMultiLayer(twoLayerNetwork(1, 1, [unitOf(["2"], ["3"])])).weights.length === 2
 */
export function asMultiLayer(network: AnyNetwork): MultiLayerNetwork {
  if (!isTwoLayer(network)) return network;
  const rows = network.units.map((unit) => unit.incoming);
  const columns = network.units.map((unit) => unit.outgoing);
  return multiLayerNetwork([rows, RationalVector.transposed(columns, network.outputDimension)]);
}
