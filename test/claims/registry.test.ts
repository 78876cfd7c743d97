import { expect, test } from "vitest";
import { evidenceOf } from "../../src/claims/evidence/evidenceOf.js";
import { claimById, claims } from "../../src/claims/registry.js";

/** What is to be settled, in the order of the texts. */
const IDS = [
  ["fig-1", "def-2.1", "fig-2", "def-2.2", "lem-2.1", "rem-2.1", "eq-2"],
  ["def-3.1", "def-3.2", "def-3.3", "not-invariant"],
  ["thm-3.1-count", "thm-3.1-distinct", "thm-3.1-dim", "thm-3.1-connected", "thm-3.1-path", "fig-4"],
  ["cor-4.1", "thm-4.2", "rem-4.1", "rem-4.2", "fig-5", "rem-4.3", "def-4.1", "prop-4.3", "prop-4.4"],
  ["saddles-stay", "fukumizu", "rem-4.4", "dim-comparison", "prop-4.5"],
  ["lem-4.6", "eq-5", "eq-6", "fig-1-count", "fig-6", "fig-6-blue"],
  ["mlp-invariance", "mlp-count", "mlp-critical", "mlp-connected", "mlp-order", "mlp-ratio"],
  ["open-strict-saddles", "open-other-critical"],
  ["cooper-2.1", "cooper-2.3", "cooper-3.3", "cooper-4.1", "cooper-simsek"],
  [
    "ext-threshold",
    "ext-topology",
    "ext-geodesic",
    "ext-saddle",
    "ext-inertia",
    "ext-parity",
    "ext-channels",
  ],
].flat();

test("all 57 claims are there, each once, in the order of the texts; more can only be extensions", () => {
  expect(IDS).toHaveLength(57);
  const ids = claims.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => IDS.includes(id))).toEqual(IDS);
  const texts = ids.filter((id) => !id.startsWith("ext-"));
  expect(texts).toEqual(ids.slice(0, texts.length));
  expect(texts.filter((id) => !IDS.includes(id))).toEqual([]);
});

test("a claim is found by its id, and a stranger is not", () => {
  for (const claim of claims) expect(claimById(claim.id)).toBe(claim);
  expect(claimById("def-9.9")).toBeUndefined();
  expect(claimById("")).toBeUndefined();
});

test.each(claims)("$id says what it is and where it stands", ({ title, source, statement }) => {
  for (const text of [title, source, statement]) expect(text.trim()).not.toBe("");
  expect(source).toMatch(/Şimşek et al\. 2021|Cooper 2018|extension/);
});

test.each(claims)("$id has no two pieces of evidence of one name", (claim) => {
  const names = evidenceOf(claim).map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).not.toContain("");
});

test("every claim has evidence", () => {
  expect(claims.filter((claim) => evidenceOf(claim).length === 0).map(({ id }) => id)).toEqual([]);
});
