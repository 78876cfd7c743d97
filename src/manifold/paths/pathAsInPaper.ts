import { LabelledPartition } from "../../combinatorics/partitions/labelledPartition.js";
import { entry } from "../../exact/entry.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type Unit, type TwoLayerNetwork, unitKey, sameNetwork } from "../../network/twoLayerNetwork.js";
import { coarsestSubspace } from "../subspaces/unitClasses.js";
import { ManifoldPath, type Step, differences } from "./manifoldPath.js";
import type { Move } from "../graph/starGraph.js";
import { placementCodes } from "./placementWay.js";
import { starTranspositions } from "./starTranspositions.js";

/**
 * The path of the proof of Theorem 3.1 (and Fig. 4a), three segments per transposition, for comparison with a
 * shortest path. It has no segments between equal points. Undefined if the points differ and there is no unit
 * to spare, that is, m = r.
 *
 * At first the outgoing vector of each block goes to one unit of it, and all others fall silent (the paper's
 * footnote on groups): this is one segment, or none if the point is so already. Then transpositions (i*, i)
 * of a silent unit and another lead to the arrangement of `to`: w' of unit i* goes to w_t of unit i, the
 * outgoing vector goes from i to i*, and w_t of unit i to w'. In the end the silent units go where they are
 * in `to`, in one segment, and the outgoing vectors are shared out as in `to`, in another.
 *
 * Each step takes O(m) time, to number the zero blocks.
 *
 * @param theta an irreducible network of width r ≥ 1.
 * @param from a point of Θ_{r→m}(θ^r), as `to`, of the same width.
 * @throws RangeError if a point is off Θ.
 * @example pathAsInPaper(theta, from, to)?.segments === 3
 */
export function pathAsInPaper(
  theta: TwoLayerNetwork,
  from: TwoLayerNetwork,
  to: TwoLayerNetwork,
): ManifoldPath | undefined {
  const [r, m] = [theta.units.length, from.units.length];
  if (sameNetwork(from, to)) return ManifoldPath.through(r, { points: [from], partitions: [] });
  if (m === r) return undefined;
  const silence = RationalVector.zero(theta.outputDimension);
  const [start, end] = [basePoint(theta, from, silence), basePoint(theta, to, silence)];
  const coarsest = (point: TwoLayerNetwork): readonly number[] => coarsestSubspace(theta, point).codes;
  const transpositions = starTranspositions(start.carriers, end.carriers, m);
  const arrived = [...start.units];
  let moving = 0;
  for (const { to: free, from: carrier } of transpositions) {
    const [idle, full] = [entry(arrived, free), entry(arrived, carrier)];
    moving += idle.incoming.equals(full.incoming) ? 1 : 3;
    [arrived[free], arrived[carrier]] = [full, idle];
  }
  const lead = changes(from.units, start.units);
  const settling = changes(arrived, end.units);
  const sharing = changes(end.units, to.units);
  function* segments(): Generator<Segment> {
    if (lead.length > 0) yield { codes: coarsest(from), units: lead };
    yield* transposed(start, transpositions, silence);
    if (settling.length > 0) yield { codes: placementCodes(m, end.carriers), units: settling };
    if (sharing.length > 0) yield { codes: coarsest(to), units: sharing };
  }
  const ends = [lead, settling, sharing].filter(({ length }) => length > 0).length;
  return new ManifoldPath(r, from, moving + ends, () => steps(segments(), r));
}

/**
 * A segment: the codes of its partition, zero blocks under any names ≤ 0, and the units that change along it.
 */
interface Segment {
  readonly codes: readonly number[];
  readonly units: Step["units"];
}

/**
 * A point where one unit of each labelled block carries the whole outgoing vector, and that unit for each
 * label.
 */
interface BasePoint {
  readonly units: readonly Unit[];
  readonly carriers: readonly number[];
}

function basePoint(theta: TwoLayerNetwork, point: TwoLayerNetwork, silence: RationalVector): BasePoint {
  const units = point.units.map(({ incoming }): Unit => ({ incoming, outgoing: silence }));
  const carrierAt = new Map<string, number>();
  for (const [index, unit] of point.units.entries()) {
    const { key } = unit.incoming;
    if (!unit.outgoing.isZero() && !carrierAt.has(key)) carrierAt.set(key, index);
  }
  const carriers = theta.units.map((unit) => {
    const carrier = carrierAt.get(unit.incoming.key);
    if (carrier === undefined) throw new RangeError("a point off the expansion manifold");
    units[carrier] = unit;
    return carrier;
  });
  return { units, carriers };
}

/** Three segments each: w' to w_t, the outgoing vector over, w_t to w'; or only the second if w' = w_t. */
function* transposed(
  { units, carriers }: BasePoint,
  transpositions: readonly Move[],
  silence: RationalVector,
): Generator<Segment> {
  const current = [...units];
  const codes = placementCodes(units.length, carriers);
  for (const { label, from, to } of transpositions) {
    const [full, idle] = [entry(current, from), entry(current, to)];
    const silent = { incoming: full.incoming, outgoing: silence };
    const still = idle.incoming.equals(full.incoming);
    if (!still) yield { codes, units: [[to, silent]] };
    codes[to] = label;
    yield {
      codes,
      units: [
        [from, silent],
        [to, full],
      ],
    };
    codes[from] = 0 - from;
    if (!still) yield { codes, units: [[from, idle]] };
    [current[from], current[to]] = [idle, full];
  }
}

function* steps(segments: Iterable<Segment>, r: number): Generator<Step> {
  let before: readonly number[] | undefined;
  for (const { codes, units } of segments) {
    const after = LabelledPartition.canonical(codes, r).codes;
    yield { codes: differences(before, after), units };
    before = after;
  }
}

function changes(before: readonly Unit[], after: readonly Unit[]): Step["units"] {
  return after.flatMap((unit, index) =>
    unitKey(unit) === unitKey(entry(before, index)) ? [] : [[index, unit] as const],
  );
}
