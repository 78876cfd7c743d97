import { committedVerdicts } from "../../certificate/committedVerdicts.js";
import type { JudgedRun, WrittenPoint } from "../../certificate/judgedEnds.js";
import { entry } from "../../exact/entry.js";
import { magnitude } from "../../exact/numbers/integer.js";
import { formatRational, parseRational, rational } from "../../exact/numbers/rational.js";
import { PRECISION, heightsOf, provedZero, radiusOf, startOf } from "../../landscape/ends/certifiedEnd.js";
import { channelSlope } from "../../landscape/ends/channel.js";
import { indexOfCopies, mergedUnits } from "../../landscape/ends/copies.js";
import { type EndData, type EndNetwork, endData } from "../../landscape/ends/endNetwork.js";
import { figureOne } from "../../landscape/ends/figureOne.js";
import { distanceOfUnits, incomingOf } from "../../landscape/ends/nearestUnit.js";
import { boxAbout, distanceBetween, reachAt } from "../../landscape/ends/isolatedEnd.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { committedEnds } from "../../training/committedEnds.js";
import { networkOfRun } from "../../training/trainedRun.js";

/** The end of a run of Figure 1, and what is said of it. */
export interface FigureOneEnd extends JudgedRun {
  readonly network: TwoLayerNetwork;
}

/** The committed ends at a width with their verdicts. */
export function figureOneEnds(width: number): FigureOneEnd[] {
  return withVerdicts(committedEnds("fig1", width).runs, committedVerdicts(width).runs, networkOfRun);
}

/** The ends of runs, each with the verdict on it. */
export function withVerdicts<Run extends { readonly seed: number }, Network>(
  runs: readonly Run[],
  verdicts: readonly JudgedRun[],
  networkOf: (run: Run) => Network,
): (JudgedRun & { readonly network: Network })[] {
  if (runs.length !== verdicts.length) throw new RangeError("not one verdict for each run");
  return runs.map((run, index) => {
    const { seed, verdict } = entry(verdicts, index);
    if (seed !== run.seed) throw new RangeError(`a verdict on seed ${seed} for seed ${run.seed}`);
    return { seed, verdict, network: networkOf(run) };
  });
}

/** A verdict with a critical point. */
export type PointVerdict = Extract<JudgedRun["verdict"], WrittenPoint>;

/** An end of which the verdict is that it is near a critical point. */
export interface FailedEnd extends FigureOneEnd {
  readonly verdict: PointVerdict;
}

/** Where a run ends that fails, and the first run that ends there; with copies merged. */
export interface FailurePoint {
  readonly end: FailedEnd;
  readonly center: EndNetwork;
}

/** Whether the verdict on an end is that a critical point is near. */
export function isFailed(end: FigureOneEnd): end is FailedEnd {
  return end.verdict.kind === "critical" || end.verdict.kind === "infinity";
}

/** The points at which runs fail, without repetition: equal up to the order of units. */
export function failurePoints(ends: readonly FigureOneEnd[]): FailurePoint[] {
  const points: FailurePoint[] = [];
  for (const end of ends.filter(isFailed)) {
    const smaller = withoutCopies(end);
    const center = centerOf(smaller.verdict, startOf(smaller.network, end.verdict.kind).start.network);
    if (!points.some((other) => isSamePoint(other.center, center))) points.push({ end: smaller, center });
  }
  return points;
}

/** The smaller network, and what follows for it from the verdict. */
function withoutCopies(end: FailedEnd): FailedEnd {
  const { network, verdict } = end;
  const { copies, ...rest } = verdict;
  if (copies === undefined) return end;
  const smaller = mergedUnits(network, copies);
  const { start } = startOf(smaller, verdict.kind);
  const center = centerOf(verdict, start.network);
  const box = boxAbout(center, taught());
  // Without a box, whatever is said is refused.
  const index = box === undefined ? verdict.index : box.negative;
  const radius = formatRational(distanceBetween(start.network, center).add(REACH));
  return { ...end, network: smaller, verdict: { ...rest, index, radius } };
}

/** The center that is written, for a limit of the same form. */
export function centerOf({ fixedPoint }: WrittenPoint, form: EndNetwork): EndNetwork {
  return { ...form, parameters: fixedPoint.map(BigInt) };
}

/** Newton's method leads to one point from different sides: up to this. */
const SAME = 1n << BigInt(PRECISION / 2);

function isSamePoint(left: EndNetwork, right: EndNetwork): boolean {
  const [one, other] = [inOrder(left), inOrder(right)];
  if (left.channels !== right.channels || one.length !== other.length) return false;
  return one.every((value, place) => magnitude(value - entry(other, place)) < SAME);
}

