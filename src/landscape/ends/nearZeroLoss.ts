import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { parseSymmetry } from "../../network/activations/namedSymmetries.js";
import { reduceFor } from "../../network/activations/symmetricReduction.js";
import { reduce } from "../../network/reduction.js";
import {
  type TwoLayerNetwork,
  type Unit,
  twoLayerNetwork,
  unorderedKey,
} from "../../network/twoLayerNetwork.js";
import type { TaughtSetting } from "./endNetwork.js";

/** A network that computes exactly what the teacher does, close to a student. */
export interface NearZeroLoss {
  readonly network: TwoLayerNetwork;
  /** No weight differs by more from the student's. */
  readonly distance: Rational;
  /** The student's loss is at most this. */
  readonly loss: Rational;
  /**
   * For each unit the teacher's unit that it copies, from 1 on, or 0, −1, … for a group of zero type, whose
   * outgoing weights sum to 0. Units at w = 0, which compute a constant, have undefined.
   */
  readonly codes: readonly (number | undefined)[];
  /** −1 for units that are mirrored against the unit that they copy, or against the first of their group. */
  readonly signs: readonly (1 | -1)[];
  /** Whether it lies in Θ (Def. 3.3), where no unit is mirrored and no constant is needed. */
  readonly isInTheta: boolean;
}

const ZERO = rational(0n);
const SIGMOID = parseSymmetry("sigmoid");

/**
 * The network of zero loss that a student is close to: each unit moves to the teacher's unit or to the mirror
 * image of one that is within the tolerance, to 0, or to the mean of those others that are so close to one
 * another. Then sums of outgoing weights are set right by their orthogonal projection. As σ = ½ + odd, such
 * sums have to be those of the teacher, with signs, and so has the sum of all outgoing weights.
 *
 * @returns undefined if what was found doesn't compute exactly what the teacher does, which is decided by
 *   reducing their difference.
 */
export function nearZeroLoss(
  student: TwoLayerNetwork,
  setting: TaughtSetting,
  tolerance: Rational,
): NearZeroLoss | undefined {
  const { teacher } = setting;
  const groups = groupsOf(student, teacher, tolerance);
  const outgoing = projectedSums(
    student.units.map(({ outgoing: own }) => own.at(0)),
    groups,
    totalOf(teacher),
  );
  if (outgoing === undefined) return undefined;
  const units = student.units.map((_, i): Unit => {
    const { center, signs } = entry(groups.list, entry(groups.places, i));
    const incoming = entry(signs, i) === 1 ? center : center.negated();
    return { incoming, outgoing: RationalVector.fromRationals([entry(outgoing, i)]) };
  });
  const network = twoLayerNetwork(student.inputDimension, 1, units);
  if (!isZero(network, teacher)) return undefined;
  const codes = groups.places.map((place) => entry(groups.list, place).code);
  return {
    network,
    distance: largest(units.flatMap((unit, i) => differences(unit, entry(student.units, i)))),
    loss: lossBound(network, student, setting),
    codes,
    signs: groups.places.map((place, i) => entry(entry(groups.list, place).signs, i)),
    isInTheta: unorderedKey(reduce(network).irreducible) === unorderedKey(teacher),
  };
}

/** Whether network − teacher reduces to nothing. */
function isZero(network: TwoLayerNetwork, teacher: TwoLayerNetwork): boolean {
  const negative = teacher.units.map(({ incoming, outgoing }) => ({
    incoming,
    outgoing: outgoing.negated(),
  }));
  const difference = twoLayerNetwork(network.inputDimension, 1, [...network.units, ...negative]);
  return reduceFor(difference, SIGMOID).irreducible.units.length === 0;
}

/** Units at one place, up to sign, and what their outgoing weights must sum to: nothing for a constant. */
interface Group {
  readonly code: number | undefined;
  readonly center: RationalVector;
  readonly sum: Rational | undefined;
  /** By unit; 1 for those of other groups. */
  readonly signs: (1 | -1)[];
  readonly members: number[];
}

interface Groups {
  readonly list: readonly Group[];
  /** The number of each unit's group. */
  readonly places: readonly number[];
}

