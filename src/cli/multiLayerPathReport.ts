import { InputError } from "../exact/inputError.js";
import { rational } from "../exact/numbers/rational.js";
import type { RationalVector } from "../exact/vectors/rationalVector.js";
import {
  type IsolatedLayer,
  type MultiLayerPath,
  type MultiLayerPolyline,
  multiLayerPath,
} from "../manifold/layers/multiLayerPath.js";
import { multiLayerFile } from "../network/multiLayerFile.js";
import { type MultiLayerNetwork, hiddenWidths, multiLayerNetwork } from "../network/multiLayerNetwork.js";
import { type LayersPair, hiddenShape } from "./layersPair.js";
import { visibleJson } from "./visible.js";

/** Weights in all points of a path that are listed at once. */
const MAX_LISTED = 5_000_000;

/** What is to be told, and how long a search may go on. */
export interface MultiLayerPathRequest {
  readonly json: boolean;
  /** Equal pieces of each segment, in JSON. */
  readonly steps: number;
  readonly budget: number;
}

/** What is printed of a path between networks of several layers. */
export function multiLayerPathText(pair: LayersPair, { json, steps, budget }: MultiLayerPathRequest): string {
  const found = multiLayerPath(pair.theta, pair.from, pair.to, { budget });
  if (json) return visibleJson("isolatedLayer" in found ? nothing() : listed(found, pair.from, steps));
  return "isolatedLayer" in found ? isolation(pair, found) : summary(pair, found);
}

/** Why there is no path. */
export function isolation({ theta }: LayersPair, { isolatedLayer: layer }: IsolatedLayer): string {
  const width = hiddenWidths(theta)[layer - 1] ?? 0;
  return `no path: hidden layer ${layer} reduces to width ${width}, its own, and the networks have its units in different orders`;
}

/** @throws InputError if a path is too long to be listed. */
export function requireListable(
  path: MultiLayerPath,
  from: MultiLayerNetwork,
  steps: number,
  repair: string,
): void {
  const weights = from.weights.reduce((sum, rows) => sum + rows.length * (rows[0]?.dimension ?? 0), 0);
  const points = path.segments * steps + 1;
  if (points * weights <= MAX_LISTED) return;
  throw new InputError(`${points} points of ${weights} weights are too many to list`, repair);
}

function nothing(): unknown {
  return { segments: null, lowerBound: null, points: [], subspaces: [] };
}

function listed(path: MultiLayerPath, from: MultiLayerNetwork, steps: number): unknown {
  requireListable(path, from, steps, "leave out --json for the lengths alone");
  const { points, tuples } = subdivided(path.list(), steps);
  return {
    segments: path.segments,
    lowerBound: path.lowerBound,
    points: points.map(multiLayerFile),
    subspaces: tuples.map((tuple) => tuple.map(({ codes }) => codes)),
  };
}

/** Each segment cut into equal pieces. */
function subdivided({ points, tuples }: MultiLayerPolyline, steps: number): MultiLayerPolyline {
  const pieces = tuples.flatMap((tuple, segment) => {
    const [start, end] = points.slice(segment, segment + 2);
    if (start === undefined || end === undefined) return [];
    return Array.from({ length: steps }, (_, step) => ({
      tuple,
      end: step === steps - 1 ? end : between(start, end, BigInt(step + 1), BigInt(steps)),
    }));
  });
  return {
    points: [...points.slice(0, 1), ...pieces.map(({ end }) => end)],
    tuples: pieces.map(({ tuple }) => tuple),
  };
}

function between(
  start: MultiLayerNetwork,
  end: MultiLayerNetwork,
  part: bigint,
  parts: bigint,
): MultiLayerNetwork {
  const share = rational(part, parts);
  const moved = (from: RationalVector, to: RationalVector | undefined): RationalVector =>
    to === undefined ? from : from.plus(to.minus(from).times(share));
  return multiLayerNetwork(
    start.weights.map((rows, layer) => rows.map((row, unit) => moved(row, end.weights[layer]?.[unit]))),
    start.biases?.map((bias, layer) => moved(bias, end.biases?.[layer])),
  );
}

function summary({ theta, from }: LayersPair, path: MultiLayerPath): string {
  const { segments, lowerBound, optimal, method, inManifold } = path;
  const length = `${segments} ${segments === 1 ? "segment" : "segments"}`;
  const shapes = `hidden widths r = ${hiddenShape(theta)}, m = ${hiddenShape(from)}`;
  return `${length} from the first network to the second, ${shapes}\n${bound()}`;

  function bound(): string {
    if (segments <= 1) return `no path has fewer (${method})`;
    if (!inManifold) {
      return `NOT proved least: an end lies outside Θ, the networks that expansion from the last layer to the first reaches (${method})`;
    }
    const reached = path.layers.length === 0 ? "" : `: ${layersNamed(path.layers)} as many`;
    if (optimal) return `no path in Θ has fewer${reached} (${method})`;
    return `NOT proved least: in Θ between ${lowerBound} and ${segments} (${method})`;
  }
}

/** "hidden layer 2 needs", "hidden layers 1 and 3 need". */
function layersNamed(layers: readonly number[]): string {
  const [last, before] = [layers.at(-1) ?? 0, layers.slice(0, -1)];
  return before.length === 0
    ? `hidden layer ${last} needs`
    : `hidden layers ${before.join(", ")} and ${last} need`;
}
