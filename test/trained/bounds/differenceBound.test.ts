import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entry } from "../../../src/exact/entry.js";
import { doubleValue } from "../../../src/exact/numbers/doubleValue.js";
import { type Rational, parseRational, rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { relu } from "../../../src/landscape/activations/exampleActivations.js";
import { parseActivation } from "../../../src/landscape/activations/activationText.js";
import {
  type MultiLayerNetwork,
  evaluateMultiLayer,
  multiLayerNetwork,
} from "../../../src/network/multiLayerNetwork.js";
import { twoLayerNetwork, unitOf } from "../../../src/network/twoLayerNetwork.js";
import { boundedActivation } from "../../../src/trained/bounds/boundedActivation.js";
import { dataDifference } from "../../../src/trained/bounds/dataDifference.js";
import { type DifferenceBound, differenceBound } from "../../../src/trained/bounds/differenceBound.js";
import { inputBox } from "../../../src/trained/bounds/inputBox.js";

/** Activations that are exact on rationals: by the program's text, and computed without its enclosures. */
const cubic = parseActivation("poly:0,1,0,-1/9");
const EXACT = {
  relu: relu.value,
  "leaky:1/10": (z: Rational): Rational => (z.compare(0n) < 0 ? z.div(10n) : z),
  softsign: (z: Rational): Rational => z.div(z.abs().add(1n)),
  "poly:0,1,0,-1/9": (z: Rational): Rational => cubic.derivative(0, z),
} as const;
type Name = keyof typeof EXACT;

const weight = fc.tuple(fc.bigInt(-9n, 9n), fc.bigInt(1n, 4n)).map(([n, d]) => rational(n, d));
const row = (length: number): fc.Arbitrary<RationalVector> =>
  fc.array(weight, { minLength: length, maxLength: length }).map((all) => RationalVector.fromRationals(all));
const matrix = (rows: number, columns: number): fc.Arbitrary<RationalVector[]> =>
  fc.array(row(columns), { minLength: rows, maxLength: rows });
const WIDTHS = [2, 3, 2, 2];
const networks = fc
  .tuple(
    fc.tuple(matrix(3, 2), matrix(2, 3), matrix(2, 2)),
    fc.option(fc.tuple(row(3), row(2), row(2)), { nil: undefined }),
  )
  .map(([weights, biases]) => multiLayerNetwork(weights, biases));

/** Each weight moved by a random multiple of a step, some by nothing. */
function moved(network: MultiLayerNetwork, steps: readonly number[], size: Rational): MultiLayerNetwork {
  let next = 0;
  const shifted = (vector: RationalVector): RationalVector =>
    RationalVector.fromRationals(
      vector.toRationals().map((value) => value.add(size.mul(BigInt(entry(steps, next++ % steps.length))))),
    );
  return multiLayerNetwork(
    network.weights.map((rows) => rows.map(shifted)),
    network.biases?.map(shifted),
  );
}

const steps = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 7, maxLength: 7 });

/** The largest difference at the points of a grid with 7 points a side, in exact arithmetic. */
function sampled(f: MultiLayerNetwork, g: MultiLayerNetwork, name: Name, side: Rational): Rational {
  let most = rational(0n);
  for (let i = -3n; i <= 3n; i++) {
    for (let j = -3n; j <= 3n; j++) {
      const x = RationalVector.fromRationals([side.mul(i).div(3n), side.mul(j).div(3n)]);
      const difference = evaluateMultiLayer(f, x, EXACT[name]).minus(evaluateMultiLayer(g, x, EXACT[name]));
      for (const value of difference.toRationals()) if (value.abs().compare(most) > 0) most = value.abs();
    }
  }
  return most;
}

const names = fc.constantFrom(...(Object.keys(EXACT) as Name[]));

/** Whether no sampled difference exceeds the bound, over random pairs. */
function neverExceeded(bound: (found: DifferenceBound) => Rational, size: Rational): boolean {
  const side = rational(3n, 2n);
  const law = fc.property(networks, steps, names, (f, moves, name) => {
    const g = moved(f, moves, size);
    const found = differenceBound(f, g, boundedActivation(name), inputBox(side.neg(), side, 2));
    return sampled(f, g, name, side).compare(bound(found)) <= 0;
  });
  return !fc.check(law, { seed: 11, numRuns: 60 }).failed;
}

