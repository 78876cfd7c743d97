import { describe, expect, it } from "vitest";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import {
  type AffineSubspace,
  dimensionOf,
  holdsPoint,
  includesSubspace,
  stackedEquations,
} from "../../../src/manifold/subspaces/affineSubspace.js";
import { faultOf } from "../bothForms.js";

const vector = (...texts: string[]): RationalVector => RationalVector.parse(...texts);

/** x/2 + y = 1/3 in Q^2. */
const LINE: AffineSubspace = {
  ambientDimension: 2,
  base: vector("0", "1/3"),
  directions: [vector("2", "-1")],
  equations: [vector("1/2", "1", "1/3")],
};

const POINT: AffineSubspace = {
  ambientDimension: 2,
  base: vector("2/3", "0"),
  directions: [],
  equations: [vector("1", "0", "2/3"), vector("0", "1", "0")],
};

const PLANE: AffineSubspace = {
  ambientDimension: 2,
  base: vector("0", "0"),
  directions: [vector("1", "0"), vector("0", "1")],
  equations: [],
};

describe("an affine subspace", () => {
  it("has as many dimensions as directions", () => {
    expect([POINT, LINE, PLANE].map(dimensionOf)).toEqual([0, 1, 2]);
  });

  it.each([
    ["0", "1/3", true],
    ["2/3", "0", true],
    ["-4", "7/3", true],
    ["0", "0", false],
    ["0", "-1/3", false],
    ["2", "1/3", false],
    ["1/3", "1/3", false],
  ])("holds (%s, %s): %s", (x, y, held) => {
    expect(holdsPoint(LINE, vector(x, y))).toBe(held);
    expect(holdsPoint(PLANE, vector(x, y))).toBe(true);
  });

  it("needs every equation", () => {
    expect(holdsPoint(POINT, vector("2/3", "0"))).toBe(true);
    expect(holdsPoint(POINT, vector("2/3", "1"))).toBe(false);
    expect(holdsPoint(POINT, vector("1/3", "0"))).toBe(false);
  });

  it.each([
    [PLANE, LINE, true],
    [PLANE, POINT, true],
    [PLANE, PLANE, true],
    [LINE, LINE, true],
    [LINE, POINT, true],
    [POINT, POINT, true],
    [LINE, PLANE, false],
    [POINT, LINE, false],
    [POINT, PLANE, false],
    [LINE, { ...LINE, base: vector("1", "1/3") }, false],
    [LINE, { ...LINE, directions: [vector("2", "1")] }, false],
    [{ ...LINE, equations: [vector("1", "0", "0")] }, { ...PLANE, directions: [vector("0", "1")] }, true],
    [{ ...LINE, equations: [vector("1", "0", "0")] }, PLANE, false],
  ])("includes another: case %#", (outer, inner, included) => {
    expect(includesSubspace(outer, inner)).toBe(included);
  });

  it("stacks its equations on another's", () => {
    expect(stackedEquations(LINE, POINT)).toEqual([...LINE.equations, ...POINT.equations]);
    expect(stackedEquations(PLANE, PLANE)).toEqual([]);
  });

  it("is refused vectors and subspaces of another space", () => {
    const message = "a vector of dimension 3 in Q^2";
    const other = { ...PLANE, ambientDimension: 3, base: RationalVector.zero(3), directions: [] };
    expect(() => holdsPoint(LINE, vector("0", "1/3", "0"))).toThrow(new RangeError(message));
    expect(() => includesSubspace(LINE, other)).toThrow(message);
    expect(() => includesSubspace(LINE, { ...LINE, directions: [vector("2", "-1", "0")] })).toThrow(message);
    expect(() => stackedEquations(LINE, other)).toThrow(new RangeError("subspaces of Q^2 and Q^3"));
  });
});

describe("the check of both forms", () => {
  it("accepts what agrees", () => {
    expect([POINT, LINE, PLANE].map(faultOf)).toEqual([undefined, undefined, undefined]);
  });

  const [line, turned] = [vector("2", "-1"), vector("2", "1")];
  const off = "a direction that leaves an equation";

  it.each<[string, AffineSubspace, string]>([
    ["a base elsewhere", { ...LINE, base: vector("0", "1/2") }, "the base off an equation"],
    ["a base too short", { ...LINE, base: vector("0") }, "base in another space"],
    ["a turned sign in a direction", { ...LINE, directions: [turned] }, off],
    ["a direction too short", { ...LINE, directions: [vector("2")] }, "a direction of another length"],
    ["proportional directions", { ...LINE, directions: [line, vector("-4", "2")] }, "dependent directions"],
    [
      "a missing equation",
      { ...POINT, equations: POINT.equations.slice(1) },
      "0 directions for another dimension",
    ],
    [
      "a missing direction",
      { ...PLANE, directions: PLANE.directions.slice(1) },
      "1 directions for another dimension",
    ],
    ["a missing right side", { ...LINE, equations: [vector("1/2", "1")] }, "an equation of another length"],
  ])("catches %s", (_, planted, fault) => {
    expect(faultOf(planted)).toBe(fault);
  });
});
