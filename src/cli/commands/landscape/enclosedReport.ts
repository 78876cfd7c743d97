import { entry } from "../../../exact/entry.js";
import { InputError } from "../../../exact/inputError.js";
import type { Interval } from "../../../exact/intervals/interval.js";
import { formatRational, parseRational } from "../../../exact/numbers/rational.js";
import { smoothActivation } from "../../../landscape/activations/smoothActivation.js";
import {
  type EnclosedCost,
  crossEntropy,
  enclosedCost,
  meanCost,
} from "../../../landscape/enclosures/enclosedCost.js";
import type { DataSet } from "../../../landscape/loss/data.js";
import {
  type EnclosedLandscape,
  enclosedLandscape,
} from "../../../landscape/nearCritical/enclosedLandscape.js";
import type { NearCritical } from "../../../landscape/nearCritical/nearCritical.js";
import { type AnyNetwork, asMultiLayer } from "../../../network/anyNetwork.js";
import { hiddenWidths, layerWidths } from "../../../network/multiLayerNetwork.js";
import { boundedActivation } from "../../../trained/bounds/boundedActivation.js";
import { knownSymmetry } from "../../../trained/bounds/knownSymmetry.js";
import { classify } from "../../../trained/pruning/classify.js";
import { requireMemory } from "../../options/memory.js";
import { present } from "../../options/present.js";
import { roundedDown, roundedUp } from "../../options/rounded.js";
import type { Hear } from "../../terminal/progress.js";
import { costNamed } from "./report.js";

/** What `equiloss landscape` finds by enclosures. --json prints this as it is. */
export interface EnclosedReport {
  /** Of the hidden layers. */
  readonly widths: readonly number[];
  readonly inputs: number;
  readonly outputs: number;
  readonly points: number;
  readonly parameters: number;
  readonly activation: string;
  readonly cost: string;
  /** Whether the loss is the mean over the data; it is left out if it is the sum. */
  readonly mean?: true;
  /** Both ends of an enclosure, rounded outwards. */
  readonly loss: readonly [string, string];
  /** |∇L|, in the same way. */
  readonly gradientNorm: readonly [string, string];
  /** What counts as an eigenvalue of 0. */
  readonly threshold: string;
  /** How many eigenvalues of the Hessian are beyond the threshold; left out if that is undecided. */
  readonly eigenvalues?: ReportedEigenvalues;
  /** A critical point close by, if one was found. */
  readonly critical?: ReportedCritical;
  /** Why none was found: the Hessian is nearly singular, or Newton's method leads away. */
  readonly notCritical?: "flat" | "far";
  /** Neurons that are nearly copies of one another, counted from 1, if the Hessian is nearly singular. */
  readonly nearCopies?: readonly (readonly number[])[];
  /** Neurons whose outgoing weights are nearly 0, or nearly cancel with those of their copies. */
  readonly nearlySilent?: readonly number[];
}

/** How many eigenvalues are above the threshold, below minus it, and between. */
export interface ReportedEigenvalues {
  readonly above: number;
  readonly below: number;
  readonly within: number;
}

/** A critical point that is proved to be there. */
export interface ReportedCritical {
  /** No weight of it differs by more from that of the network, rounded up. */
  readonly radius: string;
  /** The number of negative eigenvalues of the Hessian there; all others are positive. */
  readonly index: number;
}

/** A network, and what is asked about it. */
export interface EnclosedQuestion {
  readonly network: AnyNetwork;
  readonly data: DataSet;
  readonly activation: string;
  readonly cost: string;
  readonly mean: boolean;
  /** "p/q", or left out for the one that fits. */
  readonly threshold?: string;
  /** MiB that the Hessian may take. */
  readonly budget: number;
}

/** A report, with what a certificate of it is made of. */
export interface EnclosedFinding {
  readonly report: EnclosedReport;
  readonly landscape: EnclosedLandscape;
}

/** Bytes of an entry of the Hessian: an interval, its two ends, and what is computed of it. */
const ENTRY_BYTES = 400n;

/**
 * Loss, gradient and the signs of the Hessian's eigenvalues, enclosed, and a critical point close by.
 *
 * @throws InputError if the data don't fit, or the Hessian takes more memory than the budget.
 */
export function enclosedReport(question: EnclosedQuestion, hear: Hear): EnclosedFinding {
  const { network, data, activation, cost, mean, threshold, budget } = question;
  const layers = asMultiLayer(network);
  const widths = layerWidths(layers);
  const parameters = parameterCount(widths, layers.biases !== undefined);
  requireMemory(`the Hessian in ${parameters} parameters`, BigInt(parameters) ** 2n * ENTRY_BYTES, budget);
  const sum = enclosedCostNamed(cost);
  const setting = {
    data,
    activation: smoothActivation(activation),
    cost: mean ? meanCost(sum, data.inputs.length) : sum,
  };
  const landscape = enclosedLandscape(network, setting, {
    ...(threshold === undefined ? {} : { threshold: parseRational(threshold) }),
    hear,
  });
  const { critical, counts } = landscape;
  const report = {
    widths: hiddenWidths(layers),
    inputs: widths[0],
    outputs: entry(widths, widths.length - 1),
    points: data.inputs.length,
    parameters,
    activation,
    cost,
    ...(mean ? { mean } : {}),
    loss: ends(landscape.loss),
    gradientNorm: ends(landscape.gradientNorm),
    threshold: formatRational(landscape.threshold),
    ...present({ eigenvalues: counts && { ...counts } }),
    ...present({ critical: critical && reportedCritical(critical), notCritical: landscape.notFound }),
    ...(landscape.notFound === "flat" ? nearSymmetries(network, activation) : {}),
  };
  return { report, landscape };
}

function reportedCritical({ radius, box }: NearCritical): ReportedCritical {
  return { radius: roundedUp(radius), index: box.negative };
}

/**
 * The cost with the given name, by enclosures.
 *
 * @throws InputError listing all names.
 */
export function enclosedCostNamed(name: string): EnclosedCost {
  return name === crossEntropy.name ? crossEntropy : enclosedCost(costNamed(name));
}

function parameterCount(widths: readonly number[], hasBiases: boolean): number {
  return widths.slice(1).reduce((sum, width, index) => {
    return sum + width * (entry(widths, index) + (hasBiases ? 1 : 0));
  }, 0);
}

function ends({ lowerEnd, upperEnd }: Interval): [string, string] {
  return [roundedDown(lowerEnd), roundedUp(upperEnd)];
}

/** What `classify` finds in the first hidden layer, at a tolerance in the largest gap. */
function nearSymmetries(
  network: AnyNetwork,
  activation: string,
): Pick<EnclosedReport, "nearCopies" | "nearlySilent"> {
  const symmetry = knownSymmetry(boundedActivation(activation));
  try {
    const first = entry(classify(network, { tolerance: "auto", symmetry }).layers, 0);
    const groups = first.groups.map(({ members }) => members.map((unit) => unit + 1));
    return {
      nearCopies: groups.filter((units) => units.length > 1),
      nearlySilent: first.zeroGroups.flatMap((group) => entry(groups, group)),
    };
  } catch (error) {
    // Only a layer of thousands of neurons is too wide to be looked at.
    if (error instanceof InputError) return {};
    throw error;
  }
}
