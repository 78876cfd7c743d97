import { describe, expect, it } from "vitest";
import { certificateNetwork } from "../../src/certificate/certificateNetwork.js";
import { certificateActivation, certificateData } from "../../src/certificate/criticalCertificate.js";
import { lossAt } from "../../src/checker/loss.js";
import { parseRational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import {
  type Activation,
  polynomialActivation,
  rationalActivation,
} from "../../src/landscape/activations/activation.js";
import { squaredError } from "../../src/landscape/loss/cost.js";
import { dataSet } from "../../src/landscape/loss/data.js";
import { gradient } from "../../src/landscape/loss/gradient.js";
import { hessian } from "../../src/landscape/loss/hessian.js";
import { randomIrreducible } from "../../src/network/randomNetwork.js";

const rationals = (...texts: string[]) => texts.map(parseRational);

const activations: [string, Activation][] = [
  ["a polynomial", polynomialActivation(rationals("1", "-1/2", "0", "2/3"))],
  ["a constant", polynomialActivation(rationals("3/7"))],
  ["a quotient", rationalActivation(rationals("1", "1/3"), rationals("-2", "1/5", "-1"))],
  [
    "a quotient of one degree less below",
    rationalActivation(rationals("0", "0", "1"), rationals("7/2", "1/1000")),
  ],
];

const shapes = [
  [1, 1, 1, 1],
  [2, 1, 1, 3],
  [1, 3, 2, 2],
  [3, 2, 2, 4],
] as const;

const cases = activations.flatMap(([name, activation]) =>
  shapes.map(([width, inputs, outputs, points]) => ({ name, activation, width, inputs, outputs, points })),
);

/** Whether a vector is another times a positive number. */
function isMultiple(vector: readonly bigint[], expected: readonly bigint[]): boolean {
  const at = expected.findIndex((entry) => entry !== 0n);
  const [top, bottom] = [vector[at] ?? 0n, expected[at] ?? 1n];
  const isPositive = at < 0 || top * bottom > 0n;
  return (
    vector.length === expected.length &&
    isPositive &&
    vector.every((entry, i) => entry * bottom === (expected[i] ?? 0n) * top)
  );
}

describe("what the checker computes of a loss", () => {
  it.each(cases)(
    "is gradient and Hessian of $name, up to positive factors, for $width units of $inputs and $outputs",
    ({ activation, width, inputs, outputs, points }) => {
      const network = randomIrreducible(width, inputs, outputs, 11);
      const vectors = (dimension: number, shift: number): RationalVector[] =>
        Array.from({ length: points }, (_, k) =>
          RationalVector.of(
            Array.from({ length: dimension }, (_, j) => BigInt(((k * 5 + j * 3 + shift) % 7) - 3)),
            BigInt(k + 2),
          ),
        );
      const data = dataSet(vectors(inputs, 1), vectors(outputs, 4));
      const loss = lossAt(
        certificateNetwork(network),
        certificateData(data),
        certificateActivation(activation),
      );
      expect(isMultiple(loss.gradient, gradient(network, data, activation, squaredError).numerators)).toBe(
        true,
      );
      const expected = hessian(network, data, activation, squaredError).numerators;
      expect(loss.hessian().map((row) => row.length)).toEqual(expected.map((row) => row.length));
      expect(isMultiple(loss.hessian().flat(), expected.flat())).toBe(true);
    },
  );

  it("has errors that are zero where the output is the target, and only there", () => {
    const unit = { incoming: [["1/2"]], outgoing: [["3", "-1"]] };
    const data = {
      inputs: [["4"], ["2"]],
      targets: [
        ["13", "-4"],
        ["3", "-1"],
      ],
    };
    const { errors } = lossAt(unit, data, { denominator: ["1"], numerator: ["0", "0", "1"] });
    expect(errors.map((error) => error === 0n)).toEqual([false, true, true, true]);
    expect(errors[0]).toBeLessThan(0n);
  });
});
