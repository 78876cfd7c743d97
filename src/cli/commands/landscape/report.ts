import { bitLength } from "../../../exact/numbers/integer.js";
import { InputError } from "../../../exact/inputError.js";
import { formatRational, parseRational, rational } from "../../../exact/numbers/rational.js";
import { parseActivation } from "../../../landscape/activations/activationText.js";
import { type LandscapePoint, landscapeAt } from "../../../landscape/criticalPoints/landscapeAt.js";
import {
  type Cost,
  boundedError,
  quarticError,
  scaledCost,
  squaredError,
} from "../../../landscape/loss/cost.js";
import { jacobian } from "../../../landscape/loss/jacobian.js";
import { commonMultiple } from "../../../landscape/loss/rationalMatrix.js";
import { parameterCount } from "../../../manifold/subspaces/parameterSpace.js";
import { requireMemory } from "../../options/memory.js";
import { describedActivation } from "../../options/activationFormula.js";
import { present } from "../../options/present.js";
import { shortenedRational } from "../../terminal/shortened.js";
import { type CopiesReport, type Signs, copiesReport, predictedLine, signsOf } from "./copies.js";
import { eigenvalueLine } from "./enclosedLines.js";
import type { ReportedEigenvalues } from "./enclosedReport.js";

/** The costs that the command line knows. */
export const COSTS: readonly Cost[] = [squaredError, quarticError, boundedError];

/** What `equiloss landscape` says about a network and data. --json prints this as it is. */
export interface LandscapeReport {
  readonly width: number;
  readonly inputs: number;
  readonly outputs: number;
  readonly points: number;
  readonly parameters: number;
  readonly activation: string;
  readonly cost: string;
  /** Whether the loss is the mean over the data; it is left out if it is the sum. */
  readonly mean?: true;
  readonly loss: string;
  /** The squared norm of the gradient, |∇L|². */
  readonly gradientNormSquared: string;
  readonly critical: boolean;
  /** How many eigenvalues of the Hessian are positive, negative and zero. */
  readonly inertia: Signs;
  /** What copies of neurons predict of it; left out without copies, and outside the subspaces of Def. 4.1. */
  readonly copies?: CopiesReport;
  /** What counts as an eigenvalue of 0 below, and the numbers of eigenvalues beyond it, if one was given. */
  readonly threshold?: string;
  readonly eigenvalues?: ReportedEigenvalues;
  readonly strictSaddle: boolean;
  readonly strictMinimum: boolean;
  /**
   * Classes of equal units, with units counted from 1. They are the symmetry subspaces that the network lies
   * in.
   */
  readonly equalUnits: readonly (readonly number[])[];
}

/** What is asked besides the point. */
export interface ExactOptions {
  /** MiB that the Hessian may take. */
  readonly budget: number;
  /** Whether the loss is the mean over the data. */
  readonly mean: boolean;
  /** "p/q": what counts as an eigenvalue of 0, beside the exact signs. */
  readonly threshold?: string | undefined;
}

/**
 * Loss, gradient and Hessian's inertia at a network.
 *
 * @throws InputError if the data don't fit, the activation or cost has no value, or the Hessian takes more
 *   memory than the budget.
 */
export function landscapeReport(
  { network, data, activation, cost }: LandscapePoint,
  { budget, mean, threshold }: ExactOptions,
): LandscapeReport {
  const { inputDimension, outputDimension, units } = network;
  const parameters = parameterCount({ inputDimension, outputDimension, width: units.length });
  const what = `the Hessian in ${parameters} parameters`;
  requireMemory(what, hessianBytes(parameters, 0), budget);
  const point = {
    network,
    data,
    activation,
    cost: mean ? scaledCost(cost, rational(1n, BigInt(data.inputs.length))) : cost,
  };
  const beforeHessian = (): void => {
    requireMemory(what, hessianBytes(parameters, entryBits(point)), budget);
  };
  const limit = threshold === undefined ? undefined : parseRational(threshold);
  const landscape = landscapeAt(point, beforeHessian, limit);
  return {
    width: units.length,
    inputs: inputDimension,
    outputs: outputDimension,
    points: data.inputs.length,
    parameters,
    activation: activation.name,
    cost: cost.name,
    ...(mean ? { mean } : {}),
    loss: formatRational(landscape.loss),
    gradientNormSquared: formatRational(landscape.gradient.dot(landscape.gradient)),
    critical: landscape.isCritical,
    inertia: signsOf(landscape.inertia),
    ...present({
      copies: copiesReport(point),
      threshold,
      eigenvalues: landscape.counts && { ...landscape.counts },
    }),
    strictSaddle: landscape.isStrictSaddle,
    strictMinimum: landscape.isStrictMinimum,
    equalUnits: landscape.equalUnits.map((units) => units.map((unit) => unit + 1)),
  };
}

