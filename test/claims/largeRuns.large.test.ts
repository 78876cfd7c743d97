import { expect, test } from "vitest";
import { USUAL_MAX_M } from "../../src/claims/evidence/ranged.js";
import type { Verdict } from "../../src/claims/evidence/verdict.js";
import { claimById } from "../../src/claims/registry.js";
import { quickContext } from "./quickContext.js";

/** Evidence that goes further if a run asks for more than the usual sizes, since theorems prove them all. */
const FURTHER = [
  ["cor-4.1", "graph"],
  ["def-3.2", "identity in the parameters"],
  ["eq-5", "bounds"],
  ["ext-geodesic", "closed form"],
  ["prop-4.3", "dimension"],
  ["prop-4.3", "disjoint"],
  ["thm-3.1-connected", "graph"],
  ["thm-3.1-connected", "meeting criterion"],
  ["thm-3.1-connected", "moves"],
  ["thm-3.1-dim", "ranks"],
  ["thm-3.1-distinct", "pairs"],
  ["thm-3.1-distinct", "witnesses"],
] as const;

async function visited(id: string, name: string, maxM: number): Promise<bigint> {
  const piece = claimById(id)?.evidence.find((evidence) => evidence.name === name);
  const verdict: Verdict | undefined = await piece?.run({ ...quickContext, maxM });
  if (verdict?.kind !== "exhaustive" || !verdict.held) throw new Error(`${name} of ${id} does not hold`);
  return BigInt(verdict.visited);
}

test.each(FURTHER)("%s: %s holds beyond the usual sizes, where it goes further", async (id, name) => {
  expect(claimById(id)?.theorems?.length).toBeGreaterThan(0);
  const usual = await visited(id, name, USUAL_MAX_M);
  expect(await visited(id, name, USUAL_MAX_M + 1)).toBeGreaterThan(3n * usual);
});
