import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { Unit, TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { ManifoldPath, type Step } from "./manifoldPath.js";
import { starDistance, starMoves } from "../graph/starGraph.js";
import { unitClasses } from "../subspaces/unitClasses.js";

/**
 * A path of fewest segments in Θ_{r→r+1}(θ^r) between two points without a common subspace, in closed form.
 *
 * A point lies in at most two subspaces. If some unit is at no w_t, its outgoing vector vanishes, and the point
 * lies in the one subspace where that unit is the blank of an arrangement. Else two units share some w_t:
 * the point lies in the subspace where both have label t, whose neighbours are the two arrangements with one
 * of the two units as blank; and in one of these itself, if that unit's outgoing vector vanishes. So a
 * shortest way leaves by one of at most two arrangements, after 0 or 1 edges, arrives by one of at most two,
 * and takes two edges a move in between (see starGraph.ts).
 *
 * The length takes O(r); steps are made one by one, each of constant size but the first, which has all codes.
 *
 * @param theta an irreducible network of width r ≥ 1.
 * @param from a point of Θ_{r→r+1}(θ^r), as `to`; no subspace holds both.
 */
export function starPath(theta: TwoLayerNetwork, from: TwoLayerNetwork, to: TwoLayerNetwork): ManifoldPath {
  let best: StarWay | undefined;
  const entries = gates(theta, to);
  for (const exit of gates(theta, from)) {
    for (const entry of entries) {
      const moves = starDistance(exit.codes, entry.codes);
      const segments = 1 + exit.edges + 2 * moves + entry.edges;
      if (best === undefined || segments < best.segments) best = { exit, entry, segments };
    }
  }
  if (best === undefined) throw new RangeError("a point without a neuron to spare");
  const way = best;
  return new ManifoldPath(theta.units.length, from, way.segments, () => steps(theta, way, to));
}

/** An arrangement by which a way leaves or arrives. */
interface Gate {
  /** Labels, and 0 at the blank. */
  readonly codes: Int32Array;
  readonly blank: number;
  /** The label that the blank has beside another unit in the subspace one edge outside, if the way begins there. */
  readonly doubled: number;
  /** 0 if the arrangement's own subspace holds the point, else 1. */
  readonly edges: number;
}

interface StarWay {
  readonly exit: Gate;
  readonly entry: Gate;
  readonly segments: number;
}

function gates(theta: TwoLayerNetwork, network: TwoLayerNetwork): Gate[] {
  const { labels } = unitClasses(theta, network);
  const first = new Int32Array(labels.length).fill(-1);
  for (const [unit, label] of labels.entries()) {
    const other = first[label] ?? -1;
    if (label === 0) return [gate(labels, unit, 0)];
    if (other >= 0) {
      return [other, unit].map((blank) =>
        gate(labels, blank, network.units[blank]?.outgoing.isZero() === true ? 0 : label),
      );
    }
    first[label] = unit;
  }
  return [];
}

function gate(labels: Int32Array, blank: number, doubled: number): Gate {
  const codes = Int32Array.from(labels);
  codes[blank] = 0;
  return { codes, blank, doubled, edges: doubled === 0 ? 0 : 1 };
}

/** The subspaces of the way in turn; each but the last is left at the corner with the next. */
function* steps(theta: TwoLayerNetwork, { exit, entry }: StarWay, to: TwoLayerNetwork): Generator<Step> {
  let codes: Step["codes"] = [...exit.codes.entries()];
  const silent = (label: number): Unit => silentUnit(theta, label);
  const full = (label: number): Unit => theta.units[label - 1] ?? silent(label);
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
  for (const { label, from, to: blank } of starMoves(exit.codes, entry.codes)) {
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
  yield* arrival(entry, codes, silent, to);
}

function* arrival(
  { blank, doubled, codes: arrangement }: Gate,
  codes: Step["codes"],
  silent: (label: number) => Unit,
  to: TwoLayerNetwork,
): Generator<Step> {
  const atEnd = (unit: number): readonly [number, Unit] => [unit, to.units[unit] ?? silent(doubled)];
  if (doubled === 0) {
    yield { codes, units: [atEnd(blank)] };
    return;
  }
  yield { codes, units: [[blank, silent(doubled)]] };
  yield { codes: [[blank, doubled]], units: [atEnd(blank), atEnd(arrangement.indexOf(doubled))] };
}

/** A unit at w_t that adds nothing. */
function silentUnit(theta: TwoLayerNetwork, label: number): Unit {
  return {
    incoming: theta.units[label - 1]?.incoming ?? RationalVector.zero(theta.inputDimension),
    outgoing: RationalVector.zero(theta.outputDimension),
  };
}
