import { describe, expect, it, test } from "vitest";
import { refuses, visits } from "./checks.js";
import { type Row, checkRow, checkSaturated, claim, rowOf } from "../../src/claims/cooper-simsek.js";
import { standardNetwork } from "../../src/claims/evidence/ranges.js";
import { labelledCase, rankInM } from "../../src/claims/instances/teacherData.js";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { unitOf, twoLayerNetwork } from "../../src/network/twoLayerNetwork.js";
import { verdictOf } from "./quickContext.js";

const theta = standardNetwork(1, 1, 1);
const partition = LabelledPartition.of([1, 1], 1);
const item = labelledCase(theta, partition, 4);

describe("a point of Θ in M", () => {
  it("has the rank at which it saturates", () => {
    expect(rankInM(item)).toBe(2);
  });

  it("is off the base point of its subspace", () => {
    expect(item.network.units.map(({ outgoing }) => outgoing.key)).toEqual(["1/4", "3/4"]);
  });

  refuses(checkSaturated, item, [
    ["a point off Θ", { network: standardNetwork(2, 1, 1) }, "a point of Θ outside M"],
    [
      "data of another network",
      { theta: twoLayerNetwork(1, 1, [unitOf(["1"], ["2"])]) },
      "a point of Θ outside M",
    ],
    [
      "another subspace",
      { partition: LabelledPartition.of([1, 0], 1) },
      "a direction of Γ_P in which the outputs change",
    ],
    ["too few data", labelledCase(theta, partition, 1), "rank 1, expected to saturate at 2"],
  ]);
});

describe("a row of the table", () => {
  const sizes = { r: 1, m: 2, inputs: 2, outputs: 1, points: 4 };
  const row = rowOf(sizes);
  if (typeof row === "string") throw new RangeError(row);
  const { subspaces } = row;

  it("has a rank for each subspace", () => {
    expect(checkRow(row)).toBeUndefined();
    expect(row.parameters).toBe(6);
    expect(subspaces.map(({ dimension, rank }) => `${dimension} ${rank}`).sort()).toEqual([
      "1 3",
      "2 4",
      "2 4",
    ]);
  });

  it.each<[string, Row | string, string]>([
    ["what failed before", "a point of Θ outside M", "a point of Θ outside M"],
    ["a subspace left out", { ...row, subspaces: subspaces.slice(1) }, "2 subspaces at (1,2)"],
    [
      "a rank beyond n − dim Γ_P",
      { ...row, points: 5, subspaces: subspaces.map(({ dimension }) => ({ dimension, rank: 5 })) },
      "rank 5 on a subspace of dimension 2",
    ],
    [
      "a rank beyond the number of residuals",
      { ...row, subspaces: subspaces.map(({ rank }) => ({ dimension: 0, rank: rank + 1 })) },
      "rank 5 on a subspace of dimension 0",
    ],
    [
      "no regular point",
      { ...row, subspaces: subspaces.map(({ dimension }) => ({ dimension, rank: 3 })) },
      "no regular point for 4 data",
    ],
  ])("is not accepted with %s", (_, planted, message) => {
    expect(checkRow(planted)).toBe(message);
  });

  it("needs no regular point with more data than room", () => {
    expect(checkRow(rowOf({ ...sizes, points: 5 }))).toBeUndefined();
  });
});

visits(claim, { saturation: 136 });

test("evidence dimensions goes through 17 rows and tabulates them", () => {
  const verdict = verdictOf(claim, "dimensions");
  expect(verdict).toMatchObject({ held: true, visited: "17", expected: "17" });
  const table = verdict.kind === "exhaustive" ? verdict.table : undefined;
  expect(table?.rows).toHaveLength(17);
  expect(table?.head).toHaveLength(7);
  expect(table?.rows.slice(1, 3)).toEqual([
    ["1 → 2, 2 → 1, 4", "2", "2", "3 to 4", "3", "2", "2"],
    ["1 → 2, 2 → 1, 5", "1", "2", "3 to 4", "3", "0", "2"],
  ]);
  expect(table?.rows.at(-1)).toEqual(["2 → 3, 2 → 2, 12", "-12", "2", "10", "12", "0", "12"]);
});
