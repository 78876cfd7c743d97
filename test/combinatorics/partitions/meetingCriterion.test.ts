import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labelledPartitionPair } from "../../../properties/arbitraries/labelledPartition.js";
import { labelledPartitions } from "../../../src/combinatorics/partitions/enumeration.js";
import { LabelledPartition } from "../../../src/combinatorics/partitions/labelledPartition.js";
import {
  type JoinBlock,
  join,
  type IntersectionShape,
  intersectionShape,
  meetingCriterion,
} from "../../../src/combinatorics/partitions/meetingCriterion.js";
import { sizesUpTo } from "../oeisRows.js";

/** The criterion read off the join word by word. */
function plainCriterion(p: LabelledPartition, q: LabelledPartition): boolean {
  return join(p, q).every(
    ({ labelsInP, labelsInQ }) => labelsInP.join() === labelsInQ.join() && labelsInP.length <= 1,
  );
}

function plainShape(p: LabelledPartition, q: LabelledPartition): IntersectionShape {
  const blocks = join(p, q);
  const unlabelled = blocks.filter(({ labelsInP, labelsInQ }) => labelsInP.length + labelsInQ.length === 0);
  return { unlabelledBlocks: unlabelled.length, blocks: blocks.length };
}

const shape = (unlabelledBlocks: number, blocks: number): IntersectionShape => ({ unlabelledBlocks, blocks });
const of = (codes: number[], r: number): LabelledPartition => LabelledPartition.of(codes, r);

