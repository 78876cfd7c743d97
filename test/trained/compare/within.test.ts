import { describe, expect, it } from "vitest";
import { entry } from "../../../src/exact/entry.js";
import { formatRational, parseRational, rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { everyActivation } from "../../../src/network/activations/activationSymmetry.js";
import { functionKey } from "../../../src/network/multiLayerKey.js";
import type { MultiLayerNetwork } from "../../../src/network/multiLayerNetwork.js";
import { parseMultiLayerFile } from "../../../src/network/networkFile.js";
import { boundedActivation } from "../../../src/trained/bounds/boundedActivation.js";
import { dataDifference } from "../../../src/trained/bounds/dataDifference.js";
import { inputBox } from "../../../src/trained/bounds/inputBox.js";
import { alignedPair } from "../../../src/trained/compare/alignedPair.js";
import { withBiases } from "../../../src/trained/compare/biasedLayers.js";
import { compareNetworks } from "../../../src/trained/compare/compareNetworks.js";
import { nearestOrders } from "../../../src/trained/compare/nearestOrders.js";
import { splitPair } from "../../../src/trained/compare/splitPair.js";
import { weightGrids } from "../../../src/trained/compare/weightGrid.js";
import { networkText, textOf } from "../../cli/scratch.js";

const network = (matrices: readonly string[], biases?: string): MultiLayerNetwork =>
  parseMultiLayerFile(networkText(matrices, biases), "a network");
const file = (name: string): MultiLayerNetwork =>
  parseMultiLayerFile(textOf(`test/corpus/compare/${name}.json`), name);

const [SMALL, WIDE, NOISE] = [file("n2n-f32-3-small"), file("n2n-f32-3-wide"), file("n2n-f32-3-noise")];
const TANH = { activation: "tanh", box: inputBox(rational(-1n), rational(1n), 3) };
const [A, B] = [network(["1 0; 0 1", "1 2"]), network(["0 1; 1 0", "2 33/32"])];

describe("compareNetworks on a box", () => {
  it("is within 1e-7 where thirds of weights were rounded", () => {
    const tolerance = parseRational("1/10000000");
    const { verdict, bound, witness } = compareNetworks(SMALL, WIDE, { ...TANH, tolerance });
    expect(verdict).toBe("within");
    expect(bound?.compare(tolerance)).toBe(-1);
    expect(witness && bound && witness.difference.compare(bound)).toBe(-1);
  });

  it("splits units for near copies of them", () => {
    for (const [one, other] of [
      [SMALL, NOISE],
      [NOISE, SMALL],
    ] as const) {
      const { verdict, bound } = compareNetworks(one, other, { ...TANH, tolerance: rational(1n, 10_000n) });
      expect([verdict, bound?.compare(rational(1n, 50_000n))]).toEqual(["within", -1]);
    }
  });

  it("is never below what inputs of the box show", () => {
    for (const [one, other] of [
      [SMALL, WIDE],
      [SMALL, NOISE],
      [WIDE, NOISE],
    ] as const) {
      const { bound } = compareNetworks(one, other, TANH);
      const grid = ["-1", "-1/2", "0", "1/2", "1"];
      const inputs = grid.flatMap((x) => grid.flatMap((y) => grid.map((z) => RationalVector.parse(x, y, z))));
      const { lower } = dataDifference(one, other, boundedActivation("tanh"), inputs);
      expect(inputs).toHaveLength(125);
      expect(bound && lower.compare(bound)).toBe(-1);
    }
  });

  it("is different if an input passes the tolerance, and undecided between that and the bound", () => {
    const box = inputBox(rational(-4n), rational(4n), 2);
    const verdictAt = (tolerance: string): string =>
      compareNetworks(A, B, { activation: "poly:0,0,1", box, tolerance: parseRational(tolerance) }).verdict;
    // The difference is x²/32, at most 1/2; inputs tried have x up to 4, and the bound is close to 1/2.
    expect(verdictAt("51/100")).toBe("within");
    expect(verdictAt("1/1000")).toBe("different");
    const { bound, witness } = compareNetworks(A, B, { activation: "poly:0,0,1", box });
    if (bound === undefined || witness === undefined) throw new Error("nothing found");
    expect(witness.isExact).toBe(true);
    expect(bound.compare(rational(1n, 2n))).toBeGreaterThanOrEqual(0);
    const between = compareNetworks(SMALL, NOISE, { ...TANH, tolerance: rational(1n, 100_000n) });
    expect([between.verdict, between.bound?.compare(rational(1n, 100_000n))]).toEqual(["undecided", 1]);
  });
});

describe("compareNetworks on data", () => {
  const inputs = ["1", "3/2", "-2"].map((x) => RationalVector.parse(x, "1"));

  it("has the largest difference, and the input where it is", () => {
    const { verdict, bound, witness } = compareNetworks(A, B, { activation: "poly:0,0,1", inputs });
    expect([verdict, bound && formatRational(bound)]).toEqual(["different", "1/8"]);
    expect([witness?.input.key, witness?.isExact]).toEqual(["-2,1", true]);
    const tolerance = rational(1n, 8n);
    expect(compareNetworks(A, B, { activation: "poly:0,0,1", inputs, tolerance }).verdict).toBe("within");
  });

  it("bounds networks whose units are too wide to be matched", () => {
    const wide = (last: string): MultiLayerNetwork => {
      const units = Array.from({ length: 1700 }, (_, unit) => unit + 1);
      const outgoing = units.map((unit) => (unit === 5 ? last : "0"));
      return network([units.join("; "), units.map((_, index) => entry(outgoing, index)).join(" ")]);
    };
    const [one, other] = [wide("1"), wide("9/8")];
    const found = compareNetworks(one, other, { activation: "relu", inputs: [RationalVector.parse("1")] });
    expect([found.verdict, found.bound && formatRational(found.bound)]).toEqual(["different", "5/8"]);
  });
});

describe("splitPair", () => {
  it("changes neither function, and has nothing to do for networks of equal widths", () => {
    const [ours, theirs] = [withBiases(file("w2")), withBiases(NOISE)];
    const pairOf = (a: typeof ours, b: typeof ours): ReturnType<typeof alignedPair> => {
      const orders = nearestOrders(weightGrids(a, b), undefined);
      if (orders === undefined) throw new Error("too wide");
      return alignedPair(a, b, orders, everyActivation);
    };
    expect(splitPair(pairOf(ours, ours))).toBeUndefined();
    const deep = [
      network(["1 2; 3 1; -1 1", "1 2 3; 0 1 -1", "1 2"], "0 1 0; 1 1; 0"),
      network(["1 2; 3 1", "1 2; 0 1; 1 1; 2 5", "1 2 1 1"], "0 1; 1 1 0 2; 0"),
    ].map((one) => withBiases(one));
    const small = withBiases(network(["1 0 2; 2 1 -1", "1 2; 1 1"]));
    for (const [a, b] of [deep, [...deep].reverse(), [small, theirs], [theirs, small]]) {
      if (a === undefined || b === undefined) throw new Error("no networks");
      const split = splitPair(pairOf(a, b));
      if (split === undefined) throw new Error("nothing was split");
      expect([functionKey(split.a), functionKey(split.b)]).toEqual([functionKey(a), functionKey(b)]);
      expect(functionKey(split.a)).not.toBe(functionKey(b));
    }
  });
});

describe("what compareNetworks can't use", () => {
  const box = inputBox(rational(-1n), rational(1n), 2);
  it.each([
    [{ box }, "what networks compute on inputs depends on σ; name an activation"],
    [{ tolerance: rational(1n) }, "a tolerance without inputs; give a box of inputs, or a list"],
    [{ activation: "tanh", box, inputs: [] }, "a box and a list of inputs are given; give one of both"],
    [{ activation: "tanh", inputs: [] }, "no inputs are given; give one or more"],
    [
      { activation: "tanh", inputs: [RationalVector.parse("1")] },
      "an input has dimension 1, and the network has 2",
    ],
  ])("refuses %j", (options, message) => {
    expect(() => compareNetworks(A, B, options)).toThrow(message);
  });
});
