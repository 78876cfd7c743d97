import { entry } from "../../exact/entry.js";
import { enclosedSigns } from "../../exact/inertia/enclosedSigns.js";
import { magnitude } from "../../exact/numbers/integer.js";
import { rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type TwoLayerNetwork, type Unit, twoLayerNetwork } from "../../network/twoLayerNetwork.js";
import { enclosedHessian } from "../nearCritical/enclosedHessian.js";
import { type EndData, type EndNetwork, residuals, unitColumns } from "./endNetwork.js";

/** A network whose nearly equal units were merged, and which units became which. */
export interface Merged {
  readonly network: EndNetwork;
  /** For each unit of it those that it stands for, in the order of the network that was merged. */
  readonly members: readonly (readonly number[])[];
  /** No w of a member differs by more from that of its unit. */
  readonly gap: bigint;
}

/** Incoming weights up to 2^−10 apart count as equal. */
const NEAR = 10n;

/** Merges units whose incoming weights are nearly equal; channels stay as they are. */
export function mergedCopies(network: EndNetwork): Merged {
  const { inputs: d, units, channels, parameters, precision } = network;
  const weights = Array.from({ length: units }, (_, i) => parameters.slice(i * d, i * d + d));
  const heights = parameters.slice(units * d, units * (d + 1));
  const near = 1n << (BigInt(precision) - NEAR);
  const members: number[][] = [];
  for (let i = 0; i < units; i += 1) {
    const group = members.find((others) => {
      const first = entry(others, 0);
      return (
        i >= channels && first >= channels && gapBetween(entry(weights, i), entry(weights, first)) < near
      );
    });
    if (group === undefined) members.push([i]);
    else group.push(i);
  }
  const means = members.map((group) =>
    entry(weights, entry(group, 0)).map((_, j) => {
      return group.reduce((sum, i) => sum + entry(entry(weights, i), j), 0n) / BigInt(group.length);
    }),
  );
  const gaps = members.flatMap((group, t) =>
    group.map((i) => gapBetween(entry(weights, i), entry(means, t))),
  );
  const sums = members.map((group) => group.reduce((sum, i) => sum + entry(heights, i), 0n));
  return {
    network: {
      ...network,
      units: members.length,
      parameters: [...means.flat(), ...sums, ...parameters.slice(units * (d + 1))],
    },
    members,
    gap: gaps.reduce((most, gap) => (gap > most ? gap : most)),
  };
}

function gapBetween(left: readonly bigint[], right: readonly bigint[]): bigint {
  return left.reduce((most, value, j) => {
    const gap = magnitude(value - entry(right, j));
    return gap > most ? gap : most;
  }, 0n);
}

/**
 * The smaller network, with a unit for each group of copies.
 *
 * @param groups numbers of units, from 1 on; no unit is in two groups.
 */
export function mergedUnits(
  { inputDimension, units }: TwoLayerNetwork,
  groups: readonly (readonly number[])[],
): TwoLayerNetwork {
  const merged = groups.map((group): Unit => {
    const own = group.map((number) => entry(units, number - 1));
    const sum = RationalVector.sum(
      inputDimension,
      own.map(({ incoming }) => incoming),
    );
    const outgoing = RationalVector.sum(
      1,
      own.map((unit) => unit.outgoing),
    );
    return { incoming: sum.times(rational(1n, BigInt(own.length))), outgoing };
  });
  const kept = units.flatMap((unit, i) => {
    const group = groups.findIndex((numbers) => numbers.includes(i + 1));
    if (group === -1) return [unit];
    return groups[group]?.[0] === i + 1 ? [entry(merged, group)] : [];
  });
  return twoLayerNetwork(inputDimension, 1, kept);
}

/**
 * By how much copies raise the index (`ext-inertia`, with E_t = 0 as there is one output): a unit t of k
 * copies, n₊ of whose shares of its outgoing weight are positive and n₋ negative, adds (n₊−1)·i₋(B_t) +
 * n₋·i₊(B_t), with B_t = Σ_k e_k c_t σ''(w_t·x_k) x_k x_kᵀ. If B_t is regular, all zero eigenvalues are those
 * along the subspace of shares, k − 1 of them.
 *
 * @param heights the outgoing weights of the units that were merged.
 * @returns undefined if the signs of some B_t are not certain, or a share is 0.
 */
export function indexOfCopies(
  center: EndNetwork,
  reach: bigint,
  data: EndData,
  members: readonly (readonly number[])[],
  heights: readonly bigint[],
): number | undefined {
  if (members.every(({ length }) => length === 1)) return 0;
  const units = unitColumns(center, reach, data);
  const errors = residuals(units, data);
  const counts = members.map((group, t) => {
    if (group.length === 1) return 0;
    const { jets, outgoing } = entry(units, t);
    const bend = errors.times(jets[2].scaled(outgoing));
    const triangle = data.products.map((row, i) => row.slice(0, i + 1).map((product) => bend.inner(product)));
    const signs = enclosedSigns(enclosedHessian(triangle));
    const sum = group.reduce((all, i) => all + entry(heights, i), 0n);
    const negative = group.filter((i) => entry(heights, i) * sum < 0n).length;
    const isWhole = group.every((i) => entry(heights, i) !== 0n) && outgoing.sign !== undefined;
    if (signs === undefined || !isWhole) return undefined;
    return (group.length - negative - 1) * signs.negative + negative * signs.positive;
  });
  return counts.reduce<number | undefined>(
    (sum, count) => (sum === undefined || count === undefined ? undefined : sum + count),
    0,
  );
}
