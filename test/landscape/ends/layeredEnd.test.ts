import { describe, expect, it } from "vitest";
import { rational } from "../../../src/exact/numbers/rational.js";
import {
  MOST_MEAN,
  isSurelyAbove,
  layeredEnd,
  layeredProblem,
  meanSquaredError,
} from "../../../src/landscape/ends/layeredEnd.js";
import { layeredTeacher } from "../../../src/network/layeredTeacher.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "../../../src/network/multiLayerNetwork.js";
import { committedEnds } from "../../../src/training/committedEnds.js";
import { networkOfLayeredRun } from "../../../src/training/trainedRun.js";

const problem = layeredProblem();

/** The teacher with its output moved by 1/q. */
function moved(q: bigint): MultiLayerNetwork {
  const { weights, biases = [] } = layeredTeacher;
  const shift = biases.slice(-1).map((bias) => bias.plus(bias.times(rational(1n, q).div(bias.at(0)))));
  return multiLayerNetwork(weights, [...biases.slice(0, -1), ...shift]);
}

describe("the end of a run of several layers", () => {
  it("has the loss 0 at the teacher, and the square of a constant beside it", () => {
    const none = meanSquaredError(layeredTeacher, problem);
    expect(none.contains(rational(0n))).toBe(true);
    expect(none.upperEnd.compare(rational(1n, 10n ** 20n))).toBeLessThan(0);
    const { lowerEnd, upperEnd } = meanSquaredError(moved(10n), problem);
    expect(lowerEnd.compare(rational(1n, 100n))).toBeLessThanOrEqual(0);
    expect(upperEnd.compare(rational(1n, 100n))).toBeGreaterThanOrEqual(0);
  });

  it("is low or high, or too close to the bound", () => {
    expect([10n, 99n, 100n, 101n].map((q) => layeredEnd(moved(q), problem).kind)).toEqual([
      ...["high", "high", "undecided", "low"],
    ]);
    expect([10n, 99n, 100n, 101n].map((q) => isSurelyAbove(moved(q), MOST_MEAN, problem))).toEqual([
      ...[true, true, false, false],
    ]);
  });

  it("has the loss that training found, up to rounding", () => {
    const [run] = committedEnds("fig1e", 5).runs;
    if (run === undefined) throw new RangeError("no run");
    const { lowerEnd, upperEnd } = meanSquaredError(networkOfLayeredRun(run), problem);
    for (const found of [lowerEnd, upperEnd])
      expect(Math.abs(found.valueOf() / run.loss - 1)).toBeLessThan(1e-10);
  });
});
