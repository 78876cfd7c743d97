import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { irreducibleNetworks, networks } from "../../properties/arbitraries/network.js";
import { isIrreducible, redundancies } from "../../src/network/irreducible.js";
import { unitOf, twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";

const of = (...units: [string, string][]) =>
  twoLayerNetwork(
    1,
    1,
    units.map(([incoming, outgoing]) => unitOf([incoming], [outgoing])),
  );

describe("redundancies", () => {
  it("list each pair and each silent unit, by the later unit", () => {
    const theta = of(["1", "2"], ["3", "0"], ["2/2", "0"], ["4", "1"], ["1", "5"]);
    expect(redundancies(theta)).toEqual([
      { kind: "silent", index: 1 },
      { kind: "silent", index: 2 },
      { kind: "equal incoming", first: 0, second: 2 },
      { kind: "equal incoming", first: 0, second: 4 },
      { kind: "equal incoming", first: 2, second: 4 },
    ]);
  });

  it("are none for irreducible networks", () => {
    expect(redundancies(of())).toEqual([]);
    expect(redundancies(of(["1", "2"], ["0", "2"]))).toEqual([]);
  });

  it("are as many as a double loop finds", () => {
    fc.assert(
      fc.property(networks(7), ({ units, ...dimensions }) => {
        const found = redundancies({ ...dimensions, units });
        let pairs = 0;
        units.forEach((left, first) => {
          units.slice(first + 1).forEach((right, offset) => {
            if (!left.incoming.equals(right.incoming)) return;
            pairs++;
            expect(found).toContainEqual({ kind: "equal incoming", first, second: first + 1 + offset });
          });
        });
        const silent = units.filter(({ outgoing }) => outgoing.isZero()).length;
        expect(found.length).toBe(pairs + silent);
      }),
      { seed: 41, numRuns: 200 },
    );
  });
});

describe("irreducibility", () => {
  it.each([
    ["no unit", of(), true],
    ["one unit", of(["0", "1"]), true],
    ["a silent unit", of(["1", "0"]), false],
    ["two units", of(["1", "1"], ["2", "1"]), true],
    ["two units at one point", of(["1", "1"], ["2", "3"], ["1", "1"]), false],
    ["a silent unit at last", of(["1", "1"], ["2", "0"]), false],
  ])("of a network with %s", (_, theta, irreducible) => {
    expect(isIrreducible(theta)).toBe(irreducible);
  });

  it("means that there are no redundancies", () => {
    fc.assert(
      fc.property(networks(4), (theta) => isIrreducible(theta) === (redundancies(theta).length === 0)),
      { seed: 42, numRuns: 300 },
    );
    fc.assert(
      fc.property(irreducibleNetworks(0, 5), (theta) => isIrreducible(theta)),
      { seed: 43, numRuns: 100 },
    );
  });
});
