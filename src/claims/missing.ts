import type { Claim } from "./claim.js";

const SIMSEK = "Şimşek et al. 2021";

/** Claims without evidence yet, so that the table always shows the whole of what is to be settled. */
const MISSING: readonly (readonly [id: string, title: string, source: string])[] = [
  ["fig-5", "Trained networks of Figure 5", `${SIMSEK}, Fig. 5`],
  ["lem-4.6", "Asymptotics of G and T", `${SIMSEK}, Lemma 4.6`],
  ["eq-5", "The ratio R_k in the mildly overparameterized regime", `${SIMSEK}, Eq. (5)`],
  ["fig-1-count", "Saddles against minima at the widths of Figure 1", `${SIMSEK}, Fig. 1 and §4.3`],
  ["mlp-ratio", "The ratio is a power of R_k", `${SIMSEK}, §5`],
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
