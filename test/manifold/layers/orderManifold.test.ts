import { describe, expect, it, test } from "vitest";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { dimensionOf, holdsPoint, includesSubspace } from "../../../src/manifold/subspaces/affineSubspace.js";
import { canonicalForm } from "../../../src/manifold/subspaces/canonicalForm.js";
import { copiedBlock } from "../../../src/manifold/layers/copiedBlock.js";
import { layerBlock } from "../../../src/manifold/layers/layerBlock.js";
import { multiLayerSubspace } from "../../../src/manifold/layers/multiLayerSubspace.js";
import { onOrderManifold, undoneExpansion } from "../../../src/manifold/layers/orderManifold.js";
import { copiesRows, orderSubspace } from "../../../src/manifold/layers/orderSubspace.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "../../../src/network/multiLayerNetwork.js";
import { randomMultiLayer } from "../../../src/network/randomMultiLayer.js";

const network = (...matrices: readonly (readonly (readonly bigint[])[])[]): MultiLayerNetwork =>
  multiLayerNetwork(matrices.map((rows) => rows.map((row) => RationalVector.of(row))));
const partition = (r: number, ...codes: readonly number[]): LabelledPartition =>
  LabelledPartition.of(codes, r);

describe("the block of rows that are copied", () => {
  const conditions = {
    rows: [RationalVector.parse("2", "1/3")],
    units: partition(1, 1, 0, 1, 0),
    columns: partition(2, 1, 2, 1, 0),
  };
  const block = copiedBlock(conditions);
  const holds = (...rows: readonly (readonly string[])[]): boolean =>
    holdsPoint(block, RationalVector.parse(...rows.flat()));

  it("has equal rows in labelled blocks with the sums of W, and free equal rows in zero blocks", () => {
    const [copied, free] = [
      ["5", "1/3", "-3", "0"],
      ["1", "2", "3", "4"],
    ];
    expect(holds(copied, free, copied, free)).toBe(true);
    expect(holds(copied, free, ["2", "1/3", "0", "0"], free)).toBe(false);
    expect(holds(copied, free, copied, ["1", "2", "3", "5"])).toBe(false);
    const unread = ["2", "1/3", "0", "1"];
    expect(holds(unread, free, unread, free)).toBe(false);
    const otherSum = ["2", "1", "0", "0"];
    expect(holds(otherSum, free, otherSum, free)).toBe(false);
  });

  it("has a base point and directions that solve its equations, as many as there are free entries", () => {
    expect(includesSubspace(block, block)).toBe(true);
    // One entry splits the labelled row over its block of two columns; four are free.
    expect(dimensionOf(block)).toBe(1 + 4);
    expect(canonicalForm(block).split(":")[1]?.split(";").length).toBe(16 - 5);
  });

  it("is that of the other order if there is nothing to copy or to split", () => {
    const single = { ...conditions, units: partition(1, 1), columns: conditions.columns };
    expect(canonicalForm(copiedBlock(single))).toBe(canonicalForm(layerBlock(single, "last to first")));
    const narrow = { ...conditions, columns: partition(2, 1, 2) };
    expect(canonicalForm(copiedBlock(narrow))).toBe(canonicalForm(layerBlock(narrow, "last to first")));
  });

  it("is refused for labels that are not those of the rows", () => {
    expect(() => copiedBlock({ ...conditions, columns: partition(1, 1, 1, 1, 1) })).toThrow(RangeError);
  });
});

