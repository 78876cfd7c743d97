import { describe, expect, test } from "vitest";
import { checkForm, checkPair, claim, formCases, pairCases } from "../../src/claims/mlp-count.js";
import { checkRank } from "../../src/claims/instances/layerRanks.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import type { AffineSubspace } from "../../src/manifold/subspaces/affineSubspace.js";
import { includesSubspace } from "../../src/manifold/subspaces/affineSubspace.js";
import { canonicalForm } from "../../src/manifold/subspaces/canonicalForm.js";
import type { LayerWidths } from "../../src/claims/instances/layerWidths.js";
import { refuses, visits } from "./checks.js";

const SMALL: LayerWidths[] = [{ r: [1, 1], m: [2, 2] }];

const messages = (cases: Iterable<Parameters<typeof checkForm>[0]>): string[] =>
  [...cases].flatMap((item) => checkForm(item) ?? []);

describe("subspaces compared by their forms", () => {
  test.each(["last to first", "fibre", "critical"] as const)("are distinct: %s", (kind) => {
    const cases = [...formCases(kind, SMALL, 1)];
    expect(cases.length).toBe(kind === "critical" ? 1 : 9);
    expect(messages(cases)).toEqual([]);
  });

  test("that forgets conditions are found equal", () => {
    /** One condition on the first and last matrix, none on those between. */
    const forgetful = (subspace: AffineSubspace): string =>
      canonicalForm({
        ...subspace,
        equations: subspace.ambientDimension > 2 ? [] : subspace.equations.slice(0, 1),
      });
    expect(messages(formCases("last to first", SMALL, 1, forgetful))).toEqual([
      "[1,0] [1,1] and [1,1] [1,1] have one subspace",
      "[1,0] [1,0] and [1,1] [1,0] have one subspace",
      "[1,0] [0,1] and [1,1] [0,1] have one subspace",
    ]);
  });

  test("by their dimensions alone are found equal", () => {
    const rough = ({ directions }: AffineSubspace): string => String(directions.length);
    expect(messages(formCases("fibre", SMALL, 1, rough)).length).toBeGreaterThan(0);
  });

  test("without the constants on the right are found equal: [1,2] and [2,1]", () => {
    const homogeneous = ({ equations, ...others }: AffineSubspace): string =>
      canonicalForm({ ...others, equations: equations.map(withoutConstant) });
    expect(messages(formCases("last to first", [{ r: [2], m: [2] }], 1, homogeneous))).toEqual([
      "[2,1] and [1,2] have one subspace",
    ]);
  });

  test("of one tuple listed twice are found equal", () => {
    expect(checkForm({ name: "[1,1]", earlier: "[1,1]" })).toBe("[1,1] and [1,1] have one subspace");
  });

  test("that are one too many or too few for the count stop it", () => {
    const wrong = (r: number, m: number): bigint => BigInt(r + m);
    const list = (m: number[]) => () => [
      ...formCases("last to first", [{ r: [1, 1], m }], 1, canonicalForm, wrong),
    ];
    expect(list([2, 2])).not.toThrow();
    expect(list([3, 2])).toThrow("30 tuples at (1-1, 3-2), expected 12");
  });
});

function withoutConstant({ numerators, denominator }: RationalVector): RationalVector {
  return RationalVector.of([...numerators.slice(0, -1), 0n], denominator);
}

describe("pairs of subspaces", () => {
  test("are related to themselves alone", () => {
    const cases = [...pairCases("fibre", SMALL, 1, (inner, outer) => includesSubspace(outer, inner))];
    expect(cases.length).toBe(81);
    expect(cases.flatMap((item) => checkPair(item) ?? [])).toEqual([]);
  });

  test("that include one another without their equations are caught", () => {
    const bare = (inner: AffineSubspace, outer: AffineSubspace): boolean =>
      includesSubspace({ ...outer, equations: outer.equations.slice(0, -1) }, inner);
    const found = [...pairCases("last to first", SMALL, 1, bare)].flatMap((item) => checkPair(item) ?? []);
    expect(found.length).toBeGreaterThan(0);
  });

  refuses(checkPair, { first: "[1,0]", second: "[1,0]", related: true }, [
    ["another tuple", { second: "[1,1]" }, "the subspaces of [1,0] and [1,1] are related"],
    ["no relation to itself", { related: false }, "the subspaces of [1,0] and [1,0] are not related"],
  ]);
});

describe("a dimension", () => {
  refuses(checkRank, { name: "x", formula: 2, byRank: 2 }, [
    ["another rank", { byRank: 3 }, "x: dimension 2 by the formula, 3 by the equations"],
  ]);
});

// By hand for m ≤ 3: ΣT = 1+3+2+10+12+6 = 34, ΣT² = 294; ΣG = 1+1+2+1+6+6 = 17, ΣG² = 79.
// For m ≤ 2: 14 and 6.
visits(claim, {
  "last to first: distinct": 34 + 34 ** 2 + 34 ** 3,
  "fibre: distinct": 34 + 34 ** 2 + 34 ** 3,
  "critical: distinct": 17 + 17 ** 2 + 17 ** 3,
  "last to first: pairs": 294 + 294 ** 2 + 14 ** 3,
  "fibre: pairs": 294 + 294 ** 2 + 14 ** 3,
  "critical: pairs": 79 + 79 ** 2 + 6 ** 3,
  dimension: 12 * 36,
});
