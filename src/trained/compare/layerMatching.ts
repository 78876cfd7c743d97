import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";

/**
 * Which units of B are which of A, in one hidden layer. Units are counted from 0.
 *
 * @example compareNetworks(theta, theta).matching?.[0]?.isOrder === true
 */
export interface LayerMatching {
  /** For each unit of A the one of B that is its own; undefined if there is none, as for a zero block. */
  readonly partners: readonly (number | undefined)[];
  /** For each unit of A −1 if its partner is its mirror image, else 1. */
  readonly signs: readonly (1 | -1)[];
  /** The incoming weights of the partner are sign · scale times those of the unit; scale > 0. */
  readonly scales: readonly Rational[];
  /** Whether each unit is one of the other network's: none is merged with others or without effect. */
  readonly isOrder: boolean;
  /**
   * What becomes of the units of both in the reduced networks, as codes of labelled partitions with one
   * numbering.
   */
  readonly partitions: { readonly a: readonly number[]; readonly b: readonly number[] };
}

/** What becomes of a layer's units when a network is reduced, as `SignedPartition` has it. */
export interface Fates {
  readonly labelledPartition: readonly number[];
  readonly signs: readonly number[];
  readonly scales: readonly Rational[];
}

/** A unit of B's reduced layer; its incoming weights are sign · scale times those of the one of A's. */
export interface Match {
  readonly unit: number;
  readonly sign: 1 | -1;
  readonly scale: Rational;
}

const ONE = rational(1n);

/** A match of equal incoming weights. */
export function plainMatch(unit: number): Match {
  return { unit, sign: 1, scale: ONE };
}

/** Fates of units that are neither mirrored nor scaled. */
export function plainFates(labelledPartition: readonly number[]): Fates {
  return {
    labelledPartition,
    signs: labelledPartition.map(() => 1),
    scales: labelledPartition.map(() => ONE),
  };
}

/** The matching in which each unit has the partner that an order gives it. */
export function matchingByOrder(order: readonly number[]): LayerMatching {
  const matches = order.map(plainMatch);
  const alone = plainFates(order.map((_, unit) => unit + 1));
  return matchingByBlocks(alone, alone, matches);
}

/**
 * The matching by what units become in the reduced networks. The units of a block have those of the other
 * network's block as partners, in order; if that has fewer, its last unit is the partner of several.
 *
 * @param matches for each unit of A's reduced layer its match in B's; undefined where there is none.
 */
export function matchingByBlocks(a: Fates, b: Fates, matches: readonly (Match | undefined)[]): LayerMatching {
  const codes = renumbered(b.labelledPartition, matches);
  const blocks = unitsByCode(codes);
  const next = new Map<number, number>();
  const partners = a.labelledPartition.map((code) => {
    const block = blocks.get(code);
    if (block === undefined) return undefined;
    const before = next.get(code);
    const place = before === undefined ? 0 : Math.min(before + 1, block.length - 1);
    next.set(code, place);
    return entry(block, place);
  });
  const places = partners.map((partner, unit): Omit<Match, "unit"> => {
    const match = partner === undefined ? undefined : matches[entry(a.labelledPartition, unit) - 1];
    if (partner === undefined || match === undefined) return plainMatch(unit);
    const sign = match.sign * entry(a.signs, unit) * entry(b.signs, partner);
    const scale = match.scale.mul(entry(b.scales, partner)).div(entry(a.scales, unit));
    return { sign: sign < 0 ? -1 : 1, scale };
  });
  return {
    partners,
    signs: places.map(({ sign }) => sign),
    scales: places.map(({ scale }) => scale),
    isOrder: isOrder(a.labelledPartition, codes),
    partitions: { a: a.labelledPartition, b: codes },
  };
}

function isOrder(a: readonly number[], b: readonly number[]): boolean {
  const [ours, theirs] = [new Set(a), new Set(b)];
  const isAlone = ours.size === a.length && theirs.size === b.length;
  return isAlone && a.every((code) => code > 0 && theirs.has(code)) && b.every((code) => ours.has(code));
}

/** B's codes by the numbers of A's units; those that have no match come after these. */
function renumbered(codes: readonly number[], matches: readonly (Match | undefined)[]): number[] {
  const numbers = new Map<number, number>();
  matches.forEach((match, index) => {
    if (match !== undefined) numbers.set(match.unit + 1, index + 1);
  });
  let last = matches.length;
  return codes.map((code) => {
    if (code <= 0) return code;
    const known = numbers.get(code);
    if (known !== undefined) return known;
    last += 1;
    numbers.set(code, last);
    return last;
  });
}

function unitsByCode(codes: readonly number[]): Map<number, number[]> {
  const blocks = new Map<number, number[]>();
  codes.forEach((code, unit) => {
    if (code <= 0) return;
    const block = blocks.get(code);
    if (block === undefined) blocks.set(code, [unit]);
    else block.push(unit);
  });
  return blocks;
}
