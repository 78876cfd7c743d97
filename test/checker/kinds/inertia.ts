import fc from "fast-check";
import { inertiaCertificate, type SpectralClaim } from "../../../src/certificate/inertiaCertificate.js";
import { entry } from "../../../src/exact/entry.js";
import { inertiaHolds } from "../second/landscape.js";
import { type TestedKind, made } from "./kind.js";

export const SPECTRAL: readonly SpectralClaim[] = [
  "prop-4.4",
  "ext-saddle",
  "open-strict-saddles",
  "cooper-2.3",
];

export const inertia: TestedKind = {
  kind: "inertia",
  claims: SPECTRAL,
  request: ({ matrix }) => ({ matrix }),
  accepted: 4,
  otherwise: {
    inertia: { inertia: [1, 1, 1] },
    "inertia-strict-saddles": { inertia: [1, 1, 1] },
    "parameters-inertia": { inertia: [2, 1, 0] },
    "parameters-matrix": {
      matrix: [
        ["0", "0"],
        ["0", "0"],
      ],
    },
    "parameters-no-matrix": { matrix: undefined },
  },
  says: { inertia: "the matrix has inertia (1,1,1)" },
  certificates: fc
    .tuple(
      fc.constantFrom(...SPECTRAL),
      fc.integer({ min: 1, max: 4 }),
      fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 10, maxLength: 10 }),
    )
    .map(([claim, size, entries]) => {
      const places = Array.from({ length: size }, (_, index) => index);
      const rows = places.map((i) =>
        places.map((j) =>
          BigInt(entry(entries, (Math.max(i, j) * (Math.max(i, j) + 1)) / 2 + Math.min(i, j))),
        ),
      );
      return made(inertiaCertificate(claim, rows), { matrix: rows.map((row) => row.map(String)) });
    }),
  weight: 2,
  holds: inertiaHolds,
};
