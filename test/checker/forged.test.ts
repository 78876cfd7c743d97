import { describe, expect, it } from "vitest";
import { checkCertificate } from "../../src/checker/check.js";
import type { Expected } from "../../src/checker/verdict.js";
import { accepted } from "./acceptedFiles.js";
import { read } from "./corpusCallers.js";
import { type Json, reseal, seal } from "./seal.js";
import { FORGED_FILES } from "./smallFiles.js";
import { slowCheck } from "./slowCheck.js";

/** What the program throws by mistake, which comes out as a size with the error's name, or an index that no rule has looked at. */
const STRAY = /Error|an index outside a list/;

const isList = (value: Json): value is Json[] => Array.isArray(value);

/** What is put in place of a value: shorter, longer and empty lists; numbers and texts beyond what a list or a rule has. */
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

/** What a caller would ask who wants just what the forged file says. */
function askedBy(body: Json, { claim, refuted, from, matrix, r }: Expected): Expected {
  const members = typeof body === "object" && body !== null && !isList(body) ? body : {};
  const points = isList(members.points ?? null) ? (members.points as Json[]) : [];
  const asked = {
    claim,
    ...(refuted === true ? { refuted } : {}),
    ...(from === undefined ? {} : { from: points[0] ?? null, to: points.at(-1) ?? null }),
    ...(matrix === undefined ? {} : { matrix: members.matrix ?? null }),
    ...(r === undefined || members.r === undefined ? {} : { r: members.r, m: members.m }),
  };
  return asked as Expected;
}

describe("a forged certificate", () => {
  it.each(FORGED_FILES)("made from %s is refused by a rule, or is as good", async (name) => {
    const file = JSON.parse(read(`accept/${name}`)) as Record<string, Json>;
    const bodies = forged(file.body ?? null);
    const rules = new Map<string, number>();
    for (const body of bodies) {
      const text = reseal({ ...file, body });
      const asked = askedBy(body, accepted[name] ?? { claim: "" });
      const verdict = await checkCertificate(text, asked);
      if (verdict.accepted) expect([body, slowCheck(text, asked)]).toEqual([body, true]);
      else expect([body, verdict.reason]).not.toEqual([body, expect.stringMatching(STRAY)]);
      const rule = verdict.accepted ? "accepted" : verdict.rule;
      rules.set(rule, (rules.get(rule) ?? 0) + 1);
    }
    expect([...rules.values()].reduce((sum, count) => sum + count, 0)).toBe(bodies.length);
    expect(rules.size).toBeGreaterThan(1);
  });
});

describe("weights without entries", () => {
  it("are no weights, though 0^0 = 1 makes a regular matrix of them", async () => {
    const body = { direction: [], exponents: [0], inverse: [[1]], modulus: 7, weights: [[]] };
    const verdict = await checkCertificate(seal("independence", "thm-4.2", body), { claim: "thm-4.2" });
    expect(verdict).toMatchObject({ accepted: false, rule: "shape" });
  });
});
