import { describe, expect, it } from "vitest";
import { enumerationCertificate } from "../../../src/certificate/enumerationCertificate.js";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { type Instance, certified } from "../../../src/claims/evidence/certified.js";
import { pointInstance } from "../../../src/claims/instances/pointsAbove.js";
import { writtenNetwork } from "../../../src/claims/instances/written.js";
import type { Certified } from "../../../src/claims/evidence/verdict.js";
import { type Rational, rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { polynomialActivation } from "../../../src/landscape/activations/activation.js";
import { dataSet } from "../../../src/landscape/loss/data.js";

const range = { what: "", range: "", progress: () => undefined };
const judged = (...instances: Instance[]): Promise<Certified> =>
  certified({ ...range, expected: BigInt(instances.length), instances });

const listed = (r: number, m: number): Instance => ({
  certificate: enumerationCertificate(r, m),
  asked: { claim: "thm-3.1-count", r, m },
});

const column = (...entries: bigint[]): RationalVector[] => entries.map((entry) => RationalVector.of([entry]));

/** The constant network f = a on data that it is critical on for every σ with σ(0) = σ'(0) = 1. */
function constant(coefficients: bigint[], a: bigint, beta: Rational[]): Instance {
  const network = writtenNetwork("0", a.toString());
  const residuals = column(1n, -2n, 1n);
  const targets = residuals.map((residual) => RationalVector.of([a]).minus(residual));
  return pointInstance("prop-4.3", {
    below: {
      network,
      activation: polynomialActivation(coefficients.map((coefficient) => rational(coefficient))),
      data: dataSet(column(1n, 2n, 3n), targets),
      residuals,
    },
    surjection: LabelledPartition.of([1, 1], 1),
    beta,
  });
}

const [LINE, PARABOLA] = [
  [1n, 1n],
  [1n, 1n, 5n],
];
const HALVES = [rational(1n, 2n), rational(1n, 2n)];
const THIRDS = [rational(1n, 3n), rational(2n, 3n)];

describe("certified", () => {
  it("counts certificates that differ", async () => {
    expect(await judged(listed(1, 2), listed(2, 2), listed(1, 3))).toMatchObject({
      held: true,
      accepted: "3",
    });
    expect(await judged(constant(PARABOLA, 1n, HALVES), constant(PARABOLA, 1n, THIRDS))).toMatchObject({
      held: true,
      accepted: "2",
    });
    expect(await judged(constant(LINE, 1n, HALVES), constant(PARABOLA, 2n, HALVES))).toMatchObject({
      held: true,
    });
  });

  it("fails if one certificate comes twice", async () => {
    expect(await judged(listed(1, 2), listed(2, 2), listed(1, 2))).toMatchObject({
      held: false,
      accepted: "2",
      expected: "3",
      failure: "certificate 3 says the same as certificate 1",
    });
    const point = constant(LINE, 1n, HALVES);
    expect((await judged(point, point)).failure).toBe("certificate 2 says the same as certificate 1");
  });

  it("fails if two activations make one instance count twice, whatever the point above", async () => {
    for (const beta of [HALVES, THIRDS]) {
      const pair = [constant(LINE, 1n, HALVES), constant(PARABOLA, 1n, beta)];
      expect(await judged(listed(1, 2), ...pair)).toMatchObject({
        held: false,
        accepted: "2",
        failure: "certificates 2 and 3 are of one network and the same data, but for the activation",
      });
    }
  });

  it("does not count what is rejected, and fails if there are too few, or none", async () => {
    const rejected = { ...listed(1, 2), asked: { claim: "thm-3.1-count", r: 2, m: 2 } };
    expect((await judged(listed(1, 1), rejected)).failure).toMatch(/^rejected by rule /);
    const few = await certified({ ...range, expected: 2n, instances: [listed(1, 2)] });
    expect(few).toMatchObject({ held: false, failure: "1 certificates, expected 2" });
    expect((await certified({ ...range, expected: 0n, instances: [] })).held).toBe(false);
  });
});
