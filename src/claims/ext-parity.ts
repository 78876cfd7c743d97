import { binomial } from "../combinatorics/counts/binomial.js";
import { formatRational, rational } from "../exact/numbers/rational.js";
import { SERIES_BY_EQUATIONS, SERIES_IN_CLOSED_FORM } from "../landscape/activations/namedSeries.js";
import { entry } from "../exact/entry.js";
import type { ActivationSymmetry } from "../network/activations/activationSymmetry.js";
import { parseSymmetry } from "../network/activations/namedSymmetries.js";
import { equalSymmetricMeasures, symmetricMeasureOf } from "../network/activations/symmetricMeasure.js";
import {
  type SymmetricReduction,
  reduceFor,
  reduceMultiLayerFor,
} from "../network/activations/symmetricReduction.js";
import { symmetricStep, symmetricSteps } from "../network/activations/symmetricSteps.js";
import {
  type MultiLayerNetwork,
  evaluateMultiLayer,
  multiLayerNetwork,
} from "../network/multiLayerNetwork.js";
import {
  type TwoLayerNetwork,
  type Unit,
  twoLayerNetwork,
  unitKey,
  unitOf,
} from "../network/twoLayerNetwork.js";
import { RationalVector } from "../exact/vectors/rationalVector.js";
import { properties } from "../../properties/ext-parity.js";
import type { Claim } from "./evidence/claim.js";
import { everyCase } from "./evidence/everyCase.js";
import { ENCLOSED_NAMES, checkEnclosed, enclosedCases } from "./instances/enclosedReduction.js";
import { checkIndependence } from "./thm-4.2.js";

const MAX_WIDTH = 3;
const NAMES = ["tanh", "sigmoid", "softplus", "gaussian", "relu"];
const MAX_NUMBER = 7;
/** Of power series. */
const ORDER = 60;
/** For each activation. */
const NETWORKS = 30;

