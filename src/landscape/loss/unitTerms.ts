import { entry } from "../../exact/entry.js";
import { type IntegerMatrix, dot } from "../../exact/vectors/integerMatrix.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { Cost } from "./cost.js";
import { type UnitJacobian, unitJacobian } from "./jacobian.js";
import type { PointPass, UnitPass } from "./pointPass.js";
import type { RationalMatrix } from "./rationalMatrix.js";

/** What one unit contributes to the Hessian at one data point. */
export interface UnitTerms {
  /** J: the derivatives of f in the unit's parameters. */
  readonly jacobian: UnitJacobian;
  /** ∇²c·J. */
  readonly pulled: UnitJacobian;
  /** The second derivatives of f in the unit's parameters, weighted by ∇c. */
  readonly bending: readonly RationalMatrix[];
}

/** The terms of all units at one data point. */
export function unitTerms(
  { input, units, output }: PointPass,
  target: RationalVector,
  cost: Cost,
): UnitTerms[] {
  const force = RationalVector.fromRationals(cost.gradient(output, target));
  const rows = cost.hessian(output, target);
  const flat = RationalVector.fromRationals(rows.flat());
  const second = rows.map((_, row) => flat.numerators.slice(row * rows.length, (row + 1) * rows.length));
  return units.map((unit) => {
    const jacobian = unitJacobian(unit, input);
    const columns = jacobian.columns.map((column) => second.map((row) => dot(row, column)));
    return {
      jacobian,
      pulled: { columns, denominator: jacobian.denominator * flat.denominator },
      bending: bending(unit, input, force),
    };
  });
}

/** Jᵀ ∇²c J' of two units: the Gauss–Newton part. */
export function gaussNewton({ jacobian }: UnitTerms, { pulled }: UnitTerms): RationalMatrix {
  return {
    numerators: jacobian.columns.map((left) => pulled.columns.map((right) => dot(left, right))),
    denominator: jacobian.denominator * pulled.denominator,
  };
}

/** (a·∇c) σ''(w·x) x xᵀ in w, and σ'(w·x) x ∇cᵀ in w and a. */
function bending(
  { outgoing, valueAndSlope, curvature }: UnitPass,
  x: RationalVector,
  force: RationalVector,
): RationalMatrix[] {
  const slope = entry(valueAndSlope.numerators, 1);
  const { s, n, d } = outgoing.dot(force).mul(curvature);
  const inW: IntegerMatrix = [
    ...x.numerators.map((left) => [
      ...x.numerators.map((right) => s * n * left * right),
      ...force.numerators.map(() => 0n),
    ]),
    ...force.numerators.map(() => [...x.numerators, ...force.numerators].map(() => 0n)),
  ];
  const inWAndA: IntegerMatrix = [
    ...x.numerators.map((left) => [
      ...x.numerators.map(() => 0n),
      ...force.numerators.map((right) => slope * left * right),
    ]),
    ...force.numerators.map((left) => [
      ...x.numerators.map((right) => slope * left * right),
      ...force.numerators.map(() => 0n),
    ]),
  ];
  return [
    { numerators: inW, denominator: d * x.denominator * x.denominator },
    { numerators: inWAndA, denominator: valueAndSlope.denominator * x.denominator * force.denominator },
  ];
}
