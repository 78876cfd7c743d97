import fc from "fast-check";
import {
  certificateActivationName,
  nearCriticalCertificate,
} from "../../../src/certificate/nearCriticalCertificate.js";
import { certificateData } from "../../../src/certificate/criticalCertificate.js";
import { certificateLayers } from "../../../src/certificate/layeredPathCertificate.js";
import { DOUBLE_ACTIVATIONS, nearCriticalPoint } from "../../../src/crosscheck/nearCriticalPoint.js";
import { smoothActivation } from "../../../src/landscape/activations/smoothActivation.js";
import { enclosedCost } from "../../../src/landscape/enclosures/enclosedCost.js";
import { squaredError } from "../../../src/landscape/loss/cost.js";
import { enclosedLandscape } from "../../../src/landscape/nearCritical/enclosedLandscape.js";
import { asMultiLayer } from "../../../src/network/anyNetwork.js";
import { nearCriticalHolds } from "../second/enclosed.js";
import { type Made, type TestedKind, made } from "./kind.js";

/** Points of networks of one unit that doubles take for critical, by the activation and the seed. */
const POINTS: readonly (readonly [activation: string, size: number, seed: number])[] = [
  ["sigmoid", 1, 1],
  ["tanh", 2, 2],
  ["softplus", -1, 3],
  ["softplus+sigmoid", 1, 4],
  ["tanh", -9, 5],
];

function certificateAt([name, size, seed]: (typeof POINTS)[number]): Made[] {
  const doubles = DOUBLE_ACTIVATIONS[name];
  if (doubles === undefined) throw new RangeError(`no activation ${name} in doubles`);
  const request = { r: 1, inputDimension: 1, outputDimension: 1, points: 3, size, seed };
  const { network, data } = nearCriticalPoint(doubles, request);
  const activation = name === "softplus+sigmoid" ? `${name}:1,2` : name;
  const setting = { data, activation: smoothActivation(activation), cost: enclosedCost(squaredError) };
  const { critical } = enclosedLandscape(network, setting);
  if (critical === undefined) return [];
  const layers = asMultiLayer(network);
  return [
    made(nearCriticalCertificate({ network: layers, data, activation, critical }), {
      theta: certificateLayers(layers),
      data: certificateData(data),
      activation: certificateActivationName(activation),
    }),
  ];
}

const MADE = POINTS.flatMap(certificateAt);
if (MADE.length !== POINTS.length) throw new Error("a point that isn't near a critical one");

export const nearCritical: TestedKind = {
  kind: "near-critical",
  claims: ["fig-1"],
  request: ({ theta, data, activation }) => ({ theta, data, activation }),
  accepted: 5,
  otherwise: {
    "parameters-near-activation": { activation: "sigmoid" },
    "parameters-near-theta": { theta: undefined },
    "parameters-near-other": { r: 1 },
  },
  says: {
    "near-critical":
      "a strict local minimum, of which no weight differs by more than 1/5000 from that of theta",
    "radius-short": "body: the box about the center is not positive and within the radius of theta",
    "inclusion-far": "body: the gradient is too large for a critical point in this box",
    "inertia-near": "body.index: it is 0",
  },
  certificates: fc.constantFrom(...MADE),
  weight: 1,
  holds: nearCriticalHolds,
};
