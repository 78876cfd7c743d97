import { isGiven } from "../checker/request.js";
import { type Rational, entry, fields, rationals, rows } from "../checker/values.js";
import { type Expected, demand } from "../checker/verdict.js";
import type { Matrix } from "./layers.js";
import { demandBrief, lengthOf } from "./limits.js";
import { type Network, dimensions, network } from "./network.js";

/** A network above θ with its shares, and the squared error of some data with the activation P/Q. */
export type LossPoint = readonly [
  inputDimension: number,
  outputDimension: number,
  numerator: readonly Rational[],
  denominator: readonly Rational[],
  data: Network,
  theta: Network,
  network: Network,
  beta: readonly Rational[],
];

/**
 * Reads a network above θ, of the caller's widths.
 *
 * @param evidence matrices that are multiplied with the Hessian.
 */
export function lossPoint(
  members: Record<string, unknown>,
  expected: Expected,
  evidence: readonly Matrix[],
): LossPoint {
  const theta = network(members.theta, "body.theta");
  const units = network(members.network, "body.network");
  const isOfSizes = isGiven(theta.length, expected.r) && isGiven(units.length, expected.m);
  demand(isOfSizes, "parameters", "body", "its widths r and m are not the caller's");
  const shares = rationals(members.beta, "body.beta");
  const [numerator, denominator] = activation(members.activation);
  const data = dataOf(members.data);
  const [inputs, outputs] = dimensions(theta, "body.theta");
  const point = [inputs, outputs, numerator, denominator, data, theta, units, shares] as const;
  demandBriefLoss(point, evidence);
  return point;
}

/** The coefficients of P and of Q. */
function activation(value: unknown): [Rational[], Rational[]] {
  const members = fields(value, ["denominator", "numerator"], "body.activation");
  const numerator = rationals(members.numerator, "body.activation.numerator");
  return [numerator, rationals(members.denominator, "body.activation.denominator")];
}

/** Inputs with their targets, which the kernel takes as it takes units. */
function dataOf(value: unknown): Network {
  const members = fields(value, ["inputs", "targets"], "body.data");
  const inputs = rows(members.inputs, "body.data.inputs");
  const targets = rows(members.targets, "body.data.targets");
  demand(inputs.length === targets.length, "shape", "body.data", "not one target for each input");
  return inputs.map((input, k) => [input, entry(targets, k)]);
}

/** The Hessian has pairs of derivatives at all data; each value of P/Q takes as many steps as the degree. */
function demandBriefLoss(
  [, , numerator, denominator, data, theta, units]: LossPoint,
  evidence: readonly Matrix[],
): void {
  const networks = [theta, units, data].flatMap((one) => [one.map(([w]) => w), one.map(([, a]) => a)]);
  const longest = lengthOf([...networks, [numerator, denominator], ...evidence]);
  const degree = Math.max(numerator.length, denominator.length);
  const [inputs, outputs] = dimensions(units, "body.network");
  const coordinates = units.length * (inputs + outputs);
  const ofHessian = (data.length * outputs + coordinates) * coordinates ** 2;
  demandBrief(ofHessian + 60 * data.length * units.length * degree ** 2, 3 * degree * longest);
}