describe("differenceBound", () => {
  it.each(["1/1000000", "1/2"])("is never below a sampled difference, for weights %s apart", (size) => {
    expect(neverExceeded(({ bound }) => bound, parseRational(size))).toBe(true);
  });

  it("would be caught at a twentieth of itself", () => {
    expect(neverExceeded(({ bound }) => bound.div(20n), rational(1n, 1_000_000n))).toBe(false);
  });

  it("holds the signed difference of each output", () => {
    const [f, g] = [
      ["3", "1"],
      ["2", "1"],
    ].map((a) => twoLayerNetwork(1, 2, [unitOf(["1"], a)]));
    if (f === undefined || g === undefined) throw new Error("two networks");
    const box = inputBox(rational(1n), rational(2n), 1);
    const { differences, bound } = differenceBound(f, g, boundedActivation("relu"), box);
    expect(differences.map(String)).toEqual(["[1, 2]", "[0, 0]"]);
    expect(bound.equals(2n)).toBe(true);
  });

  it("is not absurd: for one layer the sum of |a|·L·|δw|·|x|, reached by a linear activation", () => {
    const f = twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["-3"], ["5"])]);
    const g = twoLayerNetwork(1, 1, [unitOf(["1001/1000"], ["2"]), unitOf(["-3001/1000"], ["5"])]);
    const { bound } = differenceBound(
      f,
      g,
      boundedActivation("poly:0,1"),
      inputBox(rational(-4n), rational(4n), 1),
    );
    // (2 + 5)/1000·4. The terms' signs are opposite, so that the truth is 3/1000·4.
    expect(
      bound
        .sub(rational(28n, 1000n))
        .abs()
        .compare(rational(1n, 10n ** 30n)),
    ).toBeLessThan(0);
  });

  it("is no more than a bounded activation's values are apart, however large the box is", () => {
    const [f, g] = ["1", "1001/1000"].map((w) => twoLayerNetwork(1, 1, [unitOf([w], ["3"])]));
    if (f === undefined || g === undefined) throw new Error("two networks");
    const box = inputBox(rational(-(10n ** 9n)), rational(10n ** 9n), 1);
    const boundFor = (name: string): Rational => differenceBound(f, g, boundedActivation(name), box).bound;
    expect(boundFor("tanh").compare(6n)).toBeLessThanOrEqual(0);
    expect(boundFor("relu").compare(10n ** 6n)).toBeGreaterThan(0);
  });

  it("is exactly 0 for equal networks, even where the activation has no value or the numbers are long", () => {
    const f = twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["1/3"], ["12345678901234567890123/7"])]);
    const box = inputBox(rational(-1n), rational(1n), 1);
    expect(differenceBound(f, f, boundedActivation("ratio:1:0,1"), box).bound.equals(0n)).toBe(true);
  });

  it("drops neurons that are dead on the box at no cost", () => {
    const f = twoLayerNetwork(1, 1, [unitOf(["-1"], ["7"]), unitOf(["2"], ["1"])]);
    const g = twoLayerNetwork(1, 1, [unitOf(["-1"], ["0"]), unitOf(["2"], ["1"])]);
    const box = (low: bigint): ReturnType<typeof inputBox> => inputBox(rational(low), rational(3n), 1);
    expect(differenceBound(f, g, boundedActivation("relu"), box(0n)).bound.equals(0n)).toBe(true);
    expect(differenceBound(f, g, boundedActivation("relu"), box(-1n)).bound.equals(7n)).toBe(true);
  });

  it("compares a network without biases with one that has them", () => {
    const [w, a] = [[RationalVector.parse("1", "0")], [RationalVector.parse("2")]];
    const f = multiLayerNetwork([w, a]);
    const g = multiLayerNetwork([w, a], [RationalVector.parse("1/8"), RationalVector.parse("0")]);
    const box = inputBox(rational(0n), rational(1n), 2);
    expect(differenceBound(f, g, boundedActivation("relu"), box).differences.map(String)).toEqual([
      "[-1/4, -1/4]",
    ]);
  });

  it("refuses other widths, and a box of another dimension", () => {
    const f = twoLayerNetwork(1, 1, [unitOf(["1"], ["2"])]);
    const g = twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["1"], ["2"])]);
    const box = inputBox(rational(0n), rational(1n), 1);
    expect(() => differenceBound(f, g, boundedActivation("relu"), box)).toThrow("widths 1, 1, 1 and 1, 2, 1");
    expect(() =>
      differenceBound(f, f, boundedActivation("relu"), inputBox(rational(0n), rational(1n), 2)),
    ).toThrow("the box has dimension 2, and the networks have 1 inputs; give a box");
    expect(() => inputBox(rational(1n), rational(0n), 1)).toThrow("a box from 1 to 0 is empty");
  });
});

