import fc from "fast-check";
import { enumerationCertificate } from "../../../src/certificate/enumerationCertificate.js";
import { enumerationHolds } from "../second/lists.js";
import { SIZES, type TestedKind, made } from "./kind.js";

export const enumeration: TestedKind = {
  kind: "enumeration",
  claims: ["thm-3.1-count"],
  request: ({ r, m }) => ({ r, m }),
  accepted: 6,
  otherwise: {
    "claim-in-file": { claim: "thm-3.1-count" },
    "claim-of-another": { claim: "thm-3.1-connected" },
    "claim-refuted": { refuted: true },
    "parameters-no-m": { m: undefined },
    "parameters-no-r": { r: undefined },
    "parameters-r": { r: 2 },
    "parameters-unused": { theta: { incoming: [["2"]], outgoing: [["3"]] } },
    "shape-body-list": { r: 1, m: 2 },
    "shape-body-null": { r: 1, m: 2 },
    "shape-missing-key": { r: 1 },
  },
  says: {
    "enumeration-2-3": "there are T(2,3) = 12 labelled partitions of 3 neurons with 2 labels, no other",
    "shape-body-null": "body: not an object",
    last: "body.partitions: 0,1 should follow",
    successor: "body.partitions[1]: expected the next partition in order",
  },
  certificates: fc.constantFrom(...SIZES).map(([r, m]) => made(enumerationCertificate(r, m), { r, m })),
  weight: 2,
  holds: enumerationHolds,
};
