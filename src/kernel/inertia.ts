import { entry, fields, rows } from "../checker/values.js";
import { type Expected, demand } from "../checker/verdict.js";
import type { Call } from "./calls.js";
import type { Matrix } from "./layers.js";
import { demandBrief, lengthOf } from "./limits.js";
import { places } from "./lists.js";

/**
 * What a certificate has of an inertia: vectors that the matrix sends to 0, the places at which they are the
 * identity, further vectors, and the numbers of positive, negative and zero eigenvalues.
 */
export type Block = readonly [
  kernel: Matrix,
  places: readonly number[],
  congruence: Matrix,
  inertia: Inertia,
];

export type Inertia = readonly [positive: number, negative: number, zero: number];

/** Kind `inertia`: the theorem is `SoundInertia`. */
export function inertia(body: unknown, expected: Expected): Call {
  const keys = ["congruence", "identityRows", "inertia", "kernel", "matrix"];
  const { matrix, ...rest } = fields(body, keys, "body");
  demand(expected.matrix !== undefined, "parameters", "expected", "no matrix");
  const form = rows(matrix, "body.matrix");
  const stated = block(rest, "body");
  demandBrief(form.length ** 3, lengthOf([form, ...evidenceIn(stated)]));
  return { name: "check_inertia", arguments: [form, stated] };
}

export function block(value: unknown, at: string): Block {
  const members = fields(value, ["congruence", "identityRows", "inertia", "kernel"], at);
  const kernel = rows(members.kernel, `${at}.kernel`);
  const congruence = rows(members.congruence, `${at}.congruence`);
  const identityRows = places(members.identityRows, `${at}.identityRows`);
  return [kernel, identityRows, congruence, numbersOf(members.inertia, `${at}.inertia`)];
}

/** Reads the numbers of positive, negative and zero eigenvalues. */
export function numbersOf(value: unknown, at: string): Inertia {
  const stated = places(value, at);
  demand(stated.length === 3, "shape", at, "not three numbers");
  return [entry(stated, 0), entry(stated, 1), entry(stated, 2)];
}

/** The vectors of a block, which are multiplied with the matrix. */
export const evidenceIn = ([kernel, , congruence]: Block): readonly Matrix[] => [kernel, congruence];
