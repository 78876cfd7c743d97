import type { Claim } from "./evidence/claim.js";
import { criticalGradient } from "./instances/criticalGradient.js";
import { gradientValues } from "./instances/gradientValues.js";

export const claim: Claim = {
  id: "def-4.1",
  title: "Points of the critical subspaces are critical",
  statement: "Every point of Θ̄_{r→m}(θ^r) is a critical point of L^m if θ^r is one of L^r",
  argument:
    "A copy has the preactivation of its unit, so the outputs and ∂c_k are those of θ^r, and ∂L_m/∂a_i = " +
    "Σ_k σ(w_i·x_k) ∂c_k = ∂L_r/∂a_{g(i)}, ∂L_m/∂w_i = Σ_k (a_i·∂c_k) σ'(w_i·x_k) x_k = β_i " +
    "∂L_r/∂w_{g(i)}: both are 0 if ∇L_r is. (It would not be enough that L^m = L^r on these points, " +
    "Mᵀ∇L_m = ∇L_r: that says nothing about directions across them.)",
  source: "Şimşek et al. 2021, Def. 4.1",
  hypotheses: ["θ^r irreducible and critical", "c and σ differentiable"],
  evidence: [criticalGradient, gradientValues],
  theorems: [
    "critical_points_copied",
    "critical_subspaces_as_in_paper",
    "gradient_is_derivative",
    "critical_is_stationary",
    "variations_are_linear",
    "derivatives_unique",
    "coordinates_do_not_matter",
  ],
};
