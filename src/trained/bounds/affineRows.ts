import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { Interval } from "../../exact/intervals/interval.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import { type AnyNetwork, asMultiLayer } from "../../network/anyNetwork.js";
import { type MultiLayerNetwork, rowsWithBias } from "../../network/multiLayerNetwork.js";

/**
 * Bits after the binary point of the enclosures: an error of 10^−38 for each operation, far below what floats
 * of 64 bits leave open.
 */
export const PRECISION = 128;

/** The value of an input that is always 1, whose weights are the biases. */
export const ONE = Interval.of(1n, 1n, 0).atPrecision(PRECISION);

/**
 * The rows of all matrices, each with its bias, if there is one, as the weight of one more input that is
 * always 1.
 *
 * @param other a network that it is compared with: if that has biases, the bias is 0 here if there is none.
 */
export function affineRows(
  network: MultiLayerNetwork,
  other: MultiLayerNetwork,
): (readonly RationalVector[])[] {
  if (network.biases !== undefined)
    return network.weights.map((_, index) => rowsWithBias(network, index + 1));
  if (other.biases === undefined) return [...network.weights];
  const none = RationalVector.zero(1);
  return network.weights.map((rows) => rows.map((row) => row.followedBy(none)));
}

/** Both networks by their matrices. @throws TypeError naming the one that is no network. */
export function asLayers(
  networks: Readonly<Record<"left" | "right", AnyNetwork>>,
): [left: MultiLayerNetwork, right: MultiLayerNetwork] {
  for (const [name, network] of Object.entries(networks)) {
    if (!("units" in Object(network))) requireArguments({ layeredNetwork: { [name]: network } });
  }
  return [asMultiLayer(networks.left), asMultiLayer(networks.right)];
}
