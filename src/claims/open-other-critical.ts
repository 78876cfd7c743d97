import {
  criticalCertificate,
  certificateActivation,
  certificateData,
} from "../certificate/criticalCertificate.js";
import { inertia } from "../exact/inertia/inertia.js";
import { rational } from "../exact/numbers/rational.js";
import { squaredError } from "../landscape/loss/cost.js";
import { specialFeature } from "../landscape/criticalPoints/genericity.js";
import { weightedGradient, weightedHessian, weightedLoss } from "../landscape/loss/weightedData.js";
import { isIrreducible } from "../network/irreducible.js";
import { evaluate } from "../network/twoLayerNetwork.js";
import { entry } from "../exact/entry.js";
import { cauchyEvidence } from "./instances/cauchyCases.js";
import { type Instance } from "./evidence/certified.js";
import type { Claim } from "./evidence/claim.js";
import {
  MIRRORED,
  type MirroredInstance,
  PLAIN,
  mirroredInstances,
  plainInstances,
} from "./instances/mirroredInstances.js";
import { inertiaText } from "./instances/inertiaText.js";
import { reducibleEvidence } from "./instances/reducibleCritical.js";
import { everyCase } from "./evidence/everyCase.js";
import { certificates } from "./evidence/certificates.js";

export const claim: Claim = {
  id: "open-other-critical",
  title: "Are there other critical points?",
  answer: "yes, also at m ≥ r*: local minima that are not global",
  statement:
    "Yes, at widths m ≥ r*: irreducible ones, and local minima that are not global. The simplest others " +
    "are reducible. Add to the units of an irreducible critical point one with a = 0 and Σ_k e_k σ(w·x_k) " +
    "= 0, or, if also Σ_k (a·e_k) σ'(w·x_k) x_k = 0, two with ±a, at a w that differs from theirs. They " +
    "lie in no Θ̄, as Def. 4.1 starts from irreducible networks and copies their incoming vectors; should " +
    "the question not include them, the irreducible ones answer it. For σ(x) = 1/(1 + x), d_in = d_out = " +
    "1 and positive inputs, no irreducible student with positive incoming weights, like the teacher's, is " +
    "critical at a positive loss. On the whole parameter space this is false for the same σ and data: at " +
    "x = 1/2, 1, …, 4 and the teacher 1/(1 + x/2), a student of width 1 = r* has a local minimum at a " +
    "positive loss, about 0.898, with −21/20 < w < −26/25",
  argument:
    "Let d_in = 2, d_out = 1, let the teacher be its own mirror image under x_2 → −x_2, and let the " +
    "incoming vectors of the student, of any width, lie on the axis x_2 = 0. If at each x_1 the teacher " +
    "takes values above and below the student's, positive weights of points (x_1, ±x_2), (x_1, ±x_2') " +
    "make the residuals at x_1 sum to 0. Then ∇L = 0 for every activation, at a positive loss and an " +
    "irreducible student. The instances have nonsingular Hessians of several indices, among them 0. By " +
    "the implicit function theorem such points persist for all data, weights and activations close by, " +
    "whether or not these are mirror images of themselves. For σ(x) = 1/(1 + x) and positive weights, the " +
    "residual changes sign less than m + r* ≤ 2m times, and the ∂f/∂θ of an irreducible student span " +
    "functions with any 2m − 1 sign changes; so some direction has a positive slope at every datum that " +
    "is not fitted",
  limits: "We know of no data without other critical points; what is shown for σ(x) = 1/(1 + x) is weaker",
  source: "Şimşek et al. 2021, §6",
  hypotheses: [
    "existence: on exact instances, with the squared error; the argument covers the paper's transcendental " +
      "activations, the instances do not",
    "σ(x) ≠ 0 for all x, which the paper requires: 1 + x/(1 + x²) and the polynomial are positive and " +
      "smooth on ℝ; x/(1 + x²), which is 0 at 0, is an additional example, and would not be enough alone",
    "σ(x) = 1/(1 + x) has a pole at −1, so it is not C¹ on ℝ, as the paper requires, for any weights",
    "data with rational weights p_k represent data with repetitions, p_k times their common denominator; " +
      "in the paper's sum each datum has weight 1/N",
    "r* is the width of a teacher that fits the data; if a narrower one fits them, m ≥ r* still holds",
  ],
  evidence: [
    everyCase("nonsingular", {
      what:
        "an irreducible student of width m ≥ r* is critical at a positive loss; its Hessian is " +
        "nonsingular, with the stated index",
      range:
        "15 instances with rational weights, m = 2, …, 5 and teachers of widths 2 to 4, index 0 at each m; " +
        "σ = 1 + x/(1 + x²) for 13, a polynomial for one, both positive, and x/(1 + x²) for one",
      expected: MIRRORED,
      cases: () => mirroredInstances(),
      check: checkNonsingular,
    }),
    everyCase("plain", {
      what: "an irreducible student of width m ≥ r* is critical at a positive loss, with equal weights",
      range:
        "a positive quotient, a positive polynomial and an odd activation, m = 2, …, 5, a teacher of width 2",
      expected: PLAIN,
      cases: () => plainInstances(),
      check: (item) => checkOther(item) ?? (hasEqualWeights(item) ? undefined : "weights that differ"),
    }),
    certificates("plain-certificates", {
      what: "the checker finds these students irreducible and critical on the plain data",
      range:
        "a positive quotient, a positive polynomial and an odd activation, m = 2, …, 5, a teacher of width 2",
      expected: PLAIN,
      instances: plainCertificates,
    }),
    ...cauchyEvidence,
    reducibleEvidence,
  ],
};

