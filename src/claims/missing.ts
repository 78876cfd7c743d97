import type { Claim } from "./claim.js";

const SIMSEK = "Şimşek et al. 2021";

/** Claims without evidence yet, so that the table always shows the whole of what is to be settled. */
const MISSING: readonly (readonly [id: string, title: string, source: string])[] = [
  ["fig-5", "Trained networks of Figure 5", `${SIMSEK}, Fig. 5`],
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
