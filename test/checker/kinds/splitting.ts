import fc from "fast-check";
import { certificateNetwork } from "../../../src/certificate/certificateNetwork.js";
import { splittingCertificate } from "../../../src/certificate/splittingCertificate.js";
import { splittingHolds } from "../second/splitting.js";
import { expansions } from "./critical.js";
import { type TestedKind, made } from "./kind.js";

export const splitting: TestedKind = {
  kind: "splitting",
  claims: ["ext-inertia"],
  request: () => ({}),
  accepted: 3,
  otherwise: {
    splitting: { r: 1, m: 3, inertia: [2, 1, 3] },
    "parameters-splitting-r": { r: 2 },
    "parameters-splitting-m": { m: 2 },
    "parameters-splitting-network": { network: { incoming: [["1"]], outgoing: [["1"]] } },
    "parameters-splitting-theta": { theta: { incoming: [["1"]], outgoing: [["2"]] } },
    "parameters-splitting-data": { data: { inputs: [["1"]], targets: [["-3"]] } },
    "parameters-splitting-activation": { activation: { denominator: ["1"], numerator: ["1"] } },
    "parameters-splitting-inertia": { inertia: [3, 0, 3] },
    "parameters-splitting-matrix": { matrix: [["1"]] },
  },
  says: {
    splitting:
      "a critical point of width 3 above one of width 1; the Hessian splits: inertia (2,0,0) below, (2,1,3) above, " +
      "rank E_t 0",
    "splitting-two-units":
      "a point of width 3 above one of width 2; the Hessian splits: inertia (2,2,0) below, (3,3,0) above, " +
      "rank E_t 1,1",
    "shape-splitting-units": "body.units: not one for each unit of theta",
    "inverse-splitting": "body.units[0]: the factors for w, times those for a, are not the identity",
    "split-orthogonal": "body.units: the Hessian above is not their direct sum",
    "inertia-splitting": "body.inertia: it is 2,1,3",
  },
  certificates: fc.tuple(expansions, fc.boolean()).map(([point, isNamed]) => {
    const { theta, network } = point;
    const [r, m] = [theta.units.length, network.units.length];
    const named = { r, m, theta: certificateNetwork(theta), network: certificateNetwork(network) };
    return made(splittingCertificate(point), isNamed ? named : {});
  }),
  weight: 3,
  holds: splittingHolds,
};
