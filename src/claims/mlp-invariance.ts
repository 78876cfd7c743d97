import { type Rational, rational } from "../exact/numbers/rational.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import type { MultiLayerMatrices } from "../network/multiLayerNetwork.js";
import { type LayerStep, layerStep, layerSteps } from "../network/multiLayerReductionSteps.js";
import { functionKey, irreducibleKey } from "../network/multiLayerKey.js";
import { type MultiLayerNetwork, evaluateMultiLayer } from "../network/multiLayerNetwork.js";
import { properties } from "../../properties/mlp-invariance.js";
import { entry } from "../exact/entry.js";
import type { Claim, Evidence } from "./evidence/claim.js";
import { exhaustive } from "./evidence/exhaustive.js";
import { type SmallNetworks, numberOfNetworks, smallNetworks } from "./instances/smallNetworks.js";

const [BIT, SIGN] = [
  [0n, 1n],
  [-1n, 0n, 1n],
];

/** The networks from which every sequence of steps is followed. */
const STEPPED: SmallNetworks = { widths: [1, 2, 2, 1], entries: [BIT, SIGN, SIGN] };

/** The networks whose functions are compared: three layers, four layers, and three with biases. */
const COMPARED: readonly SmallNetworks[] = [
  { widths: [1, 2, 2, 1], entries: [SIGN, SIGN, SIGN] },
  { widths: [1, 1, 2, 1, 1], entries: [SIGN, SIGN, SIGN, SIGN] },
  { widths: [1, 2, 1, 1], entries: [SIGN, SIGN, SIGN, BIT, BIT, BIT] },
];

export const claim: Claim = {
  id: "mlp-invariance",
  title: "Sequential expansion keeps the function",
  statement:
    "Expanding the hidden layers in any order keeps the function for every σ; reduction steps in any " +
    "layers and any order lead back to one irreducible network, unique up to permutations of hidden " +
    "units. Two networks with the same number of layers compute the same function for every σ if and only " +
    "if they reduce to the same one, which therefore has the least number of units in every layer " +
    "(Theorem 1 of proofs/layers.md)",
  source: "Şimşek et al. 2021, §5, around Eq. (8)",
  hypotheses: [
    "σ any function; for one particular σ equal functions may have different irreducible networks",
  ],
  evidence: [
    {
      name: "all orders of steps",
      kind: "exhaustive",
      run: ({ progress }) => {
        const follower = new StepFollower();
        return exhaustive({
          what:
            "every sequence of reduction steps, in any layers, ends in the same network up to " +
            "permutations",
          range:
            `all networks of widths ${STEPPED.widths.join("-")} with W1 of entries 0, 1, W2 and W3 of −1, ` +
            "0, 1",
          expected: numberOfNetworks(STEPPED),
          cases: smallNetworks(STEPPED),
          check: (network) => follower.check(network),
          progress,
        });
      },
    },
    ...COMPARED.map(equality),
  ],
  properties,
  floats: true,
  theorems: [
    "layer_expansion_keeps_function",
    "layer_expansion_manifold",
    "sequential_expansion_keeps_function",
    "layer_replacements_exist",
    "layer_reduction_normal_forms",
    "layer_reduction_confluent",
    "irreducible_layers_unique",
    "functions_determine_layers",
    "irreducible_layers_least",
    "biased_layers_unique",
    "biased_expansion_keeps_function",
    "biased_expansion_manifold",
    "biased_replacements_exist",
    "biased_reduction_normal_forms",
    "biased_reduction_confluent",
    "functions_determine_biased_layers",
    "irreducible_biased_layers_least",
    "infinite_dimensions_exist",
    "layer_theta_keeps_function",
  ],
};

/** The steps that apply to a network, and their results. */
export interface Steps {
  readonly layerSteps: (matrices: MultiLayerMatrices) => readonly LayerStep[];
  readonly layerStep: (matrices: MultiLayerMatrices, step: LayerStep) => MultiLayerMatrices;
}

/**
 * Follows every sequence of steps from a network; a network seen before is not followed again. Each step must
 * drop one unit of its layer and keep the key; each end must be irreducible, that is, its key must be the key
 * of its own matrices. So all sequences from one network have one end, up to permutations.
 */
