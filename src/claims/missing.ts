import type { Claim } from "./evidence/claim.js";

const SIMSEK = "Şimşek et al. 2021";
const EXTENSION = "an extension of ours";

/** Claims without evidence yet, so that the table always shows the whole of what is to be settled. */
const MISSING: readonly (readonly [id: string, title: string, source: string])[] = [
  [
    "fig-1",
    "Training at widths 5 and 45 for a teacher of width 4, 50 starts, of two and of four layers",
    `${SIMSEK}, Fig. 1`,
  ],
  ["fig-5", "Trained networks of Figure 5", `${SIMSEK}, Fig. 5`],
  ["ext-inertia", "The exact index at every symmetry-induced critical point, for all θ^r and β", EXTENSION],
  ["ext-parity", "Odd and even activations: units may be mirrored", EXTENSION],
  ["ext-channels", "Minima at infinity: channels along copies that drift apart", EXTENSION],
];

export const missingClaims: readonly Claim[] = MISSING.map(([id, title, source]) => ({
  id,
  title,
  source,
  statement: title,
  hypotheses: [],
  evidence: [],
  cites: { properties: [], tests: [] },
}));
