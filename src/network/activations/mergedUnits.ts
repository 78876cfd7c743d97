import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { TwoLayerNetwork, Unit } from "../twoLayerNetwork.js";
import { type Rest, mergedClasses } from "./mergedClasses.js";
import type { Place } from "./place.js";
import type { Side, Sums } from "./sums.js";
import { type Member, type UnitClass, unitClasses } from "./unitClasses.js";

/** What becomes of a unit. */
export interface UnitFate {
  /** t ≥ 1 for unit t of what is left; 0, −1, … for the classes of which nothing is left. */
  readonly code: number;
  /** −1 if it is mirrored against the first unit of its block; 0 for a constant. */
  readonly sign: -1 | 0 | 1;
  /** Its incoming vector is sign · scale times that of the unit it belongs to, or of its class's first. */
  readonly scale: Rational;
}

/** A pair of layers with its units merged. */
export interface MergedUnits {
  readonly units: readonly Unit[];
  /** For every unit of the pair as it was. */
  readonly fates: readonly UnitFate[];
  /** The constant that is left, to be added to the next layer's bias. */
  readonly bias: RationalVector;
  readonly rest: Rest;
}

type Group = UnitClass & Sums;

/** A unit that is left of a class. */
interface Piece {
  readonly members: readonly Member[];
  readonly side: Side;
  /** The first of its members on its side, or else on the other. */
  readonly first: Member;
  readonly outgoing: RationalVector;
}

/**
 * Merges the units of a pair of layers for a given activation, and drops those that compute 0. Units at w and
 * −w become one. What that leaves is moved or cancelled as far as it can be ({@link mergedClasses}).
 *
 * @param pair as `pairAt` gives it.
 * @param mirrorsToCancel whether units may be mirrored if that leaves something without a place: then it must
 *   cancel.
 */
export function mergedUnits(pair: TwoLayerNetwork, place: Place, mirrorsToCancel: boolean): MergedUnits {
  const groups = unitClasses(pair, place.symmetry).map((unitClass) => withSums(unitClass, pair));
  const constants = groups.map((group) => constantOf(group, place));
  const varying = groups.filter((_, index) => constants[index] === undefined);
  const { left, bias, rest } = mergedClasses(varying, place, mirrorsToCancel);
  let next = 0;
  const all = groups.map((_, index) => (constants[index] === undefined ? entry(left, next++) : undefined));
  const moved = constants.filter((constant) => constant !== undefined);
  return {
    ...placed(pair, groups, all),
    bias: RationalVector.sum(pair.outputDimension, [...moved, ...bias]),
    rest,
  };
}

function withSums(unitClass: UnitClass, { units, outputDimension }: TwoLayerNetwork): Group {
  const on = (side: Side): RationalVector => {
    const members = unitClass.members.filter((member) => member.side === side);
    const outgoing = members.map(({ unit, scale }) => {
      const vector = entry(units, unit).outgoing;
      return scale.equals(1n) ? vector : vector.times(scale);
    });
    return RationalVector.sum(outputDimension, outgoing);
  };
  return { ...unitClass, plus: on(1), minus: on(-1), firstSide: entry(unitClass.members, 0).side };
}

/** What a class computes if it doesn't vary and can be moved: 0, or a rational constant for the next bias. */
function constantOf(group: Group, { symmetry, hasBias }: Place): RationalVector | undefined {
  const { direction, plus, minus } = group;
  const varying = hasBias ? direction.slice(0, -1) : direction;
  if (!varying.isZero()) return undefined;
  const z = hasBias ? direction.at(direction.dimension - 1) : rational(0n);
  const [value, mirrored] = [symmetry.rationalValue(z), symmetry.rationalValue(z.neg())];
  if (value === undefined || mirrored === undefined) return undefined;
  if (!hasBias && !value.equals(0n)) return undefined;
  return plus.times(value).plus(minus.times(mirrored));
}

/** The units that are left, in order of first appearance, and what became of each. */
function placed(
  { units }: TwoLayerNetwork,
  groups: readonly Group[],
  left: readonly (Sums | undefined)[],
): Pick<MergedUnits, "units" | "fates"> {
  const pieces = groups.map((group, index) => piecesOf(group, left[index]));
  const ordered = pieces.flat().sort((one, other) => one.first.unit - other.first.unit);
  const fates = new Array<UnitFate>(units.length);
  const settle = (code: number, members: readonly Member[], { side, scale }: Omit<Member, "unit">): void => {
    for (const member of members) {
      const sign = member.side === side ? 1 : -1;
      fates[member.unit] = { code, sign, scale: scale.equals(1n) ? member.scale : member.scale.div(scale) };
    }
  };
  ordered.forEach(({ members, side, first: { scale } }, index) => {
    settle(index + 1, members, { side, scale });
  });
  let zeroBlocks = 0;
  groups.forEach(({ members }, index) => {
    if (entry(pieces, index).length > 0) return;
    const code = 0 - zeroBlocks++;
    settle(code, members, entry(members, 0));
    if (left[index] === undefined)
      for (const { unit, scale } of members) fates[unit] = { code, sign: 0, scale };
  });
  return { units: ordered.map((piece) => unitOfPiece(piece, units)), fates };
}

function unitOfPiece({ side, first, outgoing }: Piece, units: readonly Unit[]): Unit {
  const { incoming } = entry(units, first.unit);
  return {
    incoming: first.side === side ? incoming : incoming.negated(),
    outgoing: first.scale.equals(1n) ? outgoing : outgoing.times(first.scale.inverse()),
  };
}

/** One unit for all members, or one on each side. */
function piecesOf({ members }: Group, left: Sums | undefined): Piece[] {
  if (left === undefined) return [];
  const { plus, minus } = left;
  const sides = ([1, -1] as const).filter((side) => !(side === 1 ? plus : minus).isZero());
  return sides.map((side) => {
    const own = members.filter((member) => member.side === side);
    return {
      side,
      first: entry(own.length > 0 ? own : members, 0),
      members: sides.length === 1 ? members : own,
      outgoing: side === 1 ? plus : minus,
    };
  });
}