export class StepFollower {
  private readonly seen = new Set<string>();

  constructor(private readonly steps: Steps = { layerSteps, layerStep }) {}

  /** What is wrong with a sequence of steps; undefined if nothing is. */
  check(network: MultiLayerMatrices): string | undefined {
    const expected = functionKey(network);
    const pending = [network];
    for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
      const name = written(current);
      if (this.seen.has(name)) continue;
      this.seen.add(name);
      const steps = this.steps.layerSteps(current);
      if (steps.length === 0 && !isReduced(current, expected)) return `stuck at ${name}`;
      for (const step of steps) {
        const next = this.steps.layerStep(current, step);
        const dropped = current.weights.map((rows, index) => rows.length - entry(next.weights, index).length);
        if (dropped.some((count, index) => count !== (index === step.layer - 1 ? 1 : 0))) {
          return `a step did not drop one unit of layer ${step.layer}, at ${name}`;
        }
        if (functionKey(next) !== expected) return `a step leads to another end, at ${name}`;
        pending.push(next);
      }
    }
    return undefined;
  }
}

function isReduced(matrices: MultiLayerMatrices, expected: string): boolean {
  try {
    return irreducibleKey(matrices) === expected;
  } catch {
    return false;
  }
}

function written({ weights, biases = [] }: MultiLayerMatrices): string {
  const matrices = weights.map((rows) => rows.map(({ key }) => key).join(";"));
  return [...matrices, ...biases.map(({ key }) => key)].join("/");
}

/** Activations and points that distinguish functions. */
export interface Battery {
  readonly activations: readonly ((z: Rational) => Rational)[];
  readonly points: readonly Rational[];
}

function polynomial(...coefficients: readonly bigint[]): (z: Rational) => Rational {
  return (z) =>
    coefficients.reduceRight((value, coefficient) => value.mul(z).add(rational(coefficient)), rational(0n));
}

const BATTERY: Battery = {
  activations: [polynomial(3n, 7n, -5n, 2n, 11n)],
  points: [rational(3n), rational(-7n)],
};

/** Compares keys with values: any two networks must agree in both or in neither. */
export class FunctionComparison {
  private readonly keyOf = new Map<string, string>();
  private readonly valuesOf = new Map<string, string>();

  constructor(
    private readonly key: (network: MultiLayerNetwork) => string = functionKey,
    private readonly battery: Battery = BATTERY,
  ) {}

  /** Undefined if the network is consistent with all earlier ones. */
  check(network: MultiLayerNetwork): string | undefined {
    const { activations, points } = this.battery;
    const values = activations
      .flatMap((activation) =>
        points.map((x) => evaluateMultiLayer(network, RationalVector.fromRationals([x]), activation).key),
      )
      .join(";");
    const key = this.key(network);
    const [earlierKey, earlierValues] = [this.keyOf.get(values) ?? key, this.valuesOf.get(key) ?? values];
    this.keyOf.set(values, key);
    this.valuesOf.set(key, values);
    if (earlierKey !== key) return `${written(network)} has the values of a network of another reduced form`;
    return earlierValues === values
      ? undefined
      : `${written(network)} has other values than one of its reduced form`;
  }
}

function equality(shape: SmallNetworks): Evidence {
  return {
    name: `equality, widths ${shape.widths.join("-")}`,
    kind: "exhaustive",
    run: ({ progress }) => {
      const comparison = new FunctionComparison();
      return exhaustive({
        what:
          "any two networks have one reduced form if and only if they agree for σ(z) = 3 + 7z − 5z² + " +
          "2z³ + 11z⁴ at two points",
        range: rangeOf(shape),
        expected: numberOfNetworks(shape),
        cases: smallNetworks(shape),
        check: (network) => comparison.check(network),
        progress,
      });
    },
  };
}

function rangeOf({ widths, entries }: SmallNetworks): string {
  const weights = `all networks of widths ${widths.join("-")} with weights −1, 0, 1`;
  const hasBiases = entries.length >= widths.length;
  return hasBiases ? `${weights} and biases 0, 1` : weights;
}