export const claim: Claim = {
  id: "ext-parity",
  title: "Mirrored and scaled units: one reduced network for a given activation, and when it is all",
  statement:
    "Write σ = c + l·z + ρ with ρ odd and l = 0, or ρ even and c = 0. Merging mirrored units (for ReLU, " +
    "multiples too) and dropping silent ones keeps the odd (even) measure and the polynomial part. If no step leaves a " +
    "constant or a linear part (c = l = 0), the steps end in one network, whatever the order, up to permutations " +
    "and mirror images; also if l = 0 and biases take the constants. If derivatives of ρ at 0 of infinitely many " +
    "orders of its parity are nonzero, networks of two layers without biases compute the same function if and " +
    "only if measure and polynomial part agree",
  argument:
    "proofs/activations.md: the measure and the polynomial part don't change in a step, and determine the end. " +
    "Equal functions have equal ones by Theorem 4.2's proof with distinct |λ_i|; with biases the atoms " +
    "with w ≠ 0 agree, by the poles of tanh, sigmoid, softplus, SiLU and arctan, and the growth of erf, GELU and " +
    "the Gaussian",
  limits:
    "Where a constant or a linear part has no place in the network, the reduced network need not be the smallest, " +
    "nor the only one that no step reduces; the evidence on all orders takes no mirror steps there. With biases, " +
    "constants of units with w = 0 may have relations: arctan(1/2) + arctan(1/3) = arctan(1). " +
    "For ReLU and several layers equal functions may have different reduced networks",
  source: "extension; for tanh with biases Sussmann 1992",
  hypotheses: ["one hidden layer, for the equivalence", "rational weights"],
  provedInPart: {
    part: "no biases; steps if c = l = 0",
    leavesOpen:
      "the polynomial part under reduction; biases, and units that may be scaled; and a unit of incoming vector 0, silent if ρ(0) = 0, for an even ρ (SiLU, GELU) under reduction. The theorems are that equal outputs are equal measures and polynomial parts, on reduction for c = l = 0, on the union of the subspaces, and on the derivatives of sigmoid and softplus",
  },
  evidence: [
    everyCase("all orders", {
      what: "every sequence of steps keeps measure and polynomial part, and ends in the same reduced network",
      range: `all networks with w ∈ {−2,−1,0,1}, a ∈ {−1,0,1}, of width m ≤ ${MAX_WIDTH}, up to the order of units; ${NAMES.join(", ")}`,
      expected: () => binomial(12 + MAX_WIDTH, MAX_WIDTH) * BigInt(NAMES.length),
      cases: orderCases,
      check: ([network, symmetry]) => checkOrders(network, symmetry),
    }),
    everyCase("derivatives", {
      what:
        "a coefficient of ρ at 0 of order n ≥ 1 is 0 if and only if n has the other parity " +
        "by differential equations and in closed form",
      range: () => `${[...SERIES_BY_EQUATIONS.keys()].join(", ")}; n ≤ ${ORDER}`,
      expected: () => BigInt(SERIES_IN_CLOSED_FORM.size),
      cases: () => SERIES_BY_EQUATIONS.keys(),
      check: (name) => checkSeries(name),
    }),
    everyCase("independence", {
      what: "det(|λ_i|^{n_j}) ≠ 0 at the first odd, and at the first even exponents",
      range: `all nonempty sets of integers λ from 1 to ${MAX_NUMBER}; n odd, n even, n = 1, 3, 9, 27, …`,
      expected: () => BigInt((2 ** MAX_NUMBER - 1) * SUPPORTS.length),
      cases: numberCases,
      check: ([numbers, support]) =>
        checkIndependence(
          numbers.map((n) => rational(n)),
          support.slice(0, numbers.length),
        ),
    }),
    everyCase("enclosures", {
      what:
        "the outputs of a network and of its reduced one, in enclosures narrower than 2^−100, intersect " +
        "at a rational input",
      range: `${NETWORKS} random networks of one to three hidden layers, with and without biases, with mirrored, scaled, constant and silent units, for each of ${ENCLOSED_NAMES.join(", ")}`,
      expected: () => BigInt(NETWORKS * ENCLOSED_NAMES.length),
      cases: () => enclosedCases(NETWORKS),
      check: (item) => checkEnclosed(item),
    }),
    everyCase("ReLU, several layers", {
      what:
        "relu(relu(x) + relu(−x)) = relu(relu(x)) + relu(relu(−x)), at the ends of every ray; no step applies " +
        "to either, and their widths are 2, 1 and 2, 2",
      range: "x = −1, 0, 1, enough as both are positively homogeneous",
      expected: 1n,
      cases: () => [[wide, narrow] as const],
      check: ([one, other]) => checkTwins(one, other),
    }),
  ],
  properties,
  theorems: [
    "signed_reduction_invariant",
    "signed_reduction_normal_forms",
    "signed_normal_form_unique",
    "signed_theta_is_fibre",
    "zero_loss_only_in_signed_theta",
    "same_outputs_same_form",
    "sigmoid_derivatives",
    "softplus_derivatives",
    "taylors_theorem",
    "sigmoid_and_softplus_expand",
  ],
};

const SUPPORTS: readonly (readonly number[])[] = [
  [1, 3, 5, 7, 9, 11, 13],
  [0, 2, 4, 6, 8, 10, 12],
  [1, 3, 9, 27, 81, 243, 729],
];

const row = (...texts: readonly string[]): RationalVector => RationalVector.fromStrings(texts);
const wide = multiLayerNetwork([[row("1"), row("-1")], [row("1", "0"), row("0", "1")], [row("1", "1")]]);
const narrow = multiLayerNetwork([[row("1"), row("-1")], [row("1", "1")], [row("1")]]);

const UNITS: readonly Unit[] = ["-2", "-1", "0", "1"].flatMap((w) =>
  ["-1", "0", "1"].map((a) => unitOf([w], [a])),
);

function* orderCases(): Generator<readonly [TwoLayerNetwork, ActivationSymmetry]> {
  const extend = function* (units: readonly Unit[], first: number): Generator<readonly Unit[]> {
    yield units;
    if (units.length === MAX_WIDTH) return;
    for (const [index, unit] of UNITS.entries()) if (index >= first) yield* extend([...units, unit], index);
  };
  for (const units of extend([], 0))
    for (const name of NAMES) yield [twoLayerNetwork(1, 1, units), parseSymmetry(name)];
}

