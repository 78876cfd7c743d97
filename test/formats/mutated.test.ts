import { describe, expect, it } from "vitest";
import { PAIRS, expectNoMisreading } from "./mutated.js";

describe("the readers and the second ones", () => {
  it.each(PAIRS)("read the same of whole files of $format", ({ read, second, files }) => {
    for (const file of files) {
      const found = read(file).map(({ name, shape, numbers }) => [
        name,
        { shape, values: [...numbers.values] },
      ]);
      expect(found).toEqual([...second(file)]);
    }
  });

  it.each(PAIRS)("read the same of damaged files of $format, or the first refuses them", (pair) => {
    expect(expectNoMisreading(pair, 2000, 1)).toBeGreaterThan(50);
  });

  it.each(PAIRS)("differ if the first of $format reads a number wrongly", (pair) => {
    const planted = {
      ...pair,
      read: (bytes: Uint8Array) =>
        pair.read(bytes).map((tensor) => ({ ...tensor, shape: [...tensor.shape].reverse() })),
    };
    expect(() => expectNoMisreading(planted, 2000, 1)).toThrow("to deeply equal");
  });
});
