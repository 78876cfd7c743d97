import { describe, expect, it } from "vitest";
import { rational } from "../../src/exact/numbers/rational.js";
import { caseAt, checkSign, checkWitness, claim } from "../../src/claims/open-strict-saddles.js";
import { curvature, strictMinima } from "../../src/claims/instances/strictMinima.js";

const [below] = strictMinima();
if (below === undefined) throw new Error("no minima");
const found = caseAt(below, rational(1n, 2n));

describe("symmetry-induced critical points that are no strict saddles", () => {
  it("are there on one side of β = 0 and 1", () => {
    expect(curvature(below).equals(0n)).toBe(false);
    expect(checkWitness(found)).toBeUndefined();
    for (const beta of [rational(1n, 2n), rational(2n), rational(0n), rational(1n), rational(-3n, 7n)])
      expect(checkSign(caseAt(below, beta))).toBeUndefined();
  });

  it("are not claimed of a point that is not critical", () => {
    const targets = below.data.targets.map((target) =>
      target.plus(target).plus(found.below.data.inputs[0] ?? target),
    );
    const moved = { ...below, data: { ...below.data, targets } };
    expect(checkWitness({ ...found, below: moved })).toBe("the gradient below is not 0");
  });

  it("are not claimed of a datum less, above which the point below is none", () => {
    const data = { inputs: below.data.inputs.slice(1), targets: below.data.targets.slice(1) };
    expect(checkWitness({ ...found, below: { ...below, data } })).toBe("the gradient below is not 0");
  });

  it("are not claimed above a saddle", () => {
    const numerators = found.narrow.numerators.map((row) => row.map((entry) => -entry));
    expect(checkWitness({ ...found, narrow: { ...found.narrow, numerators } })).toBe(
      "0 positive eigenvalues below, not 2",
    );
  });

  it("a second variation that is not β(1 − β)B is caught", () => {
    const numerators = found.wide.numerators.map((row, i) =>
      row.map((entry, j) => (i + j === 0 ? entry + 1n : entry)),
    );
    expect(checkSign({ ...found, wide: { ...found.wide, numerators } })).toMatch(
      /^the second variation is .*, not β\(1 − β\)B = .*, at β = 1\/2$/,
    );
  });

  it("a wrong sign of B is caught", () => {
    const residuals = below.residuals.map((residual) => residual.negated());
    expect(checkSign({ ...found, below: { ...below, residuals } })).toMatch(/^the second variation is /);
  });

  it("is settled by all its evidence", async () => {
    for (const { run } of claim.evidence)
      expect(await run({ maxM: 2, seed: 1, progress: () => undefined })).toMatchObject({ held: true });
  });
});
