import { entry } from "../../../exact/entry.js";
import {
  type IsolatedLayer,
  type MultiLayerPath,
  multiLayerPath,
} from "../../../manifold/layers/multiLayerPath.js";
import {
  multiLayerParameterCount,
  multiLayerSpace,
  networkOfPoint,
  pointOfLayers,
} from "../../../manifold/layers/multiLayerSpace.js";
import { multiLayerFile } from "../../../network/networkFile.js";
import { type MultiLayerNetwork, hiddenWidths } from "../../../network/multiLayerNetwork.js";
import type { NetworkPair } from "../../files/networkPair.js";
import { visibleJson } from "../../terminal/visible.js";
import { NOTHING, type PathListing, pathListing, requireListable } from "./listing.js";
import type { PathRequest } from "./request.js";
import { notProved, summary } from "./summary.js";

type Pair = NetworkPair<MultiLayerNetwork>;

/** What `equiloss path` prints for networks of several layers. */
export function layersPathText(pair: Pair, { json, steps, budget }: PathRequest): string {
  const path = multiLayerPath(pair.theta, pair.from, pair.to, { budget });
  if (json) return visibleJson("isolatedLayer" in path ? NOTHING : listed(path, pair, steps));
  return "isolatedLayer" in path ? isolation(pair, path) : lengthText(pair, path);
}

/** Why there is no path. */
export function isolation({ theta }: Pair, { isolatedLayer: layer }: IsolatedLayer): string {
  const width = entry(hiddenWidths(theta), layer - 1);
  const reduced = `hidden layer ${layer} reduces to width ${width}, its own`;
  return `no path: ${reduced}, and the networks have its units in different orders`;
}

/** @throws InputError if a path is too long to be listed. */
export function requireListableLayers(
  { segments }: MultiLayerPath,
  { from }: Pair,
  steps: number,
  repair: string,
): void {
  const { widths } = multiLayerSpace(from, hiddenWidths(from));
  const count = multiLayerParameterCount({ widths, hasBiases: false });
  requireListable(segments * steps + 1, { count, of: "weights" }, repair);
}

function listed(path: MultiLayerPath, pair: Pair, steps: number): PathListing {
  requireListableLayers(path, pair, steps, "leave out --json for the lengths alone");
  const { points, tuples } = path.list();
  const space = multiLayerSpace(pair.from, hiddenWidths(pair.from));
  const subspaces = tuples.map((tuple) => tuple.map(({ codes }) => codes));
  return pathListing({ lowerBound: path.lowerBound, points, subspaces }, steps, {
    point: pointOfLayers,
    networkAt: (point) => networkOfPoint(space, point),
    file: multiLayerFile,
  });
}

function lengthText({ theta, from }: Pair, path: MultiLayerPath): string {
  const [r, m] = [theta, from].map((network) => hiddenWidths(network).join("-"));
  return summary(path.segments, `hidden widths r = ${r}, m = ${m}`, bound(path), path.method);
}

function bound({ segments, lowerBound, optimal, inManifold, layers }: MultiLayerPath): string {
  if (segments <= 1) return "no path has fewer";
  if (!inManifold) {
    return (
      "NOT proved least: an end lies outside Θ, " +
      "the networks that expansion from the last layer to the first reaches"
    );
  }
  if (!optimal) return notProved(lowerBound, segments, "in Θ ");
  return `no path in Θ has fewer${layers.length === 0 ? "" : `: ${layersNamed(layers)} as many`}`;
}

/** "hidden layer 2 needs", "hidden layers 1 and 3 need". */
function layersNamed(layers: readonly number[]): string {
  const [last, before] = [entry(layers, layers.length - 1), layers.slice(0, -1)];
  return before.length === 0
    ? `hidden layer ${last} needs`
    : `hidden layers ${before.join(", ")} and ${last} need`;
}
