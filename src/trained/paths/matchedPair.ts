import { entry } from "../../exact/entry.js";
import { InputError } from "../../exact/inputError.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { ActivationSymmetry } from "../../network/activations/activationSymmetry.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "../../network/multiLayerNetwork.js";
import { type AlignedPair, alignedPair } from "../compare/alignedPair.js";
import { withBiases } from "../compare/biasedLayers.js";
import { nearestOrders } from "../compare/nearestOrders.js";
import { type UnitDifference, weightDifferences } from "../compare/weightDifferences.js";
import { weightGrids } from "../compare/weightGrid.js";
import { type Classification, classify } from "../pruning/classify.js";
import type { SignedCodes } from "./projectedOn.js";

/** Two networks whose reduced forms are nearly one. */
export interface MatchedPair {
  /** The mean of both reduced networks, the second with its neurons in the order of the first. */
  readonly theta: MultiLayerNetwork;
  /** What the neurons of each network are in θ, for each hidden layer. */
  readonly from: readonly SignedCodes[];
  readonly to: readonly SignedCodes[];
  /** The weight in which the reduced networks differ most. */
  readonly largest: UnitDifference;
}

/** How far weights may be apart, and how neurons may be mirrored. */
export interface Nearness {
  readonly tolerance: Rational;
  readonly symmetry: ActivationSymmetry;
}

/**
 * Classifies both networks at the tolerance, and matches what they reduce to.
 *
 * @param a a network, with biases if b has any, as b of the same widths.
 * @returns why they don't match, or the match, whatever the largest difference is.
 * @throws InputError if the tolerance is so large that too many pairs have to be compared.
 */
export function matchedPair(
  a: MultiLayerNetwork,
  b: MultiLayerNetwork,
  nearness: Nearness,
): MatchedPair | { readonly fault: InputError } {
  const [ours, theirs] = [classify(a, nearness), classify(b, nearness)];
  const fault = widthFault(ours.reduction.widths, theirs.reduction.widths);
  if (fault !== undefined) return { fault };
  const [first, second] = [ours, theirs].map(({ reduction }) => withBiases(reduction.matrices));
  if (first === undefined || second === undefined) throw new RangeError("two networks are reduced");
  const { symmetry } = nearness;
  const orders = nearestOrders(
    weightGrids(first, second),
    symmetry.parity === undefined ? undefined : symmetry,
  );
  if (orders === undefined) {
    return { fault: new InputError("the layers are too wide to be matched", "give narrower networks") };
  }
  const pair = alignedPair(first, second, orders, symmetry);
  const differences = weightDifferences(pair);
  return {
    theta: meanOf(pair, a.biases !== undefined),
    from: partitionsOf(ours),
    to: partitionsOf(theirs).map((partition, layer) =>
      renumbered(partition, entry(orders.orders, layer), entry(orders.signs, layer)),
    ),
    largest: differences.reduce((most, other) => (other.size.compare(most.size) > 0 ? other : most)),
  };
}

function widthFault(ours: readonly number[], theirs: readonly number[]): InputError | undefined {
  const layer = [...ours.keys()].find((index) => ours[index] === 0 || theirs[index] === 0);
  const where = (index: number): string => (ours.length === 1 ? "" : ` in hidden layer ${index + 1}`);
  if (layer !== undefined)
    return new InputError(
      `at this tolerance no neuron is left${where(layer)}`,
      "give a smaller tolerance, or a network that keeps a neuron in every hidden layer",
    );
  const different = [...ours.keys()].find((index) => ours[index] !== theirs[index]);
  if (different === undefined) return undefined;
  return new InputError(
    `at this tolerance the first network reduces to width ${entry(ours, different)}, ` +
      `the second to ${entry(theirs, different)}${where(different)}`,
    "give another tolerance; equiloss classify shows the distances of neurons, " +
      "equiloss compare which are matched",
  );
}

/** The means of the weights, and of the biases if the networks have any. */
function meanOf({ a, b }: AlignedPair, hasBias: boolean): MultiLayerNetwork {
  const half = rational(1n, 2n);
  const mean = (left: RationalVector, right: RationalVector): RationalVector => left.plus(right).times(half);
  const weights = a.weights.map((rows, layer) =>
    rows.map((row, unit) => mean(row, entry(entry(b.weights, layer), unit))),
  );
  const biases = a.biases.map((bias, layer) => mean(bias, entry(b.biases, layer)));
  return multiLayerNetwork(weights, hasBias ? biases : undefined);
}

function partitionsOf({ reduction }: Classification): SignedCodes[] {
  return reduction.layers.map(({ labelledPartition, signs }) => ({ codes: labelledPartition, signs }));
}

/** The codes by the places of the first network's neurons, with the signs of the matching. */
function renumbered(
  { codes, signs }: SignedCodes,
  order: readonly number[],
  turned: readonly (1 | -1)[],
): SignedCodes {
  const placeOf = new Map(order.map((unit, place) => [unit, place]));
  const places = codes.map((code) => (code > 0 ? placeOf.get(code - 1) : undefined));
  return {
    codes: codes.map((code, unit) => {
      const place = places[unit];
      return place === undefined ? code : place + 1;
    }),
    signs: signs.map((sign, unit) => {
      const place = places[unit];
      return place === undefined || entry(turned, place) === 1 ? sign : negative(sign);
    }),
  };
}

function negative(sign: -1 | 0 | 1): -1 | 0 | 1 {
  return sign === 0 ? 0 : sign === 1 ? -1 : 1;
}
