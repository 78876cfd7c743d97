import { RationalVector } from "../exact/vectors/rationalVector.js";
import { type DataSet, dataSet } from "../landscape/loss/data.js";
import { smoothRelu } from "../landscape/activations/exampleActivations.js";
import { interpolate, withBias } from "../landscape/zeroLoss/interpolation.js";
import { outputRank } from "../landscape/zeroLoss/zeroLossSet.js";
import { type TwoLayerNetwork, unitOf, twoLayerNetwork } from "../network/twoLayerNetwork.js";
import { properties } from "../../properties/cooper-4.1.js";
import { entry } from "../exact/entry.js";
import type { Claim } from "./evidence/claim.js";
import {
  type ZeroLossPoint,
  findings,
  spreadInputs,
  withDatumTwice,
  zeroLossPoint,
} from "./instances/zeroLossInstances.js";
import { everyCase } from "./evidence/everyCase.js";

const MAX_DATA = 4;
const MAX_OUTPUTS = 3;
const MAX_INPUTS = 2;
const SURPLUS = [1, 2];

export const claim: Claim = {
  id: "cooper-4.1",
  title: "Wide last layers: the zero-loss set is not empty",
  statement:
    "If the last hidden layer has more than d units, M is generically non-empty and smooth of dimension n " +
    "− d; with targets in Q^ℓ the codimension is ℓd. The abstract says 'an n − d dimensional " +
    "submanifold', which says more than 'empty' only if M is not empty",
  argument:
    "Apply Lemma 3.3 to the values of the layers before the last hidden one, if these are distinct: so M " +
    "is not empty. At the points constructed in this way the values of the last hidden layer have rank d, " +
    "so the codimension is ℓd",
  limits:
    "Shown on exact instances with two layers, and with a fixed layer before them (whose weights only add " +
    "columns to a matrix of full rank). That all of M is smooth for almost all targets is left to Sard's " +
    "theorem, which needs a smooth σ; the instances have a C² one",
  source: "Cooper 2018, Theorem 4.1, as we read it: the text was not at hand, only its abstract",
  hypotheses: [
    "distinct inputs, and distinct values of the layers before the last hidden one",
    "σ rectified and smooth",
  ],
  evidence: [
    everyCase("two layers", {
      what:
        "a network fits given data exactly; the residuals' derivatives there have certified rank ℓd, and " +
        "no higher rank if a datum appears twice",
      range:
        `d ≤ ${MAX_DATA}, d_in ≤ ${MAX_INPUTS} and a bias, ℓ ≤ ${MAX_OUTPUTS}, h = d + ` +
        `${SURPLUS.join(", d + ")}, σ = max(0,x)³/(1 + x²)`,
      expected: BigInt(MAX_DATA * MAX_INPUTS * MAX_OUTPUTS * SURPLUS.length),
      cases: twoLayers,
      check: checkCodimension,
    }),
    everyCase("three layers", {
      what: "the same above a fixed first layer, with derivatives by the weights of the last two layers only",
      range:
        `2 ≤ d ≤ ${MAX_DATA}, d_in ≤ ${MAX_INPUTS} and a bias, ℓ ≤ ${MAX_OUTPUTS}, h = d + 1, a first ` +
        "layer of two units",
      expected: BigInt((MAX_DATA - 1) * MAX_INPUTS * MAX_OUTPUTS),
      cases: threeLayers,
      check: checkCodimension,
    }),
    everyCase("narrow", {
      what:
        "n > ℓd is not enough for M ≠ ∅ when m < min(d, ℓ): the outputs span at most m dimensions, and the " +
        "targets, and all targets near them, span more",
      range: "(m, d, ℓ, d_in) = (1, 2, 2, 3), (1, 2, 3, 4), (2, 3, 3, 2)",
      expected: 3n,
      cases: () => NARROW,
      check: checkNarrow,
    }),
  ],
  properties,
};

/** Targets that follow no simple rule. */
function spreadTargets(count: number, dimension: number): RationalVector[] {
  return Array.from({ length: count }, (_, k) =>
    RationalVector.of(
      Array.from({ length: dimension }, (_, output) =>
        BigInt(((k * k + 3 * output * k + output + 1) % 7) - 3),
      ),
      2n,
    ),
  );
}

/** Inputs of which some share their first coordinate, where they have two. */
function turnedInputs(count: number, dimension: number): RationalVector[] {
  return spreadInputs(count, dimension).map((input) =>
    RationalVector.fromRationals(input.toRationals().reverse()),
  );
}

