import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Landscape, landscapes } from "../../../properties/arbitraries/landscape.js";
import { formatRational, InputError, rational } from "../../../src/exact/index.js";
import type { Activation } from "../../../src/landscape/activations/activation.js";
import { type Cost, squaredError } from "../../../src/landscape/loss/cost.js";
import { dataSet } from "../../../src/landscape/loss/data.js";
import { gradient } from "../../../src/landscape/loss/gradient.js";
import { hessian } from "../../../src/landscape/loss/hessian.js";
import { jacobian } from "../../../src/landscape/loss/jacobian.js";
import { loss } from "../../../src/landscape/loss/loss.js";
import { lossJet } from "../../../src/landscape/loss/lossJet.js";
import { unitOf, twoLayerNetwork } from "../../../src/network/twoLayerNetwork.js";
import { SQUARE, integers, polynomial, quotient, shown, shownRows, v } from "../fixtures.js";

const CUBIC = polynomial("1 0 0 1");

/** Loss, gradient and Hessian by formula, as texts. */
function byFormula({ network, data, activation, cost }: Landscape): string[] {
  const { numerators, denominator } = hessian(network, data, activation, cost);
  return [
    formatRational(loss(network, data, activation, cost)),
    shown(gradient(network, data, activation, cost).toRationals()),
    shownRows(numerators.map((row) => row.map((entry) => rational(entry, denominator)))),
  ];
}

/** Loss, gradient and Hessian by jets, as texts. */
function byJets({ network, data, activation, cost }: Landscape): string[] {
  const jet = lossJet(network, data, activation, cost);
  return [formatRational(jet.value), shown(jet.gradient), shownRows(jet.hessian)];
}

const single: Landscape = {
  network: twoLayerNetwork(1, 1, [unitOf(["2"], ["3"])]),
  data: dataSet([v("5")], [v("0")]),
  activation: SQUARE,
  cost: squaredError,
};

