import { describe, expect, it } from "vitest";
import { InputError } from "../../../src/exact/inputError.js";
import type { IntegerMatrix } from "../../../src/exact/vectors/integerMatrix.js";
import { type Rational, rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { gradient, squaredError } from "../../../src/landscape/index.js";
import {
  criticalResiduals,
  residualSystem,
  withResiduals,
} from "../../../src/landscape/criticalPoints/criticalPoint.js";
import { type TwoLayerNetwork, unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { theta } from "../../manifold/fixtures.js";
import { SKEW, polynomial } from "../fixtures.js";

const one = rational(1n);
const CUBIC = polynomial("1 2 0 1");
const EVEN = polynomial("1 0 1");

function points(...rows: (readonly string[])[]): RationalVector[] {
  return rows.map((row) => RationalVector.parse(...row));
}

const LINE = points(["1"], ["-1"], ["2"], ["1/2"], ["3"], ["-2"], ["5"]);
const PLANE = points(["1", "0"], ["0", "1"], ["1", "1"], ["2", "-1"], ["1/2", "3"], ["-1", "-2"], ["3", "1"]);

/** The equations from their sums, coefficient by coefficient. */
function bySums(network: TwoLayerNetwork, inputs: readonly RationalVector[], activation: typeof CUBIC) {
  const columns = inputs.flatMap((input) =>
    Array.from({ length: network.outputDimension }, (_, output) => ({ input, output })),
  );
  const incoming = network.units.flatMap((unit) =>
    unit.incoming.toRationals().map((_, coordinate) =>
      columns.map(({ input, output }) =>
        unit.outgoing
          .at(output)
          .mul(activation.derivative(1, unit.incoming.dot(input)))
          .mul(input.at(coordinate)),
      ),
    ),
  );
  const outgoing = network.units.flatMap((unit) =>
    unit.outgoing
      .toRationals()
      .map((_, coordinate) =>
        columns.map(({ input, output }) =>
          output === coordinate ? activation.derivative(0, unit.incoming.dot(input)) : rational(0n),
        ),
      ),
  );
  return [...incoming, ...outgoing];
}

/** Whether each row of the one is a positive multiple of that of the other. */
function expectProportional(rows: IntegerMatrix, expected: readonly (readonly Rational[])[]): void {
  expect(rows.length).toBe(expected.length);
  rows.forEach((row, index) => {
    const multiple = RationalVector.fromRationals(expected[index] ?? []);
    const pivot = row.findIndex((entry) => entry !== 0n);
    if (pivot < 0) expect(multiple.isZero()).toBe(true);
    else
      expect(RationalVector.of(row).times(multiple.at(pivot).div(row[pivot] ?? 1n)).key).toBe(multiple.key);
  });
}

describe("residualSystem", () => {
  it.each([
    ["one output", theta(2, 1, 1), LINE],
    ["two inputs and outputs", theta(3, 2, 2), PLANE],
    ["three outputs", theta(1, 1, 3), LINE],
  ])("holds the sums of the gradient: %s", (_name, network, inputs) => {
    for (const activation of [CUBIC, SKEW]) {
      expectProportional(residualSystem(network, inputs, activation), bySums(network, inputs, activation));
    }
  });

  it("is empty for width 0", () => {
    expect(residualSystem(twoLayerNetwork(1, 2, []), LINE, CUBIC)).toEqual([]);
  });
});

describe("criticalResiduals", () => {
  it("spans what the equations leave: N·d_out less their rank", () => {
    expect(criticalResiduals(theta(2, 1, 1), LINE, SKEW).length).toBe(7 - 4);
    expect(criticalResiduals(theta(3, 2, 2), PLANE, SKEW).length).toBe(14 - 12);
    expect(criticalResiduals(twoLayerNetwork(1, 2, []), points(["1"]), SKEW).length).toBe(2);
  });

  it("says how many inputs would do where residuals 0 are the only ones", () => {
    expect(() => criticalResiduals(theta(2, 1, 1), LINE.slice(0, 4), SKEW)).toThrow(
      new InputError(
        "residuals other than 0 never make it critical: " +
          "N·d_out = 4 residuals, and 4 independent of r(d_in + d_out) = 4 equations",
        "give N·d_out > 4, so N ≥ 5 inputs",
      ),
    );
    expect(() => criticalResiduals(theta(2, 2, 3), PLANE.slice(0, 2), SKEW)).toThrow(
      "give N·d_out > 10, so N ≥ 4 inputs",
    );
  });

  it("needs fewer inputs where equations depend on each other", () => {
    const flat = twoLayerNetwork(1, 1, [unitOf(["0"], ["1"])]);
    expect(criticalResiduals(flat, points(["1"], ["-1"]), EVEN)).toEqual([[-1n, 1n]]);
  });
});

describe("withResiduals", () => {
  it.each([
    ["one output", theta(2, 1, 1), LINE],
    ["two inputs and outputs", theta(3, 2, 2), PLANE],
  ])("makes the gradient zero, for every residual and factor: %s", (_name, network, inputs) => {
    for (const residuals of criticalResiduals(network, inputs, SKEW)) {
      for (const factor of [one, rational(-3n, 7n)]) {
        const { data, residuals: shares } = withResiduals(network, inputs, SKEW, residuals, factor);
        expect(gradient(network, data, SKEW, squaredError).isZero()).toBe(true);
        expect(RationalVector.fromRationals(shares.flatMap((share) => share.toRationals())).key).toBe(
          RationalVector.of(residuals).times(factor).key,
        );
        expect(data.inputs).toEqual(inputs);
      }
    }
  });

  it("takes targets y = f − e", () => {
    const network = twoLayerNetwork(1, 1, [unitOf(["0"], ["1"])]);
    const { data } = withResiduals(network, points(["1"], ["-1"]), EVEN, [-1n, 1n], rational(2n));
    expect(data.targets.map(({ key }) => key)).toEqual(["3", "-1"]);
  });

  it("refuses residuals that don't satisfy the equations", () => {
    const [residuals = []] = criticalResiduals(theta(2, 1, 1), LINE, SKEW);
    const wrong = residuals.map((entry, index) => (index === 2 ? entry + 1n : entry));
    expect(() => withResiduals(theta(2, 1, 1), LINE, SKEW, wrong, one)).toThrow(
      new RangeError("residuals that don't satisfy equation 0"),
    );
  });
});
