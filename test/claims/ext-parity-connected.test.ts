import { describe, expect, test } from "vitest";
import { checkSignedInclusion, checkSignedMeeting, claim } from "../../src/claims/ext-parity-connected.js";
import { standardNetwork } from "../../src/claims/evidence/ranges.js";
import type { Parity } from "../../src/combinatorics/signed/parity.js";
import { SignedLabelledPartition } from "../../src/combinatorics/signed/signedLabelledPartition.js";
import { signedGammaSubspace } from "../../src/manifold/signed/signedGammaSubspace.js";
import { refuses, visits } from "./checks.js";
import { quickContext } from "./quickContext.js";

/** A signed partition with one label from its key. */
function signed(parity: Parity, key: string): SignedLabelledPartition {
  const [codes, signs] = key.split(";").map((list) => list.split(",").map(Number));
  return SignedLabelledPartition.of(codes ?? [], signs ?? [], 1, parity);
}

/** Two subspaces over one unit, in dimensions d_in = 1 and d_out = 2. */
function between(parity: Parity, left: string, right: string) {
  const theta = standardNetwork(1, 1, 2);
  const [p, q] = [signed(parity, left), signed(parity, right)];
  return { p, q, left: signedGammaSubspace(theta, p), right: signedGammaSubspace(theta, q) };
}

describe("two subspaces", () => {
  // One neuron is w and −w in the two subspaces.
  const opposite = between("odd", "1,0;1,1", "1,0;-1,1");
  refuses(checkSignedMeeting, { ...opposite, claimed: undefined, adjacent: false }, [
    [
      "a meeting",
      { claimed: 1 },
      /^odd \[1, 0\] with signs \[1, 1\] ∩ .*: 1 by the criterion, empty by the equations$/,
    ],
    ["an edge", { adjacent: true }, /: adjacent in the graph, empty by the equations$/],
  ]);
  // A zero block of two neurons with both relative signs: both are at 0.
  const crossed = between("odd", "1,0,0;1,1,1", "1,0,0;1,1,-1");
  refuses(checkSignedMeeting, { ...crossed, claimed: 0, adjacent: true }, [
    ["a free incoming vector", { claimed: 1 }, /: 1 by the criterion, 0 by the equations$/],
    ["no edge", { adjacent: false }, /: not adjacent in the graph, 0 by the equations$/],
  ]);
  const even = between("even", "1,0,0;1,1,1", "1,0,0;1,1,-1");
  refuses(checkSignedMeeting, { ...even, claimed: 2, adjacent: true }, [
    ["conditions as if odd", { claimed: 0 }, /: 0 by the criterion, 2 by the equations$/],
  ]);
  refuses(checkSignedInclusion, crossed, [
    ["one subspace under two names", { right: crossed.left }, /includes \[1, 0, 0\] with signs \[1, 1, 1\]$/],
  ]);
});

visits(claim, { graph: 410, "meeting criterion": 1228, inclusions: 1228, dimensions: 820 });

test("certificates are all accepted, as many as there are pairs of orbits", async () => {
  const evidence = claim.evidence.find(({ name }) => name === "certificates");
  expect(await evidence?.run(quickContext)).toMatchObject({ held: true, accepted: "91", expected: "91" });
});
