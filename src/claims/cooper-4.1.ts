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
    "submanifold', which is more than empty if M is not",
  argument:
    "M is not empty, by Lemma 3.3 on what the layers before make of the inputs, if that is distinct; and " +
    "at the points so constructed the codimension is ℓd, as the values of the last hidden layer have rank " +
    "d",
  limits:
    "Shown on exact instances with two layers, and with a fixed layer before these (its own weights only " +
    "add columns to a matrix of full rank). That all of M is smooth for almost all targets is left to " +
    "Sard's theorem, which needs a smooth σ; the instances have a C² one",
  source: "Cooper 2018, Theorem 4.1, as we read it: the text was not at hand, only its abstract",
  hypotheses: [
    "distinct inputs, and distinct values of the layers before the last hidden one",
    "σ rectified and smooth",
  ],
  evidence: [
    everyCase("two layers", {
      what:
        "a network that fits given data exactly, with a certified rank ℓd of the residuals' derivatives " +
        "there, and no more with a datum twice",
      range: `d ≤ ${MAX_DATA}, d_in ≤ ${MAX_INPUTS} and a bias, ℓ ≤ ${MAX_OUTPUTS}, h = d + ${SURPLUS.join(", d + ")}, σ = max(0,x)³/(1 + x²)`,
      expected: BigInt(MAX_DATA * MAX_INPUTS * MAX_OUTPUTS * SURPLUS.length),
      cases: twoLayers,
      check: checkCodimension,
    }),
    everyCase("three layers", {
      what: "the same above a fixed first layer, derivatives by the weights of the last two layers only",
      range: `2 ≤ d ≤ ${MAX_DATA}, d_in ≤ ${MAX_INPUTS} and a bias, ℓ ≤ ${MAX_OUTPUTS}, h = d + 1, a first layer of two units`,
      expected: BigInt((MAX_DATA - 1) * MAX_INPUTS * MAX_OUTPUTS),
      cases: threeLayers,
      check: checkCodimension,
    }),
    everyCase("narrow", {
      what:
        "n > ℓd is not enough for M ≠ ∅ when m < min(d, ℓ): outputs span m dimensions at most, the " +
        "targets more, and so do all targets near them",
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

/** Inputs that their first coordinate alone doesn't tell apart where there are two. */
function turnedInputs(count: number, dimension: number): RationalVector[] {
  return spreadInputs(count, dimension).map((input) =>
    RationalVector.fromRationals(input.toRationals().reverse()),
  );
}

/** The construction of Lemma 3.3 as a point of M: the data are given, and the network is made to fit them. */
function constructed(data: DataSet, width: number): ZeroLossPoint {
  const network = interpolate(data, smoothRelu, width);
  return { network, data: { ...data, inputs: data.inputs.map(withBias) }, activation: smoothRelu };
}

/**
 * A point of M, of codimension ℓd by its certified rank, with more than d units in the hidden layer. With a
 * datum twice the rank is no higher: it is not the number of residuals by itself.
 */
export function checkCodimension(point: ZeroLossPoint, find = findings): string | undefined {
  const { network, data } = point;
  const found = find(point);
  if (found === undefined) return "the network doesn't fit its data";
  const { parameters, residuals, rank } = found;
  if (network.units.length <= data.inputs.length || parameters <= residuals) {
    return `width ${network.units.length} for ${data.inputs.length} inputs`;
  }
  if (rank !== residuals) return `codimension ${rank}, not ℓd = ${residuals}`;
  return find(withDatumTwice(point))?.rank === rank ? undefined : "a higher rank with a datum twice";
}

export function* twoLayers(): Generator<ZeroLossPoint> {
  for (let count = 1; count <= MAX_DATA; count += 1) {
    for (let inputs = 1; inputs <= MAX_INPUTS; inputs += 1) {
      for (let outputs = 1; outputs <= MAX_OUTPUTS; outputs += 1) {
        const data = dataSet(turnedInputs(count, inputs), spreadTargets(count, outputs));
        for (const surplus of SURPLUS) yield constructed(data, count + surplus);
      }
    }
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

/**
 * The last two layers on what a fixed first layer makes of the inputs: of two or more, as one looks alike
 * whatever it is.
 */
export function* threeLayers(): Generator<ZeroLossPoint> {
  for (let count = 2; count <= MAX_DATA; count += 1) {
    for (let inputs = 1; inputs <= MAX_INPUTS; inputs += 1) {
      for (let outputs = 1; outputs <= MAX_OUTPUTS; outputs += 1) {
        const hidden = firstLayer(spreadInputs(count, inputs));
        yield constructed(dataSet(hidden, spreadTargets(count, outputs)), count + 1);
      }
    }
  }
}

/** Fewer hidden units than data and than outputs, and more parameters than residuals all the same. */
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

/**
 * n > ℓd, and the targets span more dimensions than there are units, so that M is empty; so do all near them.
 */
export function checkNarrow({ network, width, targets }: NarrowCase): string | undefined {
  const parameters = width * (network.inputDimension + network.outputDimension);
  const residuals = targets.length * network.outputDimension;
  if (parameters <= residuals) return `${parameters} parameters for ${residuals} residuals`;
  const rank = outputRank(targets, network.outputDimension);
  return rank > width ? undefined : `targets of rank ${rank} for width ${width}`;
}
