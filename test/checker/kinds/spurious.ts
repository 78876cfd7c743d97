import fc from "fast-check";
import { pointCertificate } from "../../../src/certificate/spuriousCertificate.js";
import { symmetricCritical } from "../../../src/landscape/spurious/symmetricCritical.js";
import type { SpuriousFamily } from "../../../src/landscape/spurious/starts.js";
import { spuriousHolds } from "../second/symmetric.js";
import { type TestedKind, made } from "./kind.js";

/** Minima, and a saddle. */
const POINTS: readonly (readonly [k: number, family: SpuriousFamily])[] = [
  [5, "persistent"],
  [6, "decaying"],
  [7, "decaying"],
  [7, "persistent"],
];

const MADE = POINTS.map(([k, family]) => made(pointCertificate(k, symmetricCritical(k, family)), { k }));

export const spurious: TestedKind = {
  kind: "spurious",
  claims: ["ext-spurious"],
  request: ({ k }) => ({ k }),
  accepted: 2,
  otherwise: {
    "parameters-spurious": { k: undefined },
    "parameters-spurious-other": { k: 7 },
    "parameters-spurious-m": { k: 6, m: 6 },
  },
  says: {
    spurious: "a strict local minimum for k = 6, of a loss above 1/50",
    "inclusion-spurious": "body: the gradient is too large for a critical point in this box",
    "inertia-spurious": "body: not all eigenvalues of the Hessian are positive",
    "instance-spurious": "body.loss: not positive, or not below the loss",
    "parallel-spurious": "body: the weights of two units may be parallel",
  },
  certificates: fc.constantFrom(...MADE),
  weight: 1,
  holds: spuriousHolds,
};
