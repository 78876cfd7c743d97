import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expansions, networks } from "../../properties/arbitraries/network.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { InputError } from "../../src/exact/inputError.js";
import { gammaHolds } from "../../src/manifold/subspaces/gammaSubspace.js";
import { type Redundancy, isIrreducible, redundancies } from "../../src/network/irreducible.js";
import { equalMeasures, measureOf } from "../../src/network/measure.js";
import { reduce } from "../../src/network/reduction.js";
import { reduceBySteps, reductionStep } from "../../src/network/reductionSteps.js";
import {
  type TwoLayerNetwork,
  unitOf,
  sameNetwork,
  twoLayerNetwork,
  unorderedKey,
} from "../../src/network/twoLayerNetwork.js";

const of = (...units: [string, string][]) =>
  twoLayerNetwork(
    1,
    1,
    units.map(([incoming, outgoing]) => unitOf([incoming], [outgoing])),
  );

const textsOf = ({ units }: TwoLayerNetwork): string[] =>
  units.map(({ incoming, outgoing }) => `${incoming.key};${outgoing.key}`);

describe("reduction by the measure", () => {
  it.each([
    ["nothing", of(), [], []],
    ["an irreducible network", of(["1", "2"], ["0", "3"]), ["1;2", "0;3"], [1, 2]],
    ["a copied unit", of(["1", "2"], ["5", "1"], ["1", "3/2"]), ["1;7/2", "5;1"], [1, 2, 1]],
    ["a silent unit", of(["1", "0"], ["5", "1"]), ["5;1"], [0, 1]],
    ["two that cancel", of(["1", "2"], ["1", "-2"], ["3", "5"]), ["3;5"], [0, 0, 1]],
    [
      "several groups that cancel",
      of(["1", "2"], ["4", "0"], ["1", "-2"], ["3", "5"], ["2", "1"], ["2", "-1"]),
      ["3;5"],
      [0, -1, 0, 1, -2, -2],
    ],
    ["all that cancels", of(["1", "2"], ["4", "0"], ["1", "-2"]), [], [0, -1, 0]],
    ["three of a kind", of(["1", "1"], ["1", "-1"], ["1", "4"]), ["1;4"], [1, 1, 1]],
  ])("of %s", (_, theta, kept, codes) => {
    const { irreducible, labelledPartition } = reduce(theta);
    expect(textsOf(irreducible)).toEqual(kept);
    expect(labelledPartition).toEqual(codes);
    expect([irreducible.inputDimension, irreducible.outputDimension]).toEqual([1, 1]);
  });

  it("keeps the dimensions of what cancels", () => {
    const { irreducible } = reduce(twoLayerNetwork(2, 3, [unitOf(["1", "2"], ["0", "0", "0"])]));
    expect(irreducible).toEqual({ inputDimension: 2, outputDimension: 3, units: [] });
  });

  it("is irreducible, of equal measure, and names a subspace that holds the network", () => {
    fc.assert(
      fc.property(networks(7), (theta) => {
        const { irreducible, labelledPartition } = reduce(theta);
        expect(isIrreducible(irreducible)).toBe(true);
        expect(equalMeasures(measureOf(irreducible), measureOf(theta))).toBe(true);
        const partition = LabelledPartition.of(labelledPartition, irreducible.units.length);
        expect(gammaHolds(irreducible, partition, theta)).toBe(true);
        const blocks = new Set(theta.units.map(({ incoming }) => incoming.key));
        expect(partition.blockCount).toBe(blocks.size);
      }),
      { seed: 51, numRuns: 200 },
    );
  });

  it("finds the network that was expanded", () => {
    fc.assert(
      fc.property(
        expansions(0, 4, 4),
        ({ theta, network }) => unorderedKey(reduce(network).irreducible) === unorderedKey(theta),
      ),
      { seed: 52, numRuns: 200 },
    );
  });
});

