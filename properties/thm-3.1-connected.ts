import fc from "fast-check";
import { gammaHolds, gammaSubspace } from "../src/manifold/subspaces/gammaSubspace.js";
import { intersectionByEquations } from "../src/manifold/subspaces/intersection.js";
import { IntersectionGraph } from "../src/manifold/graph/intersectionGraph.js";
import { polyline } from "../src/manifold/paths/polyline.js";
import { equalMeasures, measureOf } from "../src/network/measure.js";
import { rational } from "../src/exact/numbers/rational.js";
import { type TwoLayerNetwork, sameNetwork, twoLayerNetwork } from "../src/network/twoLayerNetwork.js";
import { expansionsOf, irreducibleNetworks } from "./arbitraries/network.js";
import { relabelledPairs, sameWhenRelabelled } from "./arbitraries/relabelledPairs.js";
import { type Property, property } from "./property.js";

/** θ^r and two points of Θ_{r→m}(θ^r), r < m ≤ 5. */
export const twoPoints = irreducibleNetworks(1, 3)
  .chain((theta) => fc.tuple(fc.constant(theta), fc.integer({ min: 1, max: 2 })))
  .chain(([theta, spare]) => {
    const point = expansionsOf(theta, spare, spare).map(({ network }) => network);
    return fc.tuple(fc.constant(theta), point, point);
  });

const graphs = new Map<string, IntersectionGraph>();

function graphOf(r: number, m: number): IntersectionGraph {
  const known = graphs.get(`${r},${m}`) ?? new IntersectionGraph(r, m);
  graphs.set(`${r},${m}`, known);
  return known;
}

/** The network a third of the way along a segment. */
function within(from: TwoLayerNetwork, to: TwoLayerNetwork): TwoLayerNetwork {
  const third = rational(1n, 3n);
  const units = from.units.map((unit, index) => {
    const other = to.units[index] ?? unit;
    return {
      incoming: unit.incoming.plus(other.incoming.minus(unit.incoming).times(third)),
      outgoing: unit.outgoing.plus(other.outgoing.minus(unit.outgoing).times(third)),
    };
  });
  return twoLayerNetwork(from.inputDimension, from.outputDimension, units);
}

/** Checks a polyline between random points of Θ, segment by segment, with a test of a point inside each. */
export function polylineHolds(
  [theta, from, to]: readonly [TwoLayerNetwork, TwoLayerNetwork, TwoLayerNetwork],
  inside: (theta: TwoLayerNetwork, point: TwoLayerNetwork) => boolean,
): boolean {
  const way = polyline(graphOf(theta.units.length, from.units.length), theta, from, to);
  if (way?.points.length !== (way?.partitions.length ?? 0) + 1) return false;
  const { points, partitions } = way;
  const ends = sameNetwork(points[0] ?? theta, from) && sameNetwork(points.at(-1) ?? theta, to);
  return (
    ends &&
    partitions.every((partition, index) => {
      const [start, end] = [points[index], points[index + 1]];
      if (start === undefined || end === undefined) return false;
      return (
        gammaHolds(theta, partition, start) &&
        gammaHolds(theta, partition, end) &&
        inside(theta, within(start, end))
      );
    })
  );
}

export const properties: readonly Property[] = [
  property(
    "thm-3.1-connected/polyline",
    "two points of Θ, r < m, are joined by segments that each lie in one Γ_P, and so in Θ",
    twoPoints,
    (points) => polylineHolds(points, (theta, point) => equalMeasures(measureOf(point), measureOf(theta))),
  ),
  property(
    "thm-3.1-connected/relabelling",
    "S_m × S_r, acting on P and Q alike, keeps whether Γ_P and Γ_Q meet, and in what dimension: by equations",
    relabelledPairs(3),
    (pair) =>
      sameWhenRelabelled(pair, (theta, p, q) =>
        intersectionByEquations(gammaSubspace(theta, p), gammaSubspace(theta, q)),
      ),
  ),
];
