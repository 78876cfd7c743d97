import { fieldsOf, isBlock, isTuple } from "./blocks.js";
import type { Block, Value } from "./marshal.js";

/** Kernel terms by their tags, in the order of the type `kind_of_term` of Coq's `kernel/constr.ml`. */
export const TAG = {
  rel: 0,
  meta: 2,
  evar: 3,
  cast: 5,
  prod: 6,
  lambda: 7,
  letIn: 8,
  app: 9,
  case: 13,
  fix: 14,
  cofix: 15,
  proj: 16,
} as const;

/** Terms without parts: variables by name, sorts, and names of constants, types and constructors. */
export const LEAVES: readonly number[] = [1, 4, 10, 11, 12];

/** `Case (info, universes, parameters, return type, inversion, scrutinee, branches)`, since Coq 8.14. */
export const CASE_FIELDS = 7;

/** `Fix ((recursive arguments, which), (names, types, bodies))`, unlike any other data in compiled files. */
export function isFix({ tag, fields }: Block): boolean {
  if (tag !== TAG.fix || fields.length !== 1 || !isTuple(fields[0], 2)) return false;
  const [places, declarations] = fields[0].fields;
  return isTuple(places, 2) && isTuple(declarations, 3) && isBlock(places.fields[0]);
}

/** `CoFix (which, (names, types, bodies))`, with a number for `which`. */
export function isCofix({ tag, fields }: Block): boolean {
  if (tag !== TAG.cofix || fields.length !== 1 || !isTuple(fields[0], 2)) return false;
  const [which, declarations] = fields[0].fields;
  return typeof which === "number" && isTuple(declarations, 3);
}

/** The names that a recursive or corecursive term declares, with commas between those of a mutual one. */
export function declaredNames(block: Block): string {
  const declarations = fieldsOf(block.fields[0])[1];
  const names = fieldsOf(fieldsOf(declarations)[0]).map((binder) => {
    const [name] = fieldsOf(binder);
    const text = isBlock(name) ? name.fields[0] : undefined;
    return typeof text === "string" ? text : "_";
  });
  return names.join(", ");
}

/**
 * How many names a return type or a branch of a match binds, and the term under them. From Coq 8.19 on, a
 * return type holds more than the names and the term.
 *
 * @throws RangeError if it has neither form.
 */
export function underNames(value: Value | undefined): [names: number, term: Value | undefined] {
  const [first, second] = fieldsOf(value);
  if (isBlock(first) && first.fields.every(isBinder)) return [first.fields.length, second];
  const [names, term] = fieldsOf(first);
  if (!isBlock(names) || !names.fields.every(isBinder)) throw new RangeError("a branch without its names");
  return [names.fields.length, term];
}

/** A name, which may be missing, with its relevance. */
const isBinder = (value: Value): boolean =>
  isTuple(value, 2) &&
  (value.fields[0] === 0 || (isTuple(value.fields[0], 1) && typeof value.fields[0].fields[0] === "string"));
