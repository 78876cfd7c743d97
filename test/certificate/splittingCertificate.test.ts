import { describe, expect, it } from "vitest";
import type { ExpandedPoint } from "../../src/certificate/criticalCertificate.js";
import { splittingCertificate } from "../../src/certificate/splittingCertificate.js";
import {
  type IndexCase,
  everyPattern,
  pointsOfKinds,
  shapesUpTo,
  wholeInertia,
} from "../../src/claims/instances/unitStrata.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { parseRational, rational } from "../../src/exact/numbers/rational.js";
import { expandCritical } from "../../src/landscape/criticalPoints/criticalExpansion.js";
import { squaredError } from "../../src/landscape/loss/cost.js";
import type { Json } from "../checker/seal.js";
import { SHOWN, bodyOf, checked } from "./producing.js";

const above = ({ point, surjection, beta }: IndexCase): ExpandedPoint => {
  const { network: theta, data, activation } = point;
  return { theta, network: expandCritical(theta, surjection, beta), beta, data, activation };
};

const [first] = everyPattern(pointsOfKinds(shapesUpTo(2), 1));
if (first === undefined) throw new Error("no point");

/** The point above it, all of whose units copy the one below, with these shares. */
const pointWith = (...shares: readonly string[]): ExpandedPoint =>
  above({
    ...first,
    surjection: LabelledPartition.of(
      shares.map(() => 1),
      1,
    ),
    beta: shares.map(parseRational),
  });

describe("a splitting", () => {
  it("is accepted, with the inertia of the whole Hessian, for every kind of unit and of shares", async () => {
    let visited = 0;
    for (const item of everyPattern(pointsOfKinds(shapesUpTo(2), 5))) {
      const point = above(item);
      const certificate = splittingCertificate(point);
      const { positive, negative, zero } = wholeInertia({ ...point, cost: squaredError });
      const asked = { claim: "ext-inertia", inertia: [positive, negative, zero] };
      expect(await checked(certificate, asked)).toEqual(SHOWN);
      visited += 1;
    }
    expect(visited).toBe(441);
  });

  it.each(["1", "0 1", "-5 0 0 7/2 -1/2 3", "0 0 0 1", "-1/3 4/3 1/3 -1/3"])(
    "is accepted for the shares %s, in any order",
    async (text) => {
      const shares = text.split(" ");
      const certificate = splittingCertificate(pointWith(...shares));
      expect(await checked(certificate, { claim: "ext-inertia", r: 1, m: shares.length })).toEqual(SHOWN);
      const [unit] = bodyOf(certificate).units as Record<string, Json[]>[];
      expect([unit?.incoming?.length, unit?.outgoing?.length]).toEqual([
        shares.length - 1,
        shares.length - 1,
      ]);
    },
  );

  it("has evidence that doesn't grow with the Hessian above", () => {
    const size = (copies: number): number => {
      const shares = new Array<string>(copies).fill(`1/${copies}`);
      const { below, units } = bodyOf(splittingCertificate(pointWith(...shares)));
      const [unit] = units as Record<string, Json>[];
      return JSON.stringify([below, unit?.curvature, unit?.mixed]).length;
    };
    expect(size(12)).toBe(size(2));
  });

  it("is refused of a network that is not the point with these shares", () => {
    const point = above(first);
    const { theta } = point;
    expect(() => splittingCertificate({ ...point, network: theta, beta: [rational(2n)] })).toThrow(
      "the shares β of the neurons with label 1 have sum 2",
    );
    const [unit] = theta.units;
    const elsewhere = {
      ...theta,
      units: theta.units.map((one) => ({ ...one, incoming: one.incoming.negated() })),
    };
    expect(unit?.incoming.isZero()).toBe(false);
    expect(() => splittingCertificate({ ...point, network: elsewhere, beta: [rational(1n)] })).toThrow(
      "label 1 has no neuron",
    );
    const other = pointWith("2", "-1");
    expect(() => splittingCertificate({ ...point, network: other.network })).toThrow(
      "the network is not the point with these shares",
    );
  });
});
