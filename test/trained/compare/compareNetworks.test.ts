import { describe, expect, it } from "vitest";
import { type Comparison, compareNetworks } from "../../../src/trained/compare/compareNetworks.js";
import { planted } from "./planted.js";
import { judged, wrong } from "./verdicts.js";

describe("planted pairs", () => {
  it("have the verdicts, partners and mismatches that were planted", () => {
    const { faults, kinds } = judged(0, 2000);
    expect(faults).toEqual([]);
    expect(kinds).toEqual({
      permuted: 334,
      "split or padded": 667,
      "mirrored or scaled": 333,
      "near miss": 333,
      pruned: 333,
    });
  });

  const spoilt =
    (change: (comparison: Comparison) => Partial<Comparison>) =>
    (...given: Parameters<typeof compareNetworks>): Comparison => {
      const comparison = compareNetworks(...given);
      return { ...comparison, ...change(comparison) };
    };
  const turned = ({ matching }: Comparison): Partial<Comparison> => ({
    matching: matching?.map((layer) => ({ ...layer, partners: [...layer.partners].reverse() })),
  });
  const [PERMUTED, SPLIT, MIRRORED, NEAR, PRUNED] = [0, 1, 3, 4, 5];

  it.each<[string, number, (comparison: Comparison) => Partial<Comparison>, string]>([
    ["another verdict", PERMUTED, () => ({ verdict: "different" }), "different for every activation"],
    ["a verdict too good", PRUNED, () => ({ verdict: "same" }), "same for every activation"],
    [
      "a verdict that is not for the activation",
      MIRRORED,
      () => ({ verdict: "different" }),
      "different for ",
    ],
    ["partners in another order", PERMUTED, turned, "has partner"],
    ["no matching", SPLIT, () => ({ matching: undefined }), "no matching"],
    ["no witness", PRUNED, () => ({ witness: undefined }), "no witness"],
    ["no mismatch", NEAR, () => ({ nearest: undefined }), "no unit stands out"],
  ])("would be seen to be wrong: %s", (_, number, change, fault) => {
    expect(wrong(planted(number))).toBeUndefined();
    expect(wrong(planted(number), spoilt(change))).toContain(fault);
  });
});
