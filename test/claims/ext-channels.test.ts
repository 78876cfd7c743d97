import { describe, expect, it } from "vitest";
import { checkChannelEnd, checkExpansion, checkMinimum, claim } from "../../src/claims/ext-channels.js";
import { limitProblems, minimumCases } from "../../src/claims/instances/criticalLimits.js";
import { figureOneEnds } from "../../src/claims/instances/figureOneEnds.js";
import { entry } from "../../src/exact/entry.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { secondOrder } from "../../src/landscape/channels/pairLimit.js";
import type { LimitProblem } from "../../src/landscape/channels/slice.js";
import { dataSet } from "../../src/landscape/loss/data.js";
import { refuses, visits } from "./checks.js";

visits(claim, { expansion: 24, minima: 16, ends: 7 });

type Formula = typeof secondOrder;

const withoutSum: Formula = (limit, ...rest) =>
  secondOrder({ ...limit, sum: RationalVector.zero(limit.sum.dimension) }, ...rest);
const doubled: Formula = (...all) => secondOrder(...all).times(rational(2n));

describe("a wrong formula of L₂", () => {
  it.each([
    ["without σ''", withoutSum],
    ["twice as large", doubled],
  ])("is refused in every expansion: %s", (_, formula) => {
    for (const problem of limitProblems([3])) expect(checkExpansion(problem, formula)).toMatch(/^L₂ is not/);
  });

  it("is refused at minima", () => {
    for (const problem of minimumCases(3, [{ others: 0, inputDimension: 1, outputDimension: 2 }])) {
      expect(checkMinimum(problem)).toBeUndefined();
      expect(checkMinimum(problem, doubled)).toBe("the loss has other coefficients");
    }
  });
});

describe("a minimum", () => {
  const [good] = [...minimumCases(1, [{ others: 1, inputDimension: 2, outputDimension: 1 }])];
  if (good === undefined) throw new RangeError("no minimum");
  const { data, limit } = good;
  const changed = (change: (target: RationalVector, place: number) => RationalVector): LimitProblem["data"] =>
    dataSet(data.inputs, data.targets.map(change));
  const step = RationalVector.parse("1/1000");
  refuses(checkMinimum, good, [
    [
      "another target",
      { data: changed((y, k) => (k === 0 ? y.plus(step) : y)) },
      "the limit is not critical",
    ],
    ["another direction", { limit: { ...limit, direction: limit.direction.negated() } }, /not critical/],
    ["the other sign", { sign: -1n }, /^L₂ is [0-9]/],
  ]);

  it("is none where residuals are large", () => {
    const far = data.targets.map((_, k) => residualOf(k).times(rational(1n << 40n)));
    const targets = data.targets.map((target, k) => target.minus(entry(far, k)));
    expect(checkMinimum({ ...good, data: dataSet(data.inputs, targets) })).toBe(
      "the limit is no strict minimum",
    );
  });

  function residualOf(datum: number): RationalVector {
    const [, mirrored] = [...minimumCases(1, [{ others: 1, inputDimension: 2, outputDimension: 1 }])];
    if (mirrored === undefined) throw new RangeError("no minimum");
    return entry(mirrored.data.targets, datum).minus(entry(data.targets, datum)).times(rational(1n, 2n));
  }
});

it("an end that is no channel is refused", () => {
  const [minimum] = figureOneEnds(4).filter(({ verdict }) => verdict.kind === "critical");
  if (minimum === undefined) throw new RangeError("no minimum");
  expect(checkChannelEnd(minimum)).toBe("no channel to a minimum at infinity");
});
