import { LabelledPartition } from "../../../combinatorics/partitions/labelledPartition.js";
import { entry } from "../../../exact/entry.js";
import { type Inertia, inertia } from "../../../exact/inertia/inertia.js";
import { type Rational, formatRational } from "../../../exact/numbers/rational.js";
import { copiedUnit, inertiaAbove } from "../../../landscape/criticalPoints/inertiaAbove.js";
import type { LandscapePoint } from "../../../landscape/criticalPoints/landscapeAt.js";
import { unitsOnData } from "../../../landscape/criticalPoints/unitsOnData.js";
import { hessian } from "../../../landscape/loss/hessian.js";
import { reduce } from "../../../network/reduction.js";
import type { TwoLayerNetwork, Unit } from "../../../network/twoLayerNetwork.js";

/** Numbers of positive, negative and zero eigenvalues. */
export type Signs = readonly [positive: number, negative: number, zero: number];

/** The inertia that E_t, B_t and the shares of copies predict. */
export interface CopiesReport {
  /** Width and inertia of the irreducible network that it reduces to. */
  readonly width: number;
  readonly below: Signs;
  readonly predicted: Signs;
  /** The neurons that have copies. */
  readonly neurons: readonly CopiedNeuron[];
}

/** A neuron of the irreducible network, and its copies. */
export interface CopiedNeuron {
  /** Counted from 1. */
  readonly copies: readonly number[];
  /** Their shares β of its outgoing weights. */
  readonly shares: readonly string[];
  /** Rank of E_t. */
  readonly rank: number;
  /** Inertia of B_t on the kernel of E_t. */
  readonly form: Signs;
}

/** A network as copies of an irreducible one. */
export interface CopiedNetwork {
  readonly theta: TwoLayerNetwork;
  readonly surjection: LabelledPartition;
  readonly beta: readonly Rational[];
}

/** Why a network isn't in Γ̄ (Def. 4.1) above its reduction, and what to do. */
export interface NotCopied {
  readonly problem: string;
  readonly repair: string;
}

/** The network as a point of Γ̄ above its reduction. */
export function copiedNetwork(network: TwoLayerNetwork): CopiedNetwork | NotCopied {
  const { irreducible: theta, labelledPartition: codes } = reduce(network);
  if (theta.units.length === 0)
    return { problem: "all neurons cancel", repair: "give a network that reduces to one neuron or more" };
  const unlabelled = listOf(codes, (code) => code <= 0);
  if (unlabelled !== "") {
    return {
      problem: `neurons cancel or have no output (${unlabelled}), and the claims are about networks without them`,
      repair: "take them out, which leaves the function as it is",
    };
  }
  const shares = network.units.map((unit, index) => share(unit, entry(theta.units, entry(codes, index) - 1)));
  const beta = shares.filter((value) => value !== undefined);
  if (beta.length === shares.length)
    return { theta, surjection: LabelledPartition.of(codes, theta.units.length), beta };
  const askew = listOf(shares, (value) => value === undefined);
  return {
    problem: `the outgoing weights of copies (${askew}) are not multiples of their sum`,
    repair: "give a network whose copies share the outgoing weights of one neuron",
  };
}

/** The places, counted from 1, of the entries that are meant. */
function listOf<Entry>(entries: readonly Entry[], isMeant: (entry: Entry) => boolean): string {
  return entries.flatMap((entry, index) => (isMeant(entry) ? [index + 1] : [])).join(", ");
}

/**
 * The β for which a unit has the outgoing weights β·a, where a ≠ 0 are those of the unit below. Undefined if
 * no β is such.
 */
function share({ outgoing }: Unit, below: Unit): Rational | undefined {
  const whole = below.outgoing.toRationals();
  const place = whole.findIndex(({ n }) => n !== 0n);
  const divisor = whole[place];
  if (divisor === undefined) return undefined;
  const beta = outgoing.at(place).div(divisor);
  return below.outgoing.times(beta).equals(outgoing) ? beta : undefined;
}

/** What the copies in a network predict of its inertia; undefined without copies, or outside Γ̄. */
export function copiesReport(point: LandscapePoint): CopiesReport | undefined {
  const copied = copiedNetwork(point.network);
  if ("problem" in copied || copied.theta.units.length === point.network.units.length) return undefined;
  const { theta, surjection, beta } = copied;
  const narrow = { ...point, network: theta };
  const units = unitsOnData(narrow);
  const below = inertia(hessian(theta, point.data, point.activation, point.cost).numerators);
  const neurons = surjection.labelledBlocks.flatMap((members, unit) => {
    if (members.length === 1) return [];
    const { rank, onKernel } = copiedUnit(units, unit);
    const shares = members.map((member) => formatRational(entry(beta, member)));
    return { copies: members.map((member) => member + 1), shares, rank, form: signsOf(onKernel) };
  });
  const predicted = signsOf(inertiaAbove(units, below, surjection, beta));
  return { width: theta.units.length, below: signsOf(below), predicted, neurons };
}

/** As reports give an inertia. */
export function signsOf({ positive, negative, zero }: Inertia): Signs {
  return [positive, negative, zero];
}

/** What lines say of a prediction. */
export function predictedLine({ width, below, predicted: [positive, negative, zero] }: CopiesReport): string {
  return (
    `predicted   ${positive} positive, ${negative} negative, ${zero} zero, ` +
    `from (${below.join(", ")}) at width ${width}`
  );
}
