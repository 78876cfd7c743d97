import { labelledPartitions } from "../combinatorics/partitions/enumeration.js";
import type { LabelledPartition } from "../combinatorics/partitions/labelledPartition.js";
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
    "not an invariant manifold.' The first sentence holds of flows that aren't constant. The second " +
    "fails where all points of Θ are stationary, as they are if θ^r has zero loss; it holds if θ^r is " +
    "not critical, as a unit that carries all of a_t has the derivatives of unit t, and, on the " +
    "instances, for critical θ^r of positive loss and m > r. (There, points without zero-type neurons " +
    "have zero gradient, as §4.2 says, if d_out = 1; for d_out ≥ 2 those of Def. 4.1 do, whose outgoing " +
    "vectors are multiples β_ia_t)",
  source: "Şimşek et al. 2021, after Def. 3.3",
  hypotheses: ["flows are unique, as for c and σ in C²; at zero loss that is not needed"],
  evidence: [
    { name: "counterexample", run: () => invarianceVerdict() },
    everyCase("zero-loss", {
      what: "zero loss: the gradient is 0 at a point in general position on every Γ_P",
      range: `all labelled partitions, r ≤ 2, m ≤ r + ${EXTRA}, (d_in, d_out) = (1, 1), (2, 2)`,
      expected: () => CASES,
      cases: () => cases(true),
      check: (found) => checkFlow(found, "stationary"),
    }),
    everyCase("not-critical", {
      what:
        "θ^r not critical: the gradient is not 0 at any such point, and orthogonal to Γ_P, so that the " +
        "flow leaves Θ",
      range: "the same points, with other targets",
      expected: () => CASES,
      cases: () => cases(false),
      check: (found) => checkFlow(found, "leaves"),
    }),
    everyCase("critical", {
      what:
        "θ^r critical at a positive loss: the gradient is 0 at such a point if d_out = 1 and P has no " +
        "zero block, and not 0 if it has one; with d_out = 2 and E ≠ 0 it is 0 for m = r only",
      range: `two strict minima of width 1, all labelled partitions, m ≤ ${1 + EXTRA}`,
      expected: () => 2n * partitionsUpTo(1),
      cases: () => criticalCases(),
      check: (found) => checkFlow(found, found.wanted),
    }),
  ],
};

const POINTS = 4;

const ACTIVATION = QUOTIENT;

/** A point in general position on Γ_P(θ^r), and data. */
export interface FlowCase extends LabelledCase {
  readonly data: DataSet;
}

/** What the gradient says of the flow from that point. */
export type Flow = "stationary" | "leaves";

function place({ partition, network }: FlowCase): string {
  return `on P = [${partition.key}] at (${toPoint(network).key})`;
}

/**
 * The gradient is 0, or it is not: then it is orthogonal to Γ_P, as L is constant there, and as L falls the
 * flow leaves Θ.
 */
export function checkFlow(found: FlowCase, wanted: Flow): string | undefined {
  const { theta, partition, network, data } = found;
  if (!onExpansionManifold(theta, network)) return `a point off Θ ${place(found)}`;
  const own = loss(network, data, ACTIVATION, squaredError);
  if (!own.equals(loss(theta, data, ACTIVATION, squaredError))) return `another loss ${place(found)}`;
  const slope = gradient(network, data, ACTIVATION, squaredError);
  if (slope.isZero() !== (wanted === "stationary"))
    return `${slope.isZero() ? "a zero" : "a nonzero"} gradient ${place(found)}`;
  const along = gammaSubspace(theta, partition).directions.find(
    (direction) => !direction.dot(slope).equals(0n),
  );
  return along === undefined ? undefined : `a gradient along Γ_P ${place(found)}`;
}

