import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import type { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import type { Expected } from "../../src/checker/verdict.js";
import { multiLayerSubspaceHolds } from "../../src/manifold/layers/multiLayerSubspace.js";
import { isIrreducibleMultiLayer } from "../../src/network/irreducible.js";
import {
  type MultiLayerNetwork,
  hiddenWidths,
  multiLayerNetwork,
} from "../../src/network/multiLayerNetwork.js";
import { canonical, type Json } from "./seal.js";
import { entries, matrix, members, need, vectors, whole } from "./slowReading.js";

/** A layered path by SPEC.md with the program's own rooms. */
export function layeredPathHolds(body: Json | undefined, expected: Expected): boolean {
  const given = members(body, "partitions", "points", "theta");
  const theta = layersOf(given.theta);
  need(isIrreducibleMultiLayer(theta) && asksForLayers(theta, expected.theta));
  const points = entries(given.points).map(layersOf);
  const [from, to] = [points[0], points.at(-1)];
  need(from !== undefined && to !== undefined && points.length > 1);
  need(expected.from !== undefined && asksForLayers(from, expected.from));
  need(expected.to !== undefined && asksForLayers(to, expected.to));
  const widths = hiddenWidths(from);
  need(points.every((point) => hiddenWidths(point).join() === widths.join()));
  const tuples = entries(given.partitions).map((tuple) => {
    const codes = entries(tuple).map((partition) => entries(partition).map(whole));
    need(codes.length === hiddenWidths(theta).length && widths.length === codes.length);
    return codes.map((own, layer) => {
      need(own.length === widths[layer]);
      const partition = LabelledPartition.canonical(own, hiddenWidths(theta)[layer] ?? 0);
      need(partition.codes.join() === own.join());
      return partition;
    });
  });
  need(tuples.length === points.length - 1);
  return tuples.every((tuple, index) =>
    points.slice(index, index + 2).every((point) => multiLayerSubspaceHolds(theta, tuple, "fibre", point)),
  );
}

function layersOf(value: Json | undefined): MultiLayerNetwork {
  const given = members(value, "biases", "weights");
  const weights = entries(given.weights).map((rows) => vectors(matrix(rows)));
  const biases = vectors(matrix(given.biases));
  return multiLayerNetwork(weights, biases.length === 0 ? undefined : biases);
}

function asksForLayers(network: MultiLayerNetwork, wanted: Expected["theta"]): boolean {
  if (wanted === undefined) return true;
  const texts = (rows: readonly RationalVector[]): Json => rows.map((row) => [...row.toStrings()]);
  const own = { biases: texts(network.biases ?? []), weights: network.weights.map(texts) };
  return (
    "weights" in wanted && canonical(own) === canonical({ biases: wanted.biases, weights: wanted.weights })
  );
}
