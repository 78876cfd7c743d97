import fc from "fast-check";
import { certificateVector } from "../../../src/certificate/certificateNetwork.js";
import { independenceCertificate } from "../../../src/certificate/independenceCertificate.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { independenceHolds } from "../second/landscape.js";
import { type TestedKind, made } from "./kind.js";

const ORDERS = Array.from({ length: 20 }, (_, n) => n);

export const independence: TestedKind = {
  kind: "independence",
  claims: ["thm-4.2"],
  request: () => ({}),
  accepted: 3,
  otherwise: {
    independence: { weights: [["0"], ["1"], ["-1"], ["1/2"]], exponents: [0, 1, 2, 4] },
    "parameters-exponents": { exponents: [0, 1, 2, 3] },
    "parameters-weights": { weights: [["0"], ["1"], ["-1"], ["2"]] },
  },
  says: {
    independence: "σ(w·x) are independent for the 4 w if σ has derivatives ≠ 0 of orders 0,1,2,4 at 0",
  },
  certificates: fc.tuple(fc.integer({ min: 1, max: 2 }), fc.boolean()).chain(([inputs, isNamed]) => {
    const vector = fc
      .array(fc.integer({ min: -3, max: 3 }), { minLength: inputs, maxLength: inputs })
      .map((entries) => RationalVector.of(entries.map(BigInt), 2n));
    return fc
      .uniqueArray(vector, { minLength: 1, maxLength: 4, selector: ({ key }) => key })
      .map((weights) =>
        made(
          independenceCertificate(weights, ORDERS),
          isNamed ? { weights: weights.map(certificateVector) } : {},
        ),
      );
  }),
  weight: 1,
  holds: independenceHolds,
};
