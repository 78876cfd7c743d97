import { expect } from "vitest";
import { checkCertificate } from "../../src/checker/check.js";
import { requestOf } from "./corpus.js";
import { type Json, reseal } from "./seal.js";
import { secondCheck } from "./second/secondCheck.js";

/** Reasons that only a mistake of the checker gives: an error's name, or an index that no rule checked. */
const STRAY = /Error|an index outside a list/;

const isList = (value: Json): value is Json[] => Array.isArray(value);

/** What replaces a value: shorter, longer and empty lists; numbers and texts out of range. */
function forgeriesOf(value: Json): Json[] {
  if (typeof value === "number") return [-1, 0, value + 1, -value, 1000, Number.MAX_SAFE_INTEGER];
  if (typeof value === "string") return ["", "0", "-1", "1/2", "9".repeat(4096), `${value}0`];
  if (isList(value)) {
    const [first = null] = value;
    return [
      [],
      [[]],
      [[[]]],
      value.slice(1),
      value.slice(0, -1),
      [...value, first],
      [first],
      [[first]],
      [value],
    ];
  }
  return [{}, [], [value]];
}

/** All trees that differ from a tree in one place. */
function forged(tree: Json): Json[] {
  const here = forgeriesOf(tree);
  if (isList(tree)) {
    return [...here, ...tree.flatMap((one, at) => forged(one).map((other) => tree.with(at, other)))];
  }
  if (typeof tree !== "object" || tree === null) return here;
  const members = Object.entries(tree);
  return [
    ...here,
    ...members.flatMap(([key, one]) => forged(one).map((other) => ({ ...tree, [key]: other }))),
  ];
}

/** Expects that every forgery of a certificate is refused by a rule, or accepted by both checkers. */
export async function expectJudged(text: string): Promise<void> {
  const file = JSON.parse(text) as Record<string, Json>;
  const bodies = forged(file.body ?? null);
  const rules = new Set<string>();
  let visited = 0;
  for (const body of bodies) {
    const sealed = reseal({ ...file, body });
    const expected = requestOf({ ...file, body });
    const verdict = await checkCertificate(sealed, expected);
    if (verdict.accepted) expect([body, secondCheck(sealed, expected)]).toEqual([body, true]);
    else expect([body, verdict.reason]).not.toEqual([body, expect.stringMatching(STRAY)]);
    rules.add(verdict.accepted ? "accepted" : verdict.rule);
    visited += 1;
  }
  expect(visited).toBe(bodies.length);
  expect(rules.size).toBeGreaterThan(1);
}
