import { describe, expect, it } from "vitest";
import { rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import type { EndNetwork } from "../../../src/landscape/ends/endNetwork.js";
import { distanceOfUnits } from "../../../src/landscape/ends/nearestUnit.js";

/** Two units at (3, −1/4) and (1/2, 2), 8 bits. */
const network: EndNetwork = {
  inputs: 2,
  units: 2,
  channels: 0,
  isAffine: false,
  parameters: [768n, -64n, 128n, 512n, 256n, 256n],
  precision: 8,
};
const vector = (x: bigint, y: bigint, denominator = 1n): RationalVector =>
  RationalVector.of([x, y], denominator);

describe("the distance of units from vectors", () => {
  it.each([
    ["of a unit itself is 0", [vector(1n, 4n, 2n)], 0n, 0n, 0n],
    ["of a mirrored unit is 0", [vector(-12n, 1n, 4n)], 0n, 0n, 0n],
    ["is the largest difference of coordinates", [vector(3n, 1n)], 0n, 320n, 320n],
    ["is the least of all units and vectors", [vector(50n, 0n), vector(1n, 1n)], 0n, 256n, 256n],
    ["is enclosed for all networks within a reach", [vector(1n, 1n)], 2n, 254n, 258n],
    ["may be 0 where the reach is as large", [vector(1n, 4n, 2n)], 1n, 0n, 1n],
  ])("%s", (_, vectors, reach, lower, upper) => {
    const distance = distanceOfUnits(network, reach, vectors);
    expect([distance.lower, distance.upper]).toEqual([lower, upper]);
  });

  it("is rounded outwards for vectors between two numbers", () => {
    const distance = distanceOfUnits(network, 0n, [vector(1n, 0n, 3n)]);
    const [exact, ulp] = [rational(2n), rational(1n, 256n)];
    expect(distance.contains(exact)).toBe(true);
    expect(distance.width.compare(ulp)).toBeLessThanOrEqual(0);
  });
});