describe("loss, gradient and Hessian", () => {
  // f = 25·a·w² and L = f²/2. So L_w = f·50aw, L_ww = (50aw)² + f·50a, L_wa = 50aw·25w² + f·50w and
  // L_aa = (25w²)².
  it.each([byFormula, byJets])("are those of ½(25aw²)² at w = 2, a = 3 by %o", (route) => {
    expect(route(single)).toEqual(["45000", "90000 30000", "135000 60000; 60000 10000"]);
  });

  // σ(z) = 1 + z³; f = a₁σ(w₁·x) + a₂σ(w₂·x) ∈ Q², with w₁·x = 1 and w₂·x = −1, so that f = 2a₁ and σ' = 3.
  const pair: Landscape = {
    network: twoLayerNetwork(2, 2, [unitOf(["1", "0"], ["1", "2"]), unitOf(["0", "1/2"], ["-1", "1"])]),
    data: dataSet([v("1", "-2")], [v("1", "6")]),
    activation: CUBIC,
    cost: squaredError,
  };

  // e = (1, −2); a₁·e = −3, a₂·e = −3; σ'' = 6 and −6.
  it.each([byFormula, byJets])("are in the order of the parameter space by %o", (route) => {
    const rows = [
      // |a₁|²·9 xxᵀ − 18 xxᵀ, then a₁·a₂·9 xxᵀ, then a₁·2·3x + 3xeᵀ, then 0.
      "27 -54 9 -18 9 6 0 0",
      "-54 108 -18 36 -18 -12 0 0",
      // |a₂|²·9 xxᵀ + 18 xxᵀ, then a₂·2·3x, then 3xeᵀ.
      "9 -18 36 -72 -6 6 3 -6",
      "-18 36 -72 144 12 -12 -6 12",
      "9 -18 -6 12 4 0 0 0",
      "6 -12 6 -12 0 4 0 0",
      "0 0 3 -6 0 0 0 0",
      "0 0 -6 12 0 0 0 0",
    ];
    expect(route(pair)).toEqual(["5/2", "-9 18 -9 18 2 -4 0 0", rows.join("; ")]);
  });

  it("gives the Hessian in lowest terms", () => {
    const halved = { ...single, network: twoLayerNetwork(1, 1, [unitOf(["1/5"], ["1/2"])]) };
    const { network, data, activation, cost } = halved;
    // f = 1/2: L_ww = 25 + 25/2, L_wa = 5 + 5 and L_aa = 1.
    expect(hessian(network, data, activation, cost)).toEqual({
      numerators: integers("75 20; 20 2"),
      denominator: 2n,
    });
  });

  it("are empty for width 0, where the loss is that of the zero function", () => {
    const empty = { ...single, network: twoLayerNetwork(1, 1, []), data: dataSet([v("5")], [v("-3")]) };
    expect(byFormula(empty)).toEqual(["9/2", "", ""]);
    expect(byJets(empty)).toEqual(["9/2", "", ""]);
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

  it.each([loss, gradient, hessian, lossJet])("need fitting data (%o)", (route) => {
    const { network, activation, cost } = pair;
    expect(() => route(network, dataSet([v("1")], [v("1", "2")]), activation, cost)).toThrow(
      new InputError(
        "the data have inputs of dimension 1, the network of 2",
        "give data of the network's dimensions",
      ),
    );
  });

  it.each([gradient, hessian])("say where the activation has no value (%o)", (route) => {
    const network = twoLayerNetwork(1, 1, [unitOf(["1"], ["1"]), unitOf(["2"], ["1"])]);
    const data = dataSet([v("3"), v("1")], [v("0"), v("0")]);
    expect(() => route(network, data, quotient("1", "-2 1"), squaredError)).toThrow(
      /^neuron 2 at input 2: the activation ratio:1:-2,1 has no value at 2; change the weights/,
    );
  });

  it("let pass an error that isn't one of input", () => {
    const broken: Activation = {
      ...SQUARE,
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

  const wrongGradient: Cost = {
    ...squaredError,
    gradient: (f) => f.toRationals().map((entry) => entry.neg()),
  };
  const wrongHessian: Cost = { ...squaredError, hessian: () => [[rational(2n)]] };
  const wrongSlope: Activation = {
    ...SQUARE,
    derivative: (order, x) => SQUARE.derivative(order, x),
    taylor: () => ({ numerators: [100n, 19n, 1n], denominator: 1n }),
  };

  it.each([
    ["a sign in the cost's gradient", { ...single, cost: wrongGradient }],
    ["the cost's second derivative", { ...single, cost: wrongHessian }],
    ["the activation's slope", { ...single, activation: wrongSlope }],
  ])("disagree if there is an error in %s", (_name, planted) => {
    expect(byFormula(planted)).not.toEqual(byJets(planted));
    expect(byFormula(single)).toEqual(byJets(single));
  });
});

describe("jacobian", () => {
  it("has a row for every input and output, in the order of the parameter space", () => {
    const network = twoLayerNetwork(2, 2, [
      unitOf(["1", "0"], ["1", "2"]),
      unitOf(["0", "1/2"], ["-1", "1"]),
    ]);
    // σ(w₁·x) = 2 and 1, σ(w₂·x) = 0 and 9; slopes 3 and 0, 3 and 12.
    expect(jacobian(network, [v("1", "-2"), v("0", "4")], CUBIC).map(({ key }) => key)).toEqual([
      "3,-6,-3,6,2,0,0,0",
      "6,-12,3,-6,0,2,0,0",
      "0,0,0,-48,1,0,9,0",
      "0,0,0,48,0,1,0,9",
    ]);
  });

  it("has different denominators in one row", () => {
    const network = twoLayerNetwork(1, 1, [unitOf(["1/3"], ["1/2"])]);
    expect(jacobian(network, [v("1/5")], SQUARE).map(({ key }) => key)).toEqual(["1/75,1/225"]);
  });

  it("has rows without entries for width 0", () => {
    expect(jacobian(twoLayerNetwork(1, 2, []), [v("1")], SQUARE).map(({ dimension }) => dimension)).toEqual([
      0, 0,
    ]);
  });

  it("gives the Hessian of the squared error where the residuals are 0", () => {
    const network = twoLayerNetwork(1, 1, [unitOf(["1/3"], ["1/2"]), unitOf(["-2"], ["1"])]);
    const inputs = [v("1"), v("2")];
    const targets = [v("73/18"), v("146/9")];
    const data = dataSet(inputs, targets);
    expect(formatRational(loss(network, data, SQUARE, squaredError))).toBe("0");
    const rows = jacobian(network, inputs, SQUARE);
    const { numerators, denominator } = hessian(network, data, SQUARE, squaredError);
    numerators.forEach((row, s) => {
      row.forEach((entry, t) => {
        const sum = rows.reduce((total, j) => total.add(j.at(s).mul(j.at(t))), rational(0n));
        expect(rational(entry, denominator).equals(sum)).toBe(true);
      });
    });
    expect(numerators).toHaveLength(4);
  });
});
