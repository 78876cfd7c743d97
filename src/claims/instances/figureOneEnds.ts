import { type JudgedRun, type WrittenPoint, committedVerdicts } from "../../certificate/judgedEnds.js";
import { entry } from "../../exact/entry.js";
import { magnitude } from "../../exact/numbers/integer.js";
import { parseRational, rational } from "../../exact/numbers/rational.js";
import { PRECISION, heightsOf, provedZero, radiusOf, startOf } from "../../landscape/ends/certifiedEnd.js";
import { channelSlope } from "../../landscape/ends/channel.js";
import { indexOfCopies } from "../../landscape/ends/copies.js";
import { type EndData, type EndNetwork, endData } from "../../landscape/ends/endNetwork.js";
import { figureOne } from "../../landscape/ends/figureOne.js";
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

/** Where a run ends that fails, without copies, and the first run that ends there. */
export interface FailurePoint {
  readonly end: FigureOneEnd;
  readonly point: WrittenPoint;
  readonly center: EndNetwork;
}

/** The points at which runs fail, without repetition: equal up to the order of units. */
export function failurePoints(ends: readonly FigureOneEnd[]): FailurePoint[] {
  const points: FailurePoint[] = [];
  for (const end of ends) {
    const { verdict } = end;
    if ((verdict.kind !== "critical" && verdict.kind !== "infinity") || verdict.copies !== undefined)
      continue;
    const center = centerOf(verdict, startOf(end.network).start.network);
    if (!points.some((other) => isSamePoint(other.center, center)))
      points.push({ end, point: verdict, center });
  }
  return points;
}

/** The center that is written, for a limit of the same form. */
function centerOf({ fixedPoint }: WrittenPoint, form: EndNetwork): EndNetwork {
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

/**
 * Why what is said of an end does not hold; undefined if it does.
 *
 * @param points where there is a critical point, with its index and the sign of L₂, is for the certificates
 *   of these to show, but for copies; without them, enclosures show it.
 */
export function checkEnd(
  { network, verdict }: FigureOneEnd,
  points?: readonly FailurePoint[],
): string | undefined {
  if (verdict.kind === "undecided") return `undecided: ${verdict.reason}`;
  data ??= endData(figureOne, PRECISION);
  if (verdict.kind === "critical" || verdict.kind === "infinity") return checkPoint(network, verdict, points);
  if (verdict.kind !== "zero") return "the verdict is one on several layers";
  const near = provedZero(network, figureOne, data);
  if (near === undefined) return "no network of zero loss is near it";
  const isWithin = near.distance.compare(parseRational(verdict.distance)) <= 0;
  if (!isWithin || near.loss.compare(parseRational(verdict.loss)) > 0)
    return "it is farther from zero loss than is said";
  return near.isInTheta === verdict.theta ? undefined : "the network of zero loss is in Θ, or is not";
}

function checkPoint(
  network: TwoLayerNetwork,
  verdict: Extract<JudgedRun["verdict"], WrittenPoint>,
  points: readonly FailurePoint[] | undefined,
): string | undefined {
  const { start, merged } = startOf(network);
  const { channels, parameters } = merged.network;
  if (channels !== (verdict.kind === "infinity" ? 1 : 0)) return "it is on its way to infinity, or is not";
  const center = centerOf(verdict, merged.network);
  if (center.parameters.length !== parameters.length) return "its critical point has other copies";
  const reach = rational(reachAt(PRECISION), 1n << BigInt(PRECISION));
  const radius = radiusOf(start.network, merged, distanceBetween(merged.network, center).add(reach));
  if (radius.compare(parseRational(verdict.radius)) > 0)
    return "it is farther from its critical point than is said";
  if (points !== undefined && verdict.copies === undefined) {
    const known = points.find((point) => isSamePoint(point.center, center));
    if (known === undefined) return "no certificate is of its critical point";
    if (known.point.index !== verdict.index) return `the index is ${known.point.index}`;
    return slopeOf(known.end.verdict) === slopeOf(verdict) ? undefined : "L₂ has another sign";
  }
  return checkLimit(center, verdict, merged.members, heightsOf(start.network));
}

/** The sign of L₂; undefined where nothing runs off. */
function slopeOf(verdict: JudgedRun["verdict"]): number | undefined {
  return verdict.kind === "infinity" ? verdict.slope : undefined;
}

/** By enclosures: of copies, for which the checker has no rules, and wherever no certificates are at hand. */
function checkLimit(
  center: EndNetwork,
  verdict: Extract<JudgedRun["verdict"], WrittenPoint>,
  members: readonly (readonly number[])[],
  heights: readonly bigint[],
): string | undefined {
  data ??= endData(figureOne, PRECISION);
  const box = boxAbout(center, data);
  const more = indexOfCopies(center, reachAt(PRECISION), data, members, heights);
  if (box === undefined || more === undefined) return "it is not certain that a critical point is there";
  const index = box.negative + more;
  if (index !== verdict.index) return `the index is ${index}`;
  if (verdict.kind === "critical") return undefined;
  const { sign } = channelSlope(center, reachAt(PRECISION), data);
  return sign === verdict.slope ? undefined : "L₂ has another sign";
}
