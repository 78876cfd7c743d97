import { describe, expect, it } from "vitest";
import {
  chamberCases,
  checkCount,
  checkMinimum,
  checkSaddles,
  claim,
  copiedKinds,
  minima,
} from "../../src/claims/ext-semidefinite.js";
import { semidefiniteChambers } from "../../src/combinatorics/counts/semidefiniteChambers.js";
import { factorial } from "../../src/combinatorics/counts/factorial.js";
import { surjections } from "../../src/combinatorics/counts/surjections.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { refuses, visits } from "./checks.js";

const [kind] = copiedKinds();
const [, , , , pair] = chamberCases(2);
const minimum = [...minima(1)].find(({ forms }) => forms.join() === "negative,negative");
if (kind === undefined || pair === undefined || minimum === undefined) throw new Error("no cases");

describe("the closed form", () => {
  const only = { positive: 0, negative: 0, indefinite: 0, zero: 0 };

  it("is G(r,m), r^{m−r} m!/(m−r)! and 0 where all forms are of one kind", () => {
    for (let r = 1; r <= 5; r++) {
      for (let m = r; m <= 8; m++) {
        expect(semidefiniteChambers({ ...only, positive: r }, m)).toBe(surjections(r, m));
        const single = (BigInt(r) ** BigInt(m - r) * factorial(m)) / factorial(m - r);
        expect(semidefiniteChambers({ ...only, negative: r }, m)).toBe(single);
        expect(semidefiniteChambers({ ...only, indefinite: r }, m)).toBe(m === r ? factorial(m) : 0n);
      }
    }
  });

  it("is 0 at widths that are too small", () => {
    expect(semidefiniteChambers({ ...only, negative: 1, indefinite: 1 }, 1)).toBe(0n);
    expect(semidefiniteChambers({ ...only, positive: 2 }, 1)).toBe(0n);
  });

  it("isn't 0 for one indefinite form beside a positive one: six subspaces, three copy the other", () => {
    expect(semidefiniteChambers({ ...only, positive: 1, indefinite: 1 }, 3)).toBe(3n);
  });
});

describe("chambers", () => {
  it("with every kind of copies are strict saddles only as stated", () => {
    expect(checkSaddles(kind)).toBeUndefined();
    const none = { positive: 0, negative: 0, zero: 0 };
    expect(checkSaddles(kind, () => ({ ...none, negative: 1 }))).toMatch(/^strict saddles only for 2 copies/);
    const [pulled] = [...copiedKinds()].filter((item) => item.kind.rank > 0);
    expect(pulled && checkSaddles(pulled, () => none)).toMatch(/^strict saddles not only for 2 copies/);
    const inside = checkSaddles(kind, (_, { zero }) => ({ ...none, negative: zero === 0 ? 1 : 0 }));
    expect(inside).toMatch(/^strict saddles only without a share 0 for 2 copies/);
  });

  it("are counted otherwise where one is left out, or the forms are others", () => {
    expect(checkCount({ ...pair, signs: pair.signs.slice(1) })).toMatch(/chambers, not/);
    expect(checkCount(pair, (forms, m) => semidefiniteChambers(forms, m) + 1n)).toMatch(/chambers, not/);
  });

  const { point } = minimum;
  const residuals = point.residuals.map((residual) => residual.times(rational(1n << 60n)));
  const targets = point.data.targets.map((target, k) =>
    target.plus(point.residuals[k] ?? target).minus(residuals[k] ?? target),
  );
  refuses(checkMinimum, minimum, [
    [
      "large residuals",
      { point: { ...point, data: { ...point.data, targets }, residuals } },
      /^inertia .* below, for negative, negative$/,
    ],
    ["a chamber left out", { points: minimum.points.slice(1) }, "17 chambers of 18"],
    [
      "other forms",
      { forms: ["positive", "positive"] },
      "12 semidefinite chambers, not 6, for positive, positive",
    ],
  ]);
});

visits(claim, { "saddles-only": 531, count: 52, minima: 10 });
