import { describe, expect, it } from "vitest";
import type { DataSet } from "../../src/landscape/loss/data.js";
import { entry } from "../../src/exact/entry.js";
import { refuses } from "./checks.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { caseAt, checkSign, checkWitness, claim } from "../../src/claims/open-strict-saddles.js";
import { curvature, strictMinima } from "../../src/claims/instances/strictMinima.js";

const below = entry(strictMinima(), 0);
const found = caseAt(below, rational(1n, 2n));

describe("symmetry-induced critical points that are no strict saddles", () => {
  it("are there on one side of β = 0 and 1", () => {
    expect(curvature(below).equals(0n)).toBe(false);
    for (const beta of [rational(1n, 2n), rational(2n), rational(0n), rational(1n), rational(-3n, 7n)])
      expect(checkSign(caseAt(below, beta))).toBeUndefined();
  });

  const { inputs, targets } = below.data;
  const withData = (data: DataSet) => ({ below: { ...below, data } });
  const { narrow, wide } = found;
  refuses(checkWitness, found, [
    [
      "a point that is not critical",
      withData({ inputs, targets: targets.map((y) => y.plus(y).plus(entry(inputs, 0))) }),
      "the gradient below is not 0",
    ],
    [
      "a datum less",
      withData({ inputs: inputs.slice(1), targets: targets.slice(1) }),
      "the gradient below is not 0",
    ],
    [
      "a saddle below",
      { narrow: { ...narrow, numerators: narrow.numerators.map((row) => row.map((value) => -value)) } },
      "0 positive eigenvalues below, not 2",
    ],
  ]);

  const numerators = wide.numerators.map((row, i) =>
    row.map((value, j) => (i + j === 0 ? value + 1n : value)),
  );
  refuses(checkSign, found, [
    [
      "another second variation",
      { wide: { ...wide, numerators } },
      /^the second variation is .*, not β\(1 − β\)B = .*, at β = 1\/2$/,
    ],
    [
      "B of the other sign",
      { below: { ...below, residuals: below.residuals.map((residual) => residual.negated()) } },
      /^the second variation is /,
    ],
  ]);

  it("is settled by all its evidence", async () => {
    for (const { run } of claim.evidence)
      expect(await run({ maxM: 2, seed: 1, progress: () => undefined })).toMatchObject({ held: true });
  });
});
