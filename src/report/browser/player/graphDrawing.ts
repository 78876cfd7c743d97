import { entry } from "../../../exact/entry.js";
import type { DrawnWeight, Frame, PlayedShape } from "../../data/player.js";
import { picture, setAll, setTitle, svgElement } from "./svg.js";

const [COLUMN, ROW, MARGIN, RADIUS] = [200, 56, 40, 15];

/** With more edges their weights are told, but not written beside them. */
const MOST_LABELS = 24;

/** Widths of lines, of a weight 0 and of the largest. */
const [THINNEST, THICKEST] = [0.75, 8];

interface Edge {
  readonly mark: SVGElement;
  readonly line: SVGElement;
  readonly label: SVGElement | undefined;
  /** "input 1 to neuron 2". */
  readonly name: string;
}

/** The graph of a network: a column of neurons for each layer, and an edge for each weight. */
export class GraphDrawing {
  readonly svg: SVGElement;
  /** By matrix, row and column, as frames have the weights. */
  readonly #edges: readonly (readonly (readonly Edge[])[])[];
  readonly #biases: readonly (readonly SVGElement[])[];
  readonly #shape: PlayedShape;

  /**
   * @param largest the size of a weight that has the thickest line.
   * @param hasLabels whether weights are written beside their edges, if there is room for all.
   */
  constructor(
    shape: PlayedShape,
    private readonly largest: number,
    hasLabels: boolean,
  ) {
    this.#shape = shape;
    const rows = Math.max(...shape.drawn.map(({ length }) => length));
    const size = [
      MARGIN * 2 + COLUMN * (shape.drawn.length - 1),
      MARGIN * 2 + ROW * (rows - 1) + 24,
    ] as const;
    const count = shape.drawn.slice(1).reduce((sum, { length }, at) => sum + length * this.#drawnIn(at), 0);
    this.#edges = shape.drawn
      .slice(1)
      .map((to, matrix) =>
        to.map((_, row) =>
          Array.from({ length: this.#drawnIn(matrix) }, (__, column) =>
            this.#edge(matrix, row, column, hasLabels && count <= MOST_LABELS, rows),
          ),
        ),
      );
    const nodes = shape.drawn.map((neurons, layer) => neurons.map((_, at) => this.#node(layer, at, rows)));
    this.#biases = nodes.slice(1);
    const edges = this.#edges.flat(2);
    const lines = edges.map(({ mark }) => mark);
    // Above all lines, as edges cross.
    const labels = edges.flatMap(({ label }) => (label === undefined ? [] : [label]));
    this.svg = picture(...size, ...lines, ...labels, ...nodes.flat(), ...this.#captions(size[1]));
  }

  /** Draws the weights of a frame. */
  draw({ weights, biases }: Pick<Frame, "weights" | "biases">): void {
    this.#edges.forEach((rows, matrix) => {
      rows.forEach((row, to) => {
        row.forEach((edge, from) => {
          const weight = weights[matrix]?.[to]?.[from];
          if (weight !== undefined) this.#drawEdge(edge, weight);
        });
      });
    });
    this.#biases.forEach((nodes, layer) => {
      nodes.forEach((node, at) => {
        const bias = biases?.[layer]?.[at];
        const name = this.#nameOf(layer + 1, at);
        setTitle(node, bias === undefined ? name : `${name}, bias ${bias.text}`);
        node.classList.toggle("moves", bias?.moves === true);
      });
    });
  }

  #drawEdge({ mark, line, label, name }: Edge, weight: DrawnWeight): void {
    const { value, text, moves } = weight;
    const share = this.largest === 0 ? 0 : Math.abs(value) / this.largest;
    mark.classList.toggle("positive", value > 0);
    mark.classList.toggle("negative", value < 0);
    mark.classList.toggle("moves", moves);
    setAll(mark, { "data-value": text });
    setAll(line, {
      "stroke-width": THINNEST + (THICKEST - THINNEST) * Math.sqrt(share) * (share > 0 ? 1 : 0),
    });
    setTitle(mark, `${name}: ${text}`);
    if (label === undefined) return;
    label.textContent = shortText(weight);
    label.classList.toggle("moves", moves);
    label.classList.toggle("negative", value < 0);
  }

  #edge(matrix: number, row: number, column: number, isLabelled: boolean, rows: number): Edge {
    const [from, to] = [this.#place(matrix, column, rows), this.#place(matrix + 1, row, rows)];
    const ends = { x1: from[0], y1: from[1], x2: to[0], y2: to[1] };
    const line = svgElement("line", ends);
    // A line that is hard to point at has a wide one that can't be seen around it.
    const around = svgElement("line", { ...ends, class: "around" });
    // Labels of edges into a wide layer stand near it, those out of it, too.
    const isInto = this.#drawnIn(matrix + 1) >= this.#drawnIn(matrix);
    const part = isInto ? 0.82 - 0.18 * (column % 3) : 0.18 + 0.18 * (row % 3);
    const label = isLabelled
      ? svgElement("text", {
          x: from[0] + part * (to[0] - from[0]),
          y: from[1] + part * (to[1] - from[1]) + 4,
          class: "label",
        })
      : undefined;
    const mark = svgElement("g", { class: "mark weight" }, around, line);
    return { mark, line, label, name: `${this.#nameOf(matrix, column)} to ${this.#nameOf(matrix + 1, row)}` };
  }

  #node(layer: number, at: number, rows: number): SVGElement {
    const [cx, cy] = this.#place(layer, at, rows);
    const label = svgElement("text", { x: cx, y: cy + 4 });
    label.textContent = String(entry(entry(this.#shape.drawn, layer), at) + 1);
    const node = svgElement(
      "g",
      { class: "mark neuron" },
      svgElement("circle", { cx, cy, r: RADIUS }),
      label,
    );
    setTitle(node, this.#nameOf(layer, at));
    return node;
  }

  #captions(height: number): SVGElement[] {
    const last = this.#shape.widths.length - 1;
    return this.#shape.widths.map((width, layer) => {
      const caption = svgElement("text", { x: MARGIN + COLUMN * layer, y: height - 6, class: "caption" });
      const drawn = this.#drawnIn(layer);
      const what = layer === 0 ? "x" : layer === last ? "f(x)" : "σ";
      caption.textContent = drawn === width ? what : `${what}: ${drawn} of ${width}`;
      return caption;
    });
  }

  #place(layer: number, at: number, rows: number): readonly [x: number, y: number] {
    const above = ((rows - this.#drawnIn(layer)) * ROW) / 2;
    return [MARGIN + COLUMN * layer, MARGIN + above + ROW * at];
  }

  #nameOf(layer: number, at: number): string {
    const last = this.#shape.widths.length - 1;
    const number = entry(entry(this.#shape.drawn, layer), at) + 1;
    if (layer === 0) return `input ${number}`;
    if (layer === last) return `output ${number}`;
    return last === 2 ? `neuron ${number}` : `neuron ${number} of layer ${layer}`;
  }

  #drawnIn(layer: number): number {
    return entry(this.#shape.drawn, layer).length;
  }
}

/** A weight as there is room for it beside its edge. */
function shortText({ value, text }: DrawnWeight): string {
  return text.length <= 6 ? text.replace("-", "−") : `≈ ${value.toPrecision(3).replace("-", "−")}`;
}

/** The largest size of a drawn weight of several frames. */
export function largestWeight(frames: readonly Pick<Frame, "weights">[]): number {
  return Math.max(0, ...frames.flatMap(({ weights }) => weights.flat(2).map(({ value }) => Math.abs(value))));
}
