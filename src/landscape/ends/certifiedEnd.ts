import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { channelSlope, channelStart } from "./channel.js";
import { type EndData, type EndNetwork, type TaughtSetting, residuals, unitColumns } from "./endNetwork.js";
import { type IsolatedEnd, isolatedEnd } from "./isolatedEnd.js";
import { type NearZeroLoss, nearZeroLoss } from "./nearZeroLoss.js";

/** What a run of training ended in, proved. */
export type CertifiedEnd =
  | Readonly<{ kind: "zero"; near: NearZeroLoss }>
  | Readonly<{ kind: "critical"; end: IsolatedEnd }>
  | Readonly<{ kind: "infinity"; end: IsolatedEnd; slope: -1 | 1 }>
  | Readonly<{ kind: "undecided"; reason: string }>;

/** Bits after the binary point: half of them is far below what doubles tell. */
export const PRECISION = 160;

/** How far weights may be from those of a network of zero loss, and how large the loss may be. */
const TOLERANCE = rational(1n, 20n);
const MOST_LOSS = rational(1n, 10n ** 9n);

/**
 * What the end of a run is close to: a network of zero loss; an isolated critical point, with its index; or
 * a critical point of the limit of a pair whose outgoing weights run off to infinity.
 */
export function certifiedEnd(network: TwoLayerNetwork, setting: TaughtSetting, data: EndData): CertifiedEnd {
  const start = endNetwork(network);
  const near = provedZero(network, setting, data);
  if (near !== undefined) return { kind: "zero", near };
  const limit = channelStart(start);
  const end = isolatedEnd(limit ?? start, data);
  if (end === undefined) return { kind: "undecided", reason: reasonFor(limit) };
  if (limit === undefined) return { kind: "critical", end };
  const { sign: slope } = channelSlope(end.center, reachOf(end), data);
  if (slope === undefined || slope === 0)
    return { kind: "undecided", reason: "the sign of L₂ is not certain" };
  return { kind: "infinity", end, slope };
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
  const near = nearZeroLoss(network, setting, TOLERANCE);
  if (near === undefined || near.loss.compare(MOST_LOSS) <= 0) return near;
  // A unit for what was rounded at the start.
  const errors = residuals(unitColumns(endNetwork(network), 1n, data), data);
  const loss = errors.inner(errors).scaled(-1).upperEnd;
  return loss.compare(MOST_LOSS) <= 0 ? { ...near, loss } : undefined;
}

function reasonFor(limit: EndNetwork | undefined): string {
  const where = limit === undefined ? "the end" : "the limit of the pair with the largest weights";
  return `Newton's method finds no isolated critical point near ${where}`;
}

/** The half width of the box, in units of 2^−p. */
export function reachOf({ center, box }: IsolatedEnd): bigint {
  return (box.radius.n << BigInt(center.precision)) / box.radius.d;
}

/** A network at the precision of certificates, rounded down. */
export function endNetwork({ inputDimension, units }: TwoLayerNetwork): EndNetwork {
  const rounded = (vector: RationalVector): bigint[] =>
    vector.toRationals().map(({ s, n, d }: Rational) => ((s * n) << BigInt(PRECISION)) / d);
  return {
    inputs: inputDimension,
    units: units.length,
    channels: 0,
    parameters: [
      ...units.flatMap(({ incoming }) => rounded(incoming)),
      ...units.map(({ outgoing }) => entry(rounded(outgoing), 0)),
    ],
    precision: PRECISION,
  };
}
