/** How many characters of a value a message shows. */
const LONGEST = 40;

/**
 * Requires arguments to be what the function declares, since plain JavaScript can pass anything. Public functions
 * call this once, before they begin.
 */
export interface Requirement {
  /** @throws TypeError naming the first argument that is something else, and what to give instead. */
  (values: Readonly<Record<string, unknown>>): void;
  /** The same for lists of such values. @throws TypeError naming the entry too, counted from 1. */
  readonly lists: (values: Readonly<Record<string, unknown>>) => void;
}

/**
 * The requirement that values be of one kind.
 *
 * @param expected what to give, such as "a bigint, as in 3n".
 * @param holds whether a value is of the kind.
 * @example requireIntegers({ numerator: 3 })
 *   // throws: numerator is 3, a number; give a bigint, as in 3n
 */
export function requirement(expected: string, holds: (value: unknown) => boolean): Requirement {
  const requireEach = (values: Readonly<Record<string, unknown>>): void => {
    for (const name in values) {
      if (!holds(values[name])) throw new TypeError(`${name} is ${shown(values[name])}; give ${expected}`);
    }
  };
  const lists = (values: Readonly<Record<string, unknown>>): void => {
    for (const [name, list] of Object.entries(values)) {
      if (!Array.isArray(list)) {
        throw new TypeError(`${name} is ${shown(list)}; give a list, each entry ${expected}`);
      }
      const entries: readonly unknown[] = list;
      const at = entries.findIndex((entry) => !holds(entry));
      if (at >= 0) requireEach({ [`entry ${at + 1} of ${name}`]: entries[at] });
    }
  };
  return Object.assign(requireEach, { lists });
}

/** Whether a value has all these fields, as an object of the kind that is asked for has. */
export function having(...fields: readonly string[]): (value: unknown) => boolean {
  return (value) =>
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    fields.every((field) => (value as Readonly<Record<string, unknown>>)[field] !== undefined);
}

/** Requires objects that a caller can write down, by their fields. @throws TypeError as a {@link Requirement}. */
export function requireFields(values: Readonly<Record<string, unknown>>, ...fields: readonly string[]): void {
  requirement(`an object with ${fields.join(", ") || "options"}`, having(...fields))(values);
}

export const requireIntegers = requirement("a bigint, as in 3n", (value) => typeof value === "bigint");

export const requireTexts = requirement("a string", (value) => typeof value === "string");

export const requireFlags = requirement("true or false", (value) => typeof value === "boolean");

export const requireNumbers = requirement("a number", (value) => typeof value === "number");

export const requireFunctions = requirement("a function", (value) => typeof value === "function");

export const requireSizes = requirement(
  "an integer from 0 on",
  (value) => Number.isSafeInteger(value) && Number(value) >= 0,
);

function shown(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  if (typeof value === "string") return `${JSON.stringify(value.slice(0, LONGEST))}, a string`;
  if (typeof value !== "number" && typeof value !== "bigint") return `a ${typeof value}`;
  return `${String(value).slice(0, LONGEST)}, a ${typeof value}`;
}
