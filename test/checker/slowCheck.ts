import Fraction from "fraction.js";
import { labelledPartitions } from "../../src/combinatorics/partitions/enumeration.js";
import { join } from "../../src/combinatorics/partitions/join.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { labelledPartitionCount } from "../../src/combinatorics/counts/labelledPartitionCount.js";
import { literalFormula } from "../../src/combinatorics/counts/literalFormula.js";
import { InputError } from "../../src/exact/inputError.js";
import { parseRational, type Rational } from "../../src/exact/numbers/rational.js";
import type { Expected } from "../../src/checker/verdict.js";
import { onExpansionManifold } from "../../src/manifold/subspaces/expansionManifold.js";
import { gammaHolds } from "../../src/manifold/subspaces/gammaSubspace.js";
import { isIrreducible } from "../../src/network/irreducible.js";
import { sameNetwork, type TwoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { fewestSegments, verticesHolding } from "./makers.js";
import { canonical, digestOf, type Json } from "./seal.js";
import { landscapeHolds } from "./slowLandscape.js";
import { layeredPathHolds } from "./slowLayers.js";
import { morseHolds } from "./slowTopology.js";
import {
  Invalid,
  asks,
  entries,
  isRecord,
  matrix,
  members,
  need,
  networkOf,
  sameDimensions,
  whole,
  type Members,
} from "./slowReading.js";

/**
 * Whether a text is a certificate for what is asked, by SPEC.md but with the program's own rooms: partitions are
 * compared with their enumeration, subspaces by `gammaHolds`, bounds with breadth-first search on the whole graph.
 * Slow, and for small sizes only. Also false where the checker's limits refuse.
 */
export function slowCheck(text: string, expected: Expected): boolean {
  try {
    const file = JSON.parse(text) as Json;
    return isRecord(file) && frameHolds(file, text, expected) && bodyHolds(file, expected);
  } catch (error) {
    if (error instanceof Invalid || error instanceof SyntaxError || error instanceof InputError) return false;
    throw error;
  }
}

function frameHolds(file: Members, text: string, expected: Expected): boolean {
  const { format, digest, claim, command, version, kind } = members(
    file,
    "body",
    "claim",
    "command",
    "digest",
    "format",
    "kind",
    "version",
  );
  if (text !== canonical(file) && text !== `${canonical(file)}\n`) return false;
  if (typeof command !== "string" || typeof version !== "string") return false;
  if (Buffer.from(command + version).toString() !== command + version) return false;
  const kinds: Record<string, string[]> = {
    "thm-3.1-count": ["enumeration", "counterexample"],
    "thm-3.1-connected": ["connected"],
    "thm-3.1-path": ["path"],
    "ext-geodesic": ["path"],
    "lem-2.1": ["counterexample"],
    "prop-4.3": ["critical"],
    "prop-4.4": ["critical", "inertia"],
    "ext-saddle": ["critical", "inertia"],
    "open-strict-saddles": ["critical", "inertia"],
    "cooper-2.3": ["critical", "inertia"],
    "thm-4.2": ["independence"],
    "ext-topology": ["morse"],
    "mlp-connected": ["layered-path"],
  };
  return (
    format === "equiloss-cert/1" &&
    digest === digestOf(file) &&
    claim === expected.claim &&
    typeof kind === "string" &&
    (kinds[expected.claim] ?? []).includes(kind) &&
    (kind === "counterexample") === (expected.refuted === true)
  );
}

function bodyHolds({ kind, body }: Members, expected: Expected): boolean {
  if (kind === "enumeration") return enumerationHolds(body, expected);
  if (kind === "connected") return connectedHolds(body, expected);
  if (kind === "path") return pathHolds(body, expected);
  if (kind === "morse") return morseHolds(body, expected);
  if (kind === "layered-path") return layeredPathHolds(body, expected);
  if (kind !== "counterexample") return landscapeHolds(kind, body, expected);
  return expected.claim === "lem-2.1" ? curvesHold(body) : formulaHolds(body, expected);
}

function partitionOf(value: Json, r: number, m: number): LabelledPartition {
  const codes = entries(value).map(whole);
  need(codes.length === m && r <= m);
  // So that the class has nothing to object to but the numbering of the zero blocks, which it would mend.
  need(codes.every((code) => code <= r));
  for (let label = 1; label <= r; label += 1) need(codes.includes(label));
  const partition = LabelledPartition.canonical(codes, r);
  need(partition.codes.join() === codes.join());
  return partition;
}

function allPartitions(value: Json | undefined, r: number, m: number): LabelledPartition[] {
  need(r >= 1 && r <= m && m <= 8);
  const all = [...labelledPartitions(r, m)];
  need(canonical(entries(value)) === canonical(all.map(({ codes }) => [...codes])));
  return all;
}

function enumerationHolds(body: Json | undefined, expected: Expected): boolean {
  const given = members(body, "m", "partitions", "r");
  need(expected.r === whole(given.r) && expected.m === whole(given.m));
  const all = allPartitions(given.partitions, expected.r, expected.m);
  return BigInt(all.length) === labelledPartitionCount(expected.r, expected.m);
}

function connectedHolds(body: Json | undefined, expected: Expected): boolean {
  const given = members(body, "depths", "m", "parents", "partitions", "points", "r", "theta");
  const [r, m] = [whole(given.r), whole(given.m)];
  need(expected.r === r && expected.m === m && r < m);
  const theta = networkOf(given.theta);
  need(isIrreducible(theta) && theta.units.length === r && asks(theta, expected.theta));
  const all = allPartitions(given.partitions, r, m);
  const [parents, depths] = [entries(given.parents).map(whole), entries(given.depths).map(whole)];
  const points = entries(given.points).map(networkOf);
  need([parents, depths, points].every((one) => one.length === all.length));
  return points.every((point, index) => {
    const parent = parents[index] ?? -1;
    const [own, above] = [all[index], all[parent]];
    if (own === undefined || above === undefined) return false;
    const isRoot = index === 0 && parent === 0 && depths[index] === 0;
    const isChild = index > 0 && depths[index] === (depths[parent] ?? -1) + 1;
    return (isRoot || isChild) && gammaHolds(theta, own, point) && gammaHolds(theta, above, point);
  });
}

function pathHolds(body: Json | undefined, expected: Expected): boolean {
  const given = members(body, "bound", "partitions", "points", "theta");
  const theta = networkOf(given.theta);
  need(isIrreducible(theta) && asks(theta, expected.theta));
  const points = entries(given.points).map(networkOf);
  const [from, to] = [points[0], points.at(-1)];
  need(from !== undefined && to !== undefined && points.every((point) => sameDimensions(point, theta)));
  const [r, m] = [theta.units.length, from.units.length];
  need(points.every((point) => point.units.length === m));
  need((expected.r ?? r) === r && (expected.m ?? m) === m);
  const partitions = entries(given.partitions).map((codes) => partitionOf(codes, r, m));
  need(points.length === partitions.length + 1);
  need(asks(from, expected.from) && asks(to, expected.to));
  need(onExpansionManifold(theta, from) && onExpansionManifold(theta, to));
  need(
    partitions.every((partition, index) =>
      [points[index], points[index + 1]].every(
        (point) => point !== undefined && gammaHolds(theta, partition, point),
      ),
    ),
  );
  const settled = boundHolds(given.bound, theta, from, to, partitions.length);
  return (
    settled || (expected.claim === "thm-3.1-path" && canonical(given.bound ?? null) === '{"rule":"none"}')
  );
}

/** True if the bound proves the number of segments least; no certificate if it fails to. */
function boundHolds(
  bound: Json | undefined,
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
  to: TwoLayerNetwork,
  count: number,
): boolean {
  need(isRecord(bound));
  if (canonical(bound) === '{"rule":"none"}') return false;
  const [r, m] = [theta.units.length, from.units.length];
  const least = fewestSegments(theta, from, to);
  if (bound.rule === "potential") {
    const { values: listed, partitions } = members(bound, "partitions", "rule", "values");
    const all = allPartitions(partitions, r, m);
    const values = entries(listed).map(whole);
    need(all.length === values.length && all.length <= 2500);
    all.forEach((p, i) => {
      all.forEach((q, j) => {
        need(Math.abs((values[i] ?? 0) - (values[j] ?? 0)) <= 1 || !joinSaysTheyMeet(p, q));
      });
    });
    const low = Math.min(...verticesHolding(theta, to).map((vertex) => values[vertex] ?? 0));
    const high = Math.max(...verticesHolding(theta, from).map((vertex) => values[vertex] ?? 0));
    need(!sameNetwork(from, to) && low - high >= count - 1);
    // What the rule proves must be so.
    if (count !== least) throw new Error("a potential that proves too much");
    return true;
  }
  members(bound, "rule");
  need(bound.rule === "star" || bound.rule === "distinct");
  need(count === least && (bound.rule === "star" ? m === r + 1 : count <= 1));
  return true;
}

function joinSaysTheyMeet(p: LabelledPartition, q: LabelledPartition): boolean {
  return join(p, q).every(
    ({ labelsInP, labelsInQ }) => labelsInP.length <= 1 && labelsInP.join() === labelsInQ.join(),
  );
}

function formulaHolds(body: Json | undefined, expected: Expected): boolean {
  const given = members(body, "count", "formula", "m", "r");
  const [r, m] = [whole(given.r), whole(given.m)];
  need(expected.r === r && expected.m === m && r >= 1 && r <= m && m <= 16);
  const [formula, count] = [literalFormula(r, m), labelledPartitionCount(r, m)];
  return given.formula === String(formula) && given.count === String(count) && formula !== count;
}

/** The identities hold between polynomials of degree at most 2 if they do at five places. */
function curvesHold(body: Json | undefined): boolean {
  const cases = entries(members(body, "cases").cases).map((entry) => {
    const given = members(entry, "case", "first", "from", "root", "second", "sign", "to");
    const leaves = given.case === "leaves";
    need((leaves || given.case === "enters") && given.sign === (leaves ? -1 : 1));
    const coefficients = (name: string, most: number): Rational[] => {
      const [row] = matrix([given[name] ?? null]);
      need(row !== undefined && row.length <= most);
      return row.map(parseRational);
    };
    const [first, second, root] = [
      coefficients("first", 3),
      coefficients("second", 3),
      coefficients("root", 2),
    ];
    const sign = new Fraction(BigInt(leaves ? -1 : 1));
    for (const place of [-2n, -1n, 0n, 1n, 2n]) {
      const t = new Fraction(place);
      const s = valueAt(root, t);
      need(s.mul(s).equals(valueAt(first, t).sub(valueAt(second, t))));
      need(slopeAt(first, t).equals(sign.neg().mul(s)) && slopeAt(second, t).equals(sign.mul(s)));
    }
    const [[from, to] = []] = matrix([[given.from ?? null, given.to ?? null]]);
    need(from !== undefined && to !== undefined);
    const [start, end] = [parseRational(from), parseRational(to)];
    const [inside, outside] = leaves ? [start, end] : [end, start];
    need(
      start.compare(end) < 0 && valueAt(root, inside).equals(0n) && valueAt(root, outside).compare(0n) > 0,
    );
    return given.case;
  });
  return cases.length === 2 && cases.includes("leaves") && cases.includes("enters");
}

function valueAt(coefficients: Rational[], t: Rational): Rational {
  return coefficients.reduceRight((value, term) => value.mul(t).add(term), new Fraction(0n));
}

function slopeAt(coefficients: Rational[], t: Rational): Rational {
  return valueAt(
    coefficients.slice(1).map((term, index) => term.mul(new Fraction(BigInt(index + 1)))),
    t,
  );
}