/** (w, c) unit by unit, channels first, then those with the least first weight; and all else. */
function inOrder({ inputs, units, channels, parameters }: EndNetwork): bigint[] {
  const all = Array.from({ length: units }, (_, unit) => [
    ...parameters.slice(unit * inputs, unit * inputs + inputs),
    entry(parameters, units * inputs + unit),
  ]);
  const others = all.slice(channels).sort((left, right) => (entry(left, 0) < entry(right, 0) ? -1 : 1));
  return [...all.slice(0, channels), ...others, parameters.slice(units * (inputs + 1))].flat();
}

let data: EndData | undefined;

function taught(): EndData {
  data ??= endData(figureOne, PRECISION);
  return data;
}

/** Half the width of the box about a center. */
const REACH = rational(reachAt(PRECISION), 1n << BigInt(PRECISION));

/**
 * Why what is said of an end does not hold; undefined if it does.
 *
 * @param points where there is a critical point, with its index and the sign of L₂, is for the certificates
 *   of these to show; what copies add to the index is enclosed, as all is without them.
 */
export function checkEnd(end: FigureOneEnd, points?: readonly FailurePoint[]): string | undefined {
  const { network, verdict } = end;
  if (verdict.kind === "undecided") return `undecided: ${verdict.reason}`;
  if (isFailed(end)) return checkPoint(end, points);
  if (verdict.kind !== "zero") return "the verdict is one on several layers";
  const near = provedZero(network, figureOne, taught());
  if (near === undefined) return "no network of zero loss is near it";
  const isWithin = near.distance.compare(parseRational(verdict.distance)) <= 0;
  if (!isWithin || near.loss.compare(parseRational(verdict.loss)) > 0)
    return "it is farther from zero loss than is said";
  return near.isInTheta === verdict.theta ? undefined : "the network of zero loss is in Θ, or is not";
}

function checkPoint(
  { network, verdict }: FailedEnd,
  points: readonly FailurePoint[] | undefined,
): string | undefined {
  const { start, merged, copies } = startOf(network, verdict.kind);
  const { channels, parameters } = merged.network;
  if (channels !== (verdict.kind === "infinity" ? 1 : 0)) return "it is not on its way to infinity";
  const center = centerOf(verdict, merged.network);
  const isSaid = JSON.stringify(verdict.copies) === JSON.stringify(copies.length === 0 ? undefined : copies);
  if (center.parameters.length !== parameters.length || !isSaid) return "its critical point has other copies";
  const radius = radiusOf(start.network, merged, distanceBetween(merged.network, center).add(REACH));
  if (radius.compare(parseRational(verdict.radius)) > 0)
    return "it is farther from its critical point than is said";
  if (!isNearest(center, verdict)) return "its units are not as far from the teacher's as is said";
  const found = points === undefined ? enclosedPoint(center) : certifiedPoint(center, points);
  if (typeof found === "string") return found;
  const heights = heightsOf(start.network);
  const more = indexOfCopies(center, reachAt(PRECISION), taught(), merged.members, heights);
  if (more === undefined) return "the index that copies add is not certain";
  if (found.index + more !== verdict.index) return `the index is ${found.index + more}`;
  return found.slope === slopeOf(verdict) ? undefined : "L₂ has another sign";
}

/** Whether the bounds on how near units are to the teacher's hold all over the box. */
function isNearest(center: EndNetwork, { nearest }: PointVerdict): boolean {
  const { lowerEnd, upperEnd } = distanceOfUnits(center, reachAt(PRECISION), incomingOf(figureOne.teacher));
  const [least, most] = [parseRational(nearest[0]), parseRational(nearest[1])];
  return lowerEnd.compare(least) >= 0 && upperEnd.compare(most) <= 0;
}

/** The number of negative eigenvalues without copies, and the sign of L₂ where units run off. */
type FoundPoint = Readonly<{ index: number; slope: number | undefined }>;

function certifiedPoint(center: EndNetwork, points: readonly FailurePoint[]): FoundPoint | string {
  const known = points.find((point) => isSamePoint(point.center, center));
  if (known === undefined) return "no certificate is of its critical point";
  const { verdict } = known.end;
  return { index: verdict.index, slope: slopeOf(verdict) };
}

function enclosedPoint(center: EndNetwork): FoundPoint | string {
  const box = boxAbout(center, taught());
  if (box === undefined) return "it is not certain that a critical point is there";
  const slope = center.channels === 0 ? undefined : channelSlope(center, reachAt(PRECISION), taught()).sign;
  return { index: box.negative, slope };
}

/** The sign of L₂; undefined where nothing runs off. */
function slopeOf(verdict: PointVerdict): number | undefined {
  return verdict.kind === "infinity" ? verdict.slope : undefined;
}
