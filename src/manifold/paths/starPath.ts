import { entry } from "../../exact/entry.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { Unit, TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { ManifoldPath, type Step } from "./manifoldPath.js";
import { starDistance, starMoves } from "../graph/starGraph.js";
import { perUnit, unitClasses } from "../subspaces/unitClasses.js";

/**
 * A path of fewest segments in Θ_{r→r+1}(θ^r) between two points without a common subspace, in closed form.
 *
 * A point lies in at most two subspaces. If some unit is at no w_t, it is silent, and the point
 * lies in the one subspace where that unit is the blank of an arrangement. Else two units share some w_t:
 * the point lies in the subspace where both have label t, whose neighbours are the two arrangements with one
 * of the two units as blank; and in one of these itself, if that unit is silent. So a
 * shortest path leaves by one of at most two arrangements, after 0 or 1 edges, arrives by one of at most two,
 * and takes two edges a move in between (see starGraph.ts).
 *
 * The length takes O(r) time. Steps are made one by one; each has constant size, except the first, which has
 * all codes.
 *
 * @param theta an irreducible network of width r ≥ 1.
 * @param from a point of Θ_{r→r+1}(θ^r), as `to`; no subspace holds both.
 */
export function starPath(theta: TwoLayerNetwork, from: TwoLayerNetwork, to: TwoLayerNetwork): ManifoldPath {
  const gatesOf = (point: TwoLayerNetwork): Gate[] => gates(theta, point);
  const arrivals = gatesOf(to);
  const routes = gatesOf(from).flatMap((exit) => arrivals.map((arrival) => routeBetween(exit, arrival)));
  const shortest = routes.reduce((best, route) => (route.segments < best.segments ? route : best));
  const stepsOf = (): Iterable<Step> => steps(theta, shortest, to);
  return new ManifoldPath(theta.units.length, from, shortest.segments, stepsOf);
}

/** An arrangement by which a route leaves or arrives. */
interface Gate {
  /** Labels, and 0 at the blank. */
  readonly codes: Int32Array;
  readonly blank: number;
  /**
   * The label that the blank shares with another unit in the subspace one edge further out, if the route
   * begins there; otherwise 0.
   */
  readonly doubled: number;
  /** 0 if the arrangement's own subspace holds the point, else 1. */
  readonly edges: number;
}

interface StarRoute {
  readonly exit: Gate;
  readonly arrival: Gate;
  readonly segments: number;
}

function routeBetween(exit: Gate, arrival: Gate): StarRoute {
  const moves = starDistance(exit.codes, arrival.codes);
  return { exit, arrival, segments: 1 + exit.edges + 2 * moves + arrival.edges };
}

function gates(theta: TwoLayerNetwork, network: TwoLayerNetwork): Gate[] {
  const classes = unitClasses(theta, network);
  const labels = perUnit(classes, network.units.length, ({ label }) => label);
  const spare = classes.find(({ members, label }) => label === 0 || members.length > 1);
  if (spare === undefined) throw new RangeError("a point without a neuron to spare");
  return spare.members.map((blank) => {
    const codes = Int32Array.from(labels);
    codes[blank] = 0;
    return spare.silent.includes(blank)
      ? { codes, blank, doubled: 0, edges: 0 }
      : { codes, blank, doubled: spare.label, edges: spare.label === 0 ? 0 : 1 };
  });
}

/**
 * The steps of the route, one for each subspace; each except the last ends at the corner with the next
 * subspace.
 */
function* steps(theta: TwoLayerNetwork, { exit, arrival }: StarRoute, to: TwoLayerNetwork): Generator<Step> {
  let codes: Step["codes"] = [...exit.codes.entries()];
  const outgoing = RationalVector.zero(theta.outputDimension);
  const full = (label: number): Unit => entry(theta.units, label - 1);
  const silent = (label: number): Unit => ({ incoming: full(label).incoming, outgoing });
  const atEnd = (unit: number): readonly [number, Unit] => [unit, entry(to.units, unit)];
  if (exit.doubled > 0) {
    const [blank, label] = [exit.blank, exit.doubled];
    const partner = exit.codes.indexOf(label);
    yield {
      codes: codes.map(([unit, code]) => [unit, unit === blank ? label : code]),
      units: [
        [partner, full(label)],
        [blank, silent(label)],
      ],
    };
    codes = [[blank, 0]];
  }
  for (const { label, from, to: blank } of starMoves(exit.codes, arrival.codes)) {
    yield { codes, units: [[blank, silent(label)]] };
    yield {
      codes: [[blank, label]],
      units: [
        [from, silent(label)],
        [blank, full(label)],
      ],
    };
    codes = [[from, 0]];
  }
  const { blank, doubled } = arrival;
  if (doubled === 0) yield { codes, units: [atEnd(blank)] };
  else {
    yield { codes, units: [[blank, silent(doubled)]] };
    yield { codes: [[blank, doubled]], units: [atEnd(blank), atEnd(arrival.codes.indexOf(doubled))] };
  }
}
