import { properties } from "../../properties/cor-4.1.js";
import type { Claim } from "./evidence/claim.js";
import { graphEvidence } from "./instances/graphVertices.js";

export const claim: Claim = {
  id: "cor-4.1",
  title: "The zero-loss expansion manifold is connected",
  statement: "For m > r* the expansion manifold Θ_{r*→m}(θ_*) of a zero-loss point is connected",
  source: "Şimşek et al. 2021, Corollary 4.1",
  hypotheses: ["θ_* irreducible, which minimality of r* gives", "m > r*"],
  evidence: [graphEvidence],
  properties,
  theorems: ["zero_loss_connected", "minimal_is_irreducible"],
};
