import fc from "fast-check";
import { irreducibleNetworks } from "../../../properties/arbitraries/network.js";
import { certificateNetwork } from "../../../src/certificate/certificateNetwork.js";
import { connectedCertificate } from "../../../src/certificate/connectedCertificate.js";
import { connectedHolds } from "../second/lists.js";
import { graphOf } from "../second/paths.js";
import { SIZES, type TestedKind, made } from "./kind.js";

export const connected: TestedKind = {
  kind: "connected",
  claims: ["thm-3.1-connected"],
  request: ({ r, m }) => ({ r, m }),
  accepted: 1,
  otherwise: {
    "connected-1-2": { theta: { incoming: [["2"]], outgoing: [["3"]] } },
    "parameters-theta": { theta: { incoming: [["2"]], outgoing: [["4"]] } },
  },
  says: {
    "connected-1-2": "the 3 subspaces for (r, m) = (1, 2) and the network theta are connected",
    "rational-lowest-terms": "body.points[0].incoming[0][0]: not in lowest terms",
  },
  certificates: fc
    .tuple(fc.constantFrom(...SIZES.filter(([r, m]) => r < m)), fc.boolean())
    .chain(([[r, m], isNamed]) =>
      irreducibleNetworks(r, r).map((theta) =>
        made(connectedCertificate(theta, graphOf(r, m)), {
          ...{ r, m },
          ...(isNamed ? { theta: certificateNetwork(theta) } : {}),
        }),
      ),
    ),
  weight: 3,
  holds: connectedHolds,
};
