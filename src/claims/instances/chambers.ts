import { compositions } from "../../combinatorics/compositions.js";
import type { UnitForms } from "../../combinatorics/counts/semidefiniteChambers.js";
import { surjectionsOf } from "../../combinatorics/partitions/enumeration.js";
import { tuples } from "../../combinatorics/tuples.js";
import { entry } from "../../exact/entry.js";
import type { Inertia } from "../../exact/inertia/inertia.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { type ShareSigns, shareSigns } from "../../landscape/criticalPoints/inertiaAbove.js";
import type { Copies } from "./pointsAbove.js";

/** The signs of a form on R² for each kind of unit that {@link UnitForms} counts. */
export const FORMS: Readonly<Record<keyof UnitForms, Inertia>> = {
  positive: { positive: 1, negative: 0, zero: 1 },
  negative: { positive: 0, negative: 1, zero: 1 },
  indefinite: { positive: 1, negative: 1, zero: 0 },
  zero: { positive: 0, negative: 0, zero: 2 },
};

/** All shares ±1, …, with sum 1, of one block in its chambers: a subset of k units, not all, is negative. */
function* blockChambers(k: number): Generator<Rational[]> {
  for (const isNegative of tuples(Array.from({ length: k }, () => [false, true]))) {
    const positive = isNegative.filter((negative) => !negative).length;
    if (positive === 0) continue;
    const share = rational(BigInt(k - positive + 1), BigInt(positive));
    yield isNegative.map((negative) => (negative ? rational(-1n) : share));
  }
}

/** A point in every chamber of every subspace Γ̄ of width m: surjections of [m] onto [r], and shares. */
export function* chambers(r: number, m: number): Generator<Copies> {
  for (const surjection of surjectionsOf(r, m)) {
    const blocks = surjection.labelledBlocks;
    for (const lists of tuples(blocks.map(({ length }) => [...blockChambers(length)]))) {
      const beta = new Array<Rational>(m).fill(rational(0n));
      blocks.forEach((members, unit) => {
        members.forEach((member, place) => (beta[member] = entry(entry(lists, unit), place)));
      });
      yield { surjection, beta };
    }
  }
}

/** The signs of the shares of each unit. */
export function signsOf({ surjection, beta }: Copies): ShareSigns[] {
  return surjection.labelledBlocks.map((members) => shareSigns(members.map((member) => entry(beta, member))));
}

/** For each unit the kind of its form: for 2 units of 4 kinds 10 lists, C(r + 3, 3) for r. */
export function* formLists(r: number): Generator<(keyof UnitForms)[]> {
  for (const parts of compositions(r + KINDS.length, KINDS.length))
    yield KINDS.flatMap((kind, place) => new Array<keyof UnitForms>(entry(parts, place) - 1).fill(kind));
}

const KINDS = ["positive", "negative", "indefinite", "zero"] as const;

/** How many forms there are of each kind. */
export function countForms(forms: readonly (keyof UnitForms)[]): UnitForms {
  const count = (kind: keyof UnitForms): number => forms.filter((form) => form === kind).length;
  return {
    positive: count("positive"),
    negative: count("negative"),
    indefinite: count("indefinite"),
    zero: count("zero"),
  };
}
