import { InputError } from "../../../exact/inputError.js";
import {
  type IsolatedLayer,
  type MultiLayerPath,
  multiLayerPath,
} from "../../../manifold/layers/multiLayerPath.js";
import { type MultiLayerNetwork, hiddenWidths } from "../../../network/multiLayerNetwork.js";
import { type TwoLayerNetwork, unitKey } from "../../../network/twoLayerNetwork.js";
import { type NetworkPair, pairIn } from "../../files/networks.js";
import { joined, plural } from "../../terminal/lists.js";
import { taggedJson } from "../outputs.js";
import { type Answer, type Wanted, requireTwoLayerOptions, unitsAnswer } from "./answer.js";
import { layerChanges, unitChanges } from "./changes.js";
import {
  NOTHING,
  type PathListing,
  isSoonListed,
  pathListing,
  requireListable,
  requireListableLayers,
} from "./listing.js";
import { segmentLines } from "./segmentLines.js";

/** Which path is asked for, and how it is printed. */
export interface PathRequest extends Wanted {
  readonly json: boolean;
  readonly changes: boolean;
  /** Number of equal pieces of each segment, in JSON. */
  readonly steps: number;
}

/** What `equiloss path` prints, line by line. */
export function pathLines(request: PathRequest): string[] {
  const pair = pairIn(request.from, request.to);
  if ("layers" in pair) {
    requireTwoLayerOptions({ "--as-paper": request.asPaper, "--changes": request.changes });
  }
  const lines = "units" in pair ? unitsLines(pair.units, request) : layersLines(pair.layers, request);
  return lines.map((line) => {
    if (typeof line === "string") return line;
    return "codes" in line ? taggedJson("path-change", line) : taggedJson("path", line);
  });
}

/** A line in words, or a value whose JSON is the line. */
type Line = string | PathListing | PathChange;

function unitsLines(pair: NetworkPair<TwoLayerNetwork>, request: PathRequest): readonly Line[] {
  const answer = unitsAnswer(pair, request);
  if (request.changes) return changesOf(answer);
  if (request.json) return [listedUnits(answer, request.steps)];
  const length = unitsLength(pair, answer);
  if (answer === undefined) return [length];
  const { path } = answer;
  return [length, ...segmentLines(unitChanges(path), path.segments, "--changes")];
}

function listedUnits(answer: Answer | undefined, steps: number): PathListing {
  if (answer === undefined) return NOTHING;
  const { path, shortest } = answer;
  requireListable(
    path.segments * steps + 1,
    { count: path.from.units.length, of: "neurons" },
    "use --changes, which tells segment by segment what changes, or leave out --json for the lengths alone",
  );
  const { points, partitions } = path.list();
  const subspaces = partitions.map(({ codes }) => codes);
  return pathListing({ lowerBound: shortest.lowerBound, points, subspaces }, steps);
}

/** What changes on one segment, as `equiloss path --changes` prints it. Neurons are counted from 1. */
export interface PathChange {
  /** Neurons and their new codes in the labelled partition. */
  readonly codes: readonly (readonly [number, number])[];
  readonly units: readonly {
    readonly neuron: number;
    readonly incoming: readonly string[];
    readonly outgoing: readonly string[];
  }[];
}

/** What changes on each segment. */
function changesOf(answer: Answer | undefined): readonly Line[] {
  if (answer === undefined) throw new InputError("there is no path", "leave out --changes to read why");
  const current = answer.path.from.units.map(unitKey);
  return Array.from(answer.path.steps(), ({ codes, units }) => {
    const changed = units.filter(([index, unit]) => current[index] !== unitKey(unit));
    for (const [index, unit] of changed) current[index] = unitKey(unit);
    return {
      codes: codes.map(([index, code]) => [index + 1, code] as const),
      units: changed.map(([index, unit]) => ({
        neuron: index + 1,
        incoming: unit.incoming.toStrings(),
        outgoing: unit.outgoing.toStrings(),
      })),
    } satisfies PathChange;
  });
}

function unitsLength({ theta, from }: NetworkPair<TwoLayerNetwork>, answer: Answer | undefined): string {
  const [r, m] = [theta.units.length, from.units.length];
  if (answer === undefined) {
    return `no path: the networks reduce to width ${r}, their own, so the points of Θ are isolated`;
  }
  const { segments } = answer.path;
  const { lowerBound, optimal } = answer.shortest;
  const unknown = optimal ? `a shortest path has ${lowerBound}` : notProved(lowerBound, segments);
  const bound = segments === lowerBound ? "no path has fewer" : unknown;
  const method = answer.asPaper ? "three segments per transposition" : answer.shortest.method;
  return summary(segments, `r = ${r}, m = ${m}`, bound, method);
}

function layersLines(
  pair: NetworkPair<MultiLayerNetwork>,
  { json, steps, budget }: PathRequest,
): readonly Line[] {
  const path = multiLayerPath(pair.theta, pair.from, pair.to, { budget });
  if ("isolatedLayer" in path) return [json ? NOTHING : isolation(path)];
  if (json) return [listedLayers(path, pair, steps)];
  const { segments } = path;
  const changes = isSoonListed(path, pair) ? layerChanges(path.list().points) : [];
  return [layersLength(pair, path), ...segmentLines(changes, segments, "--json")];
}

/** Why there is no path. */
export function isolation({ isolatedLayer: layer, width }: IsolatedLayer): string {
  const reduced = `hidden layer ${layer} reduces to width ${width}, its own`;
  return `no path: ${reduced}, and the networks have its neurons in different orders`;
}

function listedLayers(
  path: MultiLayerPath,
  pair: NetworkPair<MultiLayerNetwork>,
  steps: number,
): PathListing {
  requireListableLayers(path, pair, steps, "leave out --json for the lengths alone");
  const { points, tuples } = path.list();
  const subspaces = tuples.map((tuple) => tuple.map(({ codes }) => codes));
  return pathListing({ lowerBound: path.lowerBound, points, subspaces }, steps);
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

function layersLength({ theta, from }: NetworkPair<MultiLayerNetwork>, path: MultiLayerPath): string {
  const [r, m] = [theta, from].map((network) => hiddenWidths(network).join("-"));
  return summary(path.segments, `hidden widths r = ${r}, m = ${m}`, bound(path), path.method);
}

/** "hidden layer 2 needs", "hidden layers 1 and 3 need". */
function layersNamed(layers: readonly number[]): string {
  return `hidden ${plural(layers.length, "layer")} ${joined(layers)} ${layers.length === 1 ? "needs" : "need"}`;
}

/** The summary of a path: its length, the networks' widths, and what is known of shorter paths. */
function summary(segments: number, widths: string, bound: string, method: string): string {
  const length = `${segments} ${segments === 1 ? "segment" : "segments"}`;
  return `${length} from the first network to the second, ${widths}\n${bound} (${method})`;
}

/** Says that a path may not be a shortest one, and between which lengths a shortest one lies. */
function notProved(lowerBound: number, segments: number, where = ""): string {
  return `NOT proved least: ${where}between ${lowerBound} and ${segments}`;
}
