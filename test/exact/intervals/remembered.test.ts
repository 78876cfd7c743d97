import { expect, it } from "vitest";
import { Interval } from "../../../src/exact/intervals/interval.js";
import { remembered } from "../../../src/exact/intervals/remembered.js";

const point = (lower: bigint, precision: number): Interval => Interval.of(lower, lower, precision);

it("asks once for each of the last points, and never mistakes one for another", () => {
  const asked: string[] = [];
  const double = remembered((at) => {
    asked.push(`${at.lower} ${at.precision}`);
    return at.plus(at);
  });
  // Points that agree in their last 64 bits, and in their digits but not in sign or precision.
  const points = [point(1n << 70n, 80), point(3n << 70n, 80), point(-(1n << 70n), 80), point(1n << 70n, 81)];
  for (const at of [...points, ...points]) expect(double(at)).toEqual(at.plus(at));
  expect(asked.length).toBe(4);
  for (let k = 0n; k < 200n; k += 1n) expect(double(point(k, 8))).toEqual(point(2n * k, 8));
  const before = asked.length;
  for (let k = 140n; k < 200n; k += 1n) expect(double(point(k, 8))).toEqual(point(2n * k, 8));
  expect(asked.length).toBe(before);
  double(point(0n, 8));
  expect(asked.length).toBe(before + 1);
});
