import { entry } from "../../../exact/entry.js";
import { InputError } from "../../../exact/inputError.js";
import { decimalBelow } from "../../../exact/numbers/decimal.js";
import { type Rational, rational } from "../../../exact/numbers/rational.js";
import { RationalVector } from "../../../exact/vectors/rationalVector.js";
import type { Activation } from "../../../landscape/activations/activation.js";
import { parseActivation } from "../../../landscape/activations/activationText.js";
import { squaredError } from "../../../landscape/loss/cost.js";
import { type DataSet, dataSet, requireFittingData } from "../../../landscape/loss/data.js";
import { loss } from "../../../landscape/loss/loss.js";
import { type AnyNetwork, asMultiLayer, isTwoLayer } from "../../../network/anyNetwork.js";
import { pairAt } from "../../../network/multiLayerNetwork.js";
import { type TwoLayerNetwork, evaluate } from "../../../network/twoLayerNetwork.js";
import { dataIn } from "../../files/dataFiles.js";
import type { Source } from "../../files/sources.js";
import { DEFAULT_ACTIVATION } from "../../options/commandParts.js";
import { placed } from "../../options/placed.js";
import type { LineChart, Series } from "../../../pictures/lineChart.js";
import { describedActivation } from "../../options/activationFormula.js";
import { SHOWN } from "../../terminal/lists.js";
import { between } from "./between.js";
import type { Answer } from "./answer.js";
import { type Wanted, pathAnswer } from "./pathAnswer.js";

/** What is drawn: a path, and the loss along it of these data and this activation, if they are given. */
export interface ChartRequest extends Wanted {
  readonly data?: Source;
  readonly activation?: string;
}

/** The most segments of a path that is drawn. */
const MAX_SEGMENTS = 1000;

/** The most neurons or weights that all points together may have: they are held in full. */
const MAX_HELD = 5_000_000;

/** Into how many equal pieces a path and the straight line are cut, to draw the loss. */
const PIECES = 32;

const REPAIR = "leave out --svg";

/** The most weights, counted once for each input, of which the loss is drawn unasked: more take long. */
const MAX_UNASKED = 20_000;

/**
 * The pictures of a path: the loss along it and along the straight line, and below it the outgoing weights.
 * There is no loss of networks that have several layers or biases; nor of large ones, unless data are given;
 * nor, as the title says, with neurons mirrored for an activation, whose values are not rational.
 *
 * @throws InputError if there is no path or no segment, if it is too long to draw, or if the data don't fit.
 */
export function pathCharts(request: ChartRequest): readonly LineChart[] {
  const points = cornersOf(request);
  const first = entry(points, 0);
  const activation = parseActivation(request.activation ?? DEFAULT_ACTIVATION);
  const hasLoss = isTwoLayer(first) && request.mirroredFor === undefined;
  const data = hasLoss ? dataOf(request.data, first, activation) : undefined;
  const lossCharts = data === undefined ? [] : [lossChart(points, data, activation)];
  return [...lossCharts, weightsChart(points, request.mirroredFor)];
}

/** The data that are given; else the function of the network itself at 0 and at the unit vectors and back. */
function dataOf(
  source: Source | undefined,
  network: TwoLayerNetwork,
  activation: Activation,
): DataSet | undefined {
  if (source !== undefined) {
    const data = dataIn(source);
    placed(source.place, () => {
      requireFittingData(network, data);
    });
    return data;
  }
  const { inputDimension: dimension, outputDimension, units } = network;
  const weights = units.length * (dimension + outputDimension);
  if (weights * (2 * dimension + 1) > MAX_UNASKED) return undefined;
  const along = (axis: number, size: bigint): RationalVector =>
    RationalVector.of(Array.from({ length: dimension }, (_, index) => (index === axis ? size : 0n)));
  const axes = Array.from({ length: dimension }, (_, axis) => [along(axis, 1n), along(axis, -1n)]);
  const inputs = [RationalVector.zero(dimension), ...axes.flat()];
  const value = (input: RationalVector): RationalVector =>
    evaluate(network, input, (preactivation) => activation.derivative(0, preactivation));
  return dataSet(inputs, inputs.map(value));
}

