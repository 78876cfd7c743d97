import { determinant } from "../../../src/exact/matrices/determinant.js";
import { type CertifiedInertia, inertia, inertiaFault } from "../../../src/exact/inertia/inertia.js";
import type { IntegerMatrix } from "../../../src/exact/vectors/integerMatrix.js";
import { parseRational, type Rational, rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { overOneDenominator } from "../../../src/exact/inertia/symmetricMatrix.js";
import { type Activation, rationalActivation } from "../../../src/landscape/activations/activation.js";
import { squaredError } from "../../../src/landscape/loss/cost.js";
import { type DataSet, dataSet } from "../../../src/landscape/loss/data.js";
import { gradient } from "../../../src/landscape/loss/gradient.js";
import { hessian } from "../../../src/landscape/loss/hessian.js";
import { powerRows } from "../../../src/landscape/zeroLoss/independence.js";
import { loss } from "../../../src/landscape/loss/loss.js";
import { mixedDerivative } from "../../../src/landscape/criticalPoints/saddleDirection.js";
import type { Expected } from "../../../src/checker/verdict.js";
import { isIrreducible } from "../../../src/network/irreducible.js";
import { evaluate, type TwoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import type { Json } from "../seal.js";
import {
  entries,
  isAsked,
  matrix,
  members,
  need,
  networkOf,
  sameDimensions,
  vectors,
  whole,
} from "./reading.js";

export interface Point {
  readonly theta: TwoLayerNetwork;
  readonly network: TwoLayerNetwork;
  readonly data: DataSet;
  readonly activation: Activation;
}

/** A critical point, with gradients and Hessians of `src/landscape`. */
export function criticalHolds(body: Json | undefined, expected: Expected): boolean {
  const parts = members(body, "activation", "beta", "data", "inertias", "network", "theta");
  const point = pointOf(parts, expected);
  const { theta, network, data, activation } = point;
  const [beta] = matrix([parts.beta ?? null]);
  need(beta?.length === network.units.length && isExpansion(point, beta.map(parseRational)));
  const both = [theta, network];
  need(both.every((each) => gradient(each, data, activation, squaredError).isZero()));
  const blocks = entries(parts.inertias);
  need(blocks.length === (expected.claim === "prop-4.3" ? 0 : 2));
  if (expected.claim === "prop-4.3") return true;
  const [below, above] = both.map((each, index) =>
    inertiaShown(blocks[index], hessian(each, data, activation, squaredError).numerators),
  );
  need(below !== undefined && above !== undefined);
  return isInstance(point, expected.claim, below, above);
}

export function pointOf(parts: Record<string, Json>, expected: Expected): Point {
  const [theta, network] = [networkOf(parts.theta), networkOf(parts.network)];
  need(isIrreducible(theta) && sameDimensions(theta, network));
  need(isAsked(parts.theta, expected.theta) && isAsked(parts.network, expected.network));
  const [r, m] = [theta.units.length, network.units.length];
  need((expected.r ?? r) === r && (expected.m ?? m) === m);
  need(isAsked(parts.data, expected.data) && isAsked(parts.activation, expected.activation));
  const { inputs, targets } = members(parts.data, "inputs", "targets");
  const [x, y] = [matrix(inputs), matrix(targets)];
  need(x.length === y.length && x.length > 0);
  need(x.every((row) => row.length === theta.inputDimension));
  need(y.every((row) => row.length === theta.outputDimension));
  const { numerator, denominator } = members(parts.activation, "denominator", "numerator");
  const [upper = [], lower = []] = matrix([numerator ?? null, denominator ?? null]);
  need(upper.length > 0 && lower.length > 0);
  const activation = rationalActivation(upper.map(parseRational), lower.map(parseRational));
  return { theta, network, data: dataSet(vectors(x), vectors(y)), activation };
}

/** Each unit copies one of theta, with its share of the outgoing vector; shares of a unit have sum 1. */
export function isExpansion({ theta, network }: Point, beta: readonly Rational[]): boolean {
  const sums = theta.units.map(() => rational(0n));
  const copied = network.units.every(({ incoming, outgoing }, index) => {
    const label = theta.units.findIndex((unit) => unit.incoming.equals(incoming));
    const share = beta[index] ?? rational(0n);
    sums[label] = (sums[label] ?? rational(0n)).add(share);
    return theta.units[label]?.outgoing.times(share).equals(outgoing) ?? false;
  });
  return copied && sums.every((sum) => sum.equals(1n));
}

export type Signs = readonly [positive: number, negative: number, zero: number];

function isInstance(point: Point, claim: string, below: Signs, above: Signs): boolean {
  const { theta, network, data, activation } = point;
  const [positive, negative, zero] = above;
  const extra = network.units.length - theta.units.length;
  // What Proposition 4.4 proves must be so.
  if (zero < extra || negative < below[1]) throw new Error("an inertia against Proposition 4.4");
  const isHit = loss(network, data, activation, squaredError).equals(0n);
  const outputs = data.inputs.length * theta.outputDimension;
  if (claim === "cooper-2.3") return isHit && negative === 0 && positive === outputs && zero > 0;
  if (claim === "open-strict-saddles") return !isHit && negative === 0 && extra > 0;
  return claim === "prop-4.4" || (negative > 0 && isPulled(point));
}

function isPulled({ theta, network, data, activation }: Point): boolean {
  const residuals = data.inputs.map((input, index) => {
    const target = data.targets[index] ?? RationalVector.zero(theta.outputDimension);
    return evaluate(theta, input, (place) => activation.derivative(0, place)).minus(target);
  });
  return theta.units.some(({ incoming }, unit) => {
    const copies = network.units.filter((other) => other.incoming.equals(incoming)).length;
    const slopes = mixedDerivative({ network: theta, activation, data, residuals }, unit);
    return copies > 1 && slopes.some((row) => !row.isZero());
  });
}

/** The stated inertia, if its evidence holds. */
export function inertiaShown(block: Json | undefined, form: IntegerMatrix): Signs {
  const parts = members(block, "congruence", "identityRows", "inertia", "kernel");
  const signs = entries(parts.inertia).map(whole);
  const [positive = 0, negative = 0, zero = 0] = signs;
  need(signs.length === 3);
  const shown: CertifiedInertia = {
    inertia: { positive, negative, zero },
    kernel: vectors(matrix(parts.kernel)),
    identityRows: entries(parts.identityRows).map(whole),
    congruence: overOneDenominator(vectors(matrix(parts.congruence))).numerators,
  };
  need(inertiaFault(form, shown) === undefined);
  const truth = inertia(form);
  if ([truth.positive, truth.negative, truth.zero].join() !== signs.join())
    throw new Error("evidence for a wrong inertia");
  return [positive, negative, zero];
}

/** An inertia of the caller's matrix. */
export function inertiaHolds(body: Json | undefined, expected: Expected): boolean {
  const parts = members(body, "congruence", "identityRows", "inertia", "kernel", "matrix");
  need(expected.matrix !== undefined && isAsked(parts.matrix, expected.matrix));
  need(isAsked(parts.inertia, expected.inertia));
  const rows = matrix(parts.matrix);
  need(rows.length > 0 && rows.every((row) => row.length === rows.length));
  need(rows.every((row, i) => row.every((entry, j) => entry === rows[j]?.[i])));
  const form = overOneDenominator(vectors(rows)).numerators;
  const { congruence, identityRows, inertia: stated, kernel } = parts;
  inertiaShown({ congruence, identityRows, inertia: stated, kernel } as Json, form);
  return true;
}

/** A regular matrix of powers. */
export function independenceHolds(body: Json | undefined, expected: Expected): boolean {
  const parts = members(body, "direction", "exponents", "inverse", "modulus", "weights");
  need(isAsked(parts.weights, expected.weights) && isAsked(parts.exponents, expected.exponents));
  const weights = matrix(parts.weights);
  const direction = matrix([parts.direction ?? null])[0] ?? [];
  const exponents = entries(parts.exponents).map(whole);
  const columns = entries(parts.inverse).map((column) => entries(column).map(whole));
  const [modulus, size] = [BigInt(whole(parts.modulus)), weights.length];
  need(size > 0 && size <= 64 && modulus > 1n && exponents.every((n) => n >= 0 && n <= 1000));
  need([exponents, columns, ...columns].every(({ length }) => length === size));
  need(weights.every((row) => row.length === direction.length && row.length > 0));
  const common = overOneDenominator(vectors(weights)).numerators;
  const [along = []] = overOneDenominator(vectors([direction])).numerators;
  const places = common.map((row) => row.reduce((sum, x, i) => sum + x * (along[i] ?? 0n), 0n));
  const holds = places.every((place, i) =>
    columns.every((column, j) => {
      const value = column.reduce((sum, x, l) => sum + BigInt(x) * place ** BigInt(exponents[l] ?? 0), 0n);
      return (value - (i === j ? 1n : 0n)) % modulus === 0n;
    }),
  );
  const numbers = places.map((place) => rational(place));
  if (holds && determinant(powerRows(numbers, exponents)) === 0n)
    throw new Error("an inverse of a singular matrix");
  return holds;
}
