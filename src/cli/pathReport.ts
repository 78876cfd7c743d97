import { InputError } from "../exact/inputError.js";
import { rational } from "../exact/numbers/rational.js";
import type { ManifoldPath } from "../manifold/paths/manifoldPath.js";
import { pathAsInPaper } from "../manifold/paths/pathAsInPaper.js";
import type { Polyline } from "../manifold/paths/manifoldPath.js";
import { shortestPath } from "../manifold/paths/shortestPath.js";
import { networkFile } from "../network/networkFile.js";
import { type TwoLayerNetwork, unitKey, twoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Source } from "./inputs.js";
import { multiLayerPathText } from "./multiLayerPathReport.js";
import { pairIn } from "./layersPair.js";
import { visibleJson } from "./visible.js";

/** What path is asked for and how it is told, as a worker gets it. */
export interface PathRequest {
  readonly from: Source;
  readonly to: Source;
  readonly json: boolean;
  readonly asPaper: boolean;
  readonly changes: boolean;
  readonly steps: number;
  readonly budget: number;
}

/** A path with what is known of its length; none if the points are isolated. */
interface Found {
  readonly path: ManifoldPath;
  readonly lowerBound: number;
  readonly optimal: boolean;
  readonly method: string;
  /** Whether some path has as few segments as the bound says, if it isn't this one. */
  readonly boundIsReached?: boolean;
}

/** Units in all points of a path that are listed at once. */
const MAX_LISTED = 5_000_000;

/** What `equiloss path` prints, line by line. */
export function pathLines(request: PathRequest): string[] {
  const { json, asPaper, changes, steps, budget } = request;
  const pair = pairIn(request.from, request.to);
  if ("layers" in pair) {
    requireTwoLayerOptions(request);
    return [multiLayerPathText(pair.layers, { json, steps, budget })];
  }
  const { theta, from, to } = pair;
  const shortest = shortestPath(theta, from, to, { budget });
  const found = asPaper ? asInPaper(theta, from, to, shortest) : shortest;
  if (changes) return changesOf(found);
  if (json) return [visibleJson(listed(found, steps))];
  return [summary(theta.units.length, from.units.length, found)];
}

function requireTwoLayerOptions({ asPaper, changes }: PathRequest): void {
  const [option] = [asPaper ? "--as-paper" : [], changes ? "--changes" : []].flat();
  if (option === undefined) return;
  throw new InputError("only for networks of two layers without biases", "leave it out", option);
}

/** The paper's path, with the shortest one's bound beside it. */
function asInPaper(
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
  to: TwoLayerNetwork,
  shortest: Found | undefined,
): Found | undefined {
  const path = pathAsInPaper(theta, from, to);
  if (path === undefined || shortest === undefined) return undefined;
  const { lowerBound } = shortest;
  const optimal = path.segments === lowerBound;
  const method = "three segments per transposition";
  return { path, lowerBound, optimal, method, boundIsReached: shortest.optimal };
}

function listed(found: Found | undefined, steps: number): unknown {
  if (found === undefined) return { segments: null, lowerBound: null, points: [], subspaces: [] };
  const { path, lowerBound } = found;
  if ((path.segments * steps + 1) * path.from.units.length > MAX_LISTED) {
    throw new InputError(
      `${path.segments * steps + 1} points of ${path.from.units.length} neurons are too many to list`,
      "use --changes, which tells segment by segment what changes, or leave out --json for the lengths alone",
    );
  }
  const { points, partitions } = subdivided(path.list(), steps);
  return {
    segments: path.segments,
    lowerBound,
    points: points.map(networkFile),
    subspaces: partitions.map(({ codes }) => codes),
  };
}

/** Each segment cut into equal pieces, for those who want to evaluate along the path. */
function subdivided({ points, partitions }: Polyline, steps: number): Polyline {
  const [first] = points;
  if (first === undefined) return { points, partitions };
  const pieces = partitions.flatMap((partition, segment) => {
    const [start, end] = [points[segment] ?? first, points[segment + 1] ?? first];
    return Array.from({ length: steps }, (_, step) => ({
      partition,
      end: step === steps - 1 ? end : between(start, end, BigInt(step + 1), BigInt(steps)),
    }));
  });
  return {
    points: [first, ...pieces.map(({ end }) => end)],
    partitions: pieces.map(({ partition }) => partition),
  };
}

function between(start: TwoLayerNetwork, end: TwoLayerNetwork, part: bigint, parts: bigint): TwoLayerNetwork {
  const share = rational(part, parts);
  const units = start.units.map((unit, index) => {
    const other = end.units[index] ?? unit;
    return {
      incoming: unit.incoming.plus(other.incoming.minus(unit.incoming).times(share)),
      outgoing: unit.outgoing.plus(other.outgoing.minus(unit.outgoing).times(share)),
    };
  });
  return twoLayerNetwork(start.inputDimension, start.outputDimension, units);
}

/** A line of JSON a segment; neurons are counted from 1. */
function changesOf(found: Found | undefined): string[] {
  if (found === undefined) throw new InputError("there is no path", "leave out --changes to read why");
  const current = found.path.from.units.map(unitKey);
  return Array.from(found.path.steps(), ({ codes, units }) => {
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

function summary(r: number, m: number, found: Found | undefined): string {
  if (found === undefined) {
    return `no path: the networks reduce to width ${r}, their own, so the points of Θ are isolated`;
  }
  const { path, lowerBound, optimal, method, boundIsReached = false } = found;
  const length = `${path.segments} ${path.segments === 1 ? "segment" : "segments"}`;
  const unknown = boundIsReached
    ? `a shortest path has ${lowerBound}`
    : `NOT proved least: between ${lowerBound} and ${path.segments}`;
  const proved = optimal ? "no path has fewer" : unknown;
  return `${length} from the first network to the second, r = ${r}, m = ${m}\n${proved} (${method})`;
}