describe("a reduction step", () => {
  const theta = of(["1", "2"], ["3", "0"], ["1", "5"]);

  it("merges the first unit into the second", () => {
    const step: Redundancy = { kind: "equal incoming", first: 0, second: 2 };
    expect(textsOf(reductionStep(theta, step))).toEqual(["3;0", "1;7"]);
    expect(textsOf(reductionStep(theta, { ...step, first: 2, second: 0 }))).toEqual(["1;7", "3;0"]);
  });

  it("drops a silent unit", () => {
    const next = reductionStep(theta, { kind: "silent", index: 1 });
    expect(textsOf(next)).toEqual(["1;2", "1;5"]);
    expect([next.inputDimension, next.outputDimension]).toEqual([1, 1]);
  });

  it.each<[string, Redundancy, string]>([
    ["a unit that isn't silent", { kind: "silent", index: 0 }, "neuron 0 has a nonzero outgoing vector"],
    [
      "units at two points",
      { kind: "equal incoming", first: 0, second: 1 },
      "neurons 0 and 1 are not two neurons with one incoming vector",
    ],
    [
      "a unit and itself",
      { kind: "equal incoming", first: 2, second: 2 },
      "neurons 2 and 2 are not two neurons with one incoming vector",
    ],
  ])("is refused for %s", (_, step, problem) => {
    expect(() => reductionStep(theta, step)).toThrow(InputError);
    expect(() => reductionStep(theta, step)).toThrow(
      `${problem}; apply a step that the network's redundancies list`,
    );
  });

  it.each<[Redundancy, string]>([
    [{ kind: "silent", index: 3 }, "no neuron 3 among 3"],
    [{ kind: "equal incoming", first: -1, second: 0 }, "no neuron -1 among 3"],
    [{ kind: "equal incoming", first: 0, second: 4 }, "no neuron 4 among 3"],
  ])("is refused for units that don't exist: %j", (step, message) => {
    expect(() => reductionStep(theta, step)).toThrow(RangeError);
    expect(() => reductionStep(theta, step)).toThrow(message);
  });

  it("keeps the measure and drops one unit, whichever applies", () => {
    fc.assert(
      fc.property(networks(6), (network) => {
        for (const step of redundancies(network)) {
          const next = reductionStep(network, step);
          expect(next.units.length).toBe(network.units.length - 1);
          expect(equalMeasures(measureOf(next), measureOf(network))).toBe(true);
        }
      }),
      { seed: 53, numRuns: 100 },
    );
  });
});

/** Every network that some order of steps ends in, by following all of them. */
function ends(network: TwoLayerNetwork): Set<string> {
  const steps = redundancies(network);
  if (steps.length === 0) return new Set([unorderedKey(network)]);
  return new Set(steps.flatMap((step) => [...ends(reductionStep(network, step))]));
}

describe("reduction by steps", () => {
  it("applies the chosen steps until none applies", () => {
    const theta = of(["1", "2"], ["1", "-2"], ["3", "5"], ["3", "1"]);
    const offered: number[] = [];
    const end = reduceBySteps(theta, (steps) => {
      offered.push(steps.length);
      return steps.length - 1;
    });
    expect(textsOf(end)).toEqual(["3;6"]);
    expect(offered).toEqual([2, 1, 1]);
    expect(
      sameNetwork(
        reduceBySteps(end, () => expect.fail("nothing to choose")),
        end,
      ),
    ).toBe(true);
  });

  it("ends with no unit if all cancel", () => {
    expect(reduceBySteps(of(["1", "2"], ["1", "-2"]), () => 0)).toEqual(of());
  });

  it("is refused a choice outside the list", () => {
    expect(() => reduceBySteps(of(["1", "0"]), () => 1)).toThrow(RangeError);
    expect(() => reduceBySteps(of(["1", "0"]), () => 1)).toThrow("a choice outside the 1 steps that apply");
    expect(() => reduceBySteps(of(["1", "0"]), () => -1)).toThrow(RangeError);
  });

  it("ends in the same network up to order, whatever is chosen", () => {
    fc.assert(
      fc.property(networks(4), (network) => {
        expect(ends(network)).toEqual(new Set([unorderedKey(reduce(network).irreducible)]));
      }),
      { seed: 54, numRuns: 60 },
    );
  });

  it("agrees with the measure on larger networks for choices at random", () => {
    fc.assert(
      fc.property(expansions(0, 5, 6), fc.infiniteStream(fc.nat()), ({ network }, choices) => {
        const end = reduceBySteps(network, ({ length }) => Number(choices.next().value) % length);
        expect(unorderedKey(end)).toBe(unorderedKey(reduce(network).irreducible));
      }),
      { seed: 55, numRuns: 100 },
    );
  });
});
