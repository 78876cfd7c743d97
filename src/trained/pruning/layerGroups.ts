import { entry } from "../../exact/entry.js";
import type { Interval } from "../../exact/intervals/interval.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { ActivationSymmetry } from "../../network/activations/activationSymmetry.js";
import { type Sign, sizeOf } from "../groups/distances.js";
import { largestGap } from "../groups/largestGap.js";
import { type NearGroup, nearGroups } from "../groups/nearGroups.js";
import { nearestOthers } from "../groups/nearPairs.js";

/**
 * A group of a layer's neurons, or one alone.
 *
 * @example classify(from, { tolerance: rational(0n), symmetry: everyActivation })
 *   .layers[0]?.groups[1]?.members // [1]
 */
export interface UnitGroup extends NearGroup {
  /** For each member by what positive factor it is a multiple of the first; 1 unless scale doesn't matter. */
  readonly scales: readonly Rational[];
}

/** Neurons that are one up to signs and scales. */
export type PlacedUnits = Pick<UnitGroup, "members" | "signs" | "scales">;

/** What a layer's neurons are by their incoming weights. */
export interface LayerGroups {
  /** The neurons that are neither dead nor constant. */
  readonly groups: readonly UnitGroup[];
  /** Those that give 0 for all inputs of the box. */
  readonly dead: readonly number[];
  /** Those that see one side of the kink only, for all inputs of the box; they are in groups, too. */
  readonly linear: readonly number[];
  /** Those whose incoming weights are nearly 0, with the constants that take their place. */
  readonly constants: ReadonlyMap<number, Rational>;
  readonly tolerance: Rational;
  /** The distances of each to the nearest other, if the tolerance was found from them. */
  readonly nearest: readonly Rational[];
}

const ONE = rational(1n);

/** How neurons are grouped. */
export interface Grouping {
  /** "auto" for one in the largest gap of the distances. */
  readonly tolerance: Rational | "auto";
  readonly symmetry: ActivationSymmetry;
  readonly hasBias: boolean;
}

/**
 * The groups of a layer.
 *
 * @param rows the incoming weights of each neuron, with the bias, if there is one, as the last.
 * @param ranges what each neuron passes to the activation, for all inputs of a box, if there is one.
 */
export function layerGroups(
  rows: readonly RationalVector[],
  ranges: readonly Interval[] | undefined,
  grouping: Grouping,
): LayerGroups {
  const { symmetry } = grouping;
  const kinks = kinksOf(ranges, symmetry);
  const dead = new Set(kinks.dead);
  const alive = rows.map((_, unit) => unit).filter((unit) => !dead.has(unit));
  const known = grouping.tolerance === "auto" ? undefined : grouping.tolerance;
  // Where the tolerance is looked for, only a neuron whose weights are 0 counts as constant.
  const smallest = grouping.tolerance === "auto" ? rational(0n) : grouping.tolerance;
  const constants = constantsAmong(rows, alive, smallest, grouping);
  const units = alive.filter((unit) => !constants.has(unit));
  const points = units.map((unit) => pointOf(entry(rows, unit), symmetry));
  const isMirrored = symmetry.parity !== undefined;
  const others = known === undefined ? nearestOthers(points, isMirrored) : [];
  const nearest = others.map(({ distance }) => distance);
  const tolerance = known ?? largestGap(nearest, largest(points.map(sizeOf)));
  const groups = nearGroups(points, tolerance, isMirrored).map((group): UnitGroup => {
    const members = group.members.map((at) => entry(units, at));
    return { ...group, members, scales: scalesOf(members, rows, symmetry) };
  });
  return { groups, ...kinks, constants, tolerance, nearest };
}

/** The largest of sizes; 0 if there is none. */
export function largest(sizes: readonly Rational[]): Rational {
  return sizes.reduce((most, size) => (size.compare(most) > 0 ? size : most), rational(0n));
}

function kinksOf(
  ranges: readonly Interval[] | undefined,
  { isHomogeneous, name }: ActivationSymmetry,
): Pick<LayerGroups, "dead" | "linear"> {
  if (ranges === undefined || !isHomogeneous) return { dead: [], linear: [] };
  const those = (isMeant: (range: Interval) => boolean): number[] =>
    ranges.flatMap((range, unit) => (isMeant(range) ? [unit] : []));
  const dead = name === "relu" ? those(({ upper }) => upper <= 0n) : [];
  const linear = those(({ lower, upper }) => lower >= 0n || (name !== "relu" && upper <= 0n));
  return { dead, linear: linear.filter((unit) => !dead.includes(unit)) };
}

/**
 * The neurons whose incoming weights, the bias aside, are within the tolerance, if the constant that they
 * then compute is known and has a place: the next layer's bias, unless it is 0.
 */
function constantsAmong(
  rows: readonly RationalVector[],
  units: readonly number[],
  tolerance: Rational,
  { symmetry, hasBias }: Grouping,
): Map<number, Rational> {
  const constants = new Map<number, Rational>();
  for (const unit of units) {
    const row = entry(rows, unit);
    const varying = hasBias ? row.slice(0, -1) : row;
    if (sizeOf(varying).compare(tolerance) > 0) continue;
    const value = symmetry.rationalValue(hasBias ? row.at(row.dimension - 1) : rational(0n));
    if (value === undefined || (!hasBias && !value.equals(0n))) continue;
    constants.set(unit, value);
  }
  return constants;
}

/** What is compared: the row, or for a homogeneous activation its direction, with a largest entry of 1. */
function pointOf(row: RationalVector, { isHomogeneous }: ActivationSymmetry): RationalVector {
  if (!isHomogeneous) return row;
  const size = sizeOf(row);
  return size.equals(0n) ? row : RationalVector.of(row.numerators, size.n * (row.denominator / size.d));
}

function scalesOf(
  members: readonly number[],
  rows: readonly RationalVector[],
  { isHomogeneous }: ActivationSymmetry,
): Rational[] {
  if (!isHomogeneous) return members.map(() => ONE);
  const sizes = members.map((member) => sizeOf(entry(rows, member)));
  const first = entry(sizes, 0);
  return sizes.map((size) => (first.equals(0n) ? ONE : size.div(first)));
}

/** The sign of each member of a group, and its scale. */
export function placesIn({
  members,
  signs,
  scales,
}: PlacedUnits): { unit: number; sign: Sign; scale: Rational }[] {
  return members.map((unit, at) => ({ unit, sign: entry(signs, at), scale: entry(scales, at) }));
}
