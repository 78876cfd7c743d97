import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type ChartRequest, pathCharts } from "../../../../src/cli/commands/path/picture.js";
import type { Source } from "../../../../src/cli/files/sources.js";
import type { LineChart } from "../../../../src/pictures/lineChart.js";
import { entry } from "../../../../src/exact/entry.js";
import { itRefuses, printed, printedJson } from "../../runs.js";
import { dataText, networkText, scratchFolder, writerIn } from "../../scratch.js";
import { linesOf } from "../svgLines.js";

const fileOf = writerIn(scratchFolder());
const FROM = "examples/path-from.json";
const TO = "examples/path-to.json";
const DATA = fileOf(dataText("-1 2; 1 1/2", "0; 1"));
const FORM = "poly:0,1,1/2";

const source = (file: string): Source => ({ place: file, bytes: new Uint8Array(readFileSync(file)) });

function charts(from: string, to: string, more: Partial<ChartRequest> = {}): readonly LineChart[] {
  return pathCharts({ from: source(from), to: source(to), asPaper: false, budget: 1000, ...more });
}

/** The lower chart, of weights. */
const weightsOf = (from: string, to: string): LineChart => entry(charts(from, to).slice(-1), 0);

/** The upper chart, of the loss of the data. */
const lossesOf = (data: string): LineChart =>
  entry(charts(FROM, TO, { data: source(data), activation: FORM }), 0);

/** "p/q" near enough. */
function near(text: string | undefined): number {
  const [numerator, denominator = "1"] = String(text).split("/");
  return Number(numerator) / Number(denominator);
}

/** The loss that `landscape` computes at a network. */
async function lossAt(network: string): Promise<number> {
  const report = await printedJson(`landscape ${network} ${DATA} --activation ${FORM} --json`);
  return near((report as { loss: string }).loss);
}

/** Each line is at 33 places from left to right, the first at one height, and both meet at its ends. */
function expectLosses({ series }: Pick<LineChart, "series">, loss: number, segments: number): void {
  expect(series.map(({ name }) => name)).toEqual(["path", "straight line"]);
  for (const { points } of series) {
    expect(points.map(([x]) => x)).toEqual(Array.from({ length: 33 }, (_, at) => (at * segments) / 32));
    for (const end of [points[0], points[32]]) expect(end?.[1]).toBeCloseTo(loss, 12);
  }
  for (const [, y] of entry(series, 0).points) expect(y).toBeCloseTo(loss, 12);
}

describe("equiloss path --svg", () => {
  it("has the outgoing weight of each neuron at each corner", async () => {
    const { points } = (await printedJson(`path ${FROM} ${TO} --json`)) as {
      points: { weights: string[][][] }[];
    };
    const { series } = weightsOf(FROM, TO);
    expect(series.map(({ name }) => name)).toEqual([1, 2, 3, 4, 5].map((neuron) => `neuron ${neuron}`));
    series.forEach((line, neuron) => {
      line.points.forEach(([x, y], corner) => {
        expect(x).toBe(corner);
        expect(y).toBeCloseTo(near(points[corner]?.weights[1]?.[0]?.[neuron]), 12);
      });
      expect(line.points.length).toBe(points.length);
    });
  });

  it("draws these lines, larger weights higher", async () => {
    const svg = await printed(`path ${FROM} ${TO} --svg`);
    const { series } = weightsOf(FROM, TO);
    const lines = linesOf(svg).slice(2);
    expect(lines.map(({ length }) => length)).toEqual(series.map(({ points }) => points.length));
    const [left, right] = [lines, series.map(({ points }) => points)].map((drawn) => drawn.flat());
    const order = (points: readonly (readonly [number, number])[] | undefined, up: number): number[] =>
      (points ?? []).map(([, y]) => (points ?? []).filter(([, other]) => up * other < up * y - 1e-9).length);
    expect(order(left, -1)).toEqual(order(right, 1));
    for (const line of lines) {
      const xs = line.map(([x]) => x);
      expect(xs).toEqual([...new Set(xs)].sort((a, b) => a - b));
    }
  });

  it("draws at most 12 neurons, first those that change, also of several layers", () => {
    const weights = (order: readonly number[]): string =>
      fileOf(networkText([order.join("; "), order.map((n) => (n === 0 ? "0" : "1")).join(" ")]));
    const order = Array.from({ length: 20 }, (_, n) => n + 1);
    const { series, title } = weightsOf(weights([...order, 0]), weights([...order.slice(0, 18), 20, 19, 0]));
    expect(title).toContain("12 neurons of 21");
    expect(series.map(({ name }) => name).slice(-3)).toEqual(["neuron 19", "neuron 20", "neuron 21"]);
    const deep = charts("examples/deep-from.json", "examples/deep-to.json");
    expect(deep.map(({ series: lines }) => lines.length)).toEqual([4]);
  });

  it("draws numbers of any length", () => {
    const long = (rows: string): string =>
      fileOf(networkText([rows, `${"1".repeat(400)}/${"3".repeat(400)} 0`]));
    const { series } = weightsOf(long("2; 7"), long("2; 8"));
    expect(entry(series, 0).points[0]?.[1]).toBeCloseTo(1 / 3, 12);
  });
});

