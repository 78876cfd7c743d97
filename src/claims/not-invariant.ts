import { labelledPartitions } from "../combinatorics/partitions/enumeration.js";
import { LabelledPartition } from "../combinatorics/partitions/labelledPartition.js";
import { labelledPartitionCount } from "../combinatorics/counts/labelledPartitionCount.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { squaredError } from "../landscape/loss/cost.js";
import { type DataSet, dataSet } from "../landscape/loss/data.js";
import { gradient } from "../landscape/loss/gradient.js";
import { loss } from "../landscape/loss/loss.js";
import { fittedData } from "../landscape/zeroLoss/zeroLossSet.js";
import { onExpansionManifold } from "../manifold/subspaces/expansionManifold.js";
import { gammaSubspace } from "../manifold/subspaces/gammaSubspace.js";
import { toPoint } from "../manifold/subspaces/parameterSpace.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Claim } from "./evidence/claim.js";
import { copiedPoints } from "./instances/copiedUnits.js";
import { QUOTIENT } from "./instances/criticalInstances.js";
import { standardNetwork } from "./evidence/ranges.js";
import { type LabelledCase, labelledCase } from "./instances/teacherData.js";
import type { Refuted } from "./evidence/verdict.js";
import { spreadInputs } from "./instances/zeroLossInstances.js";
import { everyCase } from "./evidence/everyCase.js";

const EXTRA = 2;

export const claim: Claim = {
  id: "not-invariant",
  title: "The expansion manifold under gradient flow",
  statement:
    "'Since Θ is an equal-loss manifold, the gradient flow can cross it at most for once. Therefore Θ is " +
    "not an invariant manifold.' The first sentence is true of flows that are not constant. The second is " +
    "false where all points of Θ are stationary, as they are if θ^r has zero loss. It is true if θ^r is " +
    "not critical, as a unit that carries all of a_t has the derivatives of unit t; and, on the " +
    "instances, for critical θ^r of positive loss and m > r. (There, if d_out = 1, points without " +
    "zero-type neurons have zero gradient, as §4.2 says; for d_out ≥ 2 this holds for the points of Def. " +
    "4.1, whose outgoing vectors are multiples β_ia_t.)",
  provedInPart: {
    part: "zero loss, and θ^r not critical",
    leavesOpen:
      "that a flow that is not constant meets Θ at most once; and the case of critical θ^r of positive loss and m > r, which is checked on instances; " +
      "that at zero loss no uniqueness of flows is needed; and that there is a flow through each point. The theorem on " +
      "zero loss is over complete ordered fields, with locally Lipschitz gradients",
  },
  source: "Şimşek et al. 2021, after Def. 3.3",
  hypotheses: ["flows are unique, as for c and σ in C²; not needed at zero loss"],
  evidence: [
    { name: "counterexample", kind: "refuted as stated", run: () => invarianceVerdict() },
    everyCase("zero-loss", {
      what: "zero loss: the gradient is 0 at a point in general position on every Γ_P",
      range: `all labelled partitions, r ≤ 2, m ≤ r + ${EXTRA}, (d_in, d_out) = (1, 1), (2, 2)`,
      expected: () => CASES,
      cases: () => cases(true),
      check: (item) => checkFlow(item, "stationary"),
    }),
    everyCase("not-critical", {
      what:
        "θ^r not critical: at every such point the gradient is not 0, and it is orthogonal to Γ_P, so the " +
        "flow leaves Θ",
      range: "the same points, with other targets",
      expected: () => CASES,
      cases: () => cases(false),
      check: (item) => checkFlow(item, "leaves"),
    }),
    everyCase("critical", {
      what:
        "θ^r critical at a positive loss: if d_out = 1, the gradient at such a point is 0 if and only if P " +
        "has no zero block; if d_out = 2 and E ≠ 0, it is 0 if and only if m = r",
      range: `two strict minima of width 1, all labelled partitions, m ≤ ${1 + EXTRA}`,
      expected: () => 2n * partitionsUpTo(1),
      cases: () => criticalCases(),
      check: (item) => checkFlow(item, item.expected),
    }),
  ],
  theorems: ["zero_loss_invariant", "flows_inside_are_critical"],
};

const POINTS = 4;

const ACTIVATION = QUOTIENT;

/** A point in general position on Γ_P(θ^r), and data. */
export interface FlowCase extends LabelledCase {
  readonly data: DataSet;
}

/** The flow from that point, by its gradient. */
export type Flow = "stationary" | "leaves";

function place({ partition, network }: FlowCase): string {
  return `on P = [${partition.key}] at (${toPoint(network).key})`;
}

/**
 * The gradient is 0 as expected; or it is not, and it is orthogonal to Γ_P, where L is constant: then L
 * decreases along the flow, which leaves Θ.
 */
