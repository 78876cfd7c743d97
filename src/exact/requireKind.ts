import { InputError } from "./inputError.js";

/** How many characters of a value a message shows. */
const LONGEST = 40;

/**
 * Requires a value to have the type that is declared, since plain JavaScript can pass anything. The functions
 * that make public values call this, so that the others can rely on them.
 *
 * @param name the caller's name for the value, such as "the denominator".
 * @param expected what it has to be, such as "a bigint, as in 3n".
 * @throws InputError that names both, unless `holds`.
 * @example requireKind(typeof 3 === "bigint", 3, "the numerator", "a bigint")
 *   // throws: the numerator is 3, a number; give a bigint
 */
export function requireKind(holds: boolean, value: unknown, name: string, expected: string): asserts holds {
  if (!holds) throw new InputError(`${name} is ${shown(value)}`, `give ${expected}`);
}

/** Requires a list of values of one kind. @throws InputError naming the first that isn't, counted from 1. */
export function requireListOf(
  list: unknown,
  name: string,
  expected: string,
  isOfKind: (entry: unknown) => boolean,
): void {
  if (!Array.isArray(list)) throw new InputError(`${name} are ${shown(list)}`, `give a list of ${expected}s`);
  const entries: readonly unknown[] = list;
  const at = entries.findIndex((entry) => !isOfKind(entry));
  if (at >= 0) requireKind(false, entries[at], `entry ${at + 1} of ${name}`, `a ${expected}`);
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return `${JSON.stringify(value.slice(0, LONGEST))}, a string`;
  if (typeof value !== "number" && typeof value !== "bigint") return `a ${typeof value}`;
  return `${String(value).slice(0, LONGEST)}, a ${typeof value}`;
}
