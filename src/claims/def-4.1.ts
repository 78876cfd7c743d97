import type { Claim } from "./claim.js";
import { criticalGradient } from "./criticalGradient.js";

export const claim: Claim = {
  id: "def-4.1",
  title: "Points of the critical subspaces are critical",
  source: "Şimşek et al. 2021, Def. 4.1",
  statement:
    "Every point of Θ̄_{r→m}(θ^r) is a critical point of L^m if θ^r is one of L^r. Shown for every β of exact instances " +
    "with the squared error; that the gradient is Mᵀ-related to the one below for any differentiable c and σ is an " +
    "argument, not yet a theorem here",
  hypotheses: ["θ^r irreducible and critical", "c and σ differentiable"],
  evidence: [criticalGradient],
  cites: { properties: [], tests: ["test/claims/criticalGradient.test.ts"] },
};