function cornersOf(request: ChartRequest): readonly AnyNetwork[] {
  const answer = pathAnswer(request, {
    "--data": request.data !== undefined,
    "--activation": request.activation !== undefined,
  });
  if ("reason" in answer) throw new InputError("there is no path", `${REPAIR} to read why`);
  requireDrawable(answer);
  return [...answer.points()];
}

function requireDrawable({ segments, size }: Answer): void {
  if (segments === 0) throw new InputError("the networks are equal, so no segment can be drawn", REPAIR);
  if (segments > MAX_SEGMENTS)
    throw new InputError(
      `a path of ${segments} segments, the most that are drawn are ${MAX_SEGMENTS}`,
      REPAIR,
    );
  const points = segments + 1;
  if (points * size.count <= MAX_HELD) return;
  throw new InputError(`${points} points of ${size.count} ${size.of} are too many to draw`, REPAIR);
}

/** The first outgoing weight of each neuron of the last hidden layer; of many, first those that change. */
function weightsChart(points: readonly AnyNetwork[], mirroredFor: string | undefined): LineChart {
  const rows = points.map((point) => entry(asMultiLayer(point).weights.slice(-1).flat(), 0));
  const lines = entry(rows, 0)
    .toStrings()
    .map((_, neuron) => ({
      neuron,
      isStill: new Set(rows.map((row) => row.toStrings()[neuron])).size === 1,
    }));
  const chosen = [...lines.filter(({ isStill }) => !isStill), ...lines.filter(({ isStill }) => isStill)]
    .slice(0, SHOWN)
    .sort((left, right) => left.neuron - right.neuron);
  const part = lines.length > SHOWN ? `, of ${chosen.length} neurons of ${lines.length}` : "";
  const without = mirroredFor === undefined ? "" : `; no loss, as for ${mirroredFor} it is not rational`;
  return {
    title: `Outgoing weights along the path${part}${without}`,
    x: "segments",
    y: "weight to the first output",
    series: chosen.map(({ neuron }) => ({
      name: `neuron ${neuron + 1}`,
      points: rows.map((row, corner) => [corner, drawn(row.at(neuron))]),
    })),
    level: 0,
  };
}

/** The loss at equal distances along the path, and at the same shares of the straight line. */
function lossChart(points: readonly AnyNetwork[], data: DataSet, activation: Activation): LineChart {
  const corners = points.map(asMultiLayer);
  const segments = corners.length - 1;
  const ends = [entry(corners, 0), entry(corners, segments)] as const;
  const lineThrough = (name: string, through: readonly AnyNetwork[]): Series => ({
    name,
    points: Array.from({ length: PIECES + 1 }, (_, place) => {
      const network = pairAt(asMultiLayer(networkAt(through, place)), 1);
      return [(place * segments) / PIECES, drawn(loss(network, data, activation, squaredError))];
    }),
  });
  return {
    title: `Loss between the networks, σ(x) = ${describedActivation(activation)}`,
    x: "segments of the path, and the same share of the straight line",
    y: "loss",
    series: [lineThrough("path", corners), lineThrough("straight line", ends)],
    level: 0,
  };
}

/** The network at a place 0, …, PIECES of a polyline, whose segments count as equally long. */
function networkAt(corners: readonly AnyNetwork[], place: number): AnyNetwork {
  const segments = corners.length - 1;
  const segment = Math.min(Math.floor((place * segments) / PIECES), segments - 1);
  const part = rational(BigInt(place * segments - segment * PIECES), BigInt(PIECES));
  return between(entry(corners, segment), entry(corners, segment + 1), part);
}

/** A rational as a position in a picture. */
function drawn({ s, n, d }: Rational): number {
  const position = Number(decimalBelow({ numerator: s * n, denominator: d }, 17));
  if (Number.isFinite(position)) return position;
  throw new InputError("a number is too large to be drawn", REPAIR);
}
