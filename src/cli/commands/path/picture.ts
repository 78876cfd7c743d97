import { entry } from "../../../exact/entry.js";
import { InputError } from "../../../exact/inputError.js";
import { decimalBelow } from "../../../exact/numbers/decimal.js";
import { type Rational, rational } from "../../../exact/numbers/rational.js";
import { parseActivation } from "../../../landscape/activations/activationText.js";
import { squaredError } from "../../../landscape/loss/cost.js";
import { requireFittingData } from "../../../landscape/loss/data.js";
import { loss } from "../../../landscape/loss/loss.js";
import { multiLayerPath } from "../../../manifold/layers/multiLayerPath.js";
import { type AnyNetwork, asMultiLayer } from "../../../network/anyNetwork.js";
import { pairAt } from "../../../network/multiLayerNetwork.js";
import { dataIn, pairIn } from "../../files/networks.js";
import type { Source } from "../../files/sources.js";
import { placed } from "../../options/placed.js";
import type { LineChart, Series } from "../../pictures/lineChart.js";
import { describedActivation } from "../../options/activationFormula.js";
import { SHOWN } from "../../terminal/lists.js";
import { type Wanted, requireTwoLayerOptions, unitsAnswer } from "./answer.js";
import { between, requireListable, requireListableLayers } from "./listing.js";

/** What is drawn: the loss of these data, or the outgoing weights if there are none. */
export interface ChartRequest extends Wanted {
  readonly data?: Source;
  readonly activation: string;
}

/** The most segments of a path that is drawn. */
const MAX_SEGMENTS = 1000;

/** Into how many equal pieces a path and the straight line are cut, to draw the loss. */
const PIECES = 32;

const REPAIR = "leave out --svg";

/**
 * The picture of a path: the outgoing weights along it, or the loss along it and along the straight line.
 *
 * @throws InputError if there is no path or no segment, if it is too long to draw, or if the data don't fit.
 */
export function pathChart(request: ChartRequest): LineChart {
  const points = cornersOf(request);
  const { data } = request;
  return data === undefined ? weightsChart(points) : lossChart(points, data, request.activation);
}

function cornersOf(request: ChartRequest): readonly AnyNetwork[] {
  const pair = pairIn(request.from, request.to);
  if ("units" in pair) {
    const path = unitsAnswer(pair.units, request)?.path;
    if (path === undefined) throw noPath();
    requireDrawable(path.segments);
    const size = { count: path.from.units.length, of: "neurons" };
    requireListable(path.segments + 1, size, REPAIR);
    return path.list().points;
  }
  requireTwoLayerOptions({ "--as-paper": request.asPaper, "--data": request.data !== undefined });
  const path = multiLayerPath(pair.layers.theta, pair.layers.from, pair.layers.to, request);
  if ("isolatedLayer" in path) throw noPath();
  requireDrawable(path.segments);
  requireListableLayers(path, pair.layers, 1, REPAIR);
  return path.list().points;
}

const noPath = (): InputError => new InputError("there is no path", `${REPAIR} to read why`);

function requireDrawable(segments: number): void {
  if (segments === 0) throw new InputError("the networks are equal, so no segment can be drawn", REPAIR);
  if (segments <= MAX_SEGMENTS) return;
  throw new InputError(`a path of ${segments} segments, the most that are drawn are ${MAX_SEGMENTS}`, REPAIR);
}

/** The first outgoing weight of each neuron of the last hidden layer; of many, first those that change. */
function weightsChart(points: readonly AnyNetwork[]): LineChart {
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
  return {
    title: `Outgoing weights along the path${part}`,
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
function lossChart(points: readonly AnyNetwork[], source: Source, form: string): LineChart {
  const [data, activation] = [dataIn(source), parseActivation(form)];
  const corners = points.map(asMultiLayer);
  const segments = corners.length - 1;
  const ends = [entry(corners, 0), entry(corners, segments)] as const;
  placed(source.place, () => {
    requireFittingData(pairAt(ends[0], 1), data);
  });
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
