import { certificateLayers, layeredPathCertificate } from "../../certificate/layeredPathCertificate.js";
import { factorial } from "../../combinatorics/counts/factorial.js";
import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { permutations } from "../../combinatorics/partitions/permutations.js";
import { tuples } from "../../combinatorics/tuples.js";
import { rational } from "../../exact/numbers/rational.js";
import { multiLayerPath } from "../../manifold/layers/multiLayerPath.js";
import { multiLayerSpace, networkOfPoint } from "../../manifold/layers/multiLayerSpace.js";
import { multiLayerSubspace } from "../../manifold/layers/multiLayerSubspace.js";
import { type MultiLayerNetwork, hiddenWidths } from "../../network/multiLayerNetwork.js";
import { randomMultiLayer } from "../../network/randomMultiLayer.js";
import { entry } from "../../exact/entry.js";
import type { Instance } from "../evidence/certified.js";
import { writtenLayers } from "./written.js";

/** Networks from whose minimum paths lead to all permuted minima, by their widths with inputs and outputs. */
const SMALL: readonly (readonly number[])[] = [
  [1, 2, 2, 1],
  [2, 3, 2, 2],
  [1, 2, 2, 2, 1],
];

/** A network of three hidden layers of three units. */
const DEEP = [2, 3, 3, 3, 2];

/** Orders of units in each hidden layer: the label of each unit, 0 for the spare one. */
export type UnitOrders = readonly (readonly number[])[];

export const DEEP_ORDERS: UnitOrders = [
  [2, 1, 0, 3],
  [0, 3, 1, 2],
  [3, 2, 1, 0],
];

export const TEACHER_ORDERS: UnitOrders = [
  [4, 3, 0, 2, 1],
  [2, 1, 4, 3, 0],
  [1, 2, 4, 0, 3],
];

/**
 * A teacher of the shape of Fig. 1(d,e) of Şimşek et al. (2021), 2-4-4-4-1. Its first matrix is that of the
 * teacher with one hidden layer, from the code of their figures, which does not publish the deeper ones:
 * these are our choice.
 */
export function multiLayerTeacher(): MultiLayerNetwork {
  return writtenLayers(
    "3/5 1/2; -1/2 1/2; -1/5 -3/5; 1/10 -3/5",
    "1 -1/2 0 1/4; 1/2 1 -1 0; 0 -1/4 1 1/2; -1 0 1/2 1",
    "1/2 1 0 -1/2; -1 1/2 1 0; 1/4 0 -1/2 1; 0 -1 1/4 1/2",
    "1 1 1 1",
  );
}

/**
 * A point of a tuple's Γ at which no free coordinate is 0.
 *
 * @example multiLayerSubspaceHolds(theta, tuple, "last to first", freePoint(theta, tuple)) === true
 */
export function freePoint(theta: MultiLayerNetwork, tuple: readonly LabelledPartition[]): MultiLayerNetwork {
  const { base, directions } = multiLayerSubspace(theta, tuple, "last to first");
  const point = directions.reduce(
    (sum, direction, index) => sum.plus(direction.times(rational(BigInt(index + 2), 3n))),
    base,
  );
  const widths = tuple.map(({ m }) => m);
  return networkOfPoint(multiLayerSpace(theta, widths), point);
}

/** The minimum with units in the given orders; a spare unit has incoming weights, and nothing reads it. */
function minimum(theta: MultiLayerNetwork, orders: UnitOrders): MultiLayerNetwork {
  const r = hiddenWidths(theta);
  return freePoint(
    theta,
    orders.map((codes, layer) => LabelledPartition.of(codes, entry(r, layer))),
  );
}

/** The units in their own order, the spare one last. */
export function ownOrders(theta: MultiLayerNetwork): UnitOrders {
  return hiddenWidths(theta).map((width) => [...Array.from({ length: width }, (_, unit) => unit + 1), 0]);
}

/** Certificates of paths between minima with a spare unit in each layer, from their own order to others. */
export function* multiLayerInstances(seed: number): Generator<Instance> {
  for (const hasBiases of [false, true]) {
    for (const widths of SMALL) {
      const theta = randomMultiLayer({ widths, hasBiases }, seed);
      for (const orders of tuples(hiddenWidths(theta).map(ordersOf))) yield instance(theta, orders);
    }
    yield instance(randomMultiLayer({ widths: DEEP, hasBiases }, seed), DEEP_ORDERS);
  }
  yield instance(multiLayerTeacher(), TEACHER_ORDERS);
}

/** The number of {@link multiLayerInstances}: all orders of each small network, and one of the others. */
export function multiLayerInstanceCount(): bigint {
  const orders = SMALL.map((widths) =>
    widths.slice(1, -1).reduce((product, width) => product * factorial(width), 1n),
  );
  return 2n * orders.reduce((sum, count) => sum + count, 1n) + 1n;
}

/** All orders of a number of units, after the spare one. */
function ordersOf(width: number): number[][] {
  return [...permutations(width)].map((order) => [0, ...order.map((unit) => unit + 1)]);
}

function instance(theta: MultiLayerNetwork, orders: UnitOrders): Instance {
  const [from, to] = [minimum(theta, ownOrders(theta)), minimum(theta, orders)];
  const path = multiLayerPath(theta, from, to);
  if ("isolatedLayer" in path) throw new RangeError(`no path in hidden layer ${path.isolatedLayer}`);
  return {
    certificate: layeredPathCertificate(theta, path.list()),
    asked: {
      claim: "mlp-connected",
      theta: certificateLayers(theta),
      from: certificateLayers(from),
      to: certificateLayers(to),
    },
  };
}
