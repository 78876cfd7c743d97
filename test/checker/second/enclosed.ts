import { dominanceMargins } from "../../../src/exact/inertia/diagonalDominance.js";
import { enclosedSigns } from "../../../src/exact/inertia/enclosedSigns.js";
import { overOneDenominator } from "../../../src/exact/inertia/symmetricMatrix.js";
import { worstValues } from "../../../src/exact/inertia/worstValues.js";
import { Interval } from "../../../src/exact/intervals/interval.js";
import { type Rational, parseRational, rational } from "../../../src/exact/numbers/rational.js";
import { smoothActivation } from "../../../src/landscape/activations/smoothActivation.js";
import { enclosedCost } from "../../../src/landscape/enclosures/enclosedCost.js";
import {
  type LossSetting,
  enclosedDerivatives,
} from "../../../src/landscape/enclosures/enclosedDerivatives.js";
import {
  type IntervalMultiLayer,
  intervalMultiLayer,
  parametersOf,
  withParameters,
} from "../../../src/landscape/enclosures/intervalMultiLayer.js";
import { squaredError } from "../../../src/landscape/loss/cost.js";
import { dataSet } from "../../../src/landscape/loss/data.js";
import { enclosedHessian } from "../../../src/landscape/nearCritical/enclosedHessian.js";
import type { Expected } from "../../../src/checker/verdict.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "../../../src/network/multiLayerNetwork.js";
import type { Json } from "../seal.js";
import { entries, isAsked, matrix, members, need, vectors, whole } from "./reading.js";

const PRECISION = 300;

/** A critical point near a network, with the intervals of `src/landscape`. */
export function nearCriticalHolds(body: Json | undefined, expected: Expected): boolean {
  const keys = ["activation", "box", "center", "congruence", "data", "index", "radius", "theta"];
  const parts = members(body, ...keys);
  for (const name of ["activation", "data", "theta"] as const)
    need(expected[name] !== undefined && isAsked(parts[name], expected[name]));
  const [theta, center] = [layersOf(parts.theta), layersOf(parts.center)];
  const shapes = [theta, center].map((each) => JSON.stringify(shapeOf(each)));
  need(shapes[0] === shapes[1]);
  const [[box, radius] = []] = [matrix([[parts.box ?? null, parts.radius ?? null]])[0]?.map(parseRational)];
  need(box !== undefined && radius !== undefined && box.compare(0n) > 0);
  const [from, to] = [theta, center].map(numbersOf);
  need(from !== undefined && to !== undefined);
  need(
    from.every(
      (value, place) =>
        value
          .sub(to[place] ?? value)
          .abs()
          .add(box)
          .compare(radius) <= 0,
    ),
  );
  const setting = settingOf(parts, theta);
  const point = intervalMultiLayer(center, PRECISION);
  const reach = Interval.between(box.neg(), box, PRECISION);
  const around = withParameters(
    point,
    parametersOf(point).map((value) => value.plus(reach)),
  );
  const congruence = overOneDenominator(vectors(matrix(parts.congruence))).numerators;
  need(congruence.length === from.length && congruence.every(({ length }) => length === from.length));
  const worst = worstValues(enclosedHessian(enclosedDerivatives(around, setting).hessian), congruence);
  const margins = dominanceMargins(worst);
  need(margins.every((margin) => margin > 0n));
  const sums = from.map((_, place) =>
    congruence.reduce((sum, vector) => sum + size(vector[place] ?? 0n), 0n),
  );
  const spread = sums.reduce((most, sum) => (sum > most ? sum : most));
  const { gradient } = enclosedDerivatives(point, setting);
  const slopes = congruence.map((vector) =>
    Interval.sum(
      vector.map((value, place) => product(gradient[place], value)),
      PRECISION,
    ),
  );
  // Margins are in units of 2^(−p−1).
  const unit = rational(1n, 2n << BigInt(PRECISION));
  need(
    slopes.every(
      ({ magnitude }, row) =>
        magnitude.mul(rational(spread)).compare(box.mul(unit).mul(rational(margins[row] ?? 0n))) < 0,
    ),
  );
  need(whole(parts.index) === worst.filter((row) => (row.at(-1) ?? 0n) < 0n).length);
  requireTruth(point, setting, whole(parts.index));
  return true;
}

/** The signs at the center, by vectors of its own. */
function requireTruth(point: IntervalMultiLayer, setting: LossSetting, index: number): void {
  const signs = enclosedSigns(enclosedHessian(enclosedDerivatives(point, setting).hessian));
  if (signs?.negative !== index) throw new Error("evidence for a wrong index");
}

function settingOf(parts: Record<string, Json>, theta: MultiLayerNetwork): LossSetting {
  const { inputs, targets } = members(parts.data, "inputs", "targets");
  const [x, y] = [matrix(inputs), matrix(targets)];
  const [[first], last] = [theta.weights[0] ?? [], theta.weights[1] ?? []];
  need(x.length > 0 && x.length === y.length);
  need(
    x.every(({ length }) => length === first?.dimension) && y.every(({ length }) => length === last.length),
  );
  const { name, parameters } = members(parts.activation, "name", "parameters");
  const [list = []] = matrix([parameters ?? null]);
  need(typeof name === "string");
  const text = list.length > 0 ? `${name}:${list.join()}` : name;
  need(/^(sigmoid|tanh|softplus|softplus\+sigmoid:[^,]+,[^,]+)$/.test(text));
  return {
    data: dataSet(vectors(x), vectors(y)),
    activation: smoothActivation(text),
    cost: enclosedCost(squaredError),
  };
}

function layersOf(value: Json | undefined): MultiLayerNetwork {
  const { biases, weights } = members(value, "biases", "weights");
  const matrices = entries(weights).map(matrix);
  const lists = matrix(biases);
  need(matrices.length === 2 && [0, 2].includes(lists.length));
  const [first = [], second = []] = matrices;
  need(first.length > 0 && second.length > 0 && (first[0]?.length ?? 0) > 0);
  need(first.every(({ length }) => length === first[0]?.length));
  need(second.every(({ length }) => length === first.length));
  need(lists.every(({ length }, layer) => length === matrices[layer]?.length));
  return multiLayerNetwork(matrices.map(vectors), lists.length === 0 ? undefined : vectors(lists));
}

function shapeOf({ weights, biases }: MultiLayerNetwork): unknown {
  return [weights.map((rows) => rows.map(({ dimension }) => dimension)), biases === undefined];
}

function numbersOf({ weights, biases }: MultiLayerNetwork): Rational[] {
  return weights.flatMap((rows, layer) => [
    ...rows.flatMap((row) => row.toRationals()),
    ...(biases?.[layer]?.toRationals() ?? []),
  ]);
}

function product(slope: Interval | undefined, factor: bigint): Interval {
  if (slope === undefined) throw new RangeError("no derivative");
  const ends = [slope.lower * factor, slope.upper * factor] as const;
  const [lower, upper] = factor < 0n ? [ends[1], ends[0]] : ends;
  return Interval.of(lower, upper, PRECISION);
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}
