import { InputError } from "../../../exact/inputError.js";
import type { ManifoldPath } from "../../../manifold/paths/manifoldPath.js";
import { pathAsInPaper } from "../../../manifold/paths/pathAsInPaper.js";
import { shortestPath } from "../../../manifold/paths/shortestPath.js";
import { toNetwork, toPoint } from "../../../manifold/subspaces/parameterSpace.js";
import { networkFile } from "../../../network/networkFile.js";
import { type TwoLayerNetwork, unitKey } from "../../../network/twoLayerNetwork.js";
import type { NetworkPair } from "../../files/networkPair.js";
import { visibleJson } from "../../terminal/visible.js";
import { NOTHING, type PathListing, pathListing, requireListable } from "./listing.js";
import type { PathRequest } from "./request.js";
import { notProved, summary } from "./summary.js";

type Pair = NetworkPair<TwoLayerNetwork>;

/** A path with what is known about its length; undefined if the points are isolated. */
interface Answer {
  readonly path: ManifoldPath;
  readonly lowerBound: number;
  readonly optimal: boolean;
  readonly method: string;
  /** Whether some path, if not this one, has as few segments as the bound says. */
  readonly boundIsReached?: boolean;
}

/** What `equiloss path` prints for two-layer networks, line by line. */
export function unitsPathLines(pair: Pair, { json, asPaper, changes, steps, budget }: PathRequest): string[] {
  const shortest = shortestPath(pair.theta, pair.from, pair.to, { budget });
  const answer = asPaper ? asInPaper(pair, shortest) : shortest;
  if (changes) return changesOf(answer);
  return [json ? visibleJson(listed(answer, steps)) : lengthText(pair, answer)];
}

/** The paper's path, with the lower bound that the search for a shortest one gave. */
function asInPaper({ theta, from, to }: Pair, shortest: Answer | undefined): Answer | undefined {
  const path = pathAsInPaper(theta, from, to);
  if (path === undefined || shortest === undefined) return undefined;
  const { lowerBound } = shortest;
  const optimal = path.segments === lowerBound;
  const method = "three segments per transposition";
  return { path, lowerBound, optimal, method, boundIsReached: shortest.optimal };
}

function listed(answer: Answer | undefined, steps: number): PathListing {
  if (answer === undefined) return NOTHING;
  const { path, lowerBound } = answer;
  const { inputDimension, outputDimension, units } = path.from;
  requireListable(
    path.segments * steps + 1,
    { count: units.length, of: "neurons" },
    "use --changes, which tells segment by segment what changes, or leave out --json for the lengths alone",
  );
  const { points, partitions } = path.list();
  const space = { inputDimension, outputDimension, width: units.length };
  const subspaces = partitions.map(({ codes }) => codes);
  return pathListing({ lowerBound, points, subspaces }, steps, {
    point: toPoint,
    networkAt: (point) => toNetwork(space, point),
    file: networkFile,
  });
}

/** A line of JSON for each segment. Neurons are counted from 1. */
function changesOf(answer: Answer | undefined): string[] {
  if (answer === undefined) throw new InputError("there is no path", "leave out --changes to read why");
  const current = answer.path.from.units.map(unitKey);
  return Array.from(answer.path.steps(), ({ codes, units }) => {
    const changed = units.filter(([index, unit]) => current[index] !== unitKey(unit));
    for (const [index, unit] of changed) current[index] = unitKey(unit);
    return visibleJson({
      codes: codes.map(([index, code]) => [index + 1, code]),
      units: changed.map(([index, unit]) => ({
        neuron: index + 1,
        incoming: unit.incoming.toStrings(),
        outgoing: unit.outgoing.toStrings(),
      })),
    });
  });
}

function lengthText({ theta, from }: Pair, answer: Answer | undefined): string {
  const [r, m] = [theta.units.length, from.units.length];
  if (answer === undefined) {
    return `no path: the networks reduce to width ${r}, their own, so the points of Θ are isolated`;
  }
  const { path, lowerBound, optimal, method, boundIsReached = false } = answer;
  const unknown = boundIsReached ? `a shortest path has ${lowerBound}` : notProved(lowerBound, path.segments);
  const bound = optimal ? "no path has fewer" : unknown;
  return summary(path.segments, `r = ${r}, m = ${m}`, bound, method);
}
