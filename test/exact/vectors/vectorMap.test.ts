import fc from "fast-check";
import { expect, it } from "vitest";
import { quickKey } from "../../../src/exact/vectors/quickKey.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { VectorMap } from "../../../src/exact/vectors/vectorMap.js";

const vectors = fc.tuple(
  fc.array(fc.oneof(fc.bigInt({ min: -2n, max: 2n }), fc.bigInt({ min: -(2n ** 140n), max: 2n ** 140n })), {
    maxLength: 3,
  }),
  fc.bigInt({ min: 1n, max: 4n }),
);

it("finds what a map by texts finds", () => {
  fc.assert(
    fc.property(fc.array(vectors, { maxLength: 40 }), (list) => {
      const [map, texts] = [new VectorMap<number>(), new Map<string, number>()];
      list.forEach(([numerators, denominator], index) => {
        const vector = RationalVector.of(numerators, denominator);
        const before = map.get(vector);
        expect(before).toBe(texts.get(quickKey(vector)));
        if (before !== undefined) return;
        map.add(vector, index);
        texts.set(quickKey(vector), index);
      });
    }),
  );
});

it("tells vectors apart whose digests are one", () => {
  const map = new VectorMap<string>();
  const [small, large] = [RationalVector.of([1n]), RationalVector.of([1n + 2n ** 64n])];
  map.add(small, "small");
  expect(map.get(large)).toBeUndefined();
  map.add(large, "large");
  expect([map.get(small), map.get(large)]).toEqual(["small", "large"]);
});
