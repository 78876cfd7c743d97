import {
  criticalCertificate,
  certificateActivation,
  certificateData,
} from "../certificate/criticalCertificate.js";
import { inertia } from "../exact/inertia.js";
import { type Rational, rational } from "../exact/rational.js";
import { RationalVector } from "../exact/rationalVector.js";
import { squaredError } from "../landscape/cost.js";
import { dataSet } from "../landscape/data.js";
import { gradient } from "../landscape/gradient.js";
import { cauchyActivation, separatingTangent } from "../landscape/separatingTangent.js";
import { weightedGradient, weightedHessian, weightedLoss } from "../landscape/weightedData.js";
import { isIrreducible } from "../network/irreducible.js";
import { type TwoLayerNetwork, evaluate, twoLayerNetwork } from "../network/twoLayerNetwork.js";
import { type Instance, certified } from "./certified.js";
import type { Claim } from "./claim.js";
import { exhaustive } from "./exhaustive.js";
import {
  MIRRORED,
  type MirroredInstance,
  PLAIN,
  mirroredInstances,
  plainInstances,
} from "./mirroredInstances.js";

/** An irreducible student as wide as the teacher at least is critical at a positive loss. */
export function checkOther(found: Omit<MirroredInstance, "index">): string | undefined {
  const { student, teacher, weighted, activation } = found;
  const [m, r] = [student.neurons.length, teacher.neurons.length];
  const place = `of width ${m}, with a teacher of width ${r}`;
  if (m < r) return `a student ${place}`;
  if (!isIrreducible(student)) return `a reducible student ${place}`;
  if (!weighted.weights.every((weight) => weight.compare(0n) > 0))
    return `a weight that is not positive ${place}`;
  if (!weightedLoss(teacher, weighted, activation, squaredError).equals(0n))
    return `the teacher does not fit the data ${place}`;
  if (weightedLoss(student, weighted, activation, squaredError).equals(0n)) return `loss 0 ${place}`;
  return weightedGradient(student, weighted, activation, squaredError).isZero()
    ? undefined
    : `the gradient is not 0 ${place}`;
}

/** The Hessian is nonsingular besides, with the negative eigenvalues stated. */
export function checkNonsingular(found: MirroredInstance): string | undefined {
  const fault = checkOther(found);
  if (fault !== undefined) return fault;
  const { student, weighted, activation, index } = found;
  const { positive, negative, zero } = inertia(
    weightedHessian(student, weighted, activation, squaredError).numerators,
  );
  const wanted = [3 * student.neurons.length - index, index, 0];
  return [positive, negative, zero].join() === wanted.join()
    ? undefined
    : `inertia (${positive}, ${negative}, ${zero}), not (${wanted.join(", ")})`;
}

/** A student and a teacher with σ(x) = 1/(1 + x), d_in = d_out = 1. */
export interface CauchyCase {
  readonly student: TwoLayerNetwork;
  readonly teacher: TwoLayerNetwork;
  readonly tangent: RationalVector;
}

/** Inputs of the Cauchy cases: 1/2, 1, …, 4. */
const INPUTS = Array.from({ length: 8 }, (_, index) => rational(BigInt(index + 1), 2n));

/** Along the tangent, the loss on each datum falls or rises as on all others, unless the student fits it. */
export function checkCauchy({ student, teacher, tangent }: CauchyCase): string | undefined {
  for (const x of INPUTS) {
    const input = RationalVector.fromRationals([x]);
    const [value, target] = [student, teacher].map((network) =>
      evaluate(network, input, (preactivation) => cauchyActivation.derivative(0, preactivation)),
    );
    if (value === undefined || target === undefined || value.equals(target)) continue;
    const slope = gradient(student, dataSet([input], [target]), cauchyActivation, squaredError).dot(tangent);
    if (slope.compare(0n) <= 0) return `slope ${slope.toFraction()} at x = ${x.toFraction()}`;
  }
  return undefined;
}

const OUTGOING = [-1n, 1n, 2n];
const STUDENTS = [[1n], [3n], [1n, 2n], [1n, 2n, 3n]];
const TEACHERS = [[rational(1n, 2n)], [rational(1n, 2n), rational(3n, 2n)]];

/** 3^m students and 3^r* teachers for each choice of incoming weights with r* ≤ m. */
const CAUCHY = 2n * 3n * 3n + (9n + 27n) * (3n + 9n);

function* cauchyCases(): Generator<CauchyCase> {
  for (const incoming of STUDENTS) {
    for (const student of networks(incoming.map((weight) => rational(weight)))) {
      for (const weights of TEACHERS.filter(({ length }) => length <= incoming.length)) {
        for (const teacher of networks(weights))
          yield { student, teacher, tangent: separatingTangent(student, teacher, INPUTS) };
      }
    }
  }
}

