import { entry, lastEntry } from "../../exact/entry.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import { type MultiLayerNetwork, layerWidths } from "../../network/multiLayerNetwork.js";
import {
  type CurveView,
  type DrawnNumber,
  type DrawnWeight,
  type Frame,
  type PlayedPath,
  type PlayedShape,
} from "../../report/data/player.js";
import { layerChanges } from "../commands/path/changes.js";
import { segmentText } from "../commands/path/segmentLines.js";
import { drawnInterval, drawnRational } from "./drawnNumber.js";
import { type InputLine, type OutputCurve, inputLine, outputCurve } from "./outputCurve.js";
import { type Corners, type PathStep, cornersOf, stepOf } from "./playedPath.js";
import { type Evaluated, samenessOf } from "./sameness.js";

/** Of wider layers some neurons are drawn: so many. */
const MOST_NEURONS = 10;

/** So many outputs have a curve. */
const MOST_CURVES = 3;

/** A path that is played: it makes frames, each exactly, when they are asked for. */
export class Playing {
  readonly shape: PlayedShape;
  readonly #corners: Corners;
  /** The first network along the line of the latest view. */
  #first: { readonly view: string; readonly line: InputLine; readonly evaluated: Evaluated } | undefined;

  /** @throws InputError if the points are no path. */
  constructor(path: PlayedPath) {
    this.#corners = cornersOf(path);
    const widths = layerWidths(this.#corners[0]);
    const drawn = widths.map((width, layer) => drawnNeurons(this.#corners, layer, width));
    this.shape = { widths, drawn, segments: this.#corners.length - 1 };
  }

  /**
   * A step of the path.
   *
   * @throws InputError if the view has an activation or inputs that aren't known; RangeError if there is no
   *   such step.
   */
  frame(step: number, view: CurveView): Frame {
    const at = stepOf(this.#corners, step);
    const { line, evaluated: first } = this.#start(view);
    const curve = outputCurve(at.network, view.activation, line);
    const shown = lastEntry(this.shape.drawn).slice(0, MOST_CURVES);
    return {
      step,
      ...this.#weights(at),
      inputs: line.places.map(drawnRational),
      outputs: shown.map((output) => drawnOutputs(curve, output)),
      ...samenessOf(first, { network: at.network, curve }, view.activation, line),
      words: this.#words(at),
    };
  }

  #start(view: CurveView): { readonly line: InputLine; readonly evaluated: Evaluated } {
    const key = JSON.stringify(view);
    if (this.#first?.view === key) return this.#first;
    const [network] = this.#corners;
    const line = inputLine(view, entry(this.shape.widths, 0));
    const curve = outputCurve(network, view.activation, line);
    this.#first = { view: key, line, evaluated: { network, curve } };
    return this.#first;
  }

  #weights({ network, start, end }: PathStep): Pick<Frame, "weights" | "biases"> {
    const neurons = (layer: number): readonly number[] => entry(this.shape.drawn, layer);
    return {
      weights: network.weights.map((rows, layer) =>
        neurons(layer + 1).map((row) => {
          const [from, to] = [start, end].map(({ weights }) => entry(entry(weights, layer), row));
          return drawnEntries(entry(rows, row), neurons(layer), from, to);
        }),
      ),
      biases: network.biases?.map((bias, layer) => {
        const [from, to] = [start, end].map(({ biases }) => biases?.[layer]);
        return drawnEntries(bias, neurons(layer + 1), from, to);
      }),
    };
  }

  #words({ segment, start, end }: PathStep): string {
    const isDeep = start.weights.length > 2;
    const all = layerChanges([start, end]);
    const told = entry(all, 0).map((change) => (isDeep ? change : { ...change, layer: undefined }));
    return `segment ${segment + 1} of ${this.shape.segments}: ${segmentText(told)}`;
  }
}

function drawnEntries(
  vector: RationalVector,
  places: readonly number[],
  start: RationalVector | undefined,
  end: RationalVector | undefined,
): DrawnWeight[] {
  const changes = start !== undefined && end !== undefined;
  return places.map((place) => ({
    ...drawnRational(vector.at(place)),
    moves: changes && !start.at(place).equals(end.at(place)),
  }));
}

function drawnOutputs(curve: OutputCurve, output: number): DrawnNumber[] {
  return "exact" in curve
    ? curve.exact.map((values) => drawnRational(entry(values, output)))
    : curve.enclosed.map((values) => drawnInterval(entry(values, output)));
}

/** All neurons of a layer, or of a wide one those that move before the others, as many as are drawn. */
function drawnNeurons(corners: Corners, layer: number, width: number): number[] {
  const all = Array.from({ length: width }, (_, neuron) => neuron);
  if (width <= MOST_NEURONS) return all;
  const moving = layer === 0 ? [] : all.filter((neuron) => movesInto(corners, layer, neuron));
  const still = all.filter((neuron) => !moving.includes(neuron));
  return [...moving, ...still].slice(0, MOST_NEURONS).sort((one, other) => one - other);
}

/** Whether a neuron's incoming weights or bias change anywhere on the path. */
function movesInto([first, ...others]: Corners, layer: number, neuron: number): boolean {
  const row = ({ weights }: MultiLayerNetwork): RationalVector => entry(entry(weights, layer - 1), neuron);
  const bias = ({ biases }: MultiLayerNetwork): string | undefined =>
    biases && entry(biases, layer - 1).slice(neuron, neuron + 1).key;
  return others.some((other) => !row(other).equals(row(first)) || bias(other) !== bias(first));
}
