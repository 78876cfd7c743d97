import { describe, expect, it } from "vitest";
import { entry } from "../../src/exact/entry.js";
import { refuses } from "./checks.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { POLYNOMIAL } from "../../src/claims/instances/criticalInstances.js";
import { evidenceOf } from "../../src/claims/evidence/evidenceOf.js";
import { checkHessians, claim } from "../../src/claims/prop-4.4.js";
import { expandedHessian } from "../../src/claims/instances/expandedHessian.js";
import { sampleBetas } from "../../src/claims/instances/pointsAbove.js";
import { properties } from "../../properties/prop-4.4.js";
import { squaredError } from "../../src/landscape/loss/cost.js";
import { criticalPointOfIndex } from "../../src/landscape/criticalPoints/criticalSearch.js";
import { hessian } from "../../src/landscape/loss/hessian.js";

const below = criticalPointOfIndex(
  { r: 1, inputDimension: 1, outputDimension: 1, points: 3, activation: POLYNOMIAL, seed: 1 },
  1,
);
const surjection = LabelledPartition.of([1, 1], 1);
const found = expandedHessian({ below, surjection, beta: [rational(1n, 3n), rational(2n, 3n)] });
const AT = "at g = [1,1], β = (1/3, 2/3)";

/** H_m plus s sᵀ. */
function withSquare(...s: readonly bigint[]) {
  const numerators = found.wide.numerators.map((row, i) =>
    row.map((value, j) => value + entry(s, i) * entry(s, j)),
  );
  return { wide: { ...found.wide, numerators } };
}

describe("the Hessians of Prop. 4.4", () => {
  it("are tied above a saddle", () => {
    expect(below.inertia).toMatchObject({ negative: 1, zero: 0 });
  });

  it("come by two routes, which agree below", () => {
    const { network, data, activation } = below;
    const { numerators, denominator } = hessian(network, data, activation, squaredError);
    const { narrow } = found;
    expect(narrow.numerators.map((row) => row.map((entry) => entry * denominator))).toEqual(
      numerators.map((row) => row.map((entry) => entry * narrow.denominator)),
    );
  });

  refuses(checkHessians, found, [
    ["a wrong entry", withSquare(1n, 0n, 0n, 0n), `H_r is not MᵀH_mM ${AT}`],
    // (0, 0, 2, −1) vanishes on the image of M, but not along Γ̄.
    ["no kernel along Γ̄", withSquare(0n, 0n, 2n, -1n), `a direction of Γ̄ is not in the kernel of H_m ${AT}`],
  ]);

  it("holds for the listed β, whose blocks have sum 1", () => {
    const lists = sampleBetas(LabelledPartition.of([1, 2, 1, 1], 2));
    expect(lists.map((beta) => beta.map((factor) => factor.toFraction()))).toEqual([
      ["1/3", "1", "1/3", "1/3"],
      ["1", "1", "0", "0"],
      ["5", "1", "-2", "-2"],
    ]);
  });

  it("is settled by all its evidence", async () => {
    for (const { run } of evidenceOf(claim))
      expect(await run({ maxM: 2, seed: 1, progress: () => undefined })).toMatchObject({ held: true });
    expect(properties).toHaveLength(1);
  });
});
