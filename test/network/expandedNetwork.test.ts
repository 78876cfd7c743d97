import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entry } from "../../src/exact/entry.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { coarsestTuple, inLayeredSubspace } from "../../src/manifold/layers/multiLayerSubspace.js";
import {
  type ExpansionOptions,
  expandNetwork,
  requireSameFunction,
} from "../../src/network/expandedNetwork.js";
import {
  type MultiLayerNetwork,
  evaluateMultiLayer,
  hiddenWidths,
  multiLayerNetwork,
} from "../../src/network/multiLayerNetwork.js";
import { randomMultiLayer } from "../../src/network/randomMultiLayer.js";

const POINT = RationalVector.parse("2/3", "-5");
const theta = randomMultiLayer({ widths: [2, 3, 2, 1], hasBiases: true }, 5);

/** What a network computes for z + z³/7, which no reduction is asked about. */
function output(network: MultiLayerNetwork): string {
  return evaluateMultiLayer(network, POINT, (z) => z.add(z.mul(z).mul(z).div(7n))).key;
}

/** The network with one outgoing weight moved. */
function spoilt({ weights, biases }: MultiLayerNetwork): MultiLayerNetwork {
  const last = weights.length - 1;
  const moved = weights.map((rows, layer) =>
    layer < last
      ? rows
      : rows.map((row) =>
          RationalVector.fromRationals(
            row.toRationals().map((weight, at) => (at === 0 ? weight.add(rational(1n, 1000n)) : weight)),
          ),
        ),
  );
  return multiLayerNetwork(moved, biases);
}

describe("expandNetwork", () => {
  const cases = fc.record({
    widths: fc.constantFrom([2, 1, 1], [2, 3, 2], [2, 2, 3, 1], [2, 3, 1, 2, 2]),
    hasBiases: fc.boolean(),
    more: fc.array(fc.nat(5), { minLength: 3, maxLength: 3 }),
    how: fc.constantFrom<ExpansionOptions["how"]>("split", "pad"),
    seed: fc.option(fc.nat(99)),
    of: fc.nat(99),
  });

  it("keeps the function and the neurons, in every layer, and stays in Θ", () => {
    fc.assert(
      fc.property(cases, ({ widths, hasBiases, more, how, seed, of }) => {
        const small = randomMultiLayer({ widths, hasBiases }, of);
        const to = hiddenWidths(small).map((width, layer) => width + entry(more, layer));
        const { network, origins } = expandNetwork(small, to, seed === null ? { how } : { how, seed });
        expect(hiddenWidths(network)).toEqual(to);
        expect(output(network)).toBe(output(small));
        const tuple = coarsestTuple(small, network);
        expect(tuple !== undefined && inLayeredSubspace(small, tuple, "last to first", network)).toBe(true);
        origins.forEach((layer, index) => {
          const rows = entry(small.weights, index);
          expect(layer.slice(0, rows.length)).toEqual([...rows.keys()]);
          const added = layer.slice(rows.length);
          if (how === "pad") expect(added.every((origin) => origin === undefined)).toBe(true);
          else for (const origin of added) expect([...rows.keys()]).toContain(origin);
        });
      }),
      { seed: 3, numRuns: 150 },
    );
  });

  it("shares outgoing weights equally among copies, which are made in turn", () => {
    const small = multiLayerNetwork([
      [RationalVector.parse("1", "0"), RationalVector.parse("0", "1")],
      [RationalVector.parse("6", "-5")],
    ]);
    const { network, origins } = expandNetwork(small, [5], { how: "split" });
    expect(origins).toEqual([[0, 1, 0, 1, 0]]);
    expect(entry(entry(network.weights, 1), 0).key).toBe("2,-5/2,2,-5/2,2");
  });

  it("draws by a seed: the same gives the same, another another", () => {
    const by = (how: ExpansionOptions["how"], seed: number): string =>
      JSON.stringify(expandNetwork(theta, [12, 9], { how, seed }));
    for (const how of ["split", "pad"] as const) {
      expect(by(how, 1)).toBe(by(how, 1));
      expect(by(how, 1)).not.toBe(by(how, 2));
    }
    expect(JSON.stringify(expandNetwork(theta, [6, 5], { how: "pad" }))).toBe(
      JSON.stringify(expandNetwork(theta, [6, 5], { how: "pad", seed: 0 })),
    );
  });

  it("takes each padded weight from the same column, so that floats of a type stay such", () => {
    const { network } = expandNetwork(theta, [40, 2], { how: "pad" });
    const columns = (of: MultiLayerNetwork, at: number): string[] =>
      entry(of.weights, 0).map((row) => row.slice(at, at + 1).key);
    for (const at of [0, 1]) {
      expect(new Set(columns(network, at))).toEqual(new Set(columns(theta, at)));
    }
  });

  it("would be stopped by its own check if it changed the function", () => {
    const { network } = expandNetwork(theta, [4, 4], { how: "split" });
    expect(() => {
      requireSameFunction(theta, network);
    }).not.toThrow();
    expect(() => {
      requireSameFunction(theta, spoilt(network));
    }).toThrow("the wider network computes something else");
  });

  it.each([
    [[3], "1 width, the network has 2 hidden layers; give a width for each hidden layer"],
    [[4, 1], "width 1 for hidden layer 2, which has 2 neurons; give 2 or more"],
  ])("refuses the widths %j", (hidden, message) => {
    expect(() => expandNetwork(theta, hidden, { how: "split" })).toThrow(message);
  });

  it("leaves a network as it is at its own widths", () => {
    expect(JSON.stringify(expandNetwork(theta, [3, 2], { how: "split" }).network)).toBe(
      JSON.stringify(theta),
    );
  });
});
