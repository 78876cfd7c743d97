import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type Coordinates, type Folding, coordinatesOf } from "./folding.js";
import { valueAt } from "./functional.js";
import { type LayerGroups, type PlacedUnits, type UnitGroup, placesIn } from "./layerGroups.js";

/** What the rows of a layer are projected by. */
export interface RowConditions {
  /** By the groups of the layer before. */
  readonly folding: Folding;
  /** The numbers of its classes whose weights must sum to 0. */
  readonly zeroClasses: ReadonlySet<number>;
  /**
   * The groups of this layer, whose folded rows must be multiples of one, and what must become constant.
   * Undefined for the outputs, each of which stands alone.
   */
  readonly layer: Pick<LayerGroups, "groups" | "constants"> | undefined;
  /** The neurons of this layer that nothing reads: what they sum is free. Undefined if there is none. */
  readonly silent: ReadonlySet<number> | undefined;
}

/** Rows after their projection, and how far they moved. */
export interface ProjectedRows {
  readonly rows: readonly RationalVector[];
  readonly distanceSquared: Rational;
}

const ZERO = rational(0n);

/**
 * The nearest rows that meet the conditions. Orthogonal functionals φ_k determine a folded row, and each
 * condition is on one of them: that the φ_k(x_i) of a group are equal up to sign and scale, or 0. So means
 * give the orthogonal projection, in which x_i moves by Σ_k Δ_k·φ_k/|φ_k|².
 */
export function projectedRows(rows: readonly RationalVector[], conditions: RowConditions): ProjectedRows {
  const { folding, layer } = conditions;
  const coordinates = coordinatesOf(folding);
  const moved = [...rows];
  let distanceSquared = ZERO;
  const move = (unit: number, targets: Targets): void => {
    const change = changeTowards(targets, entry(rows, unit), coordinates);
    if (change === undefined) return;
    moved[unit] = entry(rows, unit).plus(change);
    distanceSquared = distanceSquared.add(change.dot(change));
  };
  const { groups, constants } = layer ?? outputsOf(rows);
  for (const unit of constants.keys()) {
    move(unit, new Map(folding.classes.map((_, at) => [at, ZERO])));
  }
  const isPlain = arePlain(coordinates, rows);
  for (const group of groups) {
    if (isPlain && group.members.length > 1) {
      for (const [unit, row] of movedTogether(group, rows, conditions)) {
        const change = row.minus(entry(rows, unit));
        distanceSquared = distanceSquared.add(change.dot(change));
        moved[unit] = row;
      }
      continue;
    }
    const means = group.members.length === 1 ? undefined : meansOf(group, rows, coordinates);
    for (const { unit, sign, scale } of placesIn(group)) {
      const factor = sign === 1 ? scale : scale.neg();
      const targets = new Map(means?.map((mean, at) => [at, mean.mul(factor)]));
      if (conditions.silent?.has(unit) !== true) {
        for (const at of conditions.zeroClasses) targets.set(at, ZERO);
        balance(targets, conditions, entry(rows, unit), coordinates);
      }
      move(unit, targets);
    }
  }
  return { rows: moved, distanceSquared };
}

/** Whether the functionals are the weights themselves, in order. */
function arePlain({ functionals }: Coordinates, rows: readonly RationalVector[]): boolean {
  return (
    rows.every(({ dimension }) => dimension === functionals.length) &&
    functionals.every(
      ({ places, coefficients }, at) =>
        places.length === 1 && places[0] === at && entry(coefficients, 0).equals(1n),
    )
  );
}

/** The rows of a group after they moved, if the functionals are the weights: a mean of vectors. */
function movedTogether(
  group: UnitGroup,
  rows: readonly RationalVector[],
  { zeroClasses, silent }: RowConditions,
): [unit: number, row: RationalVector][] {
  const places = placesIn(group);
  const factors = places.map(({ sign, scale }) => (sign === 1 ? scale : scale.neg()));
  const squares = factors.reduce((sum, factor) => sum.add(factor.mul(factor)), ZERO);
  const own = places.map(({ unit }, at) => entry(rows, unit).times(entry(factors, at)));
  const mean = RationalVector.sum(entry(own, 0).dimension, own).times(squares.inverse());
  return places.map(({ unit }, at) => {
    const row = mean.times(entry(factors, at));
    return [unit, zeroClasses.size === 0 || silent?.has(unit) === true ? row : zeroAt(row, zeroClasses)];
  });
}

function zeroAt({ numerators, denominator }: RationalVector, places: ReadonlySet<number>): RationalVector {
  return RationalVector.of(
    numerators.map((numerator, place) => (places.has(place) ? 0n : numerator)),
    denominator,
  );
}

/** The outputs as groups of one. */
function outputsOf(rows: readonly RationalVector[]): Pick<LayerGroups, "groups" | "constants"> {
  const groups = rows.map((_, unit): UnitGroup => ({
    members: [unit],
    signs: [1],
    scales: [rational(1n)],
    spread: ZERO,
  }));
  return { groups, constants: new Map() };
}

/** The value that each functional is to have, by its number; the others keep theirs. */
export type Targets = Map<number, Rational>;

/** For each functional the ū for which Σ_i (φ(x_i) − factor_i·ū)² is least. */
export function meansOf(
  group: PlacedUnits,
  rows: readonly RationalVector[],
  { functionals }: Coordinates,
): Rational[] {
  const places = placesIn(group);
  const squares = places.reduce((sum, { scale }) => sum.add(scale.mul(scale)), ZERO);
  return functionals.map((one) => {
    const sum = places.reduce((total, { unit, sign, scale }) => {
      const value = valueAt(one, entry(rows, unit)).mul(scale);
      return sign === 1 ? total.add(value) : total.sub(value);
    }, ZERO);
    return sum.div(squares);
  });
}

/** What makes the constants of mirrored neurons cancel: then the last functional isn't free. */
function balance(
  targets: Targets,
  { folding: { isBalance } }: RowConditions,
  row: RationalVector,
  { functionals, multiples }: Coordinates,
): void {
  if (!isBalance) return;
  const others = multiples.reduce((sum, multiple, at) => {
    if (multiple.equals(0n)) return sum;
    const target = targets.get(at);
    return sum.add(multiple.mul(target ?? valueAt(entry(functionals, at), row)));
  }, ZERO);
  targets.set(functionals.length - 1, others.neg());
}

/** By what a row moves; undefined if it stays. */
export function changeTowards(
  targets: Targets,
  row: RationalVector,
  { functionals }: Coordinates,
): RationalVector | undefined {
  const changes = new Map<number, Rational>();
  for (const [at, target] of targets) {
    const { places, coefficients, square } = entry(functionals, at);
    if (square.equals(0n)) continue;
    const share = target.sub(valueAt(entry(functionals, at), row)).div(square);
    if (share.equals(0n)) continue;
    // The functionals share no place but with the last one.
    places.forEach((place, index) => {
      const change = share.mul(entry(coefficients, index));
      const before = changes.get(place);
      changes.set(place, before === undefined ? change : before.add(change));
    });
  }
  if (changes.size === 0) return undefined;
  const whole = new Array<Rational>(row.dimension).fill(ZERO);
  for (const [place, change] of changes) whole[place] = change;
  return RationalVector.fromRationals(whole);
}
