import { spuriousCertificate } from "../certificate/spuriousCertificate.js";
import type { SpuriousFamily } from "../landscape/spurious/starts.js";
import { symmetricCritical } from "../landscape/spurious/symmetricCritical.js";
import { type Instance } from "./evidence/certified.js";
import type { Claim } from "./evidence/claim.js";
import { certificates } from "./evidence/certificates.js";
import { everyCase } from "./evidence/everyCase.js";

export const claim: Claim = {
  id: "ext-spurious",
  title: "Spurious minima of two-layer ReLU networks on Gaussian inputs",
  statement:
    "For k = 6, …, 20 the loss ½E(Σ_i relu(w_i·x) − Σ_i relu(x_i))², x ~ N(0, I) in R^k, over w_1, …, w_k " +
    "has a strict local minimum that is not global, fixed by the permutations of the first k − 1 units " +
    "together with the first k − 1 inputs: one of the loss 0.0250… for k = 6 to 0.0112… for k = 20, and " +
    "from k = 7 on another one, of the loss 0.0553… to 0.0992…. Where these lead to below, for k = 5 and " +
    "k = 6, there are strict saddles, of index 3, 3 and 6",
  argument:
    "E relu(w·x) relu(v·x) is known in closed form (the arc-cosine kernel). A student of that symmetry has " +
    "five numbers, in which Krawczyk's test proves a critical point. The Hessian commutes with S_{k−1}, " +
    "so it is two 5 × 5 matrices and two numbers, whose signs are certified. No weight vector is 0 and no " +
    "two are parallel, so the loss is analytic there and positive eigenvalues prove a strict minimum. The " +
    "teacher has loss 0, and the loss at the point is certified to be positive",
  limits:
    "Nothing is said of other critical points, of k ≤ 4 and k > 20, of more inputs than k, of students " +
    "wider than the teacher, or of how often training ends there; that the two families go on for k > 20 is " +
    "not shown, nor that a critical point for k = 5 is what becomes of that for k = 6",
  source:
    "extension; the minima: Safran and Shamir 2018 (computer-assisted), their symmetry and the " +
    "Hessian's blocks: Arjevani and Field 2020, 2021 (analytically, as series in 1/√k)",
  hypotheses: ["k units, k inputs, all outgoing weights 1, teacher with orthonormal weights"],
  evidence: [
    certificates("minima", {
      what: "the checker verifies a strict local minimum with a positive loss, by intervals of its own",
      range: () => "k = 6, …, 20 with the lower loss, and k = 7, …, 20 with the higher one",
      expected: () => 29n,
      instances: minima,
    }),
    everyCase("saddles", {
      what: "a critical point with as many negative eigenvalues as stated, and none 0",
      range: () => "k = 5 twice, and k = 6 with the higher loss",
      expected: () => 3n,
      cases: () => SADDLES,
      check: checkIndex,
    }),
  ],
};

/** Families, with the least k that has a minimum. */
const FAMILIES = [
  ["decaying", 6],
  ["persistent", 7],
] as const;

const LAST = 20;

/** A critical point and how many negative eigenvalues it is to have. */
export interface IndexCase {
  readonly k: number;
  readonly family: SpuriousFamily;
  readonly index: bigint;
}

const SADDLES: readonly IndexCase[] = [
  { k: 5, family: "decaying", index: 3n },
  { k: 5, family: "persistent", index: 3n },
  { k: 6, family: "persistent", index: 6n },
];

/** Undefined if the critical point has this index and a positive loss. */
export function checkIndex({ k, family, index }: IndexCase, find = symmetricCritical): string | undefined {
  const { index: found, loss } = find(k, family);
  if (loss.lower <= 0n) return `the loss may be 0 for k = ${k}`;
  return found === index ? undefined : `the index is ${found} for k = ${k}, ${family}`;
}

function* minima(): Generator<Instance> {
  for (const [family, least] of FAMILIES) {
    for (let k = least; k <= LAST; k += 1) {
      yield { certificate: spuriousCertificate(k, family), asked: { claim: "ext-spurious", k } };
    }
  }
}