/** Follows every sequence of steps: each keeps the measure, and all ends reduce to one network. */
export function checkOrders(
  network: TwoLayerNetwork,
  symmetry: ActivationSymmetry,
  claimed: SymmetricReduction = reduceFor(network, symmetry),
  steps = { symmetricSteps, symmetricStep },
): string | undefined {
  const measure = symmetricMeasureOf(network, symmetry);
  const expected = mirrorKey(claimed.irreducible, symmetry);
  const pending = [network, claimed.irreducible];
  const seen = new Set<string>();
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    const key = current.units.map(unitKey).sort().join("|");
    if (seen.has(key)) continue;
    seen.add(key);
    const at = `${symmetry.name} at ${current.units.map(unitKey).join("|")}`;
    if (!equalSymmetricMeasures(symmetricMeasureOf(current, symmetry), measure))
      return `the measure or the polynomial part changed, ${at}`;
    const next = steps.symmetricSteps(current, symmetry);
    if (next.length === 0 && mirrorKey(reduceFor(current, symmetry).irreducible, symmetry) !== expected)
      return `another end, ${at}`;
    pending.push(...next.map((step) => steps.symmetricStep(current, step)));
  }
  const { size } = measure.measure.atoms;
  const width = claimed.irreducible.units.length;
  return claimed.rest === "none" && width !== size
    ? `width ${width} for ${size} points, ${symmetry.name}`
    : undefined;
}

/** Equal for networks that differ in the order of units, and in mirror images and multiples of units. */
function mirrorKey(network: TwoLayerNetwork, symmetry: ActivationSymmetry): string {
  const { constant, slope } = symmetry;
  const free = constant.equals(0n) && slope.equals(0n);
  if (!free && !symmetry.isHomogeneous) return network.units.map(unitKey).sort().join("|");
  const { atoms } = symmetricMeasureOf(network, symmetry).measure;
  return `${network.units.length}|${[...atoms.values()]
    .map(({ point, mass }) => `${point.key};${mass.key}`)
    .sort()
    .join("|")}`;
}

/** Both routes give one series, whose coefficients vanish where they have to, and nowhere else. */
export function checkSeries(
  name: string,
  one = SERIES_BY_EQUATIONS.get(name)?.(ORDER),
  other = SERIES_IN_CLOSED_FORM.get(name)?.(ORDER),
): string | undefined {
  if (one === undefined || one.length !== other?.length) return `no series of ${name}`;
  const { parity } = parseSymmetry(name);
  for (const [n, coefficient] of one.entries()) {
    if (!coefficient.equals(entry(other, n))) return `the routes disagree on order ${n} of ${name}`;
    const hasParity = n > 0 && (n % 2 === 1) === (parity === "odd");
    if (hasParity === coefficient.equals(0n))
      return `order ${n} of ${name} is ${formatRational(coefficient)}`;
  }
  return undefined;
}

function* numberCases(): Generator<readonly [readonly bigint[], readonly number[]]> {
  for (let set = 1; set < 2 ** MAX_NUMBER; set += 1) {
    const numbers = Array.from({ length: MAX_NUMBER }, (_, index) => index).filter(
      (index) => (set >> index) % 2 === 1,
    );
    for (const support of SUPPORTS) yield [numbers.map((index) => BigInt(index + 1)), support];
  }
}

/** Two networks without a step for ReLU, of different widths, agree at −1, 0 and 1. */
export function checkTwins(one: MultiLayerNetwork, other: MultiLayerNetwork): string | undefined {
  const relu = parseSymmetry("relu");
  const [left, right] = [one, other].map((network) => reduceMultiLayerFor(network, relu));
  if (JSON.stringify([left?.matrices, right?.matrices]) !== JSON.stringify([one, other]))
    return "one of them reduces";
  if (left?.widths.join() === right?.widths.join()) return "the widths are the same";
  const values = (network: MultiLayerNetwork): string =>
    ["-1", "0", "1"]
      .map((x) => evaluateMultiLayer(network, row(x), (z) => (z.compare(0n) > 0 ? z : rational(0n))).key)
      .join();
  return values(one) === values(other)
    ? undefined
    : `the functions differ: ${values(one)} and ${values(other)}`;
}
