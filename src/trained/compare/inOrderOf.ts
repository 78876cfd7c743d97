import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { rational } from "../../exact/numbers/rational.js";
import type { ActivationSymmetry } from "../../network/activations/activationSymmetry.js";
import { type MultiLayerNetwork, hiddenWidths, multiLayerNetwork } from "../../network/multiLayerNetwork.js";
import { type BiasedLayers, withBiases } from "./biasedLayers.js";
import type { LayerMatching, Match } from "./layerMatching.js";
import { turnedLayer } from "./turnedLayer.js";

/**
 * The network b with its units in the order of A's, mirrored and scaled as these are; it computes what b
 * does. Units that are no unit of A's take the places that are left, in order.
 *
 * @param matching of A and b, whose hidden layers have equal widths.
 * @throws InputError if a hidden layer of b has another width, or mirrored units leave a linear part.
 */
export function inOrderOf(
  matching: readonly LayerMatching[],
  b: MultiLayerNetwork,
  symmetry: ActivationSymmetry,
): MultiLayerNetwork {
  const widths = hiddenWidths(b);
  const turned = matching.reduce<BiasedLayers>((network, layer, index) => {
    requireWidth(index, layer.partners.length, entry(widths, index));
    const next = turnedLayer(network, index + 1, placesOf(layer), symmetry);
    if (next !== undefined) return next;
    throw new InputError(
      `the mirrored units of hidden layer ${index + 1} leave a linear part, for which a network has no place`,
      "leave --apply out",
      "--apply",
    );
  }, withBiases(b));
  const isBiased = b.biases !== undefined || turned.biases.some((bias) => !bias.isZero());
  return multiLayerNetwork(turned.weights, isBiased ? turned.biases : undefined);
}

function requireWidth(index: number, first: number, second: number): void {
  if (first === second) return;
  throw new InputError(
    `hidden layer ${index + 1} has ${second} units in the second network and ${first} in the first`,
    "give networks of equal widths, or reduce both first",
    "--apply",
  );
}

/** Every unit of B's layer in the place of its partner, or in the next that is left. */
function placesOf({ partners, signs, scales }: LayerMatching): Match[] {
  const taken = new Set<number>();
  const own = partners.map((partner) => {
    if (partner === undefined || taken.has(partner)) return undefined;
    taken.add(partner);
    return partner;
  });
  const left = [...partners.keys()].filter((unit) => !taken.has(unit));
  let next = 0;
  return own.map((unit, place) =>
    unit === undefined
      ? { unit: entry(left, next++), sign: 1, scale: rational(1n) }
      : { unit, sign: entry(signs, place), scale: entry(scales, place) },
  );
}
