import { demand } from "./verdict.js";

/** The members of an object that has exactly the given keys, which are listed in canonical order. */
export function fields(value: unknown, keys: string, at: string): Record<string, unknown> {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  demand(isObject, "shape", at, "not an object");
  const [given, wanted] = [Object.keys(value), keys.split(" ")];
  const complete = given.length === wanted.length && wanted.every((key) => given.includes(key));
  demand(complete, "shape", at, `its keys must be ${keys}`);
  const ordered = given.every((key, index) => key === wanted[index]);
  demand(ordered, "canonical", at, `its keys must be in order: ${keys}`);
  return value as Record<string, unknown>;
}

/** Reads a list, entry by entry. */
export function list<T>(value: unknown, at: string, read: (entry: unknown, at: string) => T): T[] {
  demand(Array.isArray(value), "shape", at, "not a list");
  return value.map((entry, index) => read(entry, `${at}[${index}]`));
}

export function integer(value: unknown, at: string): number {
  demand(typeof value === "number" && Number.isSafeInteger(value), "shape", at, "not a safe integer");
  return value;
}
