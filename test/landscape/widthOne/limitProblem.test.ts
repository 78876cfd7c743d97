import { describe, expect, it } from "vitest";
import {
  type LimitProblem,
  hasOneMinimum,
  limitProblems,
} from "../../../src/landscape/widthOne/limitProblem.js";
import { figureGrid, leastOutgoing } from "../../../src/landscape/widthOne/teacherGrid.js";
import { plainLoss } from "./plainLoss.js";

const PRECISION = 40;
const grid = figureGrid(PRECISION);
const least = leastOutgoing(grid);
const problems = [...limitProblems(grid)];

function problemAt(p: bigint, q: bigint): LimitProblem {
  const found = problems.find(({ direction }) => direction[0] === p && direction[1] === q);
  if (found === undefined) throw new RangeError(`no direction (${p}, ${q})`);
  return found;
}

const number = (value: bigint): number => Number(value) / 2 ** PRECISION;

/** The sign of the limit's derivative in ζ, in doubles. */
function slopeInLimit({ line, a, b }: LimitProblem, zeta: number): number {
  let [above, below, p, q] = [number(a.lower), number(b.lower), 0, 0];
  for (const [index, odd] of line.entries()) {
    const k = index + 1;
    const tau = Math.tanh((k * zeta) / 2) / 2;
    above += 2 * number(odd.lower) * tau;
    below += 2 * tau * tau;
    p += k * tau * (0.25 - tau * tau);
    q += k * number(odd.lower) * (0.25 - tau * tau);
  }
  return above * p - below * q;
}

describe("the limit problems", () => {
  it("are 1,024, one for each coprime pair", () => {
    expect(problems.length).toBe(1024);
    expect(problemAt(1n, 0n).line.length).toBe(20);
    expect(problemAt(-3n, 7n).line.length).toBe(2);
    expect(problemAt(19n, 20n).line.length).toBe(1);
  });

  it.each([
    [1n, 0n],
    [0n, -1n],
    [2n, -3n],
    [-5n, -4n],
  ])("have the derivative of the loss far along (%d, %d)", (p, q) => {
    const problem = problemAt(p, q);
    const size = Number(p * p + q * q);
    for (const zeta of [-1.5, -0.3, -0.02, 0.02, 0.3, 1.5]) {
      // ζ = w_0·(−q, p)/4.
      const [x, y] = [(-4 * zeta * Number(q)) / size, (4 * zeta * Number(p)) / size];
      const { gradient } = plainLoss(150 * Number(p) + x, 150 * Number(q) + y);
      const across = -gradient[0] * Number(q) + gradient[1] * Number(p);
      expect(Math.sign(across)).toBe(Math.sign(slopeInLimit(problem, zeta)));
    }
  });
});

describe("one minimum is proved", () => {
  const good = problemAt(2n, -3n);

  it("along a lattice direction", () => {
    expect(hasOneMinimum(good, least)).toBe(true);
  });

  it("neither with a maximum, nor where F vanishes, nor beyond a larger η", () => {
    expect(hasOneMinimum({ ...good, a: good.a.negated() }, least)).toBe(false);
    expect(hasOneMinimum({ ...good, line: [] }, least)).toBe(false);
    expect(hasOneMinimum({ ...good, line: good.line.map((odd) => odd.scaled(4)) }, least)).toBe(false);
  });
});
