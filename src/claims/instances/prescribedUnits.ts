import { entry, lastEntry } from "../../exact/entry.js";
import { certifiedSolve } from "../../exact/matrices/certifiedSolve.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { type IntegerMatrix, product, transpose } from "../../exact/vectors/integerMatrix.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { Activation } from "../../landscape/activations/activation.js";
import { isGenericFor } from "../../landscape/criticalPoints/genericity.js";
import type { CopiedUnit } from "../../landscape/criticalPoints/inertiaAbove.js";
import { type Draw, distinct, nonzeroInteger } from "../../landscape/criticalPoints/randomCriticalPoint.js";
import type { UnitsOnData } from "../../landscape/criticalPoints/unitsOnData.js";
import { type DataSet, dataSet } from "../../landscape/loss/data.js";
import { seededIntegers } from "../../network/seededIntegers.js";
import { type TwoLayerNetwork, type Unit, evaluate, twoLayerNetwork } from "../../network/twoLayerNetwork.js";

/** What a point is to be like. */
export interface PrescribedRequest {
  readonly inputDimension: number;
  readonly outputDimension: number;
  /** For each unit the rank of E_t, below d_out if the point is critical, and the inertia of B_t|ker E_t. */
  readonly kinds: readonly CopiedUnit[];
  readonly isCritical: boolean;
  /** What the residuals are multiplied by: positive, so that the kinds stay. */
  readonly scale: Rational;
  readonly activation: Activation;
  readonly seed: number;
}

/** A network and data whose residuals e_k for the squared error make E_t and B_t as they were prescribed. */
export interface PrescribedPoint extends UnitsOnData {
  readonly data: DataSet;
  readonly request: PrescribedRequest;
}

/**
 * Draws a network and inputs, and for each unit a rational E_t and B_t of the prescribed kind. The residuals
 * solve the linear equations Σ_k e_k σ'(w_t·x_k) x_kᵀ = E_t and Σ_k (a_t·e_k) σ''(w_t·x_k) x_k x_kᵀ = B_t;
 * and at a critical point Σ_k σ(w_t·x_k) e_k = 0, where a_tᵀE_t = 0. They are drawn and then changed in few
 * entries, so that they aren't 0 even where E_t and B_t are.
 */
export function prescribedPoint(request: PrescribedRequest): PrescribedPoint {
  const { inputDimension, outputDimension, kinds, isCritical, seed } = request;
  const name = kinds.map(kindText).join("; ");
  const shape = `${inputDimension}-${kinds.length}-${outputDimension}`;
  const draw = seededIntegers(seed, `prescribed ${shape}, ${name}, ${isCritical}`);
  for (let draws = 0; draws < MOST_DRAWS; draws++) {
    const point = drawnPoint(request, draw);
    if (point !== undefined) return point;
  }
  throw new RangeError(`no point for ${name} in ${MOST_DRAWS} draws`);
}

/** Undefined if the equations have no solution, or one that fits a datum. */
function drawnPoint(request: PrescribedRequest, draw: Draw): PrescribedPoint | undefined {
  const { inputDimension: size, outputDimension, kinds, isCritical, scale, activation } = request;
  const vector = (dimension: number): RationalVector =>
    RationalVector.of(Array.from({ length: dimension }, () => nonzeroInteger(draw, 2)));
  const incoming = distinct(
    kinds.length,
    () => vector(size),
    () => true,
  );
  const units = incoming.map((weights) => ({ incoming: weights, outgoing: vector(outputDimension) }));
  const network = twoLayerNetwork(size, outputDimension, units);
  const generic = isGenericFor(activation);
  const points = kinds.length * (size + (size * (size + 1)) / 2 + (isCritical ? 1 : 0)) + 1;
  const inputs = distinct(
    points,
    () =>
      RationalVector.of(
        Array.from({ length: size }, () => BigInt(draw(-points, points))),
        2n,
      ),
    (input) => incoming.every((weights) => generic(weights.dot(input))),
  );
  const wanted = units.map((unit, index) => matrices(unit, entry(kinds, index), isCritical, draw));
  const rows = equations(network, inputs, activation, wanted, isCritical);
  const entries = solved(rows, vector(points * outputDimension));
  if (entries === undefined) return undefined;
  const residuals = inputs.map((_, index) =>
    entries.slice(index * outputDimension, (index + 1) * outputDimension).times(scale),
  );
  if (residuals.some((residual) => residual.isZero())) return undefined;
  const targets = inputs.map((input, index) =>
    evaluate(network, input, (z) => activation.derivative(0, z)).minus(entry(residuals, index)),
  );
  return { network, activation, data: dataSet(inputs, targets), residuals, request };
}

