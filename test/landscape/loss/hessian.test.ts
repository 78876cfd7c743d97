import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Landscape, landscapes } from "../../../properties/arbitraries/landscape.js";
import { InputError } from "../../../src/exact/inputError.js";
import {
  type Rational,
  formatRational,
  parseRational,
  rational,
} from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import {
  type Activation,
  polynomialActivation,
  rationalActivation,
} from "../../../src/landscape/activations/activation.js";
import { type Cost, squaredError } from "../../../src/landscape/loss/cost.js";
import { dataSet } from "../../../src/landscape/loss/data.js";
import { gradient } from "../../../src/landscape/loss/gradient.js";
import { hessian } from "../../../src/landscape/loss/hessian.js";
import { jacobian } from "../../../src/landscape/loss/jacobian.js";
import { loss } from "../../../src/landscape/loss/loss.js";
import { lossJet } from "../../../src/landscape/loss/lossJet.js";
import { unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";

const v = (...texts: string[]): RationalVector => RationalVector.parse(...texts);
const square = polynomialActivation([rational(0n), rational(0n), rational(1n)]);
const cubic = polynomialActivation(["1", "0", "0", "1"].map(parseRational));
const pole = rationalActivation([rational(1n)], [rational(-2n), rational(1n)]);

/** Loss, gradient and Hessian by formula, as texts. */
function byFormula({ network, data, activation, cost }: Landscape): unknown {
  const { numerators, denominator } = hessian(network, data, activation, cost);
  return [
    formatRational(loss(network, data, activation, cost)),
    gradient(network, data, activation, cost).toStrings(),
    numerators.map((row) => row.map((entry) => formatRational(rational(entry, denominator)))),
  ];
}

/** The same by jets. */
function byJets({ network, data, activation, cost }: Landscape): unknown {
  const row = (entries: readonly Rational[]): string[] => entries.map(formatRational);
  const jet = lossJet(network, data, activation, cost);
  return [formatRational(jet.value), row(jet.gradient), jet.hessian.map(row)];
}

describe("loss, gradient and Hessian", () => {
  const single: Landscape = {
    network: twoLayerNetwork(1, 1, [unitOf(["2"], ["3"])]),
    data: dataSet([v("5")], [v("0")]),
    activation: square,
    cost: squaredError,
  };

  // f = 25·a·w² and L = f²/2, so L_w = f·50aw, L_ww = (50aw)² + f·50a, L_wa = 50aw·25w² + f·50w, L_aa = (25w²)².
  it.each([
    ["formula", byFormula],
    ["jets", byJets],
  ])("are those of ½(25aw²)² at w = 2, a = 3 by %s", (_name, route) => {
    expect(route(single)).toEqual([
      "45000",
      ["90000", "30000"],
      [
        ["135000", "60000"],
        ["60000", "10000"],
      ],
    ]);
  });

  // σ(z) = 1 + z³; f = a₁σ(w₁·x) + a₂σ(w₂·x) ∈ Q², with w₁·x = 1 and w₂·x = −1, so that f = 2a₁ and σ' = 3.
  const pair: Landscape = {
    network: twoLayerNetwork(2, 2, [unitOf(["1", "0"], ["1", "2"]), unitOf(["0", "1/2"], ["-1", "1"])]),
    data: dataSet([v("1", "-2")], [v("1", "6")]),
    activation: cubic,
    cost: squaredError,
  };

  // e = (1, −2); a₁·e = −3, a₂·e = −3; σ'' = 6 and −6.
  it.each([
    ["formula", byFormula],
    ["jets", byJets],
  ])("are in the order of the parameter space by %s", (_name, route) => {
    expect(route(pair)).toEqual([
      "5/2",
      ["-9", "18", "-9", "18", "2", "-4", "0", "0"],
      [
        // |a₁|²·9 xxᵀ − 18 xxᵀ, then a₁·a₂·9 xxᵀ, then a₁·2·3x + 3xeᵀ, then 0.
        ["27", "-54", "9", "-18", "9", "6", "0", "0"],
        ["-54", "108", "-18", "36", "-18", "-12", "0", "0"],
        // |a₂|²·9 xxᵀ + 18 xxᵀ, then a₂·2·3x, then 3xeᵀ.
        ["9", "-18", "36", "-72", "-6", "6", "3", "-6"],
        ["-18", "36", "-72", "144", "12", "-12", "-6", "12"],
        ["9", "-18", "-6", "12", "4", "0", "0", "0"],
        ["6", "-12", "6", "-12", "0", "4", "0", "0"],
        ["0", "0", "3", "-6", "0", "0", "0", "0"],
        ["0", "0", "-6", "12", "0", "0", "0", "0"],
      ],
    ]);
  });

  it("gives the Hessian in lowest terms", () => {
    const halved = { ...single, network: twoLayerNetwork(1, 1, [unitOf(["1/5"], ["1/2"])]) };
    const { network, data, activation, cost } = halved;
    // f = 1/2: L_ww = 25 + 25/2, L_wa = 5 + 5 and L_aa = 1.
    expect(hessian(network, data, activation, cost)).toEqual({
      numerators: [
        [75n, 20n],
        [20n, 2n],
      ],
      denominator: 2n,
    });
  });

  it("are empty for width 0, where the loss is that of the zero function", () => {
    const empty = { ...single, network: twoLayerNetwork(1, 1, []), data: dataSet([v("5")], [v("-3")]) };
    expect(byFormula(empty)).toEqual(["9/2", [], []]);
    expect(byJets(empty)).toEqual(["9/2", [], []]);
    const { network, data, activation, cost } = empty;
    expect(hessian(network, data, activation, cost)).toEqual({ numerators: [], denominator: 1n });
  });

  it("sum over the data", () => {
    const twice = { ...pair, data: dataSet([v("1", "-2"), v("1", "-2")], [v("1", "6"), v("1", "6")]) };
    const [once, both] = [pair, twice].map(({ network, data, activation, cost }) =>
      gradient(network, data, activation, cost),
    );
    expect(both?.equals(once?.times(rational(2n)) ?? v())).toBe(true);
    expect(byFormula(twice)).toEqual(byJets(twice));
  });

  it.each([
    ["loss", loss],
    ["gradient", gradient],
    ["hessian", hessian],
    ["lossJet", lossJet],
  ])("need fitting data (%s)", (_name, route) => {
    const { network, activation, cost } = pair;
    expect(() => route(network, dataSet([v("1")], [v("1", "2")]), activation, cost)).toThrow(
      new InputError(
        "the data have inputs of dimension 1, the network of 2",
        "give data of the network's dimensions",
      ),
    );
  });

  it.each([
    ["gradient", gradient],
    ["hessian", hessian],
  ])("say where the activation has no value (%s)", (_name, route) => {
    const network = twoLayerNetwork(1, 1, [unitOf(["1"], ["1"]), unitOf(["2"], ["1"])]);
    const data = dataSet([v("3"), v("1")], [v("0"), v("0")]);
    expect(() => route(network, data, pole, squaredError)).toThrow(
      /^neuron 2 at input 2: the activation ratio:1:-2,1 has no value at 2; change the weights/,
    );
  });

  it("let pass an error that isn't one of input", () => {
    const broken: Activation = {
      ...square,
      taylor: () => {
        throw new TypeError("broken");
      },
    };
    expect(() => gradient(single.network, single.data, broken, squaredError)).toThrow(
      new TypeError("broken"),
    );
  });
});

describe("formula and jets", () => {
  it("agree", () => {
    const sizes = new Set<number>();
    fc.assert(
      fc.property(landscapes(3), (landscape) => {
        sizes.add(landscape.network.units.length);
        expect(byFormula(landscape)).toEqual(byJets(landscape));
      }),
      { numRuns: 25, seed: 5 },
    );
    expect([...sizes].sort()).toEqual([0, 1, 2, 3]);
  });

  const landscape: Landscape = {
    network: twoLayerNetwork(1, 1, [unitOf(["2"], ["3"])]),
    data: dataSet([v("5")], [v("0")]),
    activation: square,
    cost: squaredError,
  };
  const wrongGradient: Cost = {
    ...squaredError,
    gradient: (f) => f.toRationals().map((entry) => entry.neg()),
  };
  const wrongHessian: Cost = { ...squaredError, hessian: () => [[rational(2n)]] };
  const wrongSlope: Activation = {
    ...square,
    derivative: (order, x) => square.derivative(order, x),
    taylor: () => ({ numerators: [100n, 19n, 1n], denominator: 1n }),
  };

  it.each([
    ["a sign in the cost's gradient", { ...landscape, cost: wrongGradient }],
    ["the cost's second derivative", { ...landscape, cost: wrongHessian }],
    ["the activation's slope", { ...landscape, activation: wrongSlope }],
  ])("disagree if there is an error in %s", (_name, planted) => {
    expect(byFormula(planted)).not.toEqual(byJets(planted));
    expect(byFormula(landscape)).toEqual(byJets(landscape));
  });
});

describe("jacobian", () => {
  it("has a row for every input and output, in the order of the parameter space", () => {
    const network = twoLayerNetwork(2, 2, [
      unitOf(["1", "0"], ["1", "2"]),
      unitOf(["0", "1/2"], ["-1", "1"]),
    ]);
    // σ(w₁·x) = 2 and 1, σ(w₂·x) = 0 and 9; slopes 3 and 0, 3 and 12.
    expect(jacobian(network, [v("1", "-2"), v("0", "4")], cubic).map(({ key }) => key)).toEqual([
      "3,-6,-3,6,2,0,0,0",
      "6,-12,3,-6,0,2,0,0",
      "0,0,0,-48,1,0,9,0",
      "0,0,0,48,0,1,0,9",
    ]);
  });

  it("has different denominators in one row", () => {
    const network = twoLayerNetwork(1, 1, [unitOf(["1/3"], ["1/2"])]);
    expect(jacobian(network, [v("1/5")], square).map(({ key }) => key)).toEqual(["1/75,1/225"]);
  });

  it("has rows without entries for width 0", () => {
    expect(jacobian(twoLayerNetwork(1, 2, []), [v("1")], square).map(({ dimension }) => dimension)).toEqual([
      0, 0,
    ]);
  });

  it("gives the Hessian of the squared error where the residuals are 0", () => {
    const network = twoLayerNetwork(1, 1, [unitOf(["1/3"], ["1/2"]), unitOf(["-2"], ["1"])]);
    const inputs = [v("1"), v("2")];
    const targets = [v("73/18"), v("146/9")];
    const data = dataSet(inputs, targets);
    expect(formatRational(loss(network, data, square, squaredError))).toBe("0");
    const rows = jacobian(network, inputs, square).map((row) => row.toRationals());
    const { numerators, denominator } = hessian(network, data, square, squaredError);
    numerators.forEach((row, s) => {
      row.forEach((entry, t) => {
        const sum = rows.reduce(
          (total, j) => total.add((j[s] ?? rational(0n)).mul(j[t] ?? rational(0n))),
          rational(0n),
        );
        expect(formatRational(rational(entry, denominator))).toBe(formatRational(sum));
      });
    });
    expect(numerators).toHaveLength(4);
  });
});
