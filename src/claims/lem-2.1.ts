import type { Certificate } from "../certificate/certificate.js";
import { gradientFlowCounterexample } from "../certificate/counterexampleCertificate.js";
import { properties } from "../../properties/lem-2.1.js";
import { certified } from "./evidence/certified.js";
import type { Claim } from "./evidence/claim.js";
import type { Refuted } from "./evidence/verdict.js";

export const claim: Claim = {
  id: "lem-2.1",
  title: "Gradient flow and symmetry subspaces",
  statement:
    "The gradient flow of a symmetric loss with locally Lipschitz gradient stays in a symmetry subspace; " +
    "from outside all symmetry subspaces it reaches none in finite time. The lemma says so of every C¹ " +
    "loss, which is false",
  source: "Şimşek et al. 2021, Lemma 2.1",
  hypotheses: ["∇L is locally Lipschitz, which the lemma omits; this holds if c and σ are C²"],
  evidence: [
    {
      name: "counterexample",
      kind: "refuted as stated",
      run: () => flowVerdict(gradientFlowCounterexample()),
    },
  ],
  properties,
  theorems: [
    "flows_stay_in_symmetry_subspaces",
    "lipschitz_is_needed",
    "symmetric_tangent",
    "gradient_tangent",
  ],
};

/** The refutation holds if the independent checker accepts its certificate against the claim as stated. */
export async function flowVerdict(certificate: Certificate): Promise<Refuted> {
  const { held, failure } = await certified({
    what: "",
    range: "",
    expected: 1n,
    instances: [{ certificate, asked: { claim: "lem-2.1", refuted: true } }],
    progress: () => undefined,
  });
  return {
    kind: "refuted as stated",
    held,
    what: "for a loss that is only C¹ the gradient flow need not be unique: m = 2, D = 1, d = ϑ1 − ϑ2",
    counterexample: {
      "L = −(2/3)|d|^{3/2}": "the flow (t²/2, −t²/2) starts in H_12 and leaves it",
      "L = +(2/3)|d|^{3/2}": "the flow ((1−t)²/2, −(1−t)²/2) reaches H_12 at t = 1",
    },
    corrected:
      "assume that ∇L is locally Lipschitz, so that flows are unique, forwards and backwards. This is " +
      "proved for units of any dimension (in Coq, and on paper in proofs/flow.md), and sampled here for " +
      "polynomial losses of units of one coordinate, where x_i − x_j divides ∂_i L − ∂_j L; for C¹ losses " +
      "∇L is tangent to H_ij",
    ...(failure === undefined ? {} : { failure }),
  };
}
