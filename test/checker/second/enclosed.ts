import { dominanceMargins } from "../../../src/exact/inertia/diagonalDominance.js";
import { enclosedSigns } from "../../../src/exact/inertia/enclosedSigns.js";
import { overOneDenominator } from "../../../src/exact/inertia/symmetricMatrix.js";
import { type EnclosedMatrix, worstValues } from "../../../src/exact/inertia/worstValues.js";
import { Interval } from "../../../src/exact/intervals/interval.js";
import type { IntegerMatrix } from "../../../src/exact/vectors/integerMatrix.js";
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
import { Column } from "../../../src/landscape/ends/column.js";
import { channelSlope } from "../../../src/landscape/ends/channel.js";
import { endDerivatives } from "../../../src/landscape/ends/endDerivatives.js";
import type { EndData } from "../../../src/landscape/ends/endNetwork.js";
import { squaredError } from "../../../src/landscape/loss/cost.js";
import { dataSet } from "../../../src/landscape/loss/data.js";
import { enclosedHessian } from "../../../src/landscape/nearCritical/enclosedHessian.js";
import type { Expected } from "../../../src/checker/verdict.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "../../../src/network/multiLayerNetwork.js";
import { type TwoLayerNetwork, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
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
  const matrixAround = enclosedHessian(enclosedDerivatives(around, setting).hessian);
  requireBox(congruence, matrixAround, enclosedDerivatives(point, setting).gradient, box, whole(parts.index));
  requireTruth(point, setting, whole(parts.index));
  return true;
}

/** Dominance all over the box, a gradient that is small enough, and the index. */
function requireBox(
  congruence: IntegerMatrix,
  matrixAround: EnclosedMatrix,
  gradient: readonly Interval[],
  box: Rational,
  index: number,
): void {
  const worst = worstValues(matrixAround, congruence);
  const margins = dominanceMargins(worst);
  need(margins.every((margin) => margin > 0n));
  const sums = gradient.map((_, place) =>
    congruence.reduce((sum, vector) => sum + size(vector[place] ?? 0n), 0n),
  );
  const spread = sums.reduce((most, sum) => (sum > most ? sum : most));
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
  need(index === worst.filter((row) => (row.at(-1) ?? 0n) < 0n).length);
}

/** A critical point of the limit of units that run off, with the columns of `src/landscape/ends`. */
export function channelHolds(body: Json | undefined, expected: Expected): boolean {
  const keys = ["activation", "affine", "apart", "box", "center", "congruence", "data", "drift", "index"];
  const parts = members(body, ...keys, "radius", "slope", "theta");
  for (const name of ["activation", "data", "theta"] as const)
    need(expected[name] !== undefined && isAsked(parts[name], expected[name]));
  const [theta, center] = [layersOf(parts.theta), layersOf(parts.center)];
  need([theta, center].every(({ weights, biases }) => biases === undefined && weights[1]?.length === 1));
  const { data } = settingOf(parts, theta);
  need(parts.activation === "sigmoid");
  const apart = entries(parts.apart).map(whole);
  const own = twoLayers(theta);
  need([2, 3].includes(apart.length) && new Set(apart).size === apart.length);
  need(apart.every((unit) => own.units[unit] !== undefined));
  const [high, low, last] = apart.map((unit) => own.units[unit]?.outgoing.at(0));
  need(high !== undefined && low !== undefined);
  // 1/ε
  need((last === undefined ? high.sub(low) : high.add(low)).compare(0n) !== 0 && last?.compare(0n) !== 0);
  const there = limitAt(own, apart);
  const [drift = [], affine = []] = matrix([parts.drift ?? null, parts.affine ?? null]);
  const point = [...numbersOf(center), ...[...drift, ...affine].map(parseRational)];
  const form = { inputs: own.inputDimension, units: twoLayers(center).units.length, channels: 1 };
  need(
    twoLayers(center).inputDimension === form.inputs && form.units === own.units.length - apart.length + 1,
  );
  need(drift.length === form.inputs && affine.length === (apart.length === 3 ? form.inputs + 1 : 0));
  const [[box, radius] = []] = [matrix([[parts.box ?? null, parts.radius ?? null]])[0]?.map(parseRational)];
  need(box !== undefined && radius !== undefined && box.compare(0n) > 0);
  need(
    point.every(
      (value, p) =>
        value
          .sub(there[p] ?? value)
          .abs()
          .add(box)
          .compare(radius) <= 0,
    ),
  );
  const scaled = (value: Rational): bigint => Interval.enclosing(value, PRECISION).lower;
  const network = {
    ...form,
    isAffine: apart.length === 3,
    parameters: point.map(scaled),
    precision: PRECISION,
  };
  const columns = columnsOf(data);
  const reach = scaled(box) + 1n;
  const around = endDerivatives(network, reach, columns);
  const congruence = overOneDenominator(vectors(matrix(parts.congruence))).numerators;
  need(congruence.length === point.length && congruence.every(({ length }) => length === point.length));
  requireBox(
    congruence,
    around.matrix,
    endDerivatives(network, 0n, columns).gradient,
    box,
    whole(parts.index),
  );
  const { sign } = channelSlope(network, reach, columns);
  need(sign === whole(parts.slope) && sign !== 0);
  return true;
}

function twoLayers({ weights }: MultiLayerNetwork): TwoLayerNetwork {
  const [incoming = [], [outgoing] = []] = weights;
  return twoLayerNetwork(
    incoming[0]?.dimension ?? 0,
    1,
    incoming.map((row, unit) => ({ incoming: row, outgoing: outgoing?.slice(unit, unit + 1) ?? row })),
  );
}

/** w, c and v as means and halves of sums, then κ and m. */
function limitAt({ units }: TwoLayerNetwork, apart: readonly number[]): Rational[] {
  const [p, q, third] = apart.map((unit) => units[unit]);
  need(p !== undefined && q !== undefined);
  const [high, low] = [p.outgoing.at(0), q.outgoing.at(0)];
  const half = rational(1n, 2n);
  const rest = units.filter((_, unit) => !apart.includes(unit));
  const plus = p.incoming.plus(q.incoming);
  const minus = p.incoming.minus(q.incoming);
  const isPair = third === undefined;
  const [lead, c] = isPair ? [high.sub(low), high.add(low)] : [high.add(low), high.sub(low)];
  const affine = isPair
    ? []
    : [
        high.add(low).add(third.outgoing.at(0)).sub(c).mul(half),
        ...third.incoming.times(third.outgoing.at(0).div(4n)).toRationals(),
      ];
  return [
    ...(isPair ? plus : minus).times(half).toRationals(),
    ...rest.flatMap(({ incoming }) => incoming.toRationals()),
    c,
    ...rest.map(({ outgoing }) => outgoing.at(0)),
    ...(isPair ? minus : plus).times(lead.mul(half)).toRationals(),
    ...affine,
  ];
}

function columnsOf({ inputs, targets }: LossSetting["data"]): EndData {
  const column = (values: readonly Rational[]): Column => {
    const lower = values.map((value) => Interval.enclosing(value, PRECISION).lower);
    return new Column(lower, 1n, PRECISION);
  };
  const dimension = inputs[0]?.dimension ?? 0;
  const columns = Array.from({ length: dimension }, (_, j) => column(inputs.map((input) => input.at(j))));
  return {
    inputs: columns,
    products: columns.map((left) => columns.map((right) => left.times(right))),
    targets: column(targets.map((target) => target.at(0))),
  };
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
  const { activation: text } = parts;
  need(typeof text === "string");
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
