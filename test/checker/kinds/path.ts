import fc from "fast-check";
import { specialPoints } from "../../../properties/arbitraries/manifoldPoints.js";
import { irreducibleNetworks } from "../../../properties/arbitraries/network.js";
import { certificateNetwork } from "../../../src/certificate/certificateNetwork.js";
import { pathCertificate } from "../../../src/certificate/pathCertificate.js";
import { shortestPath } from "../../../src/manifold/paths/shortestPath.js";
import type { TwoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { graphOf, pathHolds, verticesHolding } from "../second/paths.js";
import type { PathForm } from "../../../src/certificate/pathChanges.js";
import type { Json } from "../seal.js";
import { pointsOf } from "../second/reading.js";
import { type Made, type Members, SIZES, type TestedKind, made } from "./kind.js";

type Rule = "none" | "distinct" | "star" | "potential";

/**
 * A path with as few segments as can be, and with a bound, which may be wrong; undefined if there is no path.
 */
function pathOf(
  theta: TwoLayerNetwork,
  [from, to]: readonly [TwoLayerNetwork, TwoLayerNetwork],
  rule: Rule,
  claim: string,
  form: PathForm,
): Made | undefined {
  const shortest = shortestPath(theta, from, to);
  if (shortest === undefined) return undefined;
  const certificate = pathCertificate(theta, shortest.path.list(), false, form);
  const bound = rule === "potential" ? { rule, ...distances(theta, from) } : { rule };
  return made(
    { ...certificate, claim, body: { ...certificate.body, bound } },
    { from: certificateNetwork(from), to: certificateNetwork(to) },
  );
}

/** The distances from the subspaces that hold a point, with a number for those that none leads to. */
function distances(
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
): { partitions: number[][]; values: number[] } {
  const graph = graphOf(theta.units.length, from.units.length);
  const values = [...graph.distancesFrom(...verticesHolding(theta, from))];
  return {
    partitions: values.map((_, vertex) => [...graph.partitionAt(vertex).codes]),
    values: values.map((distance) => (distance < 0 ? values.length : distance)),
  };
}

/** How points are written. */
export const FORMS = fc.constantFrom<PathForm>("points", "changes");

/** The points of a body, as far as they can be read. */
function written({ points, first, changes }: Members): Json[] {
  try {
    return pointsOf(changes === undefined ? { points: points ?? null } : { first: first ?? null, changes });
  } catch {
    return [];
  }
}

const ends = fc.constantFrom(...SIZES).chain(([r, m]) =>
  irreducibleNetworks(r, r).chain((theta) => {
    const point = specialPoints(theta, m);
    const equal = point.map((one) => [one, one] as const);
    return fc.tuple(
      fc.constant(theta),
      fc.oneof({ weight: 8, arbitrary: fc.tuple(point, point) }, { weight: 1, arbitrary: equal }),
    );
  }),
);

export const path: TestedKind = {
  kind: "path",
  claims: ["thm-3.1-path", "ext-geodesic"],
  request: (body) => {
    const list = written(body);
    return { from: list[0] ?? null, to: list.at(-1) ?? null };
  },
  accepted: 12,
  otherwise: {
    "end-first": { from: { incoming: [["2"], ["2"]], outgoing: [["3"], ["0"]] } },
    "end-last": { to: { incoming: [["2"], ["2"]], outgoing: [["0"], ["3"]] } },
    path: { r: 1, m: 2, theta: { incoming: [["2"]], outgoing: [["3"]] } },
    "parameters-no-end": { to: undefined },
    "parameters-no-start": { from: undefined },
    "parameters-path-m": { m: 3 },
    "parameters-path-parity": { parity: "odd" },
    "parameters-path-r": { r: 2 },
    "parameters-path-theta": { theta: { incoming: [["2"]], outgoing: [["4"]] } },
  },
  says: {
    path: "a path of 3 segments inside Θ",
    "path-changes": "a path of 3 segments inside Θ",
    "change-outside": "body.changes[0].incoming[0]: not a place after the last",
    "path-star": "a path of 3 segments inside Θ; no path has fewer",
    bound: "body.bound.rule: not one of none, distinct, star",
    "member-corner": "body.partitions[1]: does not hold both ends of its segment",
    star: "body.bound: the least number of segments is 3",
  },
  certificates: fc
    .tuple(
      ends,
      fc.constantFrom<Rule>("none", "distinct", "star", "potential", "potential", "star"),
      fc.constantFrom("thm-3.1-path", "ext-geodesic"),
      FORMS,
    )
    .map(([[theta, points], rule, claim, form]) => pathOf(theta, points, rule, claim, form))
    .filter((path) => path !== undefined),
  weight: 6,
  holds: pathHolds,
};
