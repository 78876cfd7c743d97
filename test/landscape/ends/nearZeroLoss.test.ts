import { describe, expect, it } from "vitest";
import { rational } from "../../../src/exact/numbers/rational.js";
import { figureOne } from "../../../src/landscape/ends/figureOne.js";
import { nearZeroLoss } from "../../../src/landscape/ends/nearZeroLoss.js";
import { type Unit, twoLayerNetwork, unitOf } from "../../../src/network/twoLayerNetwork.js";

const TOLERANCE = rational(1n, 100n);
const TEACHER = figureOne.teacher.units;
const found = (units: readonly Unit[]): ReturnType<typeof nearZeroLoss> =>
  nearZeroLoss(twoLayerNetwork(2, 1, units), figureOne, TOLERANCE);

describe("a network of zero loss nearby", () => {
  it("splits a unit, and keeps a group of zero type", () => {
    const near = found([
      unitOf(["601/1000", "1/2"], ["1/4"]),
      ...TEACHER.slice(1),
      unitOf(["3/5", "1/2"], ["751/1000"]),
      unitOf(["2", "2"], ["5"]),
      unitOf(["2001/1000", "2"], ["-5"]),
    ]);
    expect(near).toMatchObject({ codes: [1, 2, 3, 4, 1, 0, 0], isInTheta: true });
    expect(near?.distance.toFraction()).toBe("1/1000");
    expect(near?.network.units.map(({ outgoing }) => outgoing.key).slice(0, 5)).toEqual([
      "499/2000",
      "1",
      "1",
      "1",
      "1501/2000",
    ]);
  });

  it("mirrors a unit if a constant makes up for it", () => {
    const mirrored = [unitOf(["-3/5", "-1/2"], ["-1"]), ...TEACHER.slice(1)];
    const near = found([...mirrored, unitOf(["1/1000", "0"], ["2"])]);
    expect(near).toMatchObject({ codes: [1, 2, 3, 4, undefined], signs: [-1, 1, 1, 1, 1], isInTheta: false });
    expect(near?.network.units[4]?.incoming.isZero()).toBe(true);
    // Without the constant its sum would be wrong.
    expect(found(mirrored)).toBeUndefined();
  });

  it("bounds the loss by the distance, 0 at the teacher itself", () => {
    expect(found(TEACHER)?.loss.toFraction()).toBe("0");
    const near = found([unitOf(["3/5", "1/2"], ["1001/1000"]), ...TEACHER.slice(1)]);
    // 1,681/2·(1/1000)², as only one outgoing weight moves.
    expect(near?.loss.toFraction()).toBe("1681/2000000");
  });

  it("is not there without one of the teacher's units, or with a unit that computes more", () => {
    expect(found(TEACHER.slice(1))).toBeUndefined();
    const near = found([...TEACHER, unitOf(["2", "2"], ["1/8"])]);
    expect(near?.distance.toFraction()).toBe("1/8");
    expect(near?.network.units[4]?.outgoing.isZero()).toBe(true);
  });
});