function groupsOf(student: TwoLayerNetwork, teacher: TwoLayerNetwork, tolerance: Rational): Groups {
  const group = (code: number | undefined, center: RationalVector, sum: Rational | undefined): Group => ({
    code,
    center,
    sum,
    signs: student.units.map(() => 1),
    members: [],
  });
  const list = [
    group(undefined, RationalVector.zero(student.inputDimension), undefined),
    ...teacher.units.map(({ incoming, outgoing }, t) => group(t + 1, incoming, outgoing.at(0))),
  ];
  const others = list.length;
  const places = student.units.map(({ incoming, outgoing }, i) => {
    // Where its output is less than it would have to move, it is nearer that the unit has none.
    const most = lesser(tolerance, outgoing.at(0).abs());
    const sides = ([1, -1] as const).flatMap((sign) =>
      list.flatMap(({ center }, place) => {
        const far = gap(sign === 1 ? incoming : incoming.negated(), center);
        return far.compare(most) <= 0 ? [{ sign, place, far }] : [];
      }),
    );
    const [nearest] = sides.sort((left, right) => left.far.compare(right.far));
    if (nearest !== undefined) {
      entry(list, nearest.place).members.push(i);
      entry(list, nearest.place).signs[i] = nearest.sign;
      return nearest.place;
    }
    const last = list.push({ ...group(others - list.length, incoming, ZERO), members: [i] });
    return last - 1;
  });
  const moved = list.map((own) => (own.code !== undefined && own.code <= 0 ? centered(own, student) : own));
  return { list: moved, places };
}

/** With the mean of its members as center. */
function centered(group: Group, { units }: TwoLayerNetwork): Group {
  const own = group.members.map((i) => {
    const { incoming } = entry(units, i);
    return entry(group.signs, i) === 1 ? incoming : incoming.negated();
  });
  const sum = RationalVector.sum(group.center.dimension, own);
  return { ...group, center: sum.times(rational(1n, BigInt(own.length))) };
}

/**
 * The nearest outgoing weights with the sums of each group, and the total. Groups share no units, so that
 * their sums can be set one by one; the total is set along what is orthogonal to all of them.
 *
 * @returns undefined if the sums of the groups determine the total, and it is another.
 */
function projectedSums(
  outgoing: readonly Rational[],
  { list, places }: Groups,
  total: Rational,
): Rational[] | undefined {
  const shares = list.map(({ signs, members, sum }) => {
    const count = rational(BigInt(members.length));
    if (sum === undefined || members.length === 0) return { missing: ZERO, mean: ZERO };
    const own = members.reduce((all, i) => all.add(signed(entry(outgoing, i), entry(signs, i))), ZERO);
    const balance = members.reduce((all, i) => all + BigInt(entry(signs, i)), 0n);
    return { missing: sum.sub(own).div(count), mean: rational(balance).div(count) };
  });
  const at = (i: number): { missing: Rational; mean: Rational; sign: 1 | -1 } => {
    const place = entry(places, i);
    return { ...entry(shares, place), sign: entry(entry(list, place).signs, i) };
  };
  const set = outgoing.map((value, i) => value.add(signed(at(i).missing, at(i).sign)));
  const along = outgoing.map((_, i) => rational(1n).sub(signed(at(i).mean, at(i).sign)));
  const gapOfTotal = set.reduce((left, value) => left.sub(value), total);
  const square = along.reduce((sum, value) => sum.add(value.mul(value)), ZERO);
  if (square.equals(ZERO)) return gapOfTotal.equals(ZERO) ? set : undefined;
  const factor = gapOfTotal.div(square);
  return set.map((value, i) => value.add(factor.mul(entry(along, i))));
}

function signed(value: Rational, sign: 1 | -1): Rational {
  return sign === 1 ? value : value.neg();
}

function totalOf({ units }: TwoLayerNetwork): Rational {
  return units.reduce((sum, { outgoing }) => sum.add(outgoing.at(0)), ZERO);
}

/**
 * A bound on Σ_k ½(f(x_k) − g(x_k))²: units differ by at most |Δa|·1 + |a|·|Δw·x|/4, as 0 < σ < 1 and the
 * slope is at most 1/4.
 */
function lossBound(exact: TwoLayerNetwork, student: TwoLayerNetwork, { inputs }: TaughtSetting): Rational {
  const reach = largest(inputs.flatMap((input) => input.toRationals().map((value) => value.abs())));
  const off = student.units.reduce((sum, unit, i) => {
    const [...moves] = differences(unit, entry(exact.units, i));
    const slope = moves.slice(0, -1).reduce((all, value) => all.add(value), ZERO);
    const height = unit.outgoing.at(0).abs();
    return sum.add(entry(moves, moves.length - 1)).add(height.mul(slope).mul(reach).div(4n));
  }, ZERO);
  return off.mul(off).mul(rational(BigInt(inputs.length), 2n));
}

/** |Δw_j| for each input, and |Δa|. */
function differences(left: Unit, right: Unit): Rational[] {
  return [left.incoming.minus(right.incoming), left.outgoing.minus(right.outgoing)].flatMap((vector) =>
    vector.toRationals().map((value) => value.abs()),
  );
}

function gap(left: RationalVector, right: RationalVector): Rational {
  return largest(
    left
      .minus(right)
      .toRationals()
      .map((value) => value.abs()),
  );
}

function largest(values: readonly Rational[]): Rational {
  return values.reduce((most, value) => (value.compare(most) > 0 ? value : most), ZERO);
}

function lesser(left: Rational, right: Rational): Rational {
  return left.compare(right) < 0 ? left : right;
}
