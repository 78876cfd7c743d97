import { describe, expect, it } from "vitest";
import { formatRational } from "../../src/exact/numbers/rational.js";
import { InputError } from "../../src/exact/inputError.js";
import { ENDS_FORMAT, type EndsOf, parseEnds, parseEndsOf } from "../../src/training/endsFile.js";
import {
  type LayeredRun,
  type TrainedRun,
  networkOfLayeredRun,
  networkOfRun,
} from "../../src/training/trainedRun.js";

const HEADER: Omit<EndsOf<"fig1">, "runs"> = {
  setting: "fig1",
  width: 2,
  backend: "cpu 4.22.0",
  command: "equiloss train fig1 --width 2 --seeds 2 --backend cpu",
  version: "0.1.0",
};

const RUN: TrainedRun = {
  seed: 0,
  incoming: [
    [0.1, -0.75],
    [3, 1e-300],
  ],
  outgoing: [0.5, -2],
  loss: 1e-3,
  slope: 2.5e-16,
  stopped: "converged",
  steps: 12,
};

const OTHER: TrainedRun = { ...RUN, seed: 1, stopped: "weights-grow" };

const LAYERED: LayeredRun = {
  seed: 0,
  weights: [[[0.1, -2]], [[3]], [[1e-9]], [[4]]],
  biases: [[0.25], [0], [-1], [7]],
  loss: 1e-3,
  slope: 2.5e-6,
  stopped: "steps-used-up",
  steps: 200,
};

/** A file of width 1 with three hidden layers. */
const layered = (change: object = {}): string =>
  JSON.stringify({
    ...{ format: ENDS_FORMAT, ...HEADER, setting: "fig1e", width: 1 },
    runs: [{ ...LAYERED, ...change }],
  });

const text = (...runs: readonly unknown[]): string =>
  JSON.stringify({ format: ENDS_FORMAT, ...HEADER, runs });

describe("a file of ends", () => {
  it("is read as it was written, to the last bit", () => {
    expect(parseEnds(text(RUN, OTHER), "a.json")).toEqual({ ...HEADER, runs: [RUN, OTHER] });
  });

  it("of several layers is read as it was written, too", () => {
    const { setting, runs } = parseEnds(layered(), "a.json");
    expect([setting, runs]).toEqual(["fig1e", [LAYERED]]);
    const { weights, biases } = networkOfLayeredRun(LAYERED);
    expect(weights.map((rows) => rows.length)).toEqual([1, 1, 1, 1]);
    expect(biases?.map((bias) => bias.toStrings())).toEqual([["1/4"], ["0"], ["-1"], ["7"]]);
  });

  it.each<[object, string]>([
    [{ weights: LAYERED.weights.slice(1) }, '"weights" are not matrices of numbers of hidden widths 1-1-1'],
    [
      { weights: [[[1]], [[3]], [[1]], [[4]]] },
      '"weights" are not matrices of numbers of hidden widths 1-1-1',
    ],
    [
      { weights: [[[1, "2"]], [[3]], [[1]], [[4]]] },
      '"weights" are not matrices of numbers of hidden widths',
    ],
    [{ biases: [[0], [0], [0], []] }, '"biases" are not lists of numbers of hidden widths 1-1-1'],
    [{ weights: undefined, incoming: [[1, 2]], outgoing: [1] }, '"weights" are not matrices'],
  ])("of several layers is refused with %j", (change, problem) => {
    expect(() => parseEnds(layered(change), "a.json")).toThrow(`a.json, run 1: ${problem}`);
  });

  it("of two layers is refused with runs of several, and the other way round", () => {
    const turned = layered().replace('"fig1e"', '"fig1"');
    expect(() => parseEnds(turned, "a.json")).toThrow('a.json, run 1: "incoming" is not 1 pairs of numbers');
    const other = text(RUN).replace('"fig1"', '"fig1e"');
    expect(() => parseEnds(other, "a.json")).toThrow("of hidden widths 2-2-2");
    expect(() => parseEndsOf("fig1", layered(), "a.json")).toThrow(
      "a.json: its runs are of fig1e; give ends of",
    );
  });

  it("has the doubles of a network, exactly", () => {
    const [unit] = networkOfRun(RUN).units;
    expect(unit?.incoming.toStrings()).toEqual(["3602879701896397/36028797018963968", "-3/4"]);
    expect(unit === undefined ? "" : formatRational(unit.outgoing.at(0))).toBe("1/2");
  });

  it.each([
    ["{", "is not JSON, or not whole"],
    ["[]", "is not an object"],
    [text(RUN).replace("ends/1", "ends/2"), '"format" is not "equiloss-ends/1"'],
    [text(RUN).replace("fig1", "fig2"), '"setting" is not one of fig1, fig1e, fig5'],
    [text(RUN).replace('"width":2', '"width":0'), '"width" is not from 1 to 64'],
    [text(RUN).replace('"width":2', '"width":65'), '"width" is not from 1 to 64'],
    [text(RUN).replace('"version":"0.1.0"', '"version":1'), '"version" is not a string'],
    [text(), '"runs" is not a list of runs'],
  ])("is refused: %#", (bad, problem) => {
    expect(() => parseEnds(bad, "a.json")).toThrow(
      new InputError(problem, "have it made anew by equiloss train", "a.json").message,
    );
  });

  it.each<[object, string]>([
    [{ seed: -1 }, '"seed" is not a seed'],
    [{ seed: 0 }, "seed 0 has two runs"],
    [{ incoming: [[1, 2]] }, '"incoming" is not 2 pairs of numbers'],
    [{ incoming: [[1], [1, 2]] }, '"incoming" is not 2 pairs of numbers'],
    [{ outgoing: [1, null] }, '"outgoing" is not 2 numbers'],
    [{ loss: -1 }, '"loss" is not a number from 0 on'],
    [{ slope: "0" }, '"slope" is not a number from 0 on'],
    [{ stopped: "tired" }, '"stopped" is not one of converged, stalled, weights-grow, steps-used-up'],
    [{ steps: 1.5 }, '"steps" is not a number of steps'],
  ])("names the run with %j", (change, problem) => {
    expect(() => parseEnds(text(RUN, { ...OTHER, ...change }), "a.json")).toThrow(
      `a.json, run 2: ${problem}`,
    );
  });
});
