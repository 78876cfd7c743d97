import type { Claim } from "./claim.js";

const SIMSEK = "Şimşek et al. 2021";
const COOPER = "Cooper 2018";
const EXTENSION = "extension";

/** Claims without evidence yet, so that the table always shows the whole of what is to be settled. */
const MISSING: readonly (readonly [id: string, title: string, source: string])[] = [
  ["fig-5", "Trained networks of Figure 5", `${SIMSEK}, Fig. 5`],
  ["def-4.1", "Points of the critical subspaces are critical", `${SIMSEK}, Def. 4.1`],
  ["prop-4.4", "Zero eigenvalues and strict saddles", `${SIMSEK}, Prop. 4.4`],
  ["lem-4.6", "Asymptotics of G and T", `${SIMSEK}, Lemma 4.6`],
  ["eq-5", "The ratio R_k in the mildly overparameterized regime", `${SIMSEK}, Eq. (5)`],
  ["fig-1-count", "Saddles against minima at the widths of Figure 1", `${SIMSEK}, Fig. 1 and §4.3`],
  ["mlp-invariance", "Sequential expansion keeps the function", `${SIMSEK}, §5`],
  ["mlp-count", "Numbers of subspaces of multi-layer networks", `${SIMSEK}, §5`],
  ["mlp-connected", "One extra neuron a layer connects all minima", `${SIMSEK}, §5`],
  ["mlp-order", "The order of expansion matters", `${SIMSEK}, §5, after Eq. (8)`],
  ["mlp-ratio", "The ratio is a power of R_k", `${SIMSEK}, §5`],
  ["open-strict-saddles", "Are all symmetry-induced critical points strict saddles?", `${SIMSEK}, §6`],
  ["open-other-critical", "Are there other critical points?", `${SIMSEK}, §6`],
  ["cooper-2.1", "The zero-loss set is generically a manifold of dimension n − d", `${COOPER}, Theorem 2.1`],
  ["cooper-2.3", "Signs of the Hessian on the zero-loss set", `${COOPER}, Prop. 2.3`],
  ["cooper-3.3", "Width d fits d points", `${COOPER}, Lemma 3.3`],
  ["cooper-4.1", "Wide last layers: the zero-loss set is not empty", `${COOPER}, Theorem 4.1`],
  ["cooper-simsek", "The expansion manifold within the zero-loss set", `${COOPER} and ${SIMSEK}`],
  ["ext-saddle", "Strict saddles above strict minima", EXTENSION],
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
