import { gcd, lcm } from "../exact/integer.js";
import type { IntegerMatrix } from "../exact/integerMatrix.js";
import type { Rational } from "../exact/rational.js";
import { RationalVector } from "../exact/rationalVector.js";
import { incomingIndex, outgoingIndex, parameterCount } from "../manifold/parameterSpace.js";
import type { TwoLayerNetwork } from "../network/twoLayerNetwork.js";
import type { Activation } from "./activation.js";
import type { Cost } from "./cost.js";
import { type DataSet, requireFittingData } from "./data.js";
import { type PointJacobian, pointJacobian } from "./jacobian.js";
import { type PointPass, pointPasses } from "./pointPass.js";

/**
 * A Hessian over Q: a symmetric matrix of integers over one positive denominator, without a factor common to all.
 * Its inertia is that of the integer matrix.
 */
export interface Hessian {
  readonly numerators: IntegerMatrix;
  readonly denominator: bigint;
}

/**
 * The Hessian of {@link loss} in the parameters' order of parameterSpace.ts. It is the sum over the data of
 * J_kᵀ ∇²c J_k (Gauss–Newton) and of the second derivatives of f(x_k|θ) weighted by ∇c, which don't mix units:
 * (a_i·∇c) σ''(w_i·x_k) x_k x_kᵀ for w_i, and σ'(w_i·x_k) x_k ∇cᵀ for w_i with a_i.
 *
 * @throws InputError if the data don't fit the network, or where the activation or the cost has no value.
 * @example hessian(theta, dataSet([RationalVector.parse("1")], [RationalVector.parse("5")]), polynomialActivation([rational(0n), rational(1n)]), squaredError)
 * // { numerators: [[4n, -1n], [-1n, 1n]], denominator: 1n }
 */
export function hessian(
  network: TwoLayerNetwork,
  data: DataSet,
  activation: Activation,
  cost: Cost,
): Hessian {
  requireFittingData(network, data);
  const terms = pointPasses(network, data.inputs, activation).map((pass, index) =>
    termAt(pass, data.targets[index] ?? pass.output, cost),
  );
  const denominator = terms.reduce((common, term) => lcm(common, term.denominator), 1n);
  const { inputDimension, outputDimension, neurons } = network;
  const space = { inputDimension, outputDimension, width: neurons.length };
  const lower = Array.from({ length: parameterCount(space) }, (_, row) =>
    new Array<bigint>(row + 1).fill(0n),
  );
  for (const term of terms) {
    const scale = denominator / term.denominator;
    addGaussNewton(lower, term, scale);
    addCurvature(lower, term, scale, space);
  }
  return inLowestTerms(lower, denominator);
}

/** One data point's share, and what its two parts are to be multiplied by to stand over `denominator`. */
interface Term {
  readonly pass: PointPass;
  readonly jacobian: PointJacobian;
  readonly force: RationalVector;
  /** ∇²c as integers. */
  readonly curvature: IntegerMatrix;
  readonly denominator: bigint;
  readonly curvatureScale: bigint;
  readonly forceScale: bigint;
}

function termAt(pass: PointPass, target: RationalVector, cost: Cost): Term {
  const jacobian = pointJacobian(pass);
  const force = RationalVector.fromRationals(cost.gradient(pass.output, target));
  const second = overOneDenominator(cost.hessian(pass.output, target));
  const common = lcm(force.denominator, second.denominator);
  return {
    pass,
    jacobian,
    force,
    curvature: second.numerators,
    denominator: jacobian.denominator * jacobian.denominator * common,
    curvatureScale: common / second.denominator,
    forceScale: common / force.denominator,
  };
}

function overOneDenominator(rows: readonly (readonly Rational[])[]): Hessian {
  const { numerators, denominator } = RationalVector.fromRationals(rows.flat());
  const size = rows.length;
  return { numerators: rows.map((_, row) => numerators.slice(row * size, (row + 1) * size)), denominator };
}

/** Adds JᵀCJ, the lower triangle only. */
function addGaussNewton(
  lower: bigint[][],
  { jacobian, curvature, curvatureScale }: Term,
  scale: bigint,
): void {
  const factor = curvatureScale * scale;
  const columns = lower.map((_, parameter) => jacobian.rows.map((row) => row[parameter] ?? 0n));
  lower.forEach((entries, row) => {
    const column = columns[row] ?? [];
    const pulled = curvature.map((weights) => factor * innerProduct(weights, column));
    if (pulled.every((entry) => entry === 0n)) return;
    for (let other = 0; other <= row; other++) {
      entries[other] = (entries[other] ?? 0n) + innerProduct(pulled, columns[other] ?? []);
    }
  });
}

/** Adds the second derivatives of the output weighted by ∇c. */
function addCurvature(
  lower: bigint[][],
  { pass, jacobian, force, forceScale }: Term,
  scale: bigint,
  space: { readonly inputDimension: number; readonly outputDimension: number; readonly width: number },
): void {
  const { input, outgoing, denominator } = pass;
  // Over q·d_a·d_x² and q·d_x stand the products below; the sum is over the square of q·d_a·d_x.
  const pairScale = forceScale * scale * denominator * outgoing.denominator;
  const mixedScale = forceScale * scale * jacobian.denominator * outgoing.denominator;
  outgoing.numerators.forEach((weights, unit) => {
    const pair = pairScale * innerProduct(weights, force.numerators) * (pass.curvatures[unit] ?? 0n);
    const mixed = mixedScale * (pass.slopes[unit] ?? 0n);
    input.numerators.forEach((coordinate, first) => {
      const place = incomingIndex(space, unit, first);
      for (let second = 0; second <= first; second++) {
        add(
          lower,
          place,
          incomingIndex(space, unit, second),
          pair * coordinate * (input.numerators[second] ?? 0n),
        );
      }
      force.numerators.forEach((share, output) => {
        add(lower, outgoingIndex(space, unit, output), place, mixed * coordinate * share);
      });
    });
  });
}

function add(lower: bigint[][], row: number, column: number, summand: bigint): void {
  const entries = lower[row];
  if (entries !== undefined) entries[column] = (entries[column] ?? 0n) + summand;
}

/** The sum of products; both lists are of length d_out, mostly 1. */
function innerProduct(left: readonly bigint[], right: readonly bigint[]): bigint {
  let sum = 0n;
  for (let index = 0; index < left.length; index++) sum += (left[index] ?? 0n) * (right[index] ?? 0n);
  return sum;
}

function inLowestTerms(lower: readonly (readonly bigint[])[], denominator: bigint): Hessian {
  let common = denominator;
  for (const row of lower) {
    for (const entry of row) if (common !== 1n) common = gcd(common, entry);
  }
  const reduced = common === 1n ? lower : lower.map((row) => row.map((entry) => entry / common));
  const numerators = reduced.map((_, row) =>
    reduced.map((entries, column) => (column <= row ? reduced[row]?.[column] : entries[row]) ?? 0n),
  );
  return { numerators, denominator: denominator / common };
}