/** All P for r ≤ 2, m ≤ r + 2, d_in, d_out ≤ 2, with the data that θ^r labels or with others. */
function* cases(fitted: boolean): Generator<FlowCase> {
  for (const r of [1, 2]) {
    for (const [inputDimension, outputDimension] of [
      [1, 1],
      [2, 2],
    ] as const) {
      const theta = standardNetwork(r, inputDimension, outputDimension);
      const own = fittedData(theta, spreadInputs(POINTS, inputDimension), (x) => ACTIVATION.derivative(0, x));
      const data = fitted ? own : dataSet(own.inputs, own.targets.map(shifted));
      for (let m = r; m <= r + EXTRA; m += 1) {
        for (const partition of labelledPartitions(r, m))
          yield { ...labelledCase(theta, partition, POINTS), data };
      }
    }
  }
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
  readonly wanted: Flow;
}

/**
 * Above which critical points, by their names among {@link copiedPoints}; both of width 1, with the
 * activation of the other cases.
 */
const BELOW = ["1 → 1, B ≻ 0", "2 → 2, E ≠ 0"];

/**
 * For d_out = 1 the point is stationary where P has no zero block, and only there. With E_t ≠ 0 it is at m =
 * r only: ∂L/∂w_i is a_iᵀE_t, and in general position a_i is no multiple of a_t.
 */
export function* criticalCases(names = BELOW): Generator<CriticalFlowCase> {
  for (const { point } of copiedPoints().filter(({ name }) => names.includes(name))) {
    const { network: theta, data } = point;
    for (let m = 1; m <= 1 + EXTRA; m += 1) {
      for (const partition of labelledPartitions(1, m)) {
        const isStationary = theta.outputDimension === 1 ? partition.zeroBlockCount === 0 : m === 1;
        const wanted: Flow = isStationary ? "stationary" : "leaves";
        yield { ...labelledCase(theta, partition, data.inputs.length), data, wanted };
      }
    }
  }
}

/** One unit copied, and two zero-type units, above θ^1 = (1; 1), for the data that θ^1 labels. */
export function zeroLossCase(): FlowCase {
  const theta = standardNetwork(1, 1, 1);
  const partition = [...labelledPartitions(1, 4)].find(isMixed);
  if (partition === undefined) throw new RangeError("no such partition");
  const data = fittedData(theta, spreadInputs(POINTS, 1), (x) => ACTIVATION.derivative(0, x));
  return { ...labelledCase(theta, partition, POINTS), data };
}

function isMixed({ key }: LabelledPartition): boolean {
  return key === "1,1,0,0";
}

/**
 * The refutation stands if the flow from the point of zero loss is constant, though it is one of Θ with m >
 * r.
 */
export function invarianceVerdict(found: FlowCase = zeroLossCase()): Refuted {
  const fault = checkFlow(found, "stationary");
  const value = loss(found.network, found.data, ACTIVATION, squaredError);
  const held = fault === undefined && value.equals(0n);
  return {
    kind: "refuted as stated",
    held,
    what:
      "that Θ_{r→m}(θ^r) is not an invariant manifold: it is for every θ^r of zero loss, as all its " +
      "points are stationary",
    counterexample: {
      "θ^1 = (w; a) = (1; 1), data": `x = ${found.data.inputs.map(({ key }) => key).join(", ")}, labelled by θ^1 with σ = 1 + x/(1 + x²)`,
      "a point of Θ_{1→4}(θ^1): (w_1, …, w_4, a_1, …, a_4)": toPoint(found.network).key,
      "∇L there": gradient(found.network, found.data, ACTIVATION, squaredError).key,
    },
    corrected:
      "where flows are unique, Θ is invariant exactly if all its points are critical: on a flow that " +
      "stays in Θ the loss is constant, so that |∇L|² = −dL/dt = 0. They are if θ^r has zero loss, as c " +
      "is nowhere negative and 0 there (and flows stay whether unique or not, as the loss cannot fall); " +
      "and if m = r and θ^r is critical. A flow that isn't constant then meets Θ at one time at most, as " +
      "the loss falls on it",
    ...(held ? {} : { failure: fault ?? `loss ${value.toFraction()}` }),
  };
}
