import { entry } from "../exact/entry.js";
import { rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { polynomialActivation } from "../landscape/activations/activation.js";
import { type DataSet, dataSet } from "../landscape/loss/data.js";
import { smoothRelu } from "../landscape/activations/exampleActivations.js";
import { interpolate, withBias } from "../landscape/zeroLoss/interpolation.js";
import { monomialFeatures, unattainable } from "../landscape/zeroLoss/outputSpan.js";
import type { Rectified } from "../landscape/activations/rectified.js";
import { type TwoLayerNetwork, evaluate } from "../network/twoLayerNetwork.js";
import { properties } from "../../properties/cooper-3.3.js";
import type { Claim } from "./evidence/claim.js";
import { spreadInputs } from "./instances/zeroLossInstances.js";
import { everyCase } from "./evidence/everyCase.js";

const MAX_DEGREE = 4;
const MAX_DATA = 5;

export const claim: Claim = {
  id: "cooper-3.3",
  title: "Width d fits d points",
  statement:
    "One hidden layer of width h ≥ d with biases and a rectified activation fits d distinct inputs " +
    "exactly. Width d is enough, and for d = 2 it is necessary",
  argument:
    "By construction: units along one direction that switch on between the inputs, and a triangular system " +
    "for the outgoing weights. Every network made in this way is evaluated here. For d = 2: as σ ≥ 0, all " +
    "values of a unit have one sign, so width 1 misses the targets 1, −1",
  limits:
    "The abstract has no sentence on this; it is what makes M non-empty. For larger d we show only that " +
    "the construction needs each of its units, not that no other network of width d − 1 would do",
  source: "Cooper 2018, Lemma 3.3, as we read it: the text was not at hand, only its abstract",
  hypotheses: ["distinct inputs", "σ(x) = 0 for x ≤ 0 and σ(x) > 0 for x > 0"],
  evidence: [
    everyCase("grid", {
      what: "the constructed network of width d has the targets as its values",
      range: "every non-empty subset of {0,1,2} × {0,1}, all targets ±1, σ = max(0,x)³/(1 + x²)",
      expected: 3n ** 6n - 1n,
      cases: gridFits,
      check: checkFit,
    }),
    everyCase("no unit spared", {
      what:
        "without any one of the d hidden units of the construction some targets are out of reach, by a " +
        "witness",
      range: `each unit, d ≤ ${MAX_DATA}, σ = max(0,x)³/(1 + x²)`,
      expected: BigInt((MAX_DATA * (MAX_DATA + 1)) / 2),
      cases: withoutOneUnit,
      check: checkTooFew,
    }),
    everyCase("not for polynomials", {
      what:
        "with σ = x^p and biases, no network of any width fits some p + 2 points on a line, by a witness: " +
        "the hypothesis on σ is necessary",
      range: `p = 1, …, ${MAX_DEGREE}`,
      expected: BigInt(MAX_DEGREE),
      cases: polynomialWidths,
      check: checkTooFew,
    }),
  ],
  properties,
  theorems: ["width_fits_data", "width_one_misses_two_targets"],
};

/** {0, 1, 2} × {0, 1}: many pairs look alike along an axis. */
const GRID = [0n, 1n, 2n].flatMap((x) => [0n, 1n].map((y) => RationalVector.of([x, y])));

/** Every non-empty set of points of the grid, with every choice of targets 1 and −1. */
export function* gridData(): Generator<DataSet> {
  for (let code = 1; code < 3 ** GRID.length; code += 1) {
    const digits = Array.from(code.toString(3).padStart(GRID.length, "0"));
    const chosen = GRID.filter((_, index) => digits[index] !== "0");
    const targets = digits.flatMap((digit) =>
      digit === "0" ? [] : [RationalVector.of([digit === "1" ? 1n : -1n])],
    );
    yield dataSet(chosen, targets);
  }
}

/** A network with biases, and the data that it is claimed to fit with one unit for each datum. */
export interface Fit {
  readonly network: TwoLayerNetwork;
  readonly data: DataSet;
  readonly activation: Rectified;
}

/** There are as many units as data, and every value is exactly the target. */
export function checkFit({ network, data, activation }: Fit): string | undefined {
  const { inputs, targets } = data;
  if (network.units.length !== inputs.length)
    return `width ${network.units.length} for ${inputs.length} inputs`;
  const missed = inputs.findIndex(
    (input, index) => evaluate(network, withBias(input), activation.value).key !== targets[index]?.key,
  );
  return missed < 0 ? undefined : `input ${missed + 1} of ${inputs.length} is missed`;
}

function* gridFits(): Generator<Fit> {
  for (const data of gridData()) {
    yield { network: interpolate(data, smoothRelu, data.inputs.length), data, activation: smoothRelu };
  }
}

/** Functions, and targets that no combination of them should have as its values. */
export interface TooFew {
  readonly features: readonly RationalVector[];
  readonly targets: readonly RationalVector[];
}

export function checkTooFew({ features, targets }: TooFew): string | undefined {
  return unattainable(features, targets)
    ? undefined
    : `${targets.map(({ key }) => key).join(", ")} can be fitted`;
}

/** The hidden units of the construction but one, with the values of that one as targets. */
export function* withoutOneUnit(): Generator<TooFew> {
  for (let count = 1; count <= MAX_DATA; count += 1) {
    const inputs = spreadInputs(count, 2);
    const data = dataSet(
      inputs,
      inputs.map(() => RationalVector.of([1n])),
    );
    const { units } = interpolate(data, smoothRelu, count);
    const values = inputs.map((input) =>
      units.map(({ incoming }) => smoothRelu.value(incoming.dot(withBias(input)))),
    );
    for (let left = 0; left < count; left += 1) {
      yield {
        features: values.map((row) => RationalVector.fromRationals(row.filter((_, unit) => unit !== left))),
        targets: values.map((row) => RationalVector.fromRationals([entry(row, left)])),
      };
    }
  }
}

/** σ = x^p with biases on a line: p + 2 data, where p + 1 monomials span what any network computes. */
export function* polynomialWidths(): Generator<TooFew> {
  for (let degree = 1; degree <= MAX_DEGREE; degree += 1) {
    const power = Array.from({ length: degree + 1 }, (_, index) => rational(index === degree ? 1n : 0n));
    const inputs = spreadInputs(degree + 2, 1);
    yield {
      features: monomialFeatures(inputs.map(withBias), polynomialActivation(power)),
      targets: inputs.map((_, index) => RationalVector.of([index === 0 ? 1n : 0n])),
    };
  }
}
