import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import { largestGap } from "../groups/largestGap.js";
import type { Folding } from "./folding.js";
import { valueAt } from "./functional.js";
import { type LayerGroups, largest } from "./layerGroups.js";

/** What a layer's neurons are by their outgoing weights. */
export interface OutgoingGroups {
  /** The groups whose outgoing weights nearly cancel, and single neurons without output, by number. */
  readonly zeroGroups: ReadonlySet<number>;
  /** The outgoing weights of each group, summed with the members' signs and scales. */
  readonly outgoingSums: readonly RationalVector[];
  /** How large sums may be to count as 0. */
  readonly outgoingTolerance: Rational;
  /** The classes of the layer's folding that sum to 0 nearly, by number. */
  readonly zeroClasses: ReadonlySet<number>;
  /** Neurons whose values nothing reads. */
  readonly silent: ReadonlySet<number>;
}

/** The next layer. */
interface Readers {
  readonly rows: readonly RationalVector[];
  /** Its neurons that nothing reads. */
  readonly silent: ReadonlySet<number>;
}

/** The groups of a layer by what the next layer reads of them. */
export function outgoingGroups(
  { groups, dead, constants }: LayerGroups,
  { classes, groupOf }: Folding,
  readers: Readers,
  tolerance: Rational | "auto",
): OutgoingGroups {
  const sums = classes.map((one) => readers.rows.map((row) => valueAt(one, row)));
  const sizes = sums.map((own) =>
    largest(own.flatMap((value, reader) => (readers.silent.has(reader) ? [] : [value.abs()]))),
  );
  const outgoingTolerance = tolerance === "auto" ? largestGap(sizes, largest(sizes)) : tolerance;
  const numbers = [...classes.keys()];
  const isZero = (number: number): boolean => entry(sizes, number).compare(outgoingTolerance) <= 0;
  const zeroClasses = new Set(numbers.filter(isZero));
  const heard = new Set(numbers.filter((number) => !isZero(number)).map((number) => entry(groupOf, number)));
  const still = [...constants].flatMap(([unit, value]) => (value.equals(0n) ? [unit] : []));
  const zeroUnits = [...zeroClasses].flatMap((number) => entry(classes, number).places);
  return {
    zeroGroups: new Set([...groups.keys()].filter((group) => !heard.has(group))),
    outgoingSums: sumsByGroup(sums, groupOf, groups.length, readers.rows.length),
    outgoingTolerance,
    zeroClasses,
    silent: new Set([...zeroUnits, ...dead, ...still]),
  };
}

function sumsByGroup(
  sums: readonly (readonly Rational[])[],
  groupOf: readonly number[],
  groups: number,
  outputs: number,
): RationalVector[] {
  const totals: Rational[][] = Array.from({ length: groups }, () => []);
  sums.forEach((own, number) => {
    const group = entry(groupOf, number);
    const before = entry(totals, group);
    totals[group] = before.length === 0 ? [...own] : own.map((value, at) => value.add(entry(before, at)));
  });
  return totals.map((own) =>
    RationalVector.fromRationals(own.length === 0 ? new Array<Rational>(outputs).fill(rational(0n)) : own),
  );
}
