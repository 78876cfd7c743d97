import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { format, resolveConfig } from "prettier";
import { kindLetters } from "../../src/claims/evidence/kinds.js";
import { claims } from "../../src/claims/registry.js";

/** The page with each item of a list on one line. */
const PAGE = readFileSync("docs/paper.md", "utf8");
const TEXT = PAGE.replace(/\n {2}(?=\S)/g, " ");
const END = "## Corrections";

/** The claims of the paper; extensions may name it too. */
const OF_PAPER = claims.filter(
  ({ source }) => source.includes("Şimşek et al. 2021") && !source.startsWith("extension"),
);

/**
 * The faults of a list of the paper's assertions: each has its claims or a reason, and each claim is listed.
 */
function faults(text: string): string[] {
  const known = new Set(claims.map(({ id }) => id));
  const end = text.indexOf(END);
  const items = (end < 0 ? text : text.slice(0, end)).split("\n").filter((line) => line.startsWith("- "));
  const listed = new Set<string>();
  const wrong = items.flatMap((item): string[] => {
    const list = / → ((?:`[^`]+`(?: [PpECSNRM]+)?(?:, )?)+)/.exec(item)?.[1];
    for (const [, id = ""] of (list ?? "").matchAll(/`([^`]+)`/g)) listed.add(id);
    const hasReason = /\. Not a claim: .{10,}/.test(item);
    return (list === undefined) === hasReason ? [] : [`neither claims nor a reason, or both: ${item}`];
  });
  const named = [...text.matchAll(/`([a-z]+-[a-z0-9.-]+|fukumizu)`/g)].map(([, id = ""]) => id);
  return [
    ...wrong,
    ...[...listed, ...named].filter((id) => !known.has(id)).map((id) => `no claim ${id}`),
    ...OF_PAPER.filter(({ id }) => !listed.has(id)).map(({ id }) => `${id} is not listed`),
  ];
}

/** The text with the letters of its kinds of verdict behind each claim that an assertion has. */
function withLetters(text: string): string {
  const known = new Map(claims.map((claim) => [claim.id, kindLetters(claim)]));
  return text.replace(/→\s+(?:`[^`]+`(?:\s+[PpECSNRM]+\b)?(?:,\s+)?)+/g, (list) =>
    list.replace(/`([^`]+)`(?:\s+[PpECSNRM]+\b)?/g, (written, id: string) => {
      const letters = known.get(id);
      return letters === undefined ? written : `\`${id}\` ${letters}`;
    }),
  );
}

describe("docs/paper.md", () => {
  test("has the kinds of verdict behind each claim; -u writes them anew", async () => {
    const layout = { ...(await resolveConfig("docs/paper.md")), parser: "markdown" } as const;
    await expect(await format(withLetters(PAGE), layout)).toMatchFileSnapshot("../../docs/paper.md");
    expect(withLetters("→ `eq-2` PES, `lem-2.1`. Refuted")).toBe("→ `eq-2` ER, `lem-2.1` PSR. Refuted");
  });

  test("lists every assertion with its claims, or why it is none", () => {
    expect(faults(TEXT)).toEqual([]);
    expect(TEXT.split(END)[0]?.match(/^- /gm)?.length).toBeGreaterThan(60);
    expect(OF_PAPER.length).toBeGreaterThan(40);
  });

  test.each([
    [
      "a claim that there isn't",
      "→ `rem-2.1`",
      "→ `rem-2.2`",
      ["no claim rem-2.2", "no claim rem-2.2", "rem-2.1 is not listed"],
    ],
    ["a claim forgotten", "→ `fig-2`", "→ `def-2.1`", ["fig-2 is not listed"]],
    [
      "a stranger among the credits",
      "`def-4.1`, `prop-4.4`, `fukumizu`, and",
      "`def-4.9`, and",
      ["no claim def-4.9"],
    ],
  ])("%s is caught", (_, before, after, message) => {
    expect(TEXT).toContain(before);
    expect(faults(TEXT.replace(before, after))).toEqual(message);
  });

  test.each([
    ["no reason", "Not a claim: definitions\n", "\n"],
    ["no reason in words", "Not a claim: definitions\n", "Not a claim: .\n"],
    ["both", "Fig. 5: 50 students", "Fig. 5. Not a claim: of a figure. 50 students"],
  ])("%s is caught", (_, before, after) => {
    expect(TEXT).toContain(before);
    expect(faults(TEXT.replace(before, after))).toEqual([
      expect.stringContaining("neither claims nor a reason, or both: - "),
    ]);
  });
});
