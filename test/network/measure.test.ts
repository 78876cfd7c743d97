import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expansions, networks, vectors } from "../../properties/arbitraries/network.js";
import { type Rational, rational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { equalMeasures, measureOf } from "../../src/network/measure.js";
import {
  type Unit,
  type TwoLayerNetwork,
  evaluate,
  unitOf,
  twoLayerNetwork,
} from "../../src/network/twoLayerNetwork.js";

function network(...units: Unit[]): TwoLayerNetwork {
  return twoLayerNetwork(1, 1, units);
}

function atomsOf(theta: TwoLayerNetwork): (readonly string[])[][] {
  return [...measureOf(theta).atoms.values()].map(({ point, mass }) => [point.toStrings(), mass.toStrings()]);
}

/** μ_θ at a point, summed straight from the definition. */
function massAt(theta: TwoLayerNetwork, point: RationalVector): RationalVector {
  return theta.units
    .filter(({ incoming }) => incoming.equals(point))
    .reduce((sum, { outgoing }) => sum.plus(outgoing), RationalVector.zero(theta.outputDimension));
}

describe("the measure of a network", () => {
  it("sums outgoing vectors at each point, in order of first appearance", () => {
    const theta = twoLayerNetwork(1, 2, [
      unitOf(["2"], ["1", "0"]),
      unitOf(["1"], ["1/2", "1"]),
      unitOf(["4/2"], ["1/3", "5"]),
    ]);
    expect(atomsOf(theta)).toEqual([
      [["2"], ["4/3", "5"]],
      [["1"], ["1/2", "1"]],
    ]);
    expect(measureOf(theta)).toMatchObject({ inputDimension: 1, outputDimension: 2 });
    expect([...measureOf(theta).atoms.keys()]).toEqual(
      [...measureOf(theta).atoms.values()].map(({ point }) => point.key),
    );
  });

  it("has no atom where everything cancels", () => {
    expect(atomsOf(network())).toEqual([]);
    expect(atomsOf(network(unitOf(["1"], ["0"])))).toEqual([]);
    expect(atomsOf(network(unitOf(["1"], ["2"]), unitOf(["1"], ["-2"]), unitOf(["0"], ["3"])))).toEqual([
      [["0"], ["3"]],
    ]);
  });

  it("is what the definition says at each point", () => {
    fc.assert(
      fc.property(networks(7), (theta) => {
        const { atoms } = measureOf(theta);
        for (const { incoming } of theta.units) {
          const mass = massAt(theta, incoming);
          expect(atoms.get(incoming.key)?.mass ?? RationalVector.zero(theta.outputDimension)).toEqual(mass);
          expect(atoms.has(incoming.key)).toBe(!mass.isZero());
        }
        for (const { point } of atoms.values()) {
          expect(theta.units.some(({ incoming }) => incoming.equals(point))).toBe(true);
        }
      }),
      { seed: 31, numRuns: 200 },
    );
  });
});

describe("equal measures", () => {
  const one = network(unitOf(["1"], ["2"]));

  it.each([
    ["the same", network(unitOf(["1"], ["2"])), true],
    ["a split unit", network(unitOf(["1"], ["5"]), unitOf(["1"], ["-3"])), true],
    ["a silent unit more", network(unitOf(["7"], ["0"]), unitOf(["1"], ["2"])), true],
    ["another mass", network(unitOf(["1"], ["3"])), false],
    ["another point", network(unitOf(["2"], ["2"])), false],
    ["a unit more", network(unitOf(["1"], ["2"]), unitOf(["2"], ["2"])), false],
    ["no unit", network(), false],
    ["another d_in", twoLayerNetwork(2, 1, [unitOf(["1", "0"], ["2"])]), false],
    ["another d_out", twoLayerNetwork(1, 2, [unitOf(["1"], ["2", "0"])]), false],
  ])("%s", (_, other, equal) => {
    expect(equalMeasures(measureOf(one), measureOf(other))).toBe(equal);
    expect(equalMeasures(measureOf(other), measureOf(one))).toBe(equal);
  });

  it("need equal dimensions even without atoms", () => {
    const empty = (inputs: number, outputs: number) => measureOf(twoLayerNetwork(inputs, outputs, []));
    expect(equalMeasures(empty(1, 1), empty(1, 1))).toBe(true);
    expect(equalMeasures(empty(1, 1), empty(2, 1))).toBe(false);
    expect(equalMeasures(empty(1, 1), empty(1, 2))).toBe(false);
  });

  it("belong to expansions, and not once a weight is changed", () => {
    fc.assert(
      fc.property(expansions(1, 4, 4), fc.nat(), ({ theta, network: expanded }, pick) => {
        expect(equalMeasures(measureOf(theta), measureOf(expanded))).toBe(true);
        const changed = pick % expanded.units.length;
        const units = expanded.units.map(({ incoming, outgoing }, index) => ({
          incoming,
          outgoing:
            index === changed
              ? outgoing.plus(RationalVector.of(outgoing.numerators.map(() => 1n)))
              : outgoing,
        }));
        expect(equalMeasures(measureOf(theta), measureOf({ ...expanded, units }))).toBe(false);
      }),
      { seed: 32, numRuns: 200 },
    );
  });

  it("give equal functions for any activation", () => {
    const cubic = (x: Rational): Rational => x.mul(x).mul(x).sub(x).add(rational(1n, 3n));
    const cases = expansions(0, 3, 4).chain((expansion) =>
      fc.tuple(fc.constant(expansion), vectors(expansion.theta.inputDimension)),
    );
    fc.assert(
      fc.property(cases, ([{ theta, network: expanded }, x]) =>
        evaluate(theta, x, cubic).equals(evaluate(expanded, x, cubic)),
      ),
      { seed: 33, numRuns: 150 },
    );
  });
});
