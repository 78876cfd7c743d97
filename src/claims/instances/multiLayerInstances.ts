import { certificateLayers, layeredPathCertificate } from "../../certificate/layeredPathCertificate.js";
import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { permutations } from "../../combinatorics/partitions/permutations.js";
import { tuples } from "../../combinatorics/tuples.js";
import { rational } from "../../exact/numbers/rational.js";
import { multiLayerPath } from "../../manifold/layers/multiLayerPath.js";
import { multiLayerSpace, networkOfPoint } from "../../manifold/layers/multiLayerSpace.js";
import { multiLayerSubspace } from "../../manifold/layers/multiLayerSubspace.js";
import { type MultiLayerNetwork, hiddenWidths } from "../../network/multiLayerNetwork.js";
import { type MultiLayerShape, randomMultiLayer } from "../../network/randomMultiLayer.js";
import { entry } from "../../exact/entry.js";
import type { Instance } from "../evidence/certified.js";
import { writtenLayers } from "./written.js";

/** Networks whose every permuted minimum is led to, by their widths with inputs and outputs. */
const SMALL: readonly (readonly number[])[] = [
  [1, 2, 2, 1],
  [2, 3, 2, 2],
  [1, 2, 2, 2, 1],
];

/** A network of three hidden layers of three units. */
const DEEP = [2, 3, 3, 3, 2];

/** Orders of units in each hidden layer: which label each unit has, 0 for the unit to spare. */
type Orders = readonly (readonly number[])[];

const DEEP_ORDERS: Orders = [
  [2, 1, 0, 3],
  [0, 3, 1, 2],
  [3, 2, 1, 0],
];

const TEACHER_ORDERS: Orders = [
  [4, 3, 0, 2, 1],
  [2, 1, 4, 3, 0],
  [1, 2, 4, 0, 3],
];

/**
 * A teacher of the shape of Fig. 1(d,e), 2-4-4-4-1. Its first matrix is that of the teacher with one hidden
 * layer, from the code of the paper's figures; the deeper matrices are not published there, and are our
 * choice.
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
 * A network of a tuple's Γ with all that is free there set to some nonzero value.
 *
 * @example multiLayerSubspaceHolds(theta, tuple, "last to first", freePoint(theta, tuple)) === true
 */
export function freePoint(theta: MultiLayerNetwork, tuple: readonly LabelledPartition[]): MultiLayerNetwork {
  const { base, directions } = multiLayerSubspace(theta, tuple, "last to first");
  const point = directions.reduce(
    (sum, direction, index) => sum.plus(direction.times(rational(BigInt(index + 2), 3n))),
    base,
  );
  return networkOfPoint(
    multiLayerSpace(
      theta,
      tuple.map(({ m }) => m),
    ),
    point,
  );
}

/** The minimum with units in the given orders, whose units to spare have weights, which nothing reads. */
function minimum(theta: MultiLayerNetwork, orders: Orders): MultiLayerNetwork {
  const r = hiddenWidths(theta);
  return freePoint(
    theta,
    orders.map((codes, layer) => LabelledPartition.of(codes, entry(r, layer))),
  );
}

/** The units in their own order, the one to spare last. */
function ownOrders(theta: MultiLayerNetwork): number[][] {
  return hiddenWidths(theta).map((width) => [...Array.from({ length: width }, (_, unit) => unit + 1), 0]);
}

/**
 * Certificates of paths from one minimum with a unit to spare in every layer to others, with their units in
 * other orders.
 */
export function* multiLayerInstances(seed: number): Generator<Instance> {
  for (const hasBiases of [false, true]) {
    for (const widths of SMALL) {
      const theta = randomMultiLayer({ widths, hasBiases }, seed);
      for (const orders of tuples(hiddenWidths(theta).map(ordersOf))) yield instance(theta, orders);
    }
    yield instance(
      randomMultiLayer({ widths: DEEP, hasBiases } satisfies MultiLayerShape, seed),
      DEEP_ORDERS,
    );
  }
  yield instance(multiLayerTeacher(), TEACHER_ORDERS);
}

/** How many these are. */
export function multiLayerInstanceCount(): bigint {
  const factorial = (n: number): bigint => (n < 2 ? 1n : BigInt(n) * factorial(n - 1));
  const permuted = (widths: readonly number[]): bigint =>
    widths.slice(1, -1).reduce((product, width) => product * factorial(width), 1n);
  const small = SMALL.reduce((sum, widths) => sum + permuted(widths), 0n);
  return 2n * (small + 1n) + 1n;
}

/** All orders of so many units, and the one to spare first. */
function ordersOf(width: number): number[][] {
  return [...permutations(width)].map((order) => [0, ...order.map((unit) => unit + 1)]);
}

function instance(theta: MultiLayerNetwork, orders: Orders): Instance {
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
