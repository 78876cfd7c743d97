import { InputError } from "../../exact/inputError.js";
import { type Rational, parseRational } from "../../exact/numbers/rational.js";
import type { Parity } from "../../exact/parity.js";
import { type Mirroring, UNMIRRORED } from "../../combinatorics/mirroring.js";
import { mirroringOf } from "../../combinatorics/signed/parity.js";
import type { Chosen, Field } from "../data/drawnFigure.js";

/** The text that is chosen of a field. */
export function textOf(chosen: Chosen, name: string): string {
  const text = chosen[name];
  if (text === undefined) throw new InputError(`says nothing of ${name}`, "choose it");
  return text.trim();
}

/**
 * A whole number within bounds.
 *
 * @throws InputError if it is none, or beyond them.
 */
export function wholeNumber(chosen: Chosen, name: string, [least, most]: readonly [number, number]): number {
  const text = textOf(chosen, name);
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  throw new InputError(
    `${name} is ${JSON.stringify(text)}`,
    `choose a whole number from ${least} to ${most}`,
  );
}

/**
 * A rational within bounds.
 *
 * @throws InputError if it is none, or beyond them.
 */
export function rationalOf(chosen: Chosen, name: string, [least, most]: readonly [bigint, bigint]): Rational {
  const text = textOf(chosen, name);
  const value = text.length <= MOST_CHARACTERS ? parseRational(text) : undefined;
  if (value !== undefined && value.compare(least) >= 0 && value.compare(most) <= 0) return value;
  throw new InputError(`${name} is not from ${least} to ${most}`, 'choose a number such as "-1" or "3/4"');
}

const MOST_CHARACTERS = 40;

/** A field for the parity of the activation. */
export const PARITY: Field = {
  name: "parity",
  label: "activation",
  value: "neither",
  options: ["neither", "odd", "even"],
};

/** The parity of the activation that is chosen; undefined if its neurons can't be mirrored. */
export function parityOf(chosen: Chosen): Parity | undefined {
  const text = textOf(chosen, PARITY.name);
  if (text === "neither") return undefined;
  if (text === "odd" || text === "even") return text;
  throw new InputError(`an activation can't be ${text}`, "choose odd, even or neither");
}

/** How units may be mirrored at a parity. */
export const mirroringAt = (parity: Parity | undefined): Mirroring =>
  parity === undefined ? UNMIRRORED : mirroringOf(parity);

/** What a parity adds to a command. */
export const parityOption = (parity: Parity | undefined): string =>
  parity === undefined ? "" : ` --parity ${parity}`;

/** What a parity adds to a title. */
export const parityWords = (parity: Parity | undefined): string =>
  parity === undefined ? "" : `, σ ${parity}`;

/** What a parity adds to a description of ratios. */
export const parityNote = (parity: Parity | undefined): string =>
  parity === undefined ? "" : " Neurons may be mirrored, and both numbers count subspaces with their signs.";
