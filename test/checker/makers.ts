import fc from "fast-check";
import { labelledPartitions } from "../../src/combinatorics/partitions/enumeration.js";
import type { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { labelledPartitionCount } from "../../src/combinatorics/counts/labelledPartitionCount.js";
import { literalFormula } from "../../src/combinatorics/counts/literalFormula.js";
import type { Expected, WrittenNetwork } from "../../src/checker/verdict.js";
import { IntersectionGraph } from "../../src/manifold/graph/intersectionGraph.js";
import { coreductions } from "../../src/manifold/topology/coreduction.js";
import { intersectionPoint } from "../../src/manifold/subspaces/intersectionPoint.js";
import { PlacementComplex } from "../../src/manifold/topology/placementComplex.js";
import { placementMatching } from "../../src/manifold/topology/placementMatching.js";
import { subspacesHolding } from "../../src/manifold/subspaces/subspacesHolding.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { type Unit, type TwoLayerNetwork, twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { labelledPartitionOf } from "../../properties/arbitraries/labelledPartition.js";
import { type Json, seal } from "./seal.js";

/** A sealed certificate and what its caller asks for. */
export interface Made {
  readonly text: string;
  readonly expected: Expected;
}

const graphs = new Map<string, IntersectionGraph>();

export function graphOf(r: number, m: number): IntersectionGraph {
  const key = `${r},${m}`;
  const graph = graphs.get(key) ?? new IntersectionGraph(r, m);
  graphs.set(key, graph);
  return graph;
}

export function plain(network: TwoLayerNetwork): WrittenNetwork {
  return {
    incoming: network.units.map(({ incoming }) => [...incoming.toStrings()]),
    outgoing: network.units.map(({ outgoing }) => [...outgoing.toStrings()]),
  };
}

function codesOf(partitions: Iterable<LabelledPartition>): Json[] {
  return [...partitions].map(({ codes }) => [...codes]);
}

export function enumerationOf(r: number, m: number): Made {
  const body = { m, partitions: codesOf(labelledPartitions(r, m)), r };
  return { text: seal("enumeration", "thm-3.1-count", body), expected: { claim: "thm-3.1-count", r, m } };
}

/** A breadth-first tree, with the points that intersections give. */
export function connectedOf(theta: TwoLayerNetwork, m: number, giveTheta: boolean): Made {
  const r = theta.units.length;
  const graph = graphOf(r, m);
  const depths = [...graph.distancesFrom(0)];
  const partitions = depths.map((_, vertex) => graph.partitionAt(vertex));
  const parents = depths.map((depth, vertex) =>
    vertex === 0 ? 0 : (graph.neighboursOf(vertex).find((other) => depths[other] === depth - 1) ?? -1),
  );
  const points = partitions.map((partition, vertex) => {
    const point = intersectionPoint(theta, partition, partitions[parents[vertex] ?? 0] ?? partition);
    if (point === undefined) throw new Error("a parent that doesn't meet its child");
    return plain(point);
  });
  const body = { depths, m, parents, partitions: codesOf(partitions), points, r, theta: plain(theta) };
  const claim = "thm-3.1-connected";
  const expected = { claim, r, m, ...(giveTheta ? { theta: plain(theta) } : {}) };
  return { text: seal("connected", claim, body), expected };
}

/** The vertices of the graph whose subspaces hold a point. */
export function verticesHolding(theta: TwoLayerNetwork, point: TwoLayerNetwork): number[] {
  const graph = graphOf(theta.units.length, point.units.length);
  return [...subspacesHolding(theta, point)].map((partition) => graph.vertexOf(partition));
}

/** The fewest segments between two points, by breadth-first search from every subspace that holds the first. */
export function fewestSegments(theta: TwoLayerNetwork, from: TwoLayerNetwork, to: TwoLayerNetwork): number {
  if (JSON.stringify(plain(from)) === JSON.stringify(plain(to))) return 0;
  const graph = graphOf(theta.units.length, from.units.length);
  const goals = verticesHolding(theta, to);
  const distances = verticesHolding(theta, from).flatMap((start) => {
    const all = graph.distancesFrom(start);
    return goals.map((goal) => all[goal] ?? -1).filter((distance) => distance >= 0);
  });
  return 1 + Math.min(...distances);
}

export type Rule = "none" | "distinct" | "star" | "potential";

/**
 * A path with as few segments as can be, and the bound asked for whether it holds or not; undefined if there is none.
 */
export function pathOf(
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
  to: TwoLayerNetwork,
  rule: Rule,
  claim: "thm-3.1-path" | "ext-geodesic",
): Made | undefined {
  const graph = graphOf(theta.units.length, from.units.length);
  const starts = verticesHolding(theta, from);
  const values = Array.from({ length: graph.vertexCount }, () => Infinity);
  for (const start of starts) {
    graph.distancesFrom(start).forEach((distance, vertex) => {
      if (distance >= 0) values[vertex] = Math.min(values[vertex] ?? Infinity, distance);
    });
  }
  const goals = verticesHolding(theta, to).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  let vertex = goals[0];
  if (vertex === undefined || values[vertex] === Infinity) return undefined;
  const way = [vertex];
  while (values[vertex] !== 0) {
    const below: number = (values[vertex] ?? 0) - 1;
    vertex = graph.neighboursOf(vertex).find((other) => values[other] === below) ?? vertex;
    way.unshift(vertex);
  }
  const same = JSON.stringify(plain(from)) === JSON.stringify(plain(to));
  const partitions = same ? [] : way.map((index) => graph.partitionAt(index));
  const corners = partitions.slice(1).map((next, index) => {
    const corner = intersectionPoint(theta, partitions[index] ?? next, next);
    if (corner === undefined) throw new Error("consecutive subspaces that don't meet");
    return corner;
  });
  const points = same ? [from] : [from, ...corners, to];
  const every = values.map((_, index) => [...graph.partitionAt(index).codes]);
  const finite = values.map((value) => (value === Infinity ? graph.vertexCount : value));
  const bound: Json = rule === "potential" ? { partitions: every, rule, values: finite } : { rule };
  const body = { bound, partitions: codesOf(partitions), points: points.map(plain), theta: plain(theta) };
  return { text: seal("path", claim, body), expected: { claim, from: plain(from), to: plain(to) } };
}

export function formulaOf(r: number, m: number): Made {
  const [formula, count] = [literalFormula(r, m), labelledPartitionCount(r, m)];
  const body = { count: String(count), formula: String(formula), m, r };
  const claim = "thm-3.1-count";
  return { text: seal("counterexample", claim, body), expected: { claim, refuted: true, r, m } };
}

/** The curves of the flow that leave at `start`, and those that enter at `end`. */
export function curvesOf(start: number, end: number, shift: number): Made {
  const half = (value: number): string => (value % 2 === 0 ? String(value / 2) : `${value}/2`);
  const leaves = {
    case: "leaves",
    // (t − start)²/2 + shift and its opposite.
    first: [half(start * start + 2 * shift), String(-start), "1/2"],
    from: String(start),
    root: [String(-start), "1"],
    second: [half(2 * shift - start * start), String(start), "-1/2"],
    sign: -1,
    to: String(start + 1),
  };
  const enters = {
    case: "enters",
    first: [half(end * end + 2 * shift), String(-end), "1/2"],
    from: String(end - 1),
    root: [String(end), "-1"],
    second: [half(2 * shift - end * end), String(end), "-1/2"],
    sign: 1,
    to: String(end),
  };
  const text = seal("counterexample", "lem-2.1", { cases: [leaves, enters] });
  return { text, expected: { claim: "lem-2.1", refuted: true } };
}

/** X_{r,m} built up by coreductions, or by the matching for all sizes with some vertex as root. */
export function morseOf(r: number, m: number, root: number): Made {
  const complex = new PlacementComplex(r, m);
  const vertices = complex.starts[1] ?? 1;
  const { mates, order } =
    root % 4 === 0 ? coreductions(complex) : placementMatching(complex, complex.mapOf(root % vertices));
  const steps = [...order]
    .filter((cell) => mates[cell] === -1 || (mates[cell] ?? -1) > cell)
    .map((cell) => [cell, mates[cell] ?? -1].filter((one) => one >= 0))
    .map((cells) => cells.map((one) => complex.mapOf(one).join("")));
  return { text: seal("morse", "ext-topology", { m, r, steps }), expected: { claim: "ext-topology", r, m } };
}

/** An irreducible network of small integers, so that points fall together often. */
export function smallTheta(r: number, inputs: number, outputs: number): fc.Arbitrary<TwoLayerNetwork> {
  const entries = (length: number, most: number): fc.Arbitrary<number[]> =>
    fc.array(fc.integer({ min: -most, max: most }), { minLength: length, maxLength: length });
  return fc
    .tuple(
      fc.uniqueArray(entries(inputs, 4), { minLength: r, maxLength: r, selector: (w) => w.join() }),
      fc.array(
        entries(outputs, 2).filter((a) => a.some((x) => x !== 0)),
        { minLength: r, maxLength: r },
      ),
    )
    .map(([ws, as]) => networkOf(inputs, outputs, ws, as));
}

function networkOf(inputs: number, outputs: number, ws: number[][], as: number[][]): TwoLayerNetwork {
  const vector = (entries: number[]): RationalVector => RationalVector.of(entries.map(BigInt));
  const units = ws.map((w, index): Unit => ({ incoming: vector(w), outgoing: vector(as[index] ?? []) }));
  return twoLayerNetwork(inputs, outputs, units);
}

/**
 * A point of Θ: of a random subspace, with free weights of few values, halves among them, so that some points lie in
 * several subspaces and zero blocks fall on labelled places.
 */
export function pointOf(theta: TwoLayerNetwork, m: number): fc.Arbitrary<TwoLayerNetwork> {
  const { inputDimension: inputs, outputDimension: outputs, units: base } = theta;
  const small = (length: number): fc.Arbitrary<RationalVector> =>
    fc
      .array(fc.integer({ min: -2, max: 2 }), { minLength: length, maxLength: length })
      .map((entries) => RationalVector.of(entries.map(BigInt), 2n));
  const free = fc.oneof({ weight: 2, arbitrary: fc.constant(RationalVector.zero(outputs)) }, small(outputs));
  const anchors = fc.oneof(small(inputs), fc.constantFrom(...base.map(({ incoming }) => incoming)));
  const several = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
    fc.array(one, { minLength: m, maxLength: m });
  return fc
    .tuple(labelledPartitionOf(base.length, m), several(anchors), several(free))
    .map(([partition, places, shares]) => {
      const units = new Array<Unit>(m);
      const fill = (members: readonly number[], target: Unit | undefined): void => {
        const incoming = target?.incoming ?? places[members[0] ?? 0] ?? RationalVector.zero(inputs);
        let missing = target?.outgoing ?? RationalVector.zero(outputs);
        members.forEach((member, position) => {
          const share = position === members.length - 1 ? missing : (shares[member] ?? missing);
          missing = missing.minus(share);
          units[member] = { incoming, outgoing: share };
        });
      };
      partition.labelledBlocks.forEach((members, label) => {
        fill(members, base[label]);
      });
      partition.zeroBlocks.forEach((members) => {
        fill(members, undefined);
      });
      return twoLayerNetwork(inputs, outputs, units);
    });
}