describe("join", () => {
  it("follows chains of shared blocks and keeps both labellings", () => {
    expect(join(of([1, 1, 0, 0, 2, -1], 2), of([0, 1, 1, 0, -1, 2], 2))).toEqual([
      { units: [0, 1, 2, 3], labelsInP: [1], labelsInQ: [1] },
      { units: [4], labelsInP: [2], labelsInQ: [] },
      { units: [5], labelsInP: [], labelsInQ: [2] },
    ] satisfies JoinBlock[]);
  });

  it("reaches back to neurons before the one that linked them", () => {
    expect(join(of([0, 2, 0, 1], 2), of([1, 0, 2, 0], 2))).toEqual([
      { units: [0, 2], labelsInP: [], labelsInQ: [1, 2] },
      { units: [1, 3], labelsInP: [1, 2], labelsInQ: [] },
    ]);
    expect(join(of([0, -1, -1, -2, 0], 0), of([0, -1, -2, -1, -2], 0)).map((block) => block.units)).toEqual([
      [0, 1, 2, 3, 4],
    ]);
  });

  it("sorts by number, not by text", () => {
    const codes = [1, 0, -1, -2, -3, -4, -5, -6, -7, -8, 1, 1];
    expect(join(of(codes, 1), of(codes, 1))[0]).toEqual({
      units: [0, 10, 11],
      labelsInP: [1],
      labelsInQ: [1],
    });
    const labels = of([10, 2, 1, 3, 4, 5, 6, 7, 8, 9, 0], 10);
    const linking = of([1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 10);
    expect(join(labels, linking)[0]?.labelsInP).toEqual([2, 10]);
  });

  it("is symmetric, with the labellings exchanged", () => {
    fc.assert(
      fc.property(labelledPartitionPair(9), ([p, q]) => {
        const exchanged = join(q, p).map(({ units, labelsInP, labelsInQ }) => ({
          units,
          labelsInP: labelsInQ,
          labelsInQ: labelsInP,
        }));
        expect(exchanged).toEqual(join(p, q));
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it("of a partition with itself is the partition", () => {
    for (const p of labelledPartitions(2, 4)) {
      const units = join(p, p).map((block) => block.units.join());
      expect(new Set(units)).toEqual(
        new Set([...p.labelledBlocks, ...p.zeroBlocks].map((block) => block.join())),
      );
    }
  });
});

describe("the meeting criterion", () => {
  it.each([
    ["a neuron copied and the same neuron silenced", [1, 1], [1, 0], 1, true],
    ["either of two neurons silenced", [1, 0], [0, 1], 1, false],
    ["labels exchanged", [1, 2], [2, 1], 2, false],
    ["two labels of P linked by Q", [1, 2, 1, 0], [1, 1, 2, 0], 2, false],
    ["two labels of Q linked by P", [1, 1, 2, 0], [1, 2, 1, 0], 2, false],
    ["a label of Q where P has none", [1, 0, 0], [1, 1, 0], 1, true],
    ["a label of Q on a zero block of P alone", [1, 0, 0], [0, 1, 1], 1, false],
    ["two labels linked through zero blocks", [1, 0, 2, 0], [0, 0, 1, 2], 2, false],
    ["nothing", [], [], 0, true],
    ["no labels", [0, 0, -1], [0, -1, -1], 0, true],
  ])("of %s", (_, p, q, r, meets) => {
    expect(meetingCriterion(of(p, r), of(q, r))).toBe(meets);
    expect(plainCriterion(of(p, r), of(q, r))).toBe(meets);
  });

  it.each(sizesUpTo(4))("and the shape agree with the plain join on all pairs of (%d, %d)", (r, m) => {
    const partitions = [...labelledPartitions(r, m)];
    for (const p of partitions) {
      for (const q of partitions) {
        if (meetingCriterion(p, q) !== plainCriterion(p, q))
          expect.fail(`criterion on [${p.key}], [${q.key}]`);
        const { unlabelledBlocks, blocks } = intersectionShape(p, q);
        const plain = plainShape(p, q);
        if (unlabelledBlocks !== plain.unlabelledBlocks || blocks !== plain.blocks) {
          expect.fail(`shape of [${p.key}], [${q.key}]: ${unlabelledBlocks} of ${blocks}`);
        }
      }
    }
  });

  it("and the shape agree with the plain join on larger pairs, both ways round", () => {
    fc.assert(
      fc.property(labelledPartitionPair(14), ([p, q]) => {
        expect(meetingCriterion(p, q)).toBe(plainCriterion(p, q));
        expect(meetingCriterion(q, p)).toBe(plainCriterion(p, q));
        expect(intersectionShape(p, q)).toEqual(plainShape(p, q));
        expect(intersectionShape(q, p)).toEqual(plainShape(p, q));
      }),
      { seed: 6, numRuns: 500 },
    );
  });

  it("works beyond the blocks it has room for at first", () => {
    const separate = of([1, ...Array.from({ length: 299 }, (_, block) => 0 - block)], 1);
    const copied = of(new Array<number>(300).fill(1), 1);
    expect(meetingCriterion(separate, separate)).toBe(true);
    expect(meetingCriterion(copied, separate)).toBe(true);
    expect(intersectionShape(separate, separate)).toEqual(shape(299, 300));
    expect(intersectionShape(copied, separate)).toEqual(shape(0, 1));
  });

  it("closes a long cycle of blocks", () => {
    // P pairs units 2i and 2i + 1, Q pairs 2i + 1 and 2i + 2, the last with the first.
    const p = LabelledPartition.canonical(
      Array.from({ length: 300 }, (_, unit) => -(unit >> 1)),
      0,
    );
    const q = LabelledPartition.canonical(
      Array.from({ length: 300 }, (_, unit) => -(((unit + 1) % 300) >> 1)),
      0,
    );
    expect(intersectionShape(p, q)).toEqual(shape(1, 1));
    expect(intersectionShape(q, p)).toEqual(shape(1, 1));
  });

  it("gives the shape of an intersection by hand", () => {
    expect(intersectionShape(of([1, 0, -1, -1], 1), of([1, 1, 0, -1], 1))).toEqual(shape(1, 2));
    expect(intersectionShape(of([1, 0, -1], 1), of([0, 1, -1], 1))).toEqual(shape(1, 3));
    expect(intersectionShape(of([], 0), of([], 0))).toEqual(shape(0, 0));
  });

  it("refuses labelled partitions of different sizes", () => {
    const message = "labelled partitions of sizes (1, 2) and (1, 1)";
    for (const compare of [join, meetingCriterion, intersectionShape])
      expect(() => compare(of([1, 1], 1), of([1], 1))).toThrow(new RangeError(message));
    expect(() => meetingCriterion(of([1, 2], 2), of([1, 1], 1))).toThrow("sizes (2, 2) and (1, 2)");
  });
});