/** An irreducible student, at least as wide as the teacher, is critical at a positive loss. */
export function checkOther(item: Omit<MirroredInstance, "index">): string | undefined {
  const { student, teacher, weighted, activation } = item;
  const [m, r] = [student.units.length, teacher.units.length];
  const place = `of width ${m}, with a teacher of width ${r}`;
  if (m < r) return `a student ${place}`;
  if (!isIrreducible(student)) return `a reducible student ${place}`;
  if (!weighted.weights.every((weight) => weight.compare(0n) > 0))
    return `a weight that is not positive ${place}`;
  if (!weightedLoss(teacher, weighted, activation, squaredError).equals(0n))
    return `the teacher does not fit the data ${place}`;
  if (weightedLoss(student, weighted, activation, squaredError).equals(0n)) return `loss 0 ${place}`;
  const { inputs, targets } = weighted.data;
  const residuals = inputs.map((input, k) =>
    evaluate(student, input, (z) => activation.derivative(0, z)).minus(entry(targets, k)),
  );
  const special = specialFeature(student, inputs, activation, residuals);
  if (special !== undefined) return `${special} ${place}`;
  return weightedGradient(student, weighted, activation, squaredError).isZero()
    ? undefined
    : `the gradient is not 0 ${place}`;
}

/** In addition the Hessian is nonsingular, with the stated number of negative eigenvalues. */
export function checkNonsingular(item: MirroredInstance): string | undefined {
  const fault = checkOther(item);
  if (fault !== undefined) return fault;
  const { student, weighted, activation, index } = item;
  const text = inertiaText(inertia(weightedHessian(student, weighted, activation, squaredError).numerators));
  const positive = 3 * student.units.length - index;
  const expected = inertiaText({ positive, negative: index, zero: 0 });
  return text === expected ? undefined : `inertia ${text}, not ${expected}`;
}

/** For the checker, an irreducible critical point is the point above itself. */
function* plainCertificates(): Generator<Instance> {
  for (const { student, weighted, activation } of plainInstances()) {
    const { data } = weighted;
    const beta = student.units.map(() => rational(1n));
    const point = { theta: student, network: student, beta, data, activation };
    yield {
      certificate: criticalCertificate("prop-4.3", point),
      asked: {
        claim: "prop-4.3",
        m: student.units.length,
        data: certificateData(data),
        activation: certificateActivation(activation),
      },
    };
  }
}

function hasEqualWeights({ weighted: { weights } }: Omit<MirroredInstance, "index">): boolean {
  return weights.every((weight) => weight.equals(rational(1n, 2n)));
}
