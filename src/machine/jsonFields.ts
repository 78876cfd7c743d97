import { InputError } from "../exact/inputError.js";

/** The members of a value of JSON, not yet known. */
export type Fields = Readonly<Record<string, unknown>>;

/** Where a value stands, and how its file is repaired, for messages. */
export interface JsonPlace {
  readonly place: string;
  readonly repair: string;
}

/**
 * Reads a text of JSON whose value is an object.
 *
 * @throws InputError with the place if it is no JSON, or no object.
 */
export function jsonFields(text: string, at: JsonPlace): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InputError("is not JSON, or not whole", at.repair, at.place);
  }
  return fieldsOf(value, at);
}

/**
 * The members of an object.
 *
 * @throws InputError with the place if the value is none.
 */
export function fieldsOf(value: unknown, { place, repair }: JsonPlace): Fields {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
  throw new InputError("is not an object", repair, place);
}

/** Throws an InputError with the place and the problem where something doesn't hold. */
export function demanding({ place, repair }: JsonPlace): (holds: boolean, problem: string) => void {
  return (holds, problem) => {
    if (!holds) throw new InputError(problem, repair, place);
  };
}

/** Whether a value is one of 0, 1, 2, … that a double holds exactly. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
