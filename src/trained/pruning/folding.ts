import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { ActivationSymmetry } from "../../network/activations/activationSymmetry.js";
import { type MultiLayerNetwork, layerWidths } from "../../network/multiLayerNetwork.js";
import { type Functional, functional, less, valueAt } from "./functional.js";
import { type LayerGroups, type PlacedUnits, placesIn } from "./layerGroups.js";

const [ZERO, ONE] = [rational(0n), rational(1n)];

/**
 * What the next layer's rows are to a network whose groups are merged: the sum of the weights of each class,
 * and the bias with the constants that merging leaves. Each side of a group is a class of its own
 * if merging them would leave what has no place: a linear part, or a constant in a network without biases.
 */
export interface Folding {
  /** Of each group one class, or one for each side. Their places are disjoint. */
  readonly classes: readonly Functional[];
  /** For each class the number of its group. */
  readonly groupOf: readonly number[];
  /**
   * The bias with its constants, or what must be 0 if constants have no place; undefined if neither is
   * needed.
   */
  readonly rest: Functional | undefined;
  /** Whether `rest` must be 0. */
  readonly isBalance: boolean;
}

/** The folding by a network's inputs, which are what they are. */
export function plainFolding(network: MultiLayerNetwork): Folding {
  const [inputs] = layerWidths(network);
  const places = Array.from({ length: inputs }, (_, place) => place);
  return {
    classes: places.map((place) => functional([place], [ONE])),
    groupOf: places,
    rest: network.biases === undefined ? undefined : functional([inputs], [ONE]),
    isBalance: false,
  };
}

/** What a folding depends on beside the groups. */
export interface FoldingPlace {
  /** Of the layer; the bias follows. */
  readonly width: number;
  readonly symmetry: ActivationSymmetry;
  readonly hasBias: boolean;
  /** The mirrored neurons whose constants cancel, in a network without biases, if there are such. */
  readonly balanced: readonly number[] | undefined;
}

/** The groups of a layer, and its constant neurons. */
export interface FoldedGroups extends Pick<LayerGroups, "constants"> {
  readonly groups: readonly PlacedUnits[];
}

/** The folding by a layer's groups. */
export function foldingOf(
  { groups, constants }: FoldedGroups,
  { width, symmetry, hasBias, balanced }: FoldingPlace,
): Folding {
  const { parity, slope, constant } = symmetry;
  const leavesNothing = slope.equals(0n) && (constant.equals(0n) || hasBias || balanced !== undefined);
  const parts = groups.flatMap((group, number) => {
    const places = placesIn(group);
    const sides = leavesNothing
      ? [places]
      : ([1, -1] as const).map((side) => places.filter(({ sign }) => sign === side));
    return sides.flatMap((side) => (side.length === 0 ? [] : [{ side, number }]));
  });
  const classes = parts.map(({ side }) =>
    functional(
      side.map(({ unit }) => unit),
      side.map(({ sign, scale }) => (parity === "odd" && sign === -1 ? scale.neg() : scale)),
    ),
  );
  const groupOf = parts.map(({ number }) => number);
  if (balanced !== undefined) {
    const ones = balanced.map(() => ONE);
    return { classes, groupOf, rest: functional(balanced, ones), isBalance: true };
  }
  if (!hasBias) return { classes, groupOf, rest: undefined, isBalance: false };
  const mirrored = constant.equals(0n) ? [] : groups.flatMap(mirroredIn);
  const twice = constant.mul(2n);
  const rest = functional(
    [...mirrored, ...constants.keys(), width],
    [...mirrored.map(() => twice), ...constants.values(), ONE],
  );
  return { classes, groupOf, rest, isBalance: false };
}

/** The members of a group that are mirrored against the first. */
function mirroredIn(group: PlacedUnits): number[] {
  return placesIn(group).flatMap(({ unit, sign }) => (sign === -1 ? [unit] : []));
}

/** The rows of the next layer, folded, each with its bias if there is one. */
export function folded(
  { classes, rest, isBalance }: Folding,
  rows: readonly RationalVector[],
): readonly RationalVector[] {
  const parts = rest === undefined || isBalance ? classes : [...classes, rest];
  const isPlain = parts.every(({ places, coefficients }, at) => {
    return places.length === 1 && places[0] === at && entry(coefficients, 0).equals(1n);
  });
  if (isPlain && rows.every(({ dimension }) => dimension === parts.length)) return rows;
  return rows.map((row) => RationalVector.fromRationals(parts.map((one) => valueAt(one, row))));
}

/** Orthogonal functionals that determine a folded row: the classes, and what the rest is beyond them. */
export interface Coordinates {
  readonly functionals: readonly Functional[];
  /** The rest is the last functional plus these multiples of the classes. */
  readonly multiples: readonly Rational[];
}

export function coordinatesOf({ classes, rest }: Folding): Coordinates {
  if (rest === undefined) return { functionals: classes, multiples: [] };
  const coefficients = new Map(rest.places.map((place, at) => [place, entry(rest.coefficients, at)]));
  const multiples = classes.map(({ places, coefficients: own, square }) =>
    places
      .reduce((sum, place, at) => {
        const other = coefficients.get(place);
        return other === undefined ? sum : sum.add(other.mul(entry(own, at)));
      }, ZERO)
      .div(square),
  );
  return { functionals: [...classes, less(rest, classes, multiples)], multiples };
}
