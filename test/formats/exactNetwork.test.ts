import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Rational, parseRational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { exactNetwork } from "../../src/formats/exactNetwork.js";
import { transposedMatrix } from "../../src/formats/foundVectors.js";
import { asMultiLayer, isTwoLayer } from "../../src/network/anyNetwork.js";
import { evaluateMultiLayer } from "../../src/network/multiLayerNetwork.js";
import { multiLayerFile } from "../../src/network/networkFile.js";
import { doubles, foundOf, layerOf, matrixOf, terms } from "./foundLayers.js";

const first = layerOf("fc1", [
  [0.5, 0.1],
  [-3, 2 ** -20],
  [7, 0],
]);
const second = layerOf("fc2", [[1, -0.25, 2 ** -30]]);

/** The file of the network that a file holds. */
function weightsOf(...given: Parameters<typeof foundOf>): ReturnType<typeof multiLayerFile> {
  return multiLayerFile(asMultiLayer(exactNetwork(foundOf(...given), "a.toy")));
}

describe("the exact network of a file", () => {
  it("has the values of the floats, and not their decimals", () => {
    expect(weightsOf([first, second]).weights).toEqual([
      [
        ["1/2", "3602879701896397/36028797018963968"],
        ["-3", "1/1048576"],
        ["7", "0"],
      ],
      [["1", "-1/4", "1/1073741824"]],
    ]);
  });

  it("is given by units if it has two layers and no bias", () => {
    expect(isTwoLayer(exactNetwork(foundOf([first, second]), "a.toy"))).toBe(true);
    const biased = foundOf([first, { ...second, bias: doubles(0) }]);
    expect(isTwoLayer(exactNetwork(biased, "a.toy"))).toBe(false);
    expect(isTwoLayer(exactNetwork(foundOf([first, second, layerOf("fc3", [[2]])]), "a.toy"))).toBe(false);
  });

  it("has biases of zeros where some layers have one", () => {
    const found = weightsOf([{ ...first, bias: doubles(1, 0.5, 3) }, second]);
    expect(found.biases).toEqual([["1", "1/2", "3"], ["0"]]);
  });

  it("takes numbers in decimal text as the rationals that they are", () => {
    const entries = { type: "rational", values: terms("1/10", "-2/3", "5") } as const;
    const found = weightsOf([first, { ...second, weights: { rows: 1, columns: 3, entries } }]);
    expect(found.weights[1]).toEqual([["1/10", "-2/3", "5"]]);
  });

  it("turns matrices of floats and of rationals", () => {
    const wide = matrixOf([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    const tall = matrixOf([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
    expect(transposedMatrix(wide)).toEqual(tall);
    const rational = transposedMatrix({
      rows: 1,
      columns: 2,
      entries: { type: "rational", values: terms("1", "2") },
    });
    expect(rational).toEqual({ rows: 2, columns: 1, entries: { type: "rational", values: terms("1", "2") } });
  });
});

describe("what is done to inputs and outputs", () => {
  const square = (z: Rational): Rational => z.mul(z);
  const before = { scale: terms("1/3", "2"), shift: terms("-1", "5/7") };
  const after = { scale: terms("3/5"), shift: terms("-4") };
  const rational = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 9 }));

  /** z ↦ scale·z + shift by single rationals, which is another way than the one that folds. */
  function mapped(x: RationalVector, { scale, shift }: typeof before): RationalVector {
    const texts = x.toRationals().map((value, index) => {
      const [factor, added] = [scale[index], shift[index]].map((term) =>
        parseRational(`${term?.numerator}/${term?.denominator}`),
      );
      return factor === undefined || added === undefined ? value : value.mul(factor).add(added);
    });
    return RationalVector.fromRationals(texts);
  }

  it.each([
    [
      "with biases",
      [
        { ...first, bias: doubles(1, 0.5, 3) },
        { ...second, bias: doubles(-2) },
      ],
    ],
    ["without", [first, second]],
  ])("goes into the first and the last layer, %s", (_, layers) => {
    const plain = asMultiLayer(exactNetwork(foundOf(layers), "a.toy"));
    const whole = asMultiLayer(exactNetwork(foundOf(layers, { before, after }), "a.toy"));
    fc.assert(
      fc.property(rational, rational, (...coordinates) => {
        const x = RationalVector.parse(...coordinates.map(([p, q]) => `${p}/${q}`));
        const expected = mapped(evaluateMultiLayer(plain, mapped(x, before), square), after);
        expect(evaluateMultiLayer(whole, x, square).key).toBe(expected.key);
      }),
    );
  });

  it("adds no bias by a shift of 0", () => {
    const scaling = { scale: terms("1/3", "2"), shift: terms("0", "0") };
    const whole = exactNetwork(foundOf([first, second], { before: scaling }), "a.toy");
    expect(isTwoLayer(whole)).toBe(true);
    expect(multiLayerFile(asMultiLayer(whole)).weights[0]?.[1]).toEqual(["-1", "1/524288"]);
    const turned = exactNetwork(
      foundOf([first, second], { after: { scale: terms("2"), shift: terms("0") } }),
      "a.toy",
    );
    expect(multiLayerFile(asMultiLayer(turned)).weights[1]).toEqual([["2", "-1/2", "1/536870912"]]);
  });

  it("has an entry for each coordinate", () => {
    const short = { scale: terms("1"), shift: terms("0", "0") };
    expect(() => exactNetwork(foundOf([first, second], { before: short }), "a.toy")).toThrow(
      "1 factors of 2",
    );
    const long = { scale: terms("1", "1"), shift: terms("0", "0") };
    expect(() => exactNetwork(foundOf([first, second], { after: long }), "a.toy")).toThrow(
      "2 factors of 1 rows",
    );
  });
});

describe("a file that holds no perceptron", () => {
  it.each([
    [[first], "a.toy: toy: a network of 1 layer; give one with a hidden layer: two weight matrices or more"],
    [[], "a.toy: toy: a network of 0 layers; give one"],
    [
      [second, first],
      "a.toy: toy: fc2 has 1 outputs but fc1 has 2 inputs; give the layers in their order by",
    ],
    [
      [first, { ...second, bias: doubles(1, 2) }],
      "a.toy: toy: fc2 has 1 outputs and a bias of 2; give a bias",
    ],
    [[layerOf("w", []), second], "a.toy: toy: w has no entries; give every matrix a row and a column"],
    [[{ ...first, activation: "linear" }, second], "a.toy: toy: no activation between fc1 and fc2; multiply"],
  ])("is refused (%#)", (layers, message) => {
    expect(() => exactNetwork(foundOf(layers), "a.toy")).toThrow(message);
  });

  it("has a last layer without activation", () => {
    const found = foundOf([first, { ...second, activation: "linear" }]);
    expect(exactNetwork(found, "a.toy")).toEqual(exactNetwork(foundOf([first, second]), "a.toy"));
  });
});
