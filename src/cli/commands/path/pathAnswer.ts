import { InputError } from "../../../exact/inputError.js";
import { type MultiLayerPath, multiLayerPath } from "../../../manifold/layers/multiLayerPath.js";
import { pathAsInPaper } from "../../../manifold/paths/pathAsInPaper.js";
import { shortestPath } from "../../../manifold/paths/shortestPath.js";
import { parseSymmetry } from "../../../network/activations/namedSymmetries.js";
import type { MultiLayerNetwork } from "../../../network/multiLayerNetwork.js";
import type { TwoLayerNetwork } from "../../../network/twoLayerNetwork.js";
import { type NetworkPair, mirroredPairIn, pairIn } from "../../files/networks.js";
import type { Source } from "../../files/sources.js";
import { joined, plural } from "../../terminal/lists.js";
import { type Answer, type NoPath, isolation, notProved, summary, weightsOf } from "./answer.js";
import { layerChanges, unitChanges } from "./changes.js";
import { mirroredAnswer } from "./mirroredAnswer.js";
import { toleranceHint } from "./toleranceHint.js";

/** The most weights in all points of a path that is told to a person: more take longer than the search. */
const MAX_SOON = 500_000;

/** Which path is asked for. */
export interface Wanted {
  readonly from: Source;
  readonly to: Source;
  readonly asPaper: boolean;
  /** Number of subspaces that the search may reach. */
  readonly budget: number;
  /** The name of the activation by which neurons may be mirrored; none are if it is not given. */
  readonly mirroredFor?: string;
}

/**
 * Finds the path that is asked for.
 *
 * @param options those for two layers without biases, and whether they are given.
 * @throws InputError if the files have no two networks of one function, or one of the options doesn't fit.
 */
export function pathAnswer(
  wanted: Wanted,
  options: Readonly<Record<`--${string}`, boolean>>,
): Answer | NoPath {
  const { from, to, budget, mirroredFor } = wanted;
  if (mirroredFor !== undefined) {
    const symmetry = parseSymmetry(mirroredFor);
    return mirroredAnswer(mirroredPairIn(from, to, symmetry, toleranceHint(mirroredFor)), symmetry, budget);
  }
  const pair = pairIn(from, to, toleranceHint(undefined));
  if ("units" in pair) return unitsAnswer(pair.units, wanted);
  const given = Object.entries({ "--as-paper": wanted.asPaper, ...options }).filter(([, isGiven]) => isGiven);
  for (const [option] of given)
    throw new InputError("only for networks of two layers without biases", "leave it out", option);
  return layersAnswer(pair.layers, wanted);
}

function unitsAnswer(
  { theta, from, to }: NetworkPair<TwoLayerNetwork>,
  { asPaper, budget }: Wanted,
): Answer | NoPath {
  const [r, m] = [theta.units.length, from.units.length];
  const shortest = shortestPath(theta, from, to, { budget });
  const path = asPaper ? pathAsInPaper(theta, from, to) : shortest?.path;
  if (shortest === undefined || path === undefined) {
    return {
      reason: `no path: the networks reduce to width ${r}, their own, so the points of Θ are isolated`,
    };
  }
  const { segments } = path;
  const { lowerBound, optimal } = shortest;
  const unknown = optimal ? `a shortest path has ${lowerBound}` : notProved(lowerBound, segments);
  const bound = segments === lowerBound ? "no path has fewer" : unknown;
  const method = asPaper ? "three segments per transposition" : shortest.method;
  return {
    segments,
    lowerBound,
    summary: summary(segments, `r = ${r}, m = ${m}`, bound, method),
    size: { count: m, of: "neurons" },
    changes: () => unitChanges(path),
    allBy: "--changes",
    points: () => path.points(),
    *subspaces() {
      for (const { codes } of path.partitions()) yield codes;
    },
    path,
  };
}

function layersAnswer(
  { theta, from, to }: NetworkPair<MultiLayerNetwork>,
  { budget }: Wanted,
): Answer | NoPath {
  const path = multiLayerPath(theta, from, to, { budget });
  if ("isolatedLayer" in path) return { reason: isolation(path) };
  const { segments, lowerBound, method } = path;
  const [r, m] = [theta, from].map(({ weights }) =>
    weights
      .slice(0, -1)
      .map((rows) => rows.length)
      .join("-"),
  );
  const size = weightsOf(from);
  return {
    segments,
    lowerBound,
    summary: summary(segments, `hidden widths r = ${r}, m = ${m}`, layersBound(path), method),
    size,
    changes: () => (isSoonListed(segments, size) ? layerChanges([...path.points()]) : []),
    allBy: "--json",
    points: path.points,
    *subspaces() {
      for (const tuple of path.tuples()) yield tuple.map(({ codes }) => codes);
    },
  };
}

/** Whether the changes of a path are told to a person. */
export function isSoonListed(segments: number, { count }: Answer["size"]): boolean {
  return (segments + 1) * count <= MAX_SOON;
}

function layersBound({ segments, lowerBound, optimal, inManifold, layers }: MultiLayerPath): string {
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
  return `hidden ${plural(layers.length, "layer")} ${joined(layers)} ${layers.length === 1 ? "needs" : "need"}`;
}
