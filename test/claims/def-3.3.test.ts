import { describe, expect, test } from "vitest";
import { scalarNetwork } from "./written.js";
import { type FibreCase, checkFibre, claim } from "../../src/claims/def-3.3.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { subspacesHolding } from "../../src/manifold/subspaces/subspacesHolding.js";
import { visits } from "./checks.js";

const theta = scalarNetwork(["1", "1"]);
const partition = (...codes: readonly number[]): LabelledPartition => LabelledPartition.of(codes, 1);

/** Held by [1,1] and [1,0], as its last unit vanishes at the point of the first. */
const on: FibreCase = { theta, network: scalarNetwork(["1", "1"], ["1", "0"]) };
const off: FibreCase = { theta, network: scalarNetwork(["1", "1"], ["0", "1"]) };

describe("a network and the subspaces that hold it", () => {
  test("agree on the manifold", () => {
    expect([...subspacesHolding(theta, on.network)]).toHaveLength(2);
    expect(checkFibre(on)).toBeUndefined();
    expect(checkFibre(on, [partition(1, 0), partition(1, 1)])).toBeUndefined();
  });

  test("agree off the manifold", () => {
    expect(checkFibre(off)).toBeUndefined();
    expect(checkFibre(off, [], false)).toBeUndefined();
  });

  test("narrower than θ^r it is off", () => {
    expect(checkFibre({ theta, network: scalarNetwork() })).toBeUndefined();
  });

  test.each([
    ["one of two not found", on, [partition(1, 1)], "in 1,0 1,1, the search finds 1,1"],
    ["none found", on, [], "in 1,0 1,1, the search finds "],
    [
      "one found twice",
      on,
      [partition(1, 1), partition(1, 1), partition(1, 0)],
      "in 1,0 1,1, the search finds 1,0 1,1 1,1",
    ],
    [
      "one found in place of another",
      on,
      [partition(1, 1), partition(0, 1)],
      "in 1,0 1,1, the search finds 0,1 1,1",
    ],
    ["one found that doesn't hold it", off, [partition(1, 0)], "in , the search finds 1,0"],
  ])("%s is caught", (_, item, found, message) => {
    expect(checkFibre(item, found)).toBe(message);
  });

  test("a measure that says otherwise is caught, both ways", () => {
    expect(checkFibre(on, undefined, false)).toBe("2 subspaces contain it, the measure disagrees");
    expect(checkFibre(off, undefined, true)).toBe("0 subspaces contain it, the measure disagrees");
  });
});

// All networks of the grid against four irreducible ones: 4·(1 + 12 + 144 + 1728).
visits(claim, { grid: 7540 });
