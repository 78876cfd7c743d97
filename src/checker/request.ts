import { integer } from "./values.js";
import { type Expected, demand } from "./verdict.js";

/** All keys of the objects that a caller may give, in canonical order. */
const KEYS = ["biases", "denominator", "incoming", "inputs", "numerator", "outgoing", "targets", "weights"];

/**
 * Whether a value of the file is the caller's, if he gives one. As a value has one spelling, both are written and
 * compared: his with the keys of objects in canonical order, in whatever order he has them.
 */
export function isGiven(value: unknown, wanted: unknown): boolean {
  return wanted === undefined || JSON.stringify(value) === JSON.stringify(wanted, KEYS);
}

/** Reads r and m from the body; they must be the caller's, who has to give both. */
export function sizes({ r, m }: Record<string, unknown>, expected: Expected): [number, number] {
  const isAsked = r === expected.r && m === expected.m;
  demand(isAsked, "parameters", "body", "not the caller's r and m");
  return [integer(r, "body.r"), integer(m, "body.m")];
}