describe("dataDifference", () => {
  it("encloses the exact difference at every input, and names where it is", () => {
    fc.assert(
      fc.property(
        networks,
        steps,
        names,
        fc.array(row(2), { minLength: 1, maxLength: 4 }),
        (f, moves, name, inputs) => {
          const g = moved(f, moves, rational(1n, 1000n));
          const sizes = inputs.map((x) =>
            evaluateMultiLayer(f, x, EXACT[name])
              .minus(evaluateMultiLayer(g, x, EXACT[name]))
              .toRationals()
              .map((v) => v.abs()),
          );
          const most = sizes.flat().reduce((a, b) => (b.compare(a) > 0 ? b : a));
          const found = dataDifference(f, g, boundedActivation(name), inputs);
          expect(found.lower.compare(most)).toBeLessThanOrEqual(0);
          expect(found.upper.compare(most)).toBeGreaterThanOrEqual(0);
          // The cubic magnifies errors, as its slopes are large where the weights are.
          const width = rational(1n, name.startsWith("poly") ? 10n ** 9n : 10n ** 28n);
          expect(found.upper.sub(found.lower).compare(width)).toBeLessThan(0);
          const there = entry(entry(sizes, found.input), found.output);
          expect(there.compare(found.lower)).toBeGreaterThanOrEqual(0);
        },
      ),
      { seed: 12, numRuns: 60 },
    );
  });

  it("finds a planted difference of one ulp in one weight, with tanh", () => {
    const half = doubleValue(0.5);
    const ulp = rational(1n, 1n << 53n);
    const at = (w: Rational): ReturnType<typeof twoLayerNetwork> =>
      twoLayerNetwork(1, 1, [
        { incoming: RationalVector.fromRationals([w]), outgoing: RationalVector.parse("1") },
      ]);
    const inputs = ["0", "1"].map((x) => RationalVector.parse(x));
    const { lower, upper, input } = dataDifference(
      at(half),
      at(half.add(ulp)),
      boundedActivation("tanh"),
      inputs,
    );
    // tanh'(1/2) = 0.7864…
    expect(lower.compare(ulp.mul(rational(7864n, 10_000n)))).toBe(1);
    expect(upper.compare(ulp.mul(rational(7865n, 10_000n)))).toBe(-1);
    expect(input).toBe(1);
  });

  it("compares networks of other widths, and refuses other inputs and outputs, wrong points, or none", () => {
    const f = twoLayerNetwork(1, 1, [unitOf(["1"], ["2"])]);
    const g = twoLayerNetwork(1, 1, [unitOf(["1"], ["-1"]), unitOf(["1"], ["3"])]);
    const x = [RationalVector.parse("1")];
    const relus = boundedActivation("relu");
    expect(dataDifference(f, g, relus, x).upper.equals(0n)).toBe(true);
    expect(() => dataDifference(f, twoLayerNetwork(1, 2, [unitOf(["1"], ["1", "1"])]), relus, x)).toThrow(
      "one network has 1 inputs and 1 outputs, the other 1 inputs and 2 outputs",
    );
    expect(() => dataDifference(f, g, relus, [RationalVector.parse("1", "2")])).toThrow("dimension 2");
    expect(() => dataDifference(f, g, relus, [])).toThrow("no inputs are given");
  });
});

it("has networks of the widths that the tests name", () => {
  const [network] = fc.sample(networks, { seed: 1, numRuns: 1 });
  expect(network?.weights.map((rows) => rows.length)).toEqual(WIDTHS.slice(1));
});