describe("equiloss path --svg without data", () => {
  it("has the loss to the network's own function: 0 along the path, positive between", () => {
    const [path, straight] = entry(charts(FROM, TO), 0).series.map(({ points }) => points.map(([, y]) => y));
    expect(path).toEqual(Array(33).fill(0));
    expect([straight?.[0], straight?.[32]]).toEqual([0, 0]);
    expect(straight?.slice(1, 32).every((y) => y > 0)).toBe(true);
  });

  it("leaves the loss of large networks to those who give data", () => {
    const units = 300;
    const rows = Array.from({ length: units }, (_, n) => Array(12).fill(n).join(" "));
    const outputs = Array.from({ length: units }, (_, n) => (n === 0 ? "0" : "1")).join(" ");
    const [large, other] = [rows, [...rows.slice(0, -2), ...rows.slice(-2).reverse()]].map((some) =>
      fileOf(networkText([some.join("; "), outputs])),
    );
    expect(charts(String(large), String(other)).length).toBe(1);
  });
});

describe("equiloss path --svg --data", () => {
  it("has the loss that landscape computes, constant along the path and not along the straight line", async () => {
    const loss = await lossAt(FROM);
    expect(await lossAt(TO)).toBe(loss);
    const losses = lossesOf(DATA);
    expect(losses.title).toContain(`, ${FORM}`);
    expectLosses(losses, loss, 4);
    expect(new Set(entry(losses.series, 1).points.map(([, y]) => y)).size).toBeGreaterThan(16);
    const lines = linesOf(await printed(`path ${FROM} ${TO} --svg --data ${DATA} --activation ${FORM}`));
    expect(lines.map(({ length }) => length)).toEqual([33, 33, 5, 5, 5, 5, 5]);
    expect(new Set(entry(lines, 0).map(([, y]) => y)).size).toBe(1);
  });

  it("would fail with another loss, or lines in the other order", async () => {
    const loss = await lossAt(FROM);
    const { series } = lossesOf(DATA);
    expect(() => {
      expectLosses({ series }, loss + 0.001, 4);
    }).toThrow("expected");
    const [path, straight] = [entry(series, 0), entry(series, 1)];
    const exchanged = [
      { ...path, points: straight.points },
      { ...straight, points: path.points },
    ];
    expect(() => {
      expectLosses({ series: exchanged }, loss, 4);
    }).toThrow("expected");
  });

  it("has on the straight line the loss of the network there", async () => {
    const middle = fileOf(networkText(["3/4 -1/2; 1 1; 1 0; 5/4 0; 0 1", "13/24 -3/4 5/6 -1/8 -3/4"]));
    const straight = entry(lossesOf(DATA).series, 1);
    expect(straight.points[16]?.[1]).toBeCloseTo(await lossAt(middle), 12);
  });
});

describe("refusals of pictures", () => {
  const none = fileOf(networkText(["2; 3", "1 2"]));
  const turned = fileOf(networkText(["3; 2", "2 1"]));
  const deep = "examples/deep-from.json examples/deep-to.json";
  const wrong = fileOf(dataText("1", "1"));
  const huge = fileOf(networkText(["2; 7", `1${"0".repeat(400)} 0`]));
  const hugeTurned = fileOf(networkText(["7; 2", `0 1${"0".repeat(400)}`]));
  const long = (order: readonly number[]): string =>
    fileOf(networkText([order.join("; "), order.map((n) => (n === 0 ? "0" : "1")).join(" ")]));
  const order = Array.from({ length: 1001 }, (_, n) => n);
  const [start, end] = [long(order), long([...order.slice(1), 0])];
  itRefuses("path", {
    [`${FROM} ${TO} --svg --json`]:
      "option '--svg' cannot be used with option '--json'; see equiloss path --help",
    [`${FROM} ${TO} --svg --changes`]:
      "option '--svg' cannot be used with option '--changes'; see equiloss path --help",
    [`${FROM} ${TO} --data ${DATA}`]: "--data: the loss is only drawn; add --svg, or leave it out",
    [`${FROM} ${TO} --activation poly:0,1`]:
      "--activation: the form is for the loss, which is only drawn; add --svg, or leave it out, or give the name of an odd or even activation, by which neurons are mirrored",
    [`${deep} --svg --activation poly:0,1`]:
      "--activation: only for networks of two layers without biases; leave it out",
    [`${FROM} ${FROM} --svg`]: "the networks are equal, so no segment can be drawn; leave out --svg",
    [`${none} ${turned} --svg`]: "there is no path; leave out --svg to read why",
    [`${deep} --svg --data ${DATA}`]: "--data: only for networks of two layers without biases; leave it out",
    [`${deep} --svg --as-paper`]: "--as-paper: only for networks of two layers without biases; leave it out",
    [`${FROM} ${TO} --svg --data ${wrong}`]: `${wrong}: the data have inputs of dimension 1, the network of 2; give data of the network's dimensions`,
    [`${huge} ${hugeTurned} --svg`]: "a number is too large to be drawn; leave out --svg",
    [`${start} ${end} --svg`]: "a path of 2001 segments, the most that are drawn are 1000; leave out --svg",
  });
});