/**
 * The cost with the given name.
 *
 * @throws InputError listing all names.
 */
export function costNamed(name: string): Cost {
  const cost = COSTS.find((candidate) => candidate.name === name);
  if (cost !== undefined) return cost;
  const names = COSTS.map((candidate) => candidate.name).join(", ");
  throw new InputError(`no cost ${JSON.stringify(name)}`, `choose among ${names}, cross-entropy`, "--cost");
}

/**
 * Matrices of the Hessian's size that are held at once, at most: sums, lower terms, products with the
 * evidence.
 */
const MATRICES = 4n;

/** Bytes that an integer takes beside its digits. */
const OVERHEAD = 32n;

function hessianBytes(parameters: number, bits: number): bigint {
  return MATRICES * BigInt(parameters) ** 2n * (OVERHEAD + BigInt(bits) / 8n);
}

/**
 * About how many bits the Hessian's entries have over one denominator: those of a product of two derivatives
 * of the outputs, and of the targets.
 */
function entryBits({ network, data, activation }: LandscapePoint): number {
  const rows = jacobian(network, data.inputs, activation);
  const below = bitLength(commonMultiple(rows.map(({ denominator }) => denominator)));
  const targets = bitLength(commonMultiple(data.targets.map(({ denominator }) => denominator)));
  const above = rows.reduce((most, { numerators, denominator }) => {
    const excess = numerators.reduce((bits, entry) => Math.max(bits, bitLength(entry)), 0);
    return Math.max(most, excess - bitLength(denominator));
  }, 0);
  return 2 * (below + above) + targets;
}

/** The report as lines for a person. */
export function landscapeLines(report: LandscapeReport): string {
  const [positive, negative, zero] = report.inertia;
  const subspaces = report.equalUnits.map((units) => `H_{${units.join()}}`).join(" ∩ ");
  const { width, inputs, outputs, points, parameters } = report;
  return [
    `width ${width}, ${inputs} → ${outputs}, ${points} data, ${parameters} parameters`,
    `activation  ${describedActivation(parseActivation(report.activation))}`,
    `cost        ${report.cost}${report.mean === true ? ", the mean over the data" : ""}`,
    `loss        ${shortenedRational(report.loss)}`,
    `|gradient|² ${shortenedRational(report.gradientNormSquared)}`,
    `inertia     ${positive} positive, ${negative} negative, ${zero} zero eigenvalues of the Hessian`,
    ...(report.copies === undefined ? [] : [predictedLine(report.copies)]),
    ...(report.threshold === undefined ? [] : [eigenvalueLine(report.threshold, report.eigenvalues)]),
    `symmetry    ${subspaces === "" ? "no two neurons are equal in both incoming and outgoing weights" : `lies in ${subspaces}`}`,
    `so it is    ${nameOf(report)}`,
  ].join("\n");
}

function nameOf({ loss, critical, strictSaddle, strictMinimum }: LandscapeReport): string {
  if (!critical) return "not a critical point";
  if (strictSaddle) return "a strict saddle";
  if (strictMinimum) return "a strict local minimum";
  // No cost is below 0.
  if (loss === "0") return "a global minimum, not isolated to second order";
  return "a critical point without negative curvature, whose kind the Hessian leaves open";
}
