import { InputError } from "../../../exact/inputError.js";
import type { ManifoldPath } from "../../../manifold/paths/manifoldPath.js";
import { pathAsInPaper } from "../../../manifold/paths/pathAsInPaper.js";
import { type ShortestPath, shortestPath } from "../../../manifold/paths/shortestPath.js";
import type { TwoLayerNetwork } from "../../../network/twoLayerNetwork.js";
import type { NetworkPair } from "../../files/networks.js";
import type { Source } from "../../files/sources.js";

/** Which path is asked for. */
export interface Wanted {
  readonly from: Source;
  readonly to: Source;
  readonly asPaper: boolean;
  /** Number of subspaces that the search may reach. */
  readonly budget: number;
}

/** The path that is asked for, and a shortest one, which gives the bound. */
export interface Answer {
  readonly path: ManifoldPath;
  readonly shortest: ShortestPath;
  readonly asPaper: boolean;
}

/** The path between networks of two layers; undefined if there is none. */
export function unitsAnswer(
  { theta, from, to }: NetworkPair<TwoLayerNetwork>,
  { asPaper, budget }: Wanted,
): Answer | undefined {
  const shortest = shortestPath(theta, from, to, { budget });
  const path = asPaper ? pathAsInPaper(theta, from, to) : shortest?.path;
  return path && shortest && { path, shortest, asPaper };
}

/** @throws InputError that names the first of the options that is taken. */
export function requireTwoLayerOptions(options: Readonly<Record<`--${string}`, boolean>>): void {
  const option = Object.keys(options).find((name) => options[name as `--${string}`] === true);
  if (option === undefined) return;
  throw new InputError("only for networks of two layers without biases", "leave it out", option);
}
