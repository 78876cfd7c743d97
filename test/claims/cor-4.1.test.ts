import { describe, expect, test } from "vitest";
import { zeroLoss } from "../../properties/cor-4.1.js";
import { polylineHolds } from "../../properties/thm-3.1-connected.js";
import { claim } from "../../src/claims/cor-4.1.js";
import type { TwoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { visits } from "./checks.js";
import { scalarNetwork as network } from "./written.js";

const teacher = network(["1", "2"], ["-1", "1"]);
const from = network(["1", "2"], ["-1", "1"], ["1/2", "0"]);
const to = network(["-1", "3"], ["-1", "-2"], ["1", "2"]);

describe("zero loss", () => {
  test("of points expanded from the teacher", () => {
    expect(zeroLoss(teacher, from)).toBe(true);
    expect(zeroLoss(teacher, to)).toBe(true);
  });

  test.each([
    ["an outgoing weight off by a little", network(["1", "2"], ["-1", "1"], ["1/2", "1/1000"])],
    ["an incoming weight off by a little", network(["1", "2"], ["-1", "2"], ["-1001/1000", "-1"])],
    ["swapped outgoing weights", network(["1", "1"], ["-1", "2"], ["1/2", "0"])],
    ["a unit left out", network(["1", "2"])],
    ["a constant added", network(["1", "2"], ["-1", "1"], ["0", "1"])],
  ])("not of one with %s", (_, student) => {
    expect(zeroLoss(teacher, student)).toBe(false);
  });
});

describe("a polyline", () => {
  test("joins two zero-loss points", () => {
    expect(polylineHolds([teacher, from, to], zeroLoss)).toBe(true);
  });

  test("is refused when a point inside a segment has loss", () => {
    const asked: TwoLayerNetwork[] = [];
    const never = (_: TwoLayerNetwork, point: TwoLayerNetwork): boolean => asked.push(point) === 0;
    expect(polylineHolds([teacher, from, to], never)).toBe(false);
    expect(asked).toHaveLength(1);
  });

  test("looks inside every segment, and the last one counts", () => {
    let segments = 0;
    expect(polylineHolds([teacher, from, to], () => ++segments > 0)).toBe(true);
    expect(segments).toBeGreaterThan(2);
    let left = segments;
    expect(polylineHolds([teacher, from, to], () => --left > 0)).toBe(false);
  });

  test("is refused from or to a point with loss", () => {
    const off = network(["1", "2"], ["-1", "1"], ["1/2", "1"]);
    expect(polylineHolds([teacher, off, to], () => true)).toBe(false);
    expect(polylineHolds([teacher, from, off], () => true)).toBe(false);
  });

  test("does not exist between permuted teachers without an extra neuron", () => {
    const turned = network(["-1", "1"], ["1", "2"]);
    expect(polylineHolds([teacher, teacher, teacher], zeroLoss)).toBe(true);
    expect(polylineHolds([teacher, teacher, turned], zeroLoss)).toBe(false);
  });
});

visits(claim, { graph: 34 });
