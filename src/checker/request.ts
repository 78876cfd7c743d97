import { integer } from "./values.js";
import { type Expected, demand } from "./verdict.js";

/** All keys of the objects that a caller may give, in canonical order. */
export const KEYS = "biases denominator incoming inputs numerator outgoing targets weights".split(" ");

/**
 * Whether a value of the file equals the caller's, if the caller gives one. A value has one spelling, so both
 * are written and compared. The caller's keys may come in any order: they are written in canonical order.
 */
export function isGiven(value: unknown, request: unknown): boolean {
  return request === undefined || JSON.stringify(value) === JSON.stringify(request, KEYS);
}

/** Reads r and m from the body; the caller must give both, and the same. */
export function sizes({ r, m }: Record<string, unknown>, expected: Expected): [number, number] {
  const isAsked = r === expected.r && m === expected.m;
  demand(isAsked, "parameters", "body", "not the caller's r and m");
  return [integer(r, "body.r"), integer(m, "body.m")];
}

/** The parity, which the caller must give. */
export function demandParity({ parity }: Expected): "odd" | "even" {
  demand(parity === "odd" || parity === "even", "parameters", "expected", "the parity is not odd or even");
  return parity;
}
