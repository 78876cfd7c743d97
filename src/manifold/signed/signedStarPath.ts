import type { Parity } from "../../combinatorics/signed/parity.js";
import { SignedLabelledPartition } from "../../combinatorics/signed/signedLabelledPartition.js";
import { entry } from "../../exact/entry.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork, Unit } from "../../network/twoLayerNetwork.js";
import { starDistance, starMoves } from "../graph/starGraph.js";
import { mirroredUnit } from "./mirroredNetwork.js";
import { coarsestSignedSubspace } from "./signedClasses.js";

/** A polyline by its corners between the ends, and its subspaces. */
export interface SignedCorners {
  readonly corners: readonly TwoLayerNetwork[];
  readonly partitions: readonly SignedLabelledPartition[];
}

/**
 * A path of fewest segments for m = r + 1 between two points without a common signed subspace, in closed
 * form: what `starPath` is without signs. A point lies in at most two signed subspaces. If some unit is at no
 * ±w_t, that is the blank of an arrangement: it is in a zero block, or silent with w = 0 at odd parity. Else
 * two units share a label. O(r) time for each segment.
 *
 * @param theta a network of width r ≥ 1, irreducible for that parity.
 * @param from a point of some Γ±_P(θ^r) of width r + 1, as `to`; no signed subspace holds both.
 */
export function signedStarPath(
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
  to: TwoLayerNetwork,
  parity: Parity,
): SignedCorners {
  const arrivals = gates(theta, to, parity);
  const routes = gates(theta, from, parity).flatMap((exit) =>
    arrivals.map((arrival) => ({ exit, arrival, edges: edgesBetween(exit, arrival) })),
  );
  const { exit, arrival } = routes.reduce((best, route) => (route.edges < best.edges ? route : best));
  const way = [...exit.outside, ...arrangementsBetween(exit, arrival), ...[...arrival.outside].reverse()];
  return {
    corners: way.slice(1).map((other, index) => cornerOf(theta, entry(way, index), other, parity)),
    partitions: way.map((codes) => partitionOf(codes, theta.units.length, parity)),
  };
}

/**
 * The codes of a subspace, ±t for a label with its sign: an arrangement with the blank 0, a doubled one where
 * two units share a label, or one with the blank silent.
 */
type Codes = Int32Array;

/** The code of a silent unit, which is that of no label. */
const SILENT = -2_147_483_648;

/** An arrangement by which a route leaves or arrives. */
interface Gate {
  readonly codes: Codes;
  /** The subspace of the point one edge further out, if the arrangement's own does not hold the point. */
  readonly outside: readonly Codes[];
}

function edgesBetween(exit: Gate, arrival: Gate): number {
  return exit.outside.length + 2 * starDistance(exit.codes, arrival.codes) + arrival.outside.length;
}

function gates(theta: TwoLayerNetwork, point: TwoLayerNetwork, parity: Parity): Gate[] {
  const coarsest = coarsestSignedSubspace(theta, point, parity);
  if (coarsest === undefined) throw new RangeError("a point is in no signed subspace");
  const own = Int32Array.from(coarsest.codes, (code, unit) =>
    coarsest.signs[unit] === 0 ? SILENT : code * entry(coarsest.signs, unit),
  );
  const spare = [
    ...coarsest.unsigned.zeroBlocks,
    ...coarsest.labelledBlocks.filter(({ length }) => length > 1),
  ];
  return entry(spare, 0).map((blank) => {
    const codes = own.with(blank, 0);
    return { codes, outside: entry(point.units, blank).outgoing.isZero() ? [] : [own] };
  });
}

/** The subspaces from one arrangement to another, with the doubled ones between. */
function* arrangementsBetween(exit: Gate, arrival: Gate): Generator<Codes> {
  let codes = exit.codes;
  yield codes;
  for (const { code, from, to } of starMoves(exit.codes, arrival.codes)) {
    const doubled = codes.with(to, code);
    yield doubled;
    codes = doubled.with(from, 0);
    yield codes;
  }
}

/** A point of an arrangement and of a neighbour, in which the blank is silent or has a label. */
function cornerOf(theta: TwoLayerNetwork, one: Codes, other: Codes, parity: Parity): TwoLayerNetwork {
  const [split, outer] = one.includes(0) ? [one, other] : [other, one];
  const zero = (dimension: number): RationalVector => RationalVector.zero(dimension);
  const at = (code: number): Unit => {
    const unit = entry(theta.units, Math.abs(code) - 1);
    return code < 0 ? mirroredUnit(unit, parity) : unit;
  };
  const blank = entry(outer, split.indexOf(0));
  const incoming = blank === SILENT ? zero(theta.inputDimension) : at(blank).incoming;
  const silent = { incoming, outgoing: zero(theta.outputDimension) };
  return { ...theta, units: Array.from(split, (code) => (code === 0 ? silent : at(code))) };
}

function partitionOf(codes: Codes, r: number, parity: Parity): SignedLabelledPartition {
  const unsigned = Array.from(codes, (code) => (code === SILENT ? 0 : Math.abs(code)));
  const signs = Array.from(codes, (code) => (code === SILENT ? 0 : code < 0 ? -1 : 1));
  return SignedLabelledPartition.of(unsigned, signs, r, parity);
}