/** With every choice of outgoing weights. */
function networks(incoming: readonly Rational[]): TwoLayerNetwork[] {
  const choices = incoming.reduce<bigint[][]>(
    (lists) => lists.flatMap((list) => OUTGOING.map((weight) => [...list, weight])),
    [[]],
  );
  return choices.map((outgoing) =>
    twoLayerNetwork(
      1,
      1,
      incoming.map((weight, unit) => ({
        incoming: RationalVector.fromRationals([weight]),
        outgoing: RationalVector.of([outgoing[unit] ?? 0n]),
      })),
    ),
  );
}

/** For the checker, an irreducible critical point is the point above itself. */
function* plainCertificates(): Generator<Instance> {
  for (const { student, weighted, activation } of plainInstances()) {
    const data = weighted.data;
    const beta = student.neurons.map(() => rational(1n));
    yield {
      certificate: criticalCertificate("prop-4.3", {
        theta: student,
        network: student,
        beta,
        data,
        activation,
      }),
      asked: {
        claim: "prop-4.3",
        m: student.neurons.length,
        data: certificateData(data),
        activation: certificateActivation(activation),
      },
    };
  }
}

export const claim: Claim = {
  id: "open-other-critical",
  title: "Are there other critical points?",
  answer: "yes, at m ≥ r* too: local minima that are not global",
  source: "Şimşek et al. 2021, §6",
  statement:
    "Yes, at widths m ≥ r*, among them local minima that are not global; but for some activations and data there are none. " +
    "There are: let d_in = 2, d_out = 1, let the teacher be its own mirror image under x_2 → −x_2 and the incoming vectors " +
    "of the student, of any width, lie on the axis x_2 = 0. Where at each x_1 the teacher takes values on both sides of the " +
    "student's, positive weights of points (x_1, ±x_2), (x_1, ±x_2') make the residuals at x_1 sum to 0, and then ∇L = 0 " +
    "whatever the activation, at a positive loss and an irreducible student. Instances have nonsingular Hessians of several " +
    "indices, 0 included, so by the implicit function theorem such points remain for all data, weights and activations " +
    "near by, mirror images of themselves or not. There are none: for σ(x) = 1/(1 + x), d_in = d_out = 1 and positive " +
    "inputs and incoming weights, the residual changes sign less than m + r* ≤ 2m times, the ∂f/∂θ of an irreducible " +
    "student span functions with any 2m − 1 sign changes, and so some direction has a positive slope on every datum not fitted",
  hypotheses: [
    "existence: on exact instances, with the squared error; the paper's transcendental activations are covered by the argument, not by instances",
    "r* is the width of a teacher that fits the data; should a narrower one fit them, m ≥ r* holds all the more",
  ],
  evidence: [
    {
      name: "nonsingular",
      run: ({ progress }) =>
        exhaustive({
          what: "an irreducible student of width m ≥ r* is critical at a positive loss; its Hessian is nonsingular, of the index stated",
          range:
            "15 instances with rational weights, m = 2, …, 5 and teachers of widths 2 to 4, index 0 at each m",
          expected: MIRRORED,
          cases: mirroredInstances(),
          check: checkNonsingular,
          progress,
        }),
    },
    {
      name: "plain",
      run: ({ progress }) =>
        exhaustive({
          what: "an irreducible student of width m ≥ r* is critical at a positive loss, with equal weights",
          range: "three activations, m = 2, …, 5, a teacher of width 2",
          expected: PLAIN,
          cases: plainInstances(),
          check: (found) => checkOther(found) ?? (equalWeights(found) ? undefined : "weights that differ"),
          progress,
        }),
    },
    {
      name: "plain-certificates",
      run: ({ progress }) =>
        certified({
          what: "the checker finds these students irreducible and critical on the plain data",
          range: "three activations, m = 2, …, 5, a teacher of width 2",
          expected: PLAIN,
          instances: plainCertificates(),
          progress,
        }),
    },
    {
      name: "none",
      run: ({ progress }) =>
        exhaustive({
          what: "σ(x) = 1/(1 + x): some direction has a positive slope on every datum that the student doesn't fit, so it is not critical, however the data are weighted",
          range: "m ≤ 3, r* ≤ 2, r* ≤ m, outgoing weights −1, 1, 2, x = 1/2, 1, …, 4",
          expected: CAUCHY,
          cases: cauchyCases(),
          check: checkCauchy,
          progress,
        }),
    },
  ],
  cites: { properties: [], tests: ["test/claims/open-other-critical.test.ts"] },
};

function equalWeights({ weighted: { weights } }: Omit<MirroredInstance, "index">): boolean {
  return weights.every((weight) => weight.equals(rational(1n, 2n)));
}
