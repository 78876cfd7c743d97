import fc from "fast-check";
import { entry } from "../src/exact/entry.js";
import { type Rational, rational } from "../src/exact/numbers/rational.js";
import {
  type Activation,
  polynomialActivation,
  rationalActivation,
} from "../src/landscape/activations/activation.js";
import { boundedError, quarticError, squaredError } from "../src/landscape/loss/cost.js";
import { dataSet } from "../src/landscape/loss/data.js";
import { gradient } from "../src/landscape/loss/gradient.js";
import { toNetwork } from "../src/manifold/subspaces/parameterSpace.js";
import {
  type TwoLayerNetwork,
  unitKey,
  permuteUnits,
  sameNetwork,
  twoLayerNetwork,
} from "../src/network/twoLayerNetwork.js";
import { irreducibleNetworks, rationals, vectors } from "./arbitraries/network.js";
import {
  type Monomial,
  derivative,
  exponentOf,
  symmetricLosses,
  valueOf,
} from "./arbitraries/symmetricPolynomial.js";
import { type Property, property } from "./property.js";

const ZERO = rational(0n);

/** (x^a y^b − x^b y^a)/(x − y), a polynomial: at x = y too. */
function dividedSwap(a: number, b: number, x: Rational, y: Rational): Rational {
  const [low, gap] = [Math.min(a, b), Math.abs(a - b)];
  let sum = ZERO;
  for (let k = 0; k < gap; k += 1) sum = sum.add(x.pow(BigInt(k)).mul(y.pow(BigInt(gap - 1 - k))));
  return sum.mul(x.mul(y).pow(BigInt(low))).mul(a < b ? -1n : 1n);
}

/** The gradient of a loss, as a network whose units are its parts. */
type Slopes = (network: TwoLayerNetwork) => TwoLayerNetwork;

/** A network, one of its units, and the gradient of a loss: random data, an activation, a cost. */
const networkLosses = irreducibleNetworks(1, 3).chain((network) => {
  const sample = fc.tuple(vectors(network.inputDimension), vectors(network.outputDimension));
  const activations: fc.Arbitrary<Activation> = fc.oneof(
    fc.array(rationals, { minLength: 2, maxLength: 4 }).map(polynomialActivation),
    fc
      .tuple(rationals, rationals)
      .map((numerator) => rationalActivation(numerator, [rational(1n), ZERO, rational(1n)])),
  );
  return fc
    .tuple(
      fc.nat(network.units.length - 1),
      fc.array(sample, { minLength: 1, maxLength: 3 }),
      activations,
      fc.constantFrom(squaredError, quarticError, boundedError),
    )
    .map(([chosen, samples, activation, cost]) => {
      const data = dataSet(
        samples.map(([x]) => x),
        samples.map(([, y]) => y),
      );
      const slopes: Slopes = (point) =>
        toNetwork({ ...point, width: point.units.length }, gradient(point, data, activation, cost));
      return { network, chosen, slopes };
    });
});

export const properties: readonly Property[] = [
  property(
    "lem-2.1/tangent",
    "for symmetric polynomial losses the gradient on H_ij is tangent to it: ∂_i L = ∂_j L where ϑ_i = ϑ_j",
    fc.oneof(symmetricLosses(1), symmetricLosses(2)),
    ({ loss, point }) => {
      const onSubspace = [entry(point, 1), ...point.slice(1)];
      return entry(point, 0).every((_, coordinate) => {
        const [first, second] = [0, 1].map((unit) => valueOf(derivative(loss, unit, coordinate), onSubspace));
        return first !== undefined && second?.equals(first) === true;
      });
    },
  ),
  property(
    "lem-2.1/tangent-networks",
    "for losses of two-layer networks, with several activations and costs, ∂_i L = ∂_j L where units i and " +
      "j are equal",
    networkLosses,
    ({ network, chosen, slopes }) => {
      const { units, inputDimension, outputDimension } = network;
      const copy = units.slice(chosen, chosen + 1);
      const gradients = slopes(twoLayerNetwork(inputDimension, outputDimension, [...units, ...copy])).units;
      return unitKey(entry(gradients, chosen)) === unitKey(entry(gradients, units.length));
    },
  ),
  property(
    "lem-2.1/equivariant",
    "permuting the units of a network permutes the gradient of its loss in the same way, at every point",
    networkLosses,
    ({ network, chosen, slopes }) => {
      const order = network.units.map((_, index) => (index + chosen) % network.units.length);
      return sameNetwork(slopes(permuteUnits(network, order)), permuteUnits(slopes(network), order));
    },
  ),
  property(
    "lem-2.1/quotient",
    "for symmetric polynomial losses of units of one coordinate ∂_i L − ∂_j L = (x_i − x_j)·Q with a " +
      "polynomial Q, so that along a flow x_i − x_j solves d′ = −Q·d: it is always 0 or never 0",
    symmetricLosses(1),
    ({ loss, point }) => {
      const [x, y] = [entry(entry(point, 0), 0), entry(entry(point, 1), 0)];
      const [first, second] = [derivative(loss, 0, 0), derivative(loss, 1, 0)];
      // A swap of x and y changes the sign of the difference: it is half the sum over terms of term − swap.
      const quotient = (terms: readonly Monomial[]): Rational =>
        terms.reduce((sum, term) => {
          const rest = valueOf([{ ...term, exponents: [[0], [0], ...term.exponents.slice(2)] }], point);
          const swap = dividedSwap(exponentOf(term, 0, 0), exponentOf(term, 1, 0), x, y);
          return sum.add(rest.mul(swap));
        }, ZERO);
      const divided = quotient(first).sub(quotient(second)).div(2n);
      return valueOf(first, point).sub(valueOf(second, point)).equals(x.sub(y).mul(divided));
    },
  ),
];
