import fc from "fast-check";
import { labelledPartitionOf } from "../../../properties/arbitraries/labelledPartition.js";
import {
  certificateLayers,
  layeredPathCertificate,
} from "../../../src/certificate/layeredPathCertificate.js";
import type { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { entry } from "../../../src/exact/entry.js";
import { rational } from "../../../src/exact/numbers/rational.js";
import { multiLayerCorner } from "../../../src/manifold/layers/layeredCorners.js";
import { multiLayerSpace, networkOfPoint } from "../../../src/manifold/layers/multiLayerSpace.js";
import { multiLayerSubspace } from "../../../src/manifold/layers/multiLayerSubspace.js";
import type { MultiLayerNetwork } from "../../../src/network/multiLayerNetwork.js";
import { randomMultiLayer } from "../../../src/network/randomMultiLayer.js";
import { layeredPathHolds } from "../second/layers.js";
import { type TestedKind, made } from "./kind.js";
import { FORMS, path } from "./path.js";

/** Widths of θ with the inputs and outputs, hidden widths of points, biases. */
const SHAPES: [number[], number[], boolean][] = [
  [[1, 1, 1], [2], true],
  [[1, 2, 1], [3], false],
  [[1, 1, 1, 1], [2, 2], false],
  [[2, 1, 1, 1], [2, 2], true],
  [[1, 2, 1, 2], [3, 2], false],
  [[1, 1, 1, 1, 1], [2, 2, 2], true],
];

/** A network of the subspace, with coefficients of few values. */
function inSubspace(
  theta: MultiLayerNetwork,
  tuple: readonly LabelledPartition[],
  coefficients: readonly number[],
): MultiLayerNetwork {
  const { base, directions } = multiLayerSubspace(theta, tuple, "fibre");
  const point = directions.reduce(
    (sum, direction, index) => sum.plus(direction.times(rational(BigInt(entry(coefficients, index)), 2n))),
    base,
  );
  const widths = tuple.map(({ m }) => m);
  return networkOfPoint(multiLayerSpace(theta, widths), point);
}

const theta = { biases: [["1"], ["1/2"], ["-1"]], weights: [[["2"]], [["3"]], [["5"]]] };
const from = {
  biases: [["1", "4"], ["1/2", "9"], ["-1"]],
  weights: [
    [["2"], ["7"]],
    [
      ["3", "0"],
      ["6", "0"],
    ],
    [["5", "0"]],
  ],
};
const to = {
  biases: [["4", "1"], ["9", "1/2"], ["-1"]],
  weights: [
    [["7"], ["2"]],
    [
      ["0", "6"],
      ["0", "3"],
    ],
    [["0", "5"]],
  ],
};

export const layeredPath: TestedKind = {
  kind: "layered-path",
  claims: ["mlp-connected"],
  request: path.request,
  accepted: 8,
  otherwise: {
    "end-layers-first": { from },
    "end-layers-last-bias": { to },
    "layered-path": { theta },
    "parameters-layers-no-end": { to: undefined },
    "parameters-layers-no-start": { from: undefined },
    "parameters-layers-theta": { theta: { ...theta, biases: [] } },
  },
  says: {
    "layered-path":
      "a path of 3 segments, all of whose networks compute what theta does, for every activation",
  },
  /** From a network of one subspace to one of another by a shared point, if any, else within the first. */
  certificates: fc
    .tuple(fc.constantFrom(...SHAPES), fc.nat({ max: 20 }), fc.boolean(), FORMS)
    .chain(([[widths, hidden, hasBiases], seed, isNamed, form]) => {
      const theta = randomMultiLayer({ widths, hasBiases }, seed);
      const tuple = fc.tuple(...hidden.map((m, layer) => labelledPartitionOf(entry(widths, layer + 1), m)));
      const coefficients = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 30, maxLength: 30 });
      return fc.tuple(tuple, tuple, coefficients, coefficients).map(([p, q, first, second]) => {
        const corner = multiLayerCorner(theta, p, q);
        const from = inSubspace(theta, p, first);
        const to = inSubspace(theta, corner === undefined ? p : q, second);
        const line =
          corner === undefined
            ? { points: [from, to], tuples: [p] }
            : { points: [from, corner, to], tuples: [p, q] };
        return made(layeredPathCertificate(theta, line, form), {
          ...{ from: certificateLayers(from), to: certificateLayers(to) },
          ...(isNamed ? { theta: certificateLayers(theta) } : {}),
        });
      });
    }),
  weight: 4,
  holds: layeredPathHolds,
};