describe("the subspace of an order", () => {
  const theta = randomMultiLayer({ widths: [2, 2, 1, 2, 1], hasBiases: true }, 5);
  const tuple = [partition(2, 1, 2, 0), partition(1, 0, 1, 1), partition(2, 2, 1, 2, 0)];

  it("is Γ_P from the last layer to the first", () => {
    expect(canonicalForm(orderSubspace(theta, tuple, [3, 2, 1]))).toBe(
      canonicalForm(multiLayerSubspace(theta, tuple, "last to first")),
    );
  });

  it("depends on the order of neighbours only", () => {
    const form = (...order: readonly number[]): string => canonicalForm(orderSubspace(theta, tuple, order));
    expect(form(2, 3, 1)).toBe(form(2, 1, 3));
    expect(form(1, 3, 2)).toBe(form(3, 1, 2));
    expect(new Set([form(3, 2, 1), form(2, 3, 1), form(1, 3, 2), form(1, 2, 3)]).size).toBe(4);
  });

  it.each([[[1, 2]], [[1, 2, 2]], [[0, 1, 2]], [[1, 2, 3, 4]], [[]]])(
    "is refused for the order %j",
    (order) => {
      expect(() => orderSubspace(theta, tuple, order)).toThrow(
        `[${order.join(", ")}] is not an order of 3 hidden layers`,
      );
    },
  );

  test("a layer copies its rows if it comes after the one before it", () => {
    expect([1, 2, 3, 4].map((layer) => copiesRows([2, 1, 3], layer))).toEqual([false, false, true, false]);
  });
});

describe("undoing an expansion", () => {
  const wide = network(
    [[1n], [1n], [4n]],
    [
      [3n, -1n, 0n],
      [1n, 0n, 0n],
    ],
    [[1n, 1n]],
  );

  it("gives back rows, and sums of columns", () => {
    const narrow = undoneExpansion(wide, 1, partition(1, 1, 1, 0));
    expect(narrow?.weights.map((rows) => rows.map(({ key }) => key))).toEqual([["1"], ["2", "1"], ["1,1"]]);
  });

  it.each([
    ["rows of a block differ", partition(1, 1, 1, 1)],
    ["a zero block is read", partition(1, 0, 1, -1)],
    ["what is left would be reducible", partition(3, 1, 2, 3)],
  ])("is not possible if %s", (_, to) => {
    expect(undoneExpansion(wide, 1, to)).toBeUndefined();
  });

  it("is refused for a partition of another width", () => {
    expect(() => undoneExpansion(wide, 1, partition(1, 1))).toThrow(
      "a partition of 1 neurons for a layer of 3",
    );
    expect(() => undoneExpansion(wide, 3, partition(1, 1))).toThrow("no hidden layer 3");
  });
});

describe("the manifold of an order", () => {
  const theta = network([[1n], [2n]], [[1n, 3n]], [[2n]]);

  it("holds θ, and what is expanded in that order", () => {
    expect(onOrderManifold(theta, theta, [1, 2])).toBe(true);
    const wide = network(
      [[2n], [1n], [2n]],
      [
        [4n, 1n, -1n],
        [4n, 1n, -1n],
      ],
      [[1n, 1n]],
    );
    expect([onOrderManifold(theta, wide, [1, 2]), onOrderManifold(theta, wide, [2, 1])]).toEqual([
      true,
      true,
    ]);
    const fedApart = network(
      [[2n], [1n], [2n]],
      [
        [4n, 1n, -1n],
        [0n, 1n, 3n],
      ],
      [[1n, 1n]],
    );
    expect([onOrderManifold(theta, fedApart, [1, 2]), onOrderManifold(theta, fedApart, [2, 1])]).toEqual([
      false,
      true,
    ]);
  });

  it("holds no network with units permuted of another θ, of fewer units, or with biases", () => {
    expect(onOrderManifold(theta, network([[1n], [2n]], [[3n, 1n]], [[2n]]), [1, 2])).toBe(false);
    expect(onOrderManifold(theta, network([[1n]], [[1n]], [[2n]]), [1, 2])).toBe(false);
    const zeros = theta.weights.map(({ length }) => RationalVector.zero(length));
    expect(onOrderManifold(theta, multiLayerNetwork(theta.weights, zeros), [2, 1])).toBe(false);
  });

  it("is refused for an order that isn't one", () => {
    expect(() => onOrderManifold(theta, theta, [1])).toThrow("[1] is not an order of 2 hidden layers");
  });
});
