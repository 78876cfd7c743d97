import { expect, test } from "vitest";
import { InputError, type Rational, rational, RationalVector } from "../../../src/exact/index.js";
import { dataSet, gradient, squaredError } from "../../../src/landscape/index.js";
import {
  cauchyActivation,
  separatingTangent,
} from "../../../src/landscape/criticalPoints/separatingTangent.js";
import {
  type TwoLayerNetwork,
  evaluate,
  unitOf,
  twoLayerNetwork,
} from "../../../src/network/twoLayerNetwork.js";

const net = (...units: (readonly [string, string])[]) =>
  twoLayerNetwork(
    1,
    1,
    units.map(([incoming, outgoing]) => unitOf([incoming], [outgoing])),
  );
const INPUTS = Array.from({ length: 60 }, (_, index) => rational(BigInt(index + 1), 10n));

/** The signs of the residual, and v·∇c, at each input. */
function slopes(student: TwoLayerNetwork, teacher: TwoLayerNetwork, tangent: RationalVector) {
  const sigma = (x: Rational) => cauchyActivation.derivative(0, x);
  return INPUTS.map((x) => {
    const input = RationalVector.fromRationals([x]);
    const target = evaluate(teacher, input, sigma);
    return {
      sign: evaluate(student, input, sigma).minus(target).at(0).compare(0n),
      slope: gradient(student, dataSet([input], [target]), cauchyActivation, squaredError).dot(tangent),
    };
  });
}

const changes = (signs: readonly number[]) =>
  signs.filter((sign, index) => index > 0 && sign !== signs[index - 1]).length;

test.each([
  ["no sign change", net(["1", "1"]), net(["1/2", "1"]), 0],
  ["a residual below", net(["2", "1"]), net(["3", "3"]), 0],
  ["one sign change", net(["1", "2"]), net(["3", "3"]), 1],
  // (x − 1)(x − 2)(x − 3)/((1 + x)(1 + 2x)(1 + 3x)(1 + 4x)), by partial fractions.
  [
    "as many as there can be, at inputs that are fitted",
    net(["1", "4"], ["3", "140"]),
    net(["2", "105/2"], ["4", "195/2"]),
    3,
  ],
])("every datum not fitted has a positive slope: %s", (_, student, teacher, expected) => {
  const tangent = separatingTangent(student, teacher, INPUTS);
  const found = slopes(student, teacher, tangent);
  expect(changes(found.map(({ sign }) => sign).filter((sign) => sign !== 0))).toBe(expected);
  expect(found.every(({ sign, slope }) => slope.compare(0n) === (sign === 0 ? 0 : 1))).toBe(true);
});

test("a student that fits everything has slopes 0", () => {
  const student = net(["1", "2"]);
  const tangent = separatingTangent(student, student, INPUTS);
  expect(tangent.isZero()).toBe(false);
  expect(slopes(student, student, tangent).every(({ slope }) => slope.equals(0n))).toBe(true);
});

test("an input that is fitted does not hide a sign change", () => {
  // 2/(1 + x) = 3/(1 + 2x) at x = 1.
  const [student, teacher] = [net(["1", "2"]), net(["2", "3"])];
  const found = slopes(student, teacher, separatingTangent(student, teacher, INPUTS));
  expect(found.filter(({ sign }) => sign === 0)).toHaveLength(1);
  expect(found.every(({ sign, slope }) => slope.compare(0n) === (sign === 0 ? 0 : 1))).toBe(true);
});

test("a wider teacher may be out of reach", () => {
  // The residual is (x − 1)(x − 2)/((1 + x)(1 + 2x)(1 + 3x)), by partial fractions.
  const teacher = net(["2", "15"], ["3", "-14"]);
  expect(() => separatingTangent(net(["1", "3"]), teacher, INPUTS)).toThrow(
    new InputError(
      "the residual changes sign 2 times, a student of width 1 can only follow 1",
      "take a teacher that is no wider than the student",
    ),
  );
});

test("dependent derivatives are refused", () => {
  expect(() => separatingTangent(net(["1", "1"], ["1", "1"]), net(["2", "1"]), INPUTS)).toThrow(
    new InputError(
      "the student's derivatives are dependent",
      "take distinct incoming weights and outgoing weights that aren't 0",
    ),
  );
});
