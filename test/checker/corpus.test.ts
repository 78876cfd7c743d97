import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkCertificate } from "../../src/checker/check.js";
import { KINDS } from "../../src/checker/kinds.js";
import type { Expected } from "../../src/checker/verdict.js";
import { ACCEPTED, REJECTED, RULES, acceptedFile, ruleOf } from "./corpus.js";
import { TESTED_KINDS } from "./kinds/list.js";
import { secondCheck } from "./second/secondCheck.js";

/** The pairs of a kind and a claim, in order. */
function pairsOf(kinds: readonly { readonly kind: string; readonly claims: readonly string[] }[]): string[] {
  return kinds.flatMap(({ kind, claims }) => claims.map((claim) => `${kind} ${claim}`)).sort();
}

describe("the corpus", () => {
  it("has a file for every rule of SPEC.md, which are the rules of the checker", () => {
    const source = readFileSync(new URL("../../src/checker/verdict.ts", import.meta.url), "utf8");
    const [, types = ""] = /type RuleName =([^]*?)\n\n/.exec(source) ?? [];
    const names = [...types.matchAll(/"([a-z-]+)"/g)].map(([, name]) => name);
    expect([...RULES].sort()).toEqual(names.sort());
    expect([...new Set(REJECTED.map(({ rule }) => rule))].sort()).toEqual(names);
  });

  it("has rejected files named by their rules", () => {
    expect(ruleOf("bound")).toBe("bound");
    expect(ruleOf("bound-distinct-equal-ends")).toBe("bound-distinct");
    expect(() => ruleOf("boundless")).toThrow("boundless is not the name of a rule");
  });

  it("has accepted files of every kind that the checker knows, for each of its claims", () => {
    const pairs = ACCEPTED.map(({ kind, expected }) => `${kind} ${expected.claim}`);
    const planted = { kind: "morse", claims: ["thm-4.2"] };
    const missing = pairsOf([...KINDS, planted]).filter((pair) => !pairs.includes(pair));
    expect(missing).toEqual(["morse thm-4.2"]);
    expect(pairsOf(TESTED_KINDS)).toEqual(pairsOf(KINDS));
    for (const { kind, accepted } of TESTED_KINDS)
      expect([kind, ACCEPTED.filter((file) => file.kind === kind).length]).toEqual([kind, accepted]);
  });

  it.each(TESTED_KINDS)("has every file that kinds/ names for $kind", ({ kind, otherwise, says }) => {
    const files = [...ACCEPTED, ...REJECTED].filter((file) => file.kind === kind).map(({ name }) => name);
    const names = [...Object.keys(otherwise), ...Object.keys(says)];
    expect(names.filter((name) => !files.includes(name))).toEqual([]);
  });

  it.each(ACCEPTED)("accepts $name", async ({ text, expected }) => {
    expect(await checkCertificate(text, expected)).toMatchObject({ accepted: true });
    expect(secondCheck(text, expected)).toBe(true);
  });

  it.each(REJECTED)("rejects $name by rule $rule", async ({ text, expected, rule }) => {
    const verdict = await checkCertificate(text, expected);
    expect(verdict).toMatchObject({ accepted: false, rule });
    if (!verdict.accepted) expect([verdict.where, verdict.reason]).not.toContain("");
  });

  it.each(TESTED_KINDS)(
    "says of kind $kind what an acceptance shows, and where what is wrong",
    async ({ says }) => {
      for (const [file, sentence] of Object.entries(says)) {
        const { text, expected } =
          [...ACCEPTED, ...REJECTED].find(({ name }) => name === file) ?? acceptedFile(file);
        const verdict = await checkCertificate(text, expected);
        const answer = verdict.accepted ? verdict.shows : `${verdict.where}: ${verdict.reason}`;
        expect([file, answer]).toEqual([file, sentence]);
      }
      expect(Object.keys(says)).not.toEqual([]);
    },
  );
});

describe("a caller", () => {
  const path = acceptedFile("path");

  it("who gives undefined asks nothing", async () => {
    const open = { ...path.expected, theta: undefined, r: undefined } as unknown as Expected;
    expect(await checkCertificate(path.text, open)).toMatchObject({ accepted: true });
  });

  it.each([0, "", NaN, 1, "true"])(
    "whose refuted is neither true nor false, but %j, is refused",
    async (refuted) => {
      for (const { text, expected } of [acceptedFile("enumeration-1-2"), acceptedFile("curves")]) {
        const request = { ...expected, refuted } as unknown as Expected;
        expect(await checkCertificate(text, request)).toMatchObject({ accepted: false, rule: "claim" });
      }
    },
  );

  it("who gives what JSON cannot hold is refused by rule size", async () => {
    const request = {
      ...path.expected,
      from: { incoming: [[1n]], outgoing: [["1"]] },
    } as unknown as Expected;
    expect(await checkCertificate(path.text, request)).toMatchObject({ accepted: false, rule: "size" });
  });

  it.each([null, 3, { incoming: 1 }, { incoming: 1n, outgoing: 1n }])(
    "whose network is not a network is refused without an error",
    async (from) => {
      const request = { ...path.expected, from } as unknown as Expected;
      expect(await checkCertificate(path.text, request)).toMatchObject({ accepted: false });
    },
  );
});

describe("a text", () => {
  const { text, expected } = acceptedFile("enumeration-1-2");

  it("of more than 2^28 characters is refused unread", async () => {
    const verdict = await checkCertificate("[".repeat(2 ** 28 + 1), expected);
    expect(verdict).toMatchObject({ accepted: false, rule: "size", where: "file" });
  });

  it("is not nested by brackets inside strings, with escaped quotes or not", async () => {
    const bracketed = text.replace("by hand", '\\"[[[[[[[[[[[[\\\\');
    expect(await checkCertificate(bracketed, expected)).toMatchObject({ accepted: false, rule: "digest" });
  });

  it("of an unknown kind is refused at its kind", async () => {
    const file = REJECTED.find(({ name }) => name === "kind");
    const verdict = await checkCertificate(file?.text ?? "", file?.expected ?? expected);
    expect(verdict).toMatchObject({ where: "kind", reason: "no such kind" });
  });
});
