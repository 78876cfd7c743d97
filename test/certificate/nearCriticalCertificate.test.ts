import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { certificateData } from "../../src/certificate/criticalCertificate.js";
import { certificateLayers } from "../../src/certificate/layeredPathCertificate.js";
import {
  certificateActivationName,
  nearCriticalCertificate,
} from "../../src/certificate/nearCriticalCertificate.js";
import { checkCertificate } from "../../src/checker/check.js";
import type { Expected } from "../../src/checker/verdict.js";
import { formatRational, parseRational } from "../../src/exact/numbers/rational.js";
import { smoothActivation } from "../../src/landscape/activations/smoothActivation.js";
import { enclosedCost } from "../../src/landscape/enclosures/enclosedCost.js";
import { squaredError } from "../../src/landscape/loss/cost.js";
import { parseDataFile } from "../../src/landscape/loss/dataFile.js";
import { enclosedLandscape } from "../../src/landscape/nearCritical/enclosedLandscape.js";
import { parseMultiLayerFile } from "../../src/network/networkFile.js";
import { type Json, seal } from "../checker/seal.js";

const read = (name: string): string => readFileSync(`examples/${name}.json`, "utf8");
const network = parseMultiLayerFile(read("student"), "student.json");
const data = parseDataFile(read("student-data"), "student-data.json");
const activation = "sigmoid";
const { critical } = enclosedLandscape(network, {
  data,
  activation: smoothActivation(activation),
  cost: enclosedCost(squaredError),
});
if (critical === undefined) throw new Error("not found");
const point = { network, data, activation, critical };
const body = JSON.parse(JSON.stringify(nearCriticalCertificate(point).body)) as Record<string, Json>;
const asked: Expected = {
  claim: "fig-1",
  theta: { ...certificateLayers(network) },
  data: certificateData(data),
  activation: certificateActivationName(activation),
};

/** The verdict on the certificate with other members, of which the caller asks for some. */
async function verdictOn(members: Record<string, Json>, also: Partial<Expected> = {}) {
  const text = seal("near-critical", "fig-1", { ...body, ...members });
  const verdict = await checkCertificate(text, { ...asked, ...also });
  return verdict.accepted ? "accepted" : verdict.rule;
}

/** The network with its first weight moved. */
function moved(by: string): { biases: string[][]; weights: string[][][] } {
  const { biases, weights } = certificateLayers(network);
  const [[[first = "", ...others] = [], ...rows] = [], ...matrices] = weights;
  const weight = formatRational(parseRational(first).add(parseRational(by)));
  return { biases, weights: [[[weight, ...others], ...rows], ...matrices] };
}

describe("a certificate of a point near a critical one", () => {
  it("is accepted, with the radius and the index that it shows", async () => {
    const text = seal("near-critical", "fig-1", body);
    expect(await checkCertificate(text, asked)).toEqual({
      accepted: true,
      shows:
        "a strict local minimum, of which no weight differs by more than 493/50000000000 from that of theta",
    });
    expect(body).toMatchObject({ index: 0, radius: "493/50000000000" });
  });

  it("is refused for a point that is 1/1000 away, unless the radius is as large", async () => {
    const theta = moved("1/1000");
    expect(await verdictOn({ theta }, { theta })).toBe("radius");
    expect(await verdictOn({ theta, radius: "1/990" }, { theta })).toBe("accepted");
    const center = moved("1/1000");
    expect(await verdictOn({ center, radius: "1/990" })).toBe("inclusion");
  });

  it("is refused with a wrong index, radius, box, or activation", async () => {
    expect(await verdictOn({ index: 1 })).toBe("inertia");
    expect(await verdictOn({ radius: "1/1000000000" })).toBe("radius");
    expect(await verdictOn({ box: "1/10", radius: "1/5" })).toBe("congruence");
    expect(await verdictOn({ box: "1/1000000000000000000000000000000000000000000000000000000" })).toBe(
      "inclusion",
    );
    const tanh = certificateActivationName("tanh");
    expect(await verdictOn({ activation: tanh })).toBe("parameters");
    expect(await verdictOn({ activation: tanh }, { activation: tanh })).not.toBe("accepted");
  });

  it("is about two layers, and an activation that the checker knows", () => {
    const deep = { ...network, weights: [...network.weights, ...network.weights] };
    expect(() => nearCriticalCertificate({ ...point, network: deep })).toThrow("networks of two layers only");
    expect(() => nearCriticalCertificate({ ...point, critical: undefined })).toThrow(
      "no critical point was found close by",
    );
    expect(() => nearCriticalCertificate({ ...point, activation: "gelu" })).toThrow(
      "the checker doesn't know the activation gelu",
    );
    expect(() => certificateActivationName("sigmoid:1")).toThrow("doesn't know the activation sigmoid:1");
    expect(certificateActivationName("softplus+sigmoid:1,1/2")).toBe("softplus+sigmoid:1,1/2");
  });
});
