import { properties } from "../../properties/cor-4.1.js";
import type { Claim } from "./evidence/claim.js";
import { sampled } from "./evidence/sampled.js";
import { graphEvidence } from "./thm-3.1-connected.js";

export const claim: Claim = {
  id: "cor-4.1",
  title: "The zero-loss expansion manifold is connected",
  source: "Şimşek et al. 2021, Corollary 4.1",
  statement: "For m > r* the expansion manifold Θ_{r*→m}(θ_*) of a zero-loss point is connected",
  hypotheses: ["θ_* irreducible, which minimality of r* gives", "m > r*"],
  evidence: [graphEvidence, ...properties.map(sampled)],
  cites: {
    properties: properties.map((property) => property.name),
    theorems: ["zero_loss_connected", "minimal_is_irreducible"],
    tests: ["test/claims/cor-4.1.test.ts", "test/claims/thm-3.1-connected.test.ts"],
  },
};