/** The construction of Lemma 3.3 as a point of M. */
function constructed(data: DataSet, width: number): ZeroLossPoint {
  const network = interpolate(data, smoothRelu, width);
  return { network, data: { ...data, inputs: data.inputs.map(withBias) }, activation: smoothRelu };
}

/**
 * A point of M, of codimension ℓd by its certified rank, with more than d units in the hidden layer. If a
 * datum appears twice, the rank is no higher: it does not merely count residuals.
 */
export function checkCodimension(point: ZeroLossPoint, find = findings): string | undefined {
  const { network, data } = point;
  const facts = find(point);
  if (facts === undefined) return "the network doesn't fit its data";
  const { parameters, residuals, rank } = facts;
  if (network.units.length <= data.inputs.length || parameters <= residuals) {
    return `width ${network.units.length} for ${data.inputs.length} inputs`;
  }
  if (rank !== residuals) return `codimension ${rank}, not ℓd = ${residuals}`;
  return find(withDatumTwice(point))?.rank === rank ? undefined : "a higher rank with a datum twice";
}

/** Numbers of data, from a least one on, of inputs and of outputs. */
function* shapes(leastCount: number): Generator<readonly [count: number, inputs: number, outputs: number]> {
  for (let count = leastCount; count <= MAX_DATA; count += 1) {
    for (let inputs = 1; inputs <= MAX_INPUTS; inputs += 1) {
      for (let outputs = 1; outputs <= MAX_OUTPUTS; outputs += 1) yield [count, inputs, outputs];
    }
  }
}

export function* twoLayers(): Generator<ZeroLossPoint> {
  for (const [count, inputs, outputs] of shapes(1)) {
    const data = dataSet(turnedInputs(count, inputs), spreadTargets(count, outputs));
    for (const surplus of SURPLUS) yield constructed(data, count + surplus);
  }
}

/**
 * A first layer x ↦ (σ(s + 3), σ(3 − s)) with s = x_1 + x_2/8, which tells the inputs apart: their s are
 * distinct and between −3 and 3.
 */
function firstLayer(inputs: readonly RationalVector[]): RationalVector[] {
  const dimension = entry(inputs, 0).dimension;
  const sum = ["1", "1/8"].slice(0, dimension);
  const layer = twoLayerNetwork(dimension + 1, 2, [
    unitOf([...sum, "3"], ["1", "0"]),
    unitOf([...sum.map((weight) => `-${weight}`), "3"], ["0", "1"]),
  ]);
  return zeroLossPoint(layer, inputs.map(withBias), smoothRelu).data.targets.slice();
}

/** The last two layers above a fixed first one, for two or more inputs: a single one is like any other. */
export function* threeLayers(): Generator<ZeroLossPoint> {
  for (const [count, inputs, outputs] of shapes(2)) {
    const hidden = firstLayer(spreadInputs(count, inputs));
    yield constructed(dataSet(hidden, spreadTargets(count, outputs)), count + 1);
  }
}

/** Fewer hidden units than data and than outputs, though there are more parameters than residuals. */
export interface NarrowCase {
  readonly network: Pick<TwoLayerNetwork, "inputDimension" | "outputDimension">;
  readonly width: number;
  readonly targets: readonly RationalVector[];
}

const unitTargets = (count: number, dimension: number): RationalVector[] =>
  Array.from({ length: count }, (_, k) =>
    RationalVector.of(Array.from({ length: dimension }, (_, output) => (output === k ? 1n : 0n))),
  );

export const NARROW: readonly NarrowCase[] = [
  { network: { inputDimension: 3, outputDimension: 2 }, width: 1, targets: unitTargets(2, 2) },
  { network: { inputDimension: 4, outputDimension: 3 }, width: 1, targets: unitTargets(2, 3) },
  { network: { inputDimension: 2, outputDimension: 3 }, width: 2, targets: unitTargets(3, 3) },
];

/** n > ℓd, and the targets, like all near them, span more dimensions than there are units: M is empty. */
export function checkNarrow({ network, width, targets }: NarrowCase): string | undefined {
  const parameters = width * (network.inputDimension + network.outputDimension);
  const residuals = targets.length * network.outputDimension;
  if (parameters <= residuals) return `${parameters} parameters for ${residuals} residuals`;
  const rank = outputRank(targets, network.outputDimension);
  return rank > width ? undefined : `targets of rank ${rank} for width ${width}`;
}
