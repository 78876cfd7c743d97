import { expect, it } from "vitest";
import { github } from "../../../../../src/cli/commands/verify/reporters/github.js";
import { controlsLine, sentence } from "../../../../../src/cli/commands/verify/reporters/wording.js";
import * as results from "./results.js";

const linesOf = (result: Parameters<typeof github>[0]): string[] => github(result).split("\n");

it("gives an error for each failure and a notice for each refutation that stands", () => {
  expect(linesOf(results.failing)).toEqual([
    `::error title=one::${sentence(results.unlucky)}`,
    `::error title=two::${sentence(results.lost)}`,
    `::notice title=three%3A refuted as stated::${sentence(results.finding)}`,
    `::error title=three::${sentence(results.vanished)}`,
    "::error title=equiloss::SOME CHECKS FAILED",
  ]);
});

it("warns of proofs that were not checked, and fails with those that failed", () => {
  const run = (proofs: typeof results.holding.proofs): string | undefined =>
    linesOf({ ...results.holding, proofs }).find((line) => line.includes("title=proofs"));
  expect(run(results.proofs)).toBeUndefined();
  expect(run({ ran: false, reason: "100 % no Coq" })).toBe(
    "::warning title=proofs::proofs: NOT RUN; 100 %25 no Coq",
  );
  expect(run({ ...results.proofs, cached: true })).toMatch(
    /^::warning title=proofs::proofs: NOT CHECKED NOW/,
  );
  expect(run({ ...results.proofs, held: false })).toMatch(/^::error title=proofs::proofs: FAILED/);
});

it("names planted errors that were not refused, and what was required", () => {
  expect(linesOf(results.unrefused)).toContain(`::error title=controls::${controlsLine(results.unrefused)}`);
  expect(linesOf(results.unmet)).toContain("::error title=required::required: NOT DONE; no Coq \\e here");
});
