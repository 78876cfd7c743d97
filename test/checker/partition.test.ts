import { describe, expect, it } from "vitest";
import { checkCertificate } from "../../src/checker/check.js";
import { meet } from "../../src/checker/partition.js";
import { labelledPartitions } from "../../src/combinatorics/partitions/enumeration.js";
import { gammaSubspace } from "../../src/manifold/subspaces/gammaSubspace.js";
import { intersectByEquations } from "../../src/manifold/subspaces/intersection.js";
import { standardNetwork } from "../../src/claims/evidence/ranges.js";
import { seal } from "./seal.js";

const codesOf = (r: number, m: number): number[][] =>
  [...labelledPartitions(r, m)].map(({ codes }) => [...codes]);

describe("which subspaces meet", () => {
  it.each([
    [1, 3],
    [2, 3],
    [2, 4],
    [3, 4],
  ])("is what their equations say, for all pairs at (%i,%i)", (r, m) => {
    const theta = standardNetwork(r, 1, 1);
    const entries = [...labelledPartitions(r, m)].map((partition) => ({
      codes: partition.codes,
      subspace: gammaSubspace(theta, partition),
    }));
    let meeting = 0;
    for (const p of entries) {
      for (const q of entries) {
        const expected = intersectByEquations(p.subspace, q.subspace);
        if (expected) meeting += 1;
        expect([p.codes, q.codes, meet(p.codes, q.codes)]).toEqual([p.codes, q.codes, expected]);
      }
    }
    expect(meeting).toBeGreaterThan(entries.length);
    expect(meeting).toBeLessThan(entries.length ** 2);
  });
});

describe("a list of all labelled partitions", () => {
  const ruleFor = async (r: number, m: number, partitions: number[][]): Promise<string> => {
    const claim = "thm-3.1-count";
    const verdict = await checkCertificate(seal("enumeration", claim, { m, partitions, r }), { claim, r, m });
    return verdict.accepted ? "accepted" : verdict.rule;
  };

  it.each([
    [1, 4],
    [2, 4],
    [3, 4],
    [4, 4],
  ])("is accepted whole at (%i,%i), and not with any one left out, repeated or exchanged", async (r, m) => {
    const entries = codesOf(r, m);
    expect(await ruleFor(r, m, entries)).toBe("accepted");
    const last = entries.length - 1;
    for (const [at, codes] of entries.entries()) {
      const without = entries.filter((_, index) => index !== at);
      expect(await ruleFor(r, m, without)).toBe(at === 0 ? "first" : at === last ? "last" : "successor");
      expect(await ruleFor(r, m, [...entries.slice(0, at), codes, ...entries.slice(at)])).toBe("count");
      const repeated = entries.map((entry, index) => (index === at + 1 ? codes : entry));
      if (at < last) expect(await ruleFor(r, m, repeated)).toBe("successor");
      const next = entries[at + 1];
      if (next === undefined) continue;
      const exchanged = [...entries.slice(0, at), next, codes, ...entries.slice(at + 2)];
      expect(await ruleFor(r, m, exchanged)).toBe(at === 0 ? "first" : "successor");
    }
  });
});
