import { entry } from "../../exact/entry.js";
import { type Rational, formatRational, rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { type Limit, asItIs, channelSlope, limitOf } from "./channel.js";
import { type Merged, indexOfCopies, mergedCopies } from "./copies.js";
import { type EndData, type EndNetwork, type TaughtSetting, residuals, unitColumns } from "./endNetwork.js";
import { type IsolatedEnd, isolatedEnd, newtonEnd, reachAt } from "./isolatedEnd.js";
import { type NearZeroLoss, nearZeroLoss } from "./nearZeroLoss.js";

/** A critical point of the network, or of the limit that a pair of its units tends to. */
export interface CriticalEnd {
  /** With copies merged: an isolated point of the smaller width. */
  readonly end: IsolatedEnd;
  /** The negative eigenvalues of the Hessian, copies included. */
  readonly index: number;
  /** No parameter of the critical point differs by more from the run's. */
  readonly radius: Rational;
  /** The groups of units that are copies, from 1 on. */
  readonly copies: readonly (readonly number[])[];
}

/** What a run of training ended in, proved. */
export type CertifiedEnd = Readonly<{ kind: "zero"; near: NearZeroLoss }> | PointNear;

/** A critical point that is proved to be near, if one is. */
export type PointNear =
  | Readonly<{ kind: "critical"; found: CriticalEnd }>
  | Readonly<{ kind: "infinity"; found: CriticalEnd; slope: -1 | 1 }>
  | Readonly<{ kind: "undecided"; reason: string }>;

/** Bits after the binary point: half of them is far below what doubles tell. */
export const PRECISION = 160;

/**
 * How far weights may be from those of a network of zero loss, and how large the loss may be. Runs may come
 * close to zero loss far from where they end, as the loss of two units for one of the teacher's is flat.
 */
const TOLERANCES = [rational(1n, 1000n), rational(1n, 100n), rational(1n, 20n), rational(3n, 20n)];
export const MOST_LOSS = rational(1n, 10n ** 9n);

/**
 * How far a critical point may be. Runs that stop at one are within 1e-9 of it, and points that differ are
 * farther apart. Of those that run off, numbers differ by O(ε) from those of the limit, and ε is
 * at most 1/8, as outgoing weights are large from 8 on.
 */
export const MOST_DISTANCE = { critical: rational(1n, 100n), infinity: rational(1n, 8n) };

/** A critical point of a network, or one of its limit. */
export type PointKind = keyof typeof MOST_DISTANCE;

/**
 * What the end of a run is close to: a network of zero loss; a critical point, with its index, that is
 * isolated but for the shares of copies; or such a point of the limit of two or three units whose outgoing
 * weights run off to infinity, if there is none of the network itself.
 */
export function certifiedEnd(network: TwoLayerNetwork, setting: TaughtSetting, data: EndData): CertifiedEnd {
  const near = provedZero(network, setting, data);
  return near === undefined ? criticalEnd(network, data) : { kind: "zero", near };
}

/** As {@link certifiedEnd}, without zero loss: for data of any targets. */
export function criticalEnd(network: TwoLayerNetwork, data: EndData): PointNear {
  const runsOff = startOf(network, "infinity").start.network.channels > 0;
  if (!runsOff) return pointNear({ network, kind: "critical", find: isolatedEnd }, data);
  // Downhill leads farther out, slowly.
  const own = pointNear({ network, kind: "critical", find: newtonEnd }, data);
  return own.kind === "critical" ? own : pointNear({ network, kind: "infinity", find: isolatedEnd }, data);
}

/** Where a point is looked for, and how. */
interface Search {
  readonly network: TwoLayerNetwork;
  readonly kind: PointKind;
  readonly find: typeof isolatedEnd;
}

function pointNear({ network, kind, find }: Search, data: EndData): PointNear {
  const { start, merged, copies } = startOf(network, kind);
  const end = find(merged.network, data);
  const where = kind === "critical" ? "the end" : "the limit of its largest weights";
  const undecided = (reason: string): PointNear => ({ kind: "undecided", reason });
  if (end === undefined) return undecided(`Newton's method finds no isolated critical point near ${where}`);
  const radius = radiusOf(start.network, merged, end.radius);
  if (radius.compare(MOST_DISTANCE[kind]) > 0) {
    const most = formatRational(MOST_DISTANCE[kind]);
    return undecided(`the critical point that Newton's method finds is farther than ${most} from ${where}`);
  }
  const reach = reachAt(PRECISION);
  const more = indexOfCopies(end.center, reach, data, merged.members, heightsOf(start.network));
  if (more === undefined) return undecided("the signs of B_t of copies are not certain");
  const found = {
    end,
    index: end.box.negative + more,
    radius,
    copies,
  };
  if (kind === "critical") return { kind, found };
  const { sign: slope } = channelSlope(end.center, reach, data);
  return slope === undefined || slope === 0
    ? undecided("the sign of L₂ is not certain")
    : { kind, found, slope };
}

/** Where Newton's method begins: the network, or the limit that it tends to; and that with copies merged. */
export function startOf(
  network: TwoLayerNetwork,
  kind: PointKind,
): Readonly<{ start: Limit; merged: Merged }> & Pick<CriticalEnd, "copies"> {
  const start = (kind === "critical" ? asItIs : limitOf)(endNetwork(network));
  const merged = mergedCopies(start.network);
  const groups = merged.members.filter(({ length }) => length > 1);
  const copies = groups.map((group) => group.flatMap((unit) => entry(start.members, unit)).map((i) => i + 1));
  return { start, merged, copies };
}

/** All c. */
export function heightsOf({ inputs, units, parameters }: EndNetwork): readonly bigint[] {
  return parameters.slice(units * inputs, units * (inputs + 1));
}

/**
 * How far the run is from the critical point whose copies have the run's shares β_i = a_i/Σa: a moves by β_i
 * times what the sum does.
 *
 * @param moved how far the parameters of what copies were merged to are from those of the point.
 */
export function radiusOf(start: EndNetwork, { network, members, gap }: Merged, moved: Rational): Rational {
  const heights = heightsOf(start);
  const sums = heightsOf(network);
  const shares = members.flatMap((group, t) =>
    group.length === 1 ? [] : group.map((i) => rational(entry(heights, i), entry(sums, t)).abs()),
  );
  const largest = shares.reduce((most, share) => (share.compare(most) > 0 ? share : most), rational(1n));
  return moved.mul(largest).add(rational(gap, 1n << BigInt(start.precision)));
}

/**
 * The network of zero loss that an end is close to, if its loss is at most 1e-9: that is enclosed where what
 * the distance says of it is too coarse.
 */
export function provedZero(
  network: TwoLayerNetwork,
  setting: TaughtSetting,
  data: EndData,
): NearZeroLoss | undefined {
  let loss: Rational | undefined;
  for (const tolerance of TOLERANCES) {
    const near = nearZeroLoss(network, setting, tolerance);
    if (near === undefined) continue;
    if (near.loss.compare(MOST_LOSS) <= 0) return near;
    loss ??= lossOf(network, data);
    if (loss.compare(MOST_LOSS) <= 0) return { ...near, loss };
  }
  return undefined;
}

function lossOf(network: TwoLayerNetwork, data: EndData): Rational {
  // A unit for what was rounded at the start.
  const errors = residuals(unitColumns(endNetwork(network), 1n, data), data);
  return errors.inner(errors).scaled(-1).upperEnd;
}

/** A network at the precision of certificates, rounded down. */
export function endNetwork({ inputDimension, units }: TwoLayerNetwork): EndNetwork {
  const rounded = (vector: RationalVector): bigint[] =>
    vector.toRationals().map(({ s, n, d }: Rational) => ((s * n) << BigInt(PRECISION)) / d);
  return {
    inputs: inputDimension,
    units: units.length,
    channels: 0,
    isAffine: false,
    parameters: [
      ...units.flatMap(({ incoming }) => rounded(incoming)),
      ...units.map(({ outgoing }) => entry(rounded(outgoing), 0)),
    ],
    precision: PRECISION,
  };
}
