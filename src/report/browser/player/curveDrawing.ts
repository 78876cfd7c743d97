import { entry } from "../../../exact/entry.js";
import type { DrawnNumber, Frame } from "../../data/player.js";
import { picture, setAll, setTitle, svgElement } from "./svg.js";

const [WIDTH, HEIGHT] = [640, 260];
const AREA = { left: 84, right: 620, top: 30, bottom: 222 };

/** The outputs of a network along a line of inputs, over those of the first network of the path. */
export class CurveDrawing {
  readonly svg: SVGElement;
  readonly #axes = svgElement("g", { class: "axes" });
  readonly #first = svgElement("g", { class: "first" });
  readonly #now = svgElement("g", { class: "now" });
  readonly #marks = svgElement("g", {});
  #start: Frame | undefined;
  #range: readonly [low: number, high: number] = [0, 1];

  constructor() {
    this.svg = picture(WIDTH, HEIGHT, this.#axes, this.#first, this.#now, this.#marks);
  }

  /** Takes the first network of the path, whose curve stays. */
  begin(start: Frame): void {
    this.#start = start;
    this.#range = rangeOf([start]);
    this.#first.replaceChildren(...start.outputs.map((values, output) => this.#line(start, values, output)));
    const marks = start.outputs.flatMap((values) =>
      values.map(() => svgElement("g", { class: "mark value" }, svgElement("circle", { r: 3.5 }))),
    );
    this.#marks.replaceChildren(...marks);
    this.#drawAxes(start);
  }

  /** Draws the curve of a step. If it leaves the picture, the scale of both curves changes. */
  draw(frame: Frame): void {
    const start = this.#start;
    if (start === undefined) return;
    const range = rangeOf([start, frame]);
    if (range.join() !== this.#range.join()) {
      this.#range = range;
      this.#first.replaceChildren(
        ...start.outputs.map((values, output) => this.#line(start, values, output)),
      );
      this.#drawAxes(start);
    }
    this.#now.replaceChildren(...frame.outputs.map((values, output) => this.#line(frame, values, output)));
    const marks = [...this.#marks.children];
    frame.outputs.forEach((values, output) => {
      values.forEach((value, at) => {
        const mark = marks[output * values.length + at];
        if (mark instanceof SVGElement) this.#drawMark(mark, frame, output, at, value);
      });
    });
  }

  #drawMark(
    mark: SVGElement,
    { inputs, outputs }: Frame,
    output: number,
    at: number,
    value: DrawnNumber,
  ): void {
    const input = inputs[at];
    const circle = mark.firstElementChild;
    if (input === undefined || circle === null) return;
    setAll(circle, { cx: this.#x(at, inputs), cy: this.#y(value.value) });
    setAll(mark, { "data-input": input.text, "data-value": value.text });
    const name = outputs.length === 1 ? "f" : `output ${output + 1}`;
    setTitle(mark, `at x = ${input.text}, ${name} is ${value.text}`);
  }

  #line({ inputs }: Frame, values: readonly DrawnNumber[], output: number): SVGElement {
    const points = values.map(
      ({ value }, at) => `${this.#x(at, inputs).toFixed(2)},${this.#y(value).toFixed(2)}`,
    );
    return svgElement("polyline", { points: points.join(" "), class: `output-${output}` });
  }

  #drawAxes({ inputs }: Frame): void {
    const [low, high] = this.#range;
    const { left, right, top, bottom } = AREA;
    const across = [0, 0.25, 0.5, 0.75, 1].map((part) => Math.round(part * (inputs.length - 1)));
    const ticks = [0, 0.5, 1].map((part) => low + part * (high - low));
    this.#axes.replaceChildren(
      svgElement("rect", { x: left, y: top, width: right - left, height: bottom - top }),
      ...across.map((at) =>
        label(this.#x(at, inputs), bottom + 22, entry(inputs, at).text.replace("-", "−")),
      ),
      ...ticks.map((value) =>
        label(left - 8, this.#y(value) + 5, Number(value.toPrecision(3)).toString().replace("-", "−"), "end"),
      ),
      ...(low < 0 && high > 0
        ? [svgElement("line", { x1: left, x2: right, y1: this.#y(0), y2: this.#y(0) })]
        : []),
      label(right - 16, bottom - 8, "x"),
      label(left + 20, top - 8, "f(x)"),
    );
  }

  #x(at: number, { length }: readonly DrawnNumber[]): number {
    return AREA.left + ((AREA.right - AREA.left) * at) / (length - 1);
  }

  #y(value: number): number {
    const [low, high] = this.#range;
    return AREA.bottom - ((AREA.bottom - AREA.top) * (value - low)) / (high - low);
  }
}

function label(x: number, y: number, text: string, className = ""): SVGElement {
  const element = svgElement("text", { x, y, class: className });
  element.textContent = text;
  return element;
}

/** The outputs with some room above and below. */
function rangeOf(frames: readonly Frame[]): readonly [low: number, high: number] {
  const values = frames.flatMap(({ outputs }) => outputs.flat().map(({ value }) => value));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = high > low ? (high - low) * 0.08 : 1;
  return [low - room, high + room];
}
