import { entry } from "../../../src/exact/entry.js";
import type { Expected } from "../../../src/checker/verdict.js";
import { multiLayerSubspaceHolds } from "../../../src/manifold/layers/multiLayerSubspace.js";
import { isIrreducibleMultiLayer } from "../../../src/network/irreducible.js";
import {
  type MultiLayerNetwork,
  hiddenWidths,
  multiLayerNetwork,
} from "../../../src/network/multiLayerNetwork.js";
import type { Json } from "../seal.js";
import { partitionOf } from "./lists.js";
import { entries, isAsked, matrix, members, need, pathMembers, pointsOf, vectors } from "./reading.js";

/** A layered path by SPEC.md with the program's own rooms. */
export function layeredPathHolds(body: Json | undefined, expected: Expected): boolean {
  const parts = pathMembers(body, "partitions", "theta");
  const theta = layersOf(parts.theta);
  need(isIrreducibleMultiLayer(theta) && isAsked(parts.theta, expected.theta));
  const pointValues = pointsOf(parts);
  const points = pointValues.map(layersOf);
  const [from] = points;
  need(from !== undefined && points.length > 1);
  need(expected.from !== undefined && isAsked(pointValues[0], expected.from));
  need(expected.to !== undefined && isAsked(pointValues.at(-1), expected.to));
  const [labels, widths] = [hiddenWidths(theta), hiddenWidths(from)];
  need(points.every((point) => hiddenWidths(point).join() === widths.join()));
  const tuples = entries(parts.partitions).map((tuple) => {
    const partitions = entries(tuple);
    need(labels.length === partitions.length && widths.length === partitions.length);
    return partitions.map((codes, layer) => partitionOf(codes, entry(labels, layer), entry(widths, layer)));
  });
  need(tuples.length === points.length - 1);
  return tuples.every((tuple, index) =>
    points.slice(index, index + 2).every((point) => multiLayerSubspaceHolds(theta, tuple, "fibre", point)),
  );
}

/** The network that a certificate writes so. */
export function layersOf(value: Json | undefined): MultiLayerNetwork {
  const parts = members(value, "biases", "weights");
  const weights = entries(parts.weights).map((rows) => vectors(matrix(rows)));
  const biases = vectors(matrix(parts.biases));
  return multiLayerNetwork(weights, biases.length === 0 ? undefined : biases);
}
