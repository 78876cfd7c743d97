import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { type Limit, channelSlope, limitOf } from "./channel.js";
import { type Merged, indexOfCopies, mergedCopies } from "./copies.js";
import { type EndData, type EndNetwork, type TaughtSetting, residuals, unitColumns } from "./endNetwork.js";
import { type IsolatedEnd, isolatedEnd, reachAt } from "./isolatedEnd.js";
import { type NearZeroLoss, nearZeroLoss } from "./nearZeroLoss.js";

/** A critical point of the network, or of the limit that a pair of its units tends to. */
export interface CriticalEnd {
  /** With copies merged: an isolated point of the smaller width. */
  readonly end: IsolatedEnd;
  /** The negative eigenvalues of the Hessian, copies included. */
  readonly index: number;
  /** No parameter of the critical point differs by more from the run's. */
  readonly radius: Rational;
  /** For each unit of the smaller network those that it stands for; two of a channel are one. */
  readonly members: readonly (readonly number[])[];
}

/** What a run of training ended in, proved. */
export type CertifiedEnd =
  | Readonly<{ kind: "zero"; near: NearZeroLoss }>
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
const MOST_LOSS = rational(1n, 10n ** 9n);

/**
 * What the end of a run is close to: a network of zero loss; a critical point, with its index, that is
 * isolated but for the shares of copies; or such a point of the limit of two or three units whose outgoing
 * weights run off to infinity.
 */
export function certifiedEnd(network: TwoLayerNetwork, setting: TaughtSetting, data: EndData): CertifiedEnd {
  const near = provedZero(network, setting, data);
  if (near !== undefined) return { kind: "zero", near };
  const { start, merged } = startOf(network);
  const end = isolatedEnd(merged.network, data);
  const where = start.network.channels === 0 ? "the end" : "the limit of its largest weights";
  if (end === undefined)
    return { kind: "undecided", reason: `Newton's method finds no isolated critical point near ${where}` };
  const reach = reachAt(PRECISION);
  const more = indexOfCopies(end.center, reach, data, merged.members, heightsOf(start.network));
  if (more === undefined) return { kind: "undecided", reason: "the signs of B_t of copies are not certain" };
  const found = {
    end,
    index: end.box.negative + more,
    radius: radiusOf(start.network, merged, end.radius),
    members: merged.members.map((group) => group.flatMap((unit) => entry(start.members, unit))),
  };
  if (start.network.channels === 0) return { kind: "critical", found };
  const { sign: slope } = channelSlope(end.center, reach, data);
  if (slope === undefined || slope === 0)
    return { kind: "undecided", reason: "the sign of L₂ is not certain" };
  return { kind: "infinity", found, slope };
}

/** The network, or the limit that it tends to, as Newton's method begins with it; and with copies merged. */
export function startOf(network: TwoLayerNetwork): Readonly<{ start: Limit; merged: Merged }> {
  const start = limitOf(endNetwork(network));
  return { start, merged: mergedCopies(start.network) };
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
