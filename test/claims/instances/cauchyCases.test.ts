import { describe, expect, it, test } from "vitest";
import {
  brackets,
  cauchyEvidence,
  checkBracket,
  checkCauchy,
} from "../../../src/claims/instances/cauchyCases.js";
import { writtenNetwork } from "../../../src/claims/instances/written.js";
import { entry } from "../../../src/exact/entry.js";
import { rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { squaredError } from "../../../src/landscape/loss/cost.js";
import { dataSet } from "../../../src/landscape/loss/data.js";
import { loss } from "../../../src/landscape/loss/loss.js";
import {
  cauchyActivation,
  separatingTangent,
} from "../../../src/landscape/criticalPoints/separatingTangent.js";
import { quickContext } from "../quickContext.js";

describe("slopes for σ(x) = 1/(1 + x)", () => {
  const student = writtenNetwork("1", "2");
  const teacher = writtenNetwork("2", "3");
  const inputs = [1n, 2n, 3n, 4n, 5n, 6n, 7n, 8n].map((x) => rational(x, 2n));
  const tangent = separatingTangent(student, teacher, inputs);

  it("are positive, except at x = 1, which is fitted", () => {
    expect(checkCauchy({ student, teacher, tangent })).toBeUndefined();
  });

  it.each([
    ["the opposite direction", tangent.negated(), /^slope -.* at x = 1\/2$/],
    ["no direction", RationalVector.zero(2), /^slope 0 at x = 1\/2$/],
    ["a direction for one side only", RationalVector.parse("0", "-1"), /^slope -.* at x = 3\/2$/],
  ])("%s is caught", (_, planted, message) => {
    expect(checkCauchy({ student, teacher, tangent: planted })).toMatch(message);
  });

  it("are not looked at where the statement assumes something else", () => {
    const negative = writtenNetwork("-2/3", "3");
    expect(checkCauchy({ student, teacher: negative, tangent })).toBe("an incoming weight -2/3");
    expect(checkCauchy({ student: negative, teacher, tangent })).toBe("an incoming weight -2/3");
    for (const change of [{ teacher: writtenNetwork("2; 1", "3; 2") }, { student: writtenNetwork("1", "0") }])
      expect(checkCauchy({ student, teacher, tangent, ...change })).toBe(
        "a student that is reducible or narrower than the teacher",
      );
  });
});

const around = entry(brackets(), 0);

describe("local minima at negative weights for σ(x) = 1/(1 + x)", () => {
  it("lie in six gaps between the poles", () => {
    const gaps = brackets().map(({ low }) => low.inverse().neg());
    expect(brackets().flatMap((bracket) => checkBracket(bracket) ?? [])).toEqual([]);
    // −1/w lies between two inputs, k/2 and (k+1)/2, a different pair each time.
    expect(new Set(gaps.map((place) => place.mul(2n).floor().toFraction())).size).toBe(6);
  });

  it("have a loss of about 0.898 in the first, less than a little to either side", () => {
    const at = (w: string, a: string) =>
      loss(writtenNetwork(w, a), around.data, cauchyActivation, squaredError);
    const inside = at("-10417/10000", "-282/10000");
    expect(inside.sub(rational(898n, 1000n)).abs().compare(rational(1n, 1000n))).toBe(-1);
    // With a next to the best one there.
    expect(at("-104/100", "-2711/100000").compare(inside)).toBe(1);
    expect(at("-105/100", "-3372/100000").compare(inside)).toBe(1);
  });

  const moved = (low: bigint, high: bigint) => {
    return { ...around, low: rational(low, 100n), high: rational(high, 100n) };
  };
  const withTargets = (change: (target: RationalVector) => RationalVector) => {
    return { ...around, data: dataSet(around.data.inputs, around.data.targets.map(change)) };
  };
  it.each([
    ["an interval on one side of a minimum", moved(-104n, -103n), /^slopes of signs 1 and 1 between /],
    ["one beyond", moved(-107n, -106n), /^slopes of signs -1 and -1 between /],
    ["one across a pole", moved(-105n, -99n), /^a pole between w = -21\/20 and -99\/100, at x = 1$/],
    ["one that ends at a pole", moved(-105n, -100n), /^a pole between /],
    ["one that is empty", moved(-104n, -105n), /^no interval of negative weights /],
    ["positive weights, among them the teacher's", moved(40n, 60n), /^no interval of negative weights /],
    [
      "targets 0, where a = 0 is best",
      withTargets(() => RationalVector.zero(1)),
      /^slopes of signs {2}and {2}between /,
    ],
  ])("%s is caught", (_, bracket, message) => {
    expect(checkBracket(bracket)).toMatch(message);
  });

  it("are there for targets of the other sign too, with a of the other sign", () => {
    expect(checkBracket(withTargets((target) => target.negated()))).toBeUndefined();
  });
});

test.each(cauchyEvidence)("$name is settled", async ({ run }) => {
  expect(await run(quickContext)).toMatchObject({ held: true });
});
