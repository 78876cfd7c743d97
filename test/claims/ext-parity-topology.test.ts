import { describe, expect, it, test } from "vitest";
import {
  checkCritical,
  checkNumbers,
  checkSignedHomology,
  claim,
  flatsCase,
  signedHomologyCase,
} from "../../src/claims/ext-parity-topology.js";
import { refuses, visits } from "./checks.js";
import { quickContext } from "./quickContext.js";

describe("the homology", () => {
  const good = signedHomologyCase(2, 3);
  refuses(checkSignedHomology, good, [
    ["a sphere fewer", { groups: { ...good.groups, betti: [1, 24] } }, "at (2,3) H_1 is Z^24, not Z^25"],
    ["torsion", { groups: { ...good.groups, torsion: [[], [2n]] } }, "at (2,3) H_1 is Z^25 + Z/2, not Z^25"],
    ["another χ", { eulerCharacteristic: -23 }, "at (2,3) χ is -23, not -24"],
  ]);

  it.each([
    [2, 4, [1, 0, 79]],
    [3, 4, [1, 385]],
    [1, 4, [1, 0, 0, 1]],
  ])("at (%d,%d) has Betti numbers %j", (r, m, betti) => {
    expect(signedHomologyCase(r, m).groups.betti).toEqual(betti);
  });

  it.each(["odd", "even"] as const)("is that of the flats, %s", (parity) => {
    expect(flatsCase(1, 2, parity).groups).toMatchObject({ betti: [1, 1], torsion: [[], []] });
  });
});

describe("a matching", () => {
  refuses(checkCritical, { r: 2, m: 3, images: 2, critical: [1, 25] }, [
    ["a pair left over", { critical: [2, 26] }, "at (2,3), g = 2: 2,26 critical cells, not 1,25"],
    ["another number of images", { images: 3 }, "at (2,3), g = 3: 1,25 critical cells, not 1,109"],
  ]);
});

describe("the numbers", () => {
  const numbers = { at: "(2,3)", closedForm: 25n, recurrence: 25n, byDifference: 25n };
  refuses(checkNumbers, numbers, [
    ["another recurrence", { recurrence: 24n }, /24 by the recurrence/],
    ["another difference", { byDifference: -25n }, /-25 by the difference$/],
  ]);
});

visits(claim, { homology: 6, flats: 10, matchings: 9, numbers: 1640 });

test("certificates are all accepted, one for each size and parity", async () => {
  const evidence = claim.evidence.find(({ name }) => name === "certificates");
  expect(await evidence?.run(quickContext)).toMatchObject({ held: true, accepted: "12", expected: "12" });
});