/** A solution of equations, whose right sides are their last entries, in few entries other than the start. */
function solved(rows: readonly (readonly Rational[])[], start: RationalVector): RationalVector | undefined {
  const reduced = rows.map((row) => {
    const left = row.slice(0, -1);
    const rest = lastEntry(row).sub(RationalVector.fromRationals(left).dot(start));
    return RationalVector.fromRationals([...left, rest]).numerators;
  });
  const answer = certifiedSolve(
    reduced.map((row) => row.slice(0, -1)),
    reduced.map(lastEntry),
    start.dimension,
  );
  return answer.solvable ? answer.solution.plus(start) : undefined;
}

const MOST_DRAWS = 20;

/** "rank 1, (1, 0, 1)". */
export function kindText({ rank, onKernel: { positive, negative, zero } }: CopiedUnit): string {
  return `rank ${rank}, (${positive}, ${negative}, ${zero})`;
}

/** E_t, by rows, and B_t. */
interface UnitMatrices {
  readonly mixed: IntegerMatrix;
  readonly curvature: IntegerMatrix;
}

/**
 * With R a triangular matrix of determinant 1, E = P·(the first rows of R) for a P of full rank, and B =
 * RᵀSR. So ker E is where the first coordinates of Rx are 0, and B has the inertia of the last block of S
 * there: a diagonal matrix. The rest of S is drawn.
 */
function matrices(
  { outgoing }: Unit,
  { rank, onKernel }: CopiedUnit,
  isCritical: boolean,
  draw: Draw,
): UnitMatrices {
  const size = rank + onKernel.positive + onKernel.negative + onKernel.zero;
  const entries = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
  const unitTriangular = (count: number): bigint[][] =>
    entries(count).map((row) =>
      entries(count).map((column) => (row === column ? 1n : row > column ? BigInt(draw(-1, 1)) : 0n)),
    );
  const frame = unitTriangular(size);
  const signs = [
    ...entries(onKernel.positive).map(() => 1n),
    ...entries(onKernel.negative).map(() => -1n),
    ...entries(onKernel.zero).map(() => 0n),
  ];
  const form = entries(size).map(() => new Array<bigint>(size).fill(0n));
  for (const row of entries(size)) {
    for (const column of entries(row + 1)) {
      const value =
        column < rank
          ? nonzeroInteger(draw, 3)
          : row === column
            ? entry(signs, row - rank) * BigInt(draw(1, 3))
            : 0n;
      entry(form, row)[column] = value;
      entry(form, column)[row] = value;
    }
  }
  const columns = isCritical ? orthogonal(outgoing) : unitTriangular(outgoing.dimension);
  const mixing = unitTriangular(columns.length);
  const rows = transpose(product(mixing, columns, outgoing.dimension).slice(0, rank), outgoing.dimension);
  return {
    mixed: product(rows, frame.slice(0, rank), size),
    curvature: product(transpose(frame, size), product(form, frame, size), size),
  };
}

/** d − 1 independent vectors v with a·v = 0, for a ≠ 0. */
function orthogonal({ numerators }: RationalVector): bigint[][] {
  const pivot = numerators.findIndex((value) => value !== 0n);
  return numerators.flatMap((value, place) =>
    place === pivot
      ? []
      : [
          numerators.map((_, index) =>
            index === place ? entry(numerators, pivot) : index === pivot ? -value : 0n,
          ),
        ],
  );
}

/** The equations in the N·d_out entries of the residuals, each with its right side as the last entry. */
function equations(
  { units, outputDimension }: TwoLayerNetwork,
  inputs: readonly RationalVector[],
  activation: Activation,
  wanted: readonly UnitMatrices[],
  isCritical: boolean,
): Rational[][] {
  const zero = rational(0n);
  return units.flatMap(({ incoming, outgoing }, t) => {
    const { mixed, curvature } = entry(wanted, t);
    const jets = inputs.map((input) => activation.jet(incoming.dot(input)));
    const inOutput = (output: number, factor: (k: number) => Rational): Rational[] =>
      inputs.flatMap((_, k) =>
        Array.from({ length: outputDimension }, (_, other) => (other === output ? factor(k) : zero)),
      );
    const slopes = mixed.flatMap((row, output) =>
      row.map((value, i) => [
        ...inOutput(output, (k) =>
          entry(inputs, k)
            .at(i)
            .mul(entry(entry(jets, k), 1)),
        ),
        rational(value),
      ]),
    );
    const bends = curvature.flatMap((row, i) =>
      row.slice(0, i + 1).map((value, j) => [
        ...inputs.flatMap((input, k) =>
          outgoing.toRationals().map((weight) =>
            weight
              .mul(entry(entry(jets, k), 2))
              .mul(input.at(i))
              .mul(input.at(j)),
          ),
        ),
        rational(value),
      ]),
    );
    const values = mixed.map((_, output) => [...inOutput(output, (k) => entry(entry(jets, k), 0)), zero]);
    return isCritical ? [...slopes, ...bends, ...values] : [...slopes, ...bends];
  });
}