export function checkFlow(item: FlowCase, expected: Flow): string | undefined {
  const { theta, partition, network, data } = item;
  if (!onExpansionManifold(theta, network)) return `a point off Θ ${place(item)}`;
  const value = loss(network, data, ACTIVATION, squaredError);
  if (!value.equals(loss(theta, data, ACTIVATION, squaredError))) return `another loss ${place(item)}`;
  const slope = gradient(network, data, ACTIVATION, squaredError);
  if (slope.isZero() !== (expected === "stationary"))
    return `${slope.isZero() ? "a zero" : "a nonzero"} gradient ${place(item)}`;
  const along = gammaSubspace(theta, partition).directions.find(
    (direction) => !direction.dot(slope).equals(0n),
  );
  return along === undefined ? undefined : `a gradient along Γ_P ${place(item)}`;
}

/** All P for r ≤ 2, m ≤ r + 2, d_in, d_out ≤ 2, with the data that θ^r labels or with others. */
function* cases(fitted: boolean): Generator<FlowCase> {
  for (const r of [1, 2]) {
    for (const [inputDimension, outputDimension] of [
      [1, 1],
      [2, 2],
    ] as const) {
      const theta = standardNetwork(r, inputDimension, outputDimension);
      const labelled = labelledBy(theta);
      const data = fitted ? labelled : dataSet(labelled.inputs, labelled.targets.map(shifted));
      for (let m = r; m <= r + EXTRA; m += 1) {
        for (const partition of labelledPartitions(r, m))
          yield { ...labelledCase(theta, partition, POINTS), data };
      }
    }
  }
}

/** Data that θ^r labels. */
function labelledBy(theta: TwoLayerNetwork): DataSet {
  const inputs = spreadInputs(POINTS, theta.inputDimension);
  return fittedData(theta, inputs, (x) => ACTIVATION.derivative(0, x));
}

function shifted(target: RationalVector, index: number): RationalVector {
  return target.plus(RationalVector.of(target.numerators.map(() => BigInt(index + 1))));
}

const partitionsUpTo = (r: number): bigint =>
  Array.from({ length: EXTRA + 1 }, (_, more) => labelledPartitionCount(r, r + more)).reduce(
    (sum, count) => sum + count,
    0n,
  );

/** Two pairs of dimensions. */
const CASES = 2n * (partitionsUpTo(1) + partitionsUpTo(2));

/** A point in general position above a critical point of positive loss. */
export interface CriticalFlowCase extends FlowCase {
  readonly expected: Flow;
}

/** Critical points by their names among {@link copiedPoints}: of width 1, with the same activation. */
const BELOW = ["1 → 1, B ≻ 0", "2 → 2, E ≠ 0"];

/**
 * For d_out = 1 the point is stationary if and only if P has no zero block. With E_t ≠ 0 it is stationary if
 * and only if m = r: ∂L/∂w_i is a_iᵀE_t, and in general position a_i is not a multiple of a_t.
 */
export function* criticalCases(names = BELOW): Generator<CriticalFlowCase> {
  for (const { point } of copiedPoints().filter(({ name }) => names.includes(name))) {
    const { network: theta, data } = point;
    for (let m = 1; m <= 1 + EXTRA; m += 1) {
      for (const partition of labelledPartitions(1, m)) {
        const isStationary = theta.outputDimension === 1 ? partition.zeroBlockCount === 0 : m === 1;
        yield {
          ...labelledCase(theta, partition, data.inputs.length),
          data,
          expected: isStationary ? "stationary" : "leaves",
        };
      }
    }
  }
}

/** One unit copied, and two zero-type units, above θ^1 = (1; 1), for the data that θ^1 labels. */
export function zeroLossCase(): FlowCase {
  const theta = standardNetwork(1, 1, 1);
  const partition = LabelledPartition.of([1, 1, 0, 0], 1);
  return { ...labelledCase(theta, partition, POINTS), data: labelledBy(theta) };
}

/** The refutation holds if the flow from the point of zero loss, one of Θ with m > r, is constant. */
export function invarianceVerdict(item: FlowCase = zeroLossCase()): Refuted {
  const { network, data } = item;
  const fault = checkFlow(item, "stationary");
  const value = loss(network, data, ACTIVATION, squaredError);
  const held = fault === undefined && value.equals(0n);
  return {
    kind: "refuted as stated",
    held,
    what:
      "that Θ_{r→m}(θ^r) is not an invariant manifold: it is invariant for every θ^r of zero loss, as all " +
      "its points are stationary",
    counterexample: {
      "θ^1 = (w; a) = (1; 1), data": `x = ${data.inputs.map(({ key }) => key).join(", ")}, labelled by θ^1 with σ = 1 + x/(1 + x²)`,
      "a point of Θ_{1→4}(θ^1): (w_1, …, w_4, a_1, …, a_4)": toPoint(network).key,
      "∇L there": gradient(network, data, ACTIVATION, squaredError).key,
    },
    corrected:
      "where flows are unique, Θ is invariant if and only if all its points are critical: on a flow that " +
      "stays in Θ the loss is constant, so |∇L|² = −dL/dt = 0. They are critical if θ^r has zero loss, as " +
      "c ≥ 0 with equality there (and flows stay whether unique or not, as the loss cannot decrease); and " +
      "if m = r and θ^r is critical. A flow that is not constant meets Θ at most once, as the loss " +
      "decreases along it",
    ...(held ? {} : { failure: fault ?? `loss ${value.toFraction()}` }),
  };
}
