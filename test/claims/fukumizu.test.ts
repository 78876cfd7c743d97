import { describe, expect, test } from "vitest";
import { entry } from "../../src/exact/entry.js";
import { copiedPoints } from "../../src/claims/instances/copiedUnits.js";
import { writtenPoint } from "../../src/claims/instances/writtenPoint.js";
import {
  type CopiedCase,
  checkAbove,
  checkBelow,
  claim,
  kindCertificates,
  kindsTable,
} from "../../src/claims/fukumizu.js";
import { POLYNOMIAL } from "../../src/claims/instances/criticalInstances.js";
import { oneUnitCopied } from "../../src/claims/instances/unitCopies.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { inertiaAbove } from "../../src/landscape/criticalPoints/inertiaAbove.js";
import { toPoint } from "../../src/manifold/subspaces/parameterSpace.js";
import { quickContext } from "./quickContext.js";
import { failureOf, refuses, visits } from "./checks.js";

const points = copiedPoints();

const pointNamed = (name: string) =>
  entry(
    points.filter((candidate) => candidate.name === name),
    0,
  );

/** Above the strict minimum with B ≺ 0, two equal shares: a strict saddle. */
const saddle: CopiedCase = {
  below: pointNamed("1 → 1, B ≺ 0"),
  lower: { positive: 2, negative: 0, zero: 0 },
  copies: entry(oneUnitCopied(1), 0),
};

describe("the instances", () => {
  test("are pairwise different, with preactivations that are not 0", () => {
    const keys = points.map(
      ({ point }) => `${toPoint(point.network).key} ${point.data.targets.map(({ key }) => key).join()}`,
    );
    expect(new Set(keys).size).toBe(12);
    expect(new Set(points.map(({ units, inertia }) => `${units.join()} ${inertia}`)).size).toBe(12);
    for (const { point } of points) {
      for (const { incoming } of point.network.units)
        for (const input of point.data.inputs) expect(incoming.dot(input).equals(0n)).toBe(false);
    }
  });

  test("in a special position are refused", () => {
    const written = {
      activation: POLYNOMIAL,
      incoming: "1",
      outgoing: "1",
      inputs: "0; 1; 2",
      combination: [1n],
      factor: rational(1n),
    } as const;
    expect(() => writtenPoint(written)).toThrow("w = (1) and x = (0) are in a special position");
    expect(() => writtenPoint({ ...written, inputs: "3; 1; 2", combination: [] })).toThrow(
      "0 factors for a basis of 1 residuals",
    );
  });

  const found = pointNamed("1 → 1, B ≻ 0");
  const { point } = found;
  const moved = { ...point, data: { ...point.data, targets: point.data.targets.toReversed() } };
  refuses(checkBelow, found, [
    ["another inertia", { inertia: "(1, 1, 0)" }, "inertia (2, 0, 0), not (1, 1, 0), at 1 → 1, B ≻ 0"],
    ["another B", { units: ["rank 0, (0, 1, 0)"] }, "rank 0, (1, 0, 0) at 1 → 1, B ≻ 0"],
    ["other targets", { point: moved }, "the gradient is not 0 at 1 → 1, B ≻ 0"],
  ]);
});

describe("the formula", () => {
  const place = "above 1 → 1, B ≺ 0, g = [1,1], β = (1/2, 1/2)";

  test("with the wrong sign of B is caught", () => {
    const turned: typeof inertiaAbove = (below, ...rest) =>
      inertiaAbove({ ...below, residuals: below.residuals.map((residual) => residual.negated()) }, ...rest);
    expect(checkAbove(saddle, turned)).toBe(`inertia (2, 1, 1), not (3, 0, 1), ${place}`);
  });

  test("without the sign of a share is caught", () => {
    const beta = [rational(2n), rational(-1n)];
    const found = { ...saddle, copies: { ...saddle.copies, beta } };
    expect(checkAbove(found)).toBeUndefined();
    const unsigned: typeof inertiaAbove = (below, lower, surjection, weights) =>
      inertiaAbove(
        below,
        lower,
        surjection,
        weights.map((weight) => weight.abs()),
      );
    expect(checkAbove(found, unsigned)).toMatch(/^inertia \(3, 0, 1\), not \(2, 1, 1\)/);
  });

  const lower = { positive: 1, negative: 1, zero: 0 };
  refuses(checkAbove, saddle, [
    ["another inertia below", { lower }, `inertia (2, 1, 1), not (1, 2, 1), ${place}`],
  ]);
});

test("minima and strict saddles stand in one subspace where B is definite, saddles only where it isn't", () => {
  const { rows } = kindsTable();
  expect(rows).toHaveLength(12);
  expect(rows).toContainEqual(["2 → 1, B ≻ 0", "(3, 0, 0)", "(5, 0, 1)", "(3, 2, 1)"]);
  expect(rows).toContainEqual(["2 → 1, B ≺ 0", "(3, 0, 0)", "(3, 2, 1)", "(5, 0, 1)"]);
  expect(rows).toContainEqual(["2 → 1, B indefinite", "(3, 0, 0)", "(4, 1, 1)", "(4, 1, 1)"]);
  // Rank 2 twice as both signs, and the one eigenvalue of B ≺ 0 on the kernel.
  expect(rows).toContainEqual(["3 → 3, E of rank 2", "(6, 0, 0)", "(8, 3, 1)", "(9, 2, 1)"]);
});

describe("the certificates", () => {
  const about = claim.evidence.find(({ name }) => name === "certificates");

  test("are accepted", async () => {
    expect(await about?.run(quickContext)).toMatchObject({ held: true, accepted: "7", expected: "7" });
  });

  test("are rejected where there is a negative eigenvalue, or E = 0", async () => {
    for (const [name, shares, wanted] of [
      ["1 → 1, B ≺ 0", "equal", "open-strict-saddles"],
      ["1 → 1, B ≺ 0", "equal", "ext-saddle"],
      ["2 → 1, B ≻ 0", "mixed", "open-strict-saddles"],
    ] as const) {
      expect(await failureOf(kindCertificates([[name, shares, wanted]]))).toContain(
        "rejected by rule instance",
      );
    }
  });
});

visits(claim, { below: 12, "one-unit": 160, replications: 160 });
