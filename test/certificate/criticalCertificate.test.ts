import { describe, expect, it } from "vitest";
import { certificateNetwork } from "../../src/certificate/certificateNetwork.js";
import {
  type ExpandedPoint,
  certificateActivation,
  certificateData,
  criticalCertificate,
} from "../../src/certificate/criticalCertificate.js";
import type { SpectralClaim } from "../../src/certificate/inertiaCertificate.js";
import type { Expected } from "../../src/checker/verdict.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { inertia } from "../../src/exact/inertia/inertia.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { squaredError } from "../../src/landscape/loss/cost.js";
import { expandCritical } from "../../src/landscape/criticalPoints/criticalExpansion.js";
import type { CriticalPoint } from "../../src/landscape/criticalPoints/criticalPoint.js";
import { dataSet } from "../../src/landscape/loss/data.js";
import { skewActivation } from "../../src/landscape/activations/exampleActivations.js";
import { hessian } from "../../src/landscape/loss/hessian.js";
import { criticalPoint } from "../../src/landscape/criticalPoints/randomCriticalPoint.js";
import { mixedDerivative } from "../../src/landscape/criticalPoints/saddleDirection.js";
import { evaluate } from "../../src/network/twoLayerNetwork.js";
import type { Json } from "../checker/seal.js";
import { checked, SHOWN, bodyOf } from "./producing.js";

describe("a critical point", () => {
  const third = rational(1n, 3n);
  const point = (seed: number, outputs: number): CriticalPoint =>
    criticalPoint({
      r: 2,
      inputDimension: 1,
      outputDimension: outputs,
      points: 5,
      activation: skewActivation,
      seed,
    });
  const above = ({ network, data, activation }: CriticalPoint): ExpandedPoint => {
    const beta = [third, rational(1n), rational(2n, 3n)];
    const expanded = expandCritical(network, LabelledPartition.of([1, 2, 1], 2), beta);
    return { theta: network, network: expanded, beta, data, activation };
  };
  const requestFor = (claim: string, { theta, network, data, activation }: ExpandedPoint): Expected => ({
    ...{ claim, r: 2, m: 3, theta: certificateNetwork(theta), network: certificateNetwork(network) },
    ...{ data: certificateData(data), activation: certificateActivation(activation) },
  });

  it("is accepted, with what the caller names, and with nothing else", async () => {
    const expansion = above(point(1, 2));
    for (const claim of ["prop-4.3", "prop-4.4"] as const) {
      const certificate = criticalCertificate(claim, expansion);
      expect((bodyOf(certificate).inertias as Json[]).length).toBe(claim === "prop-4.3" ? 0 : 2);
      expect(await checked(certificate, requestFor(claim, expansion))).toEqual(SHOWN);
      for (const other of [
        { m: 2 },
        { r: 1 },
        { theta: certificateNetwork(expansion.network) },
        { data: { inputs: [], targets: [] } },
      ]) {
        const verdict = await checked(certificate, { ...requestFor(claim, expansion), ...other });
        expect(verdict).toMatchObject({ accepted: false, rule: "parameters" });
      }
    }
  });

  it("is an instance of the claims that hold there, and of no others", async () => {
    const tallies = new Map<string, number>();
    for (const outputs of [1, 2]) {
      for (const seed of [1, 2, 3, 4]) {
        const expansion = above(point(seed, outputs));
        const { numerators } = hessian(expansion.network, expansion.data, expansion.activation, squaredError);
        const { negative } = inertia(numerators);
        const pulled = mixedDerivative(point(seed, outputs), 0).some((row) => !row.isZero());
        const expected = {
          "prop-4.4": true,
          "ext-saddle": negative > 0 && pulled,
          "open-strict-saddles": negative === 0,
        };
        for (const [claim, holds] of Object.entries(expected)) {
          const verdict = await checked(
            criticalCertificate(claim as SpectralClaim, expansion),
            requestFor(claim, expansion),
          );
          expect(verdict).toEqual(holds ? SHOWN : expect.objectContaining({ rule: "instance" }));
          if (holds) tallies.set(claim, (tallies.get(claim) ?? 0) + 1);
        }
      }
    }
    expect([...tallies.keys()].sort()).toEqual(["ext-saddle", "open-strict-saddles", "prop-4.4"]);
    expect(tallies.get("ext-saddle")).toBe(4);
  });

  it("with the data that it fits is one of Cooper's", async () => {
    const { network, activation, data } = point(1, 1);
    const inputs = data.inputs.slice(0, 3);
    const targets = inputs.map((input) =>
      evaluate(network, input, (place) => activation.derivative(0, place)),
    );
    const expansion = {
      theta: network,
      network,
      beta: [rational(1n), rational(1n)],
      data: dataSet(inputs, targets),
      activation,
    };
    const verdict = await checked(criticalCertificate("cooper-2.3", expansion), { claim: "cooper-2.3" });
    expect(verdict).toEqual({
      accepted: true,
      shows:
        "a critical point of width 2 above one of width 2, with inertias (3,0,1) and (3,0,1) below and above",
    });
  });
});
