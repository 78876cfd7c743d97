import { describe, expect, it } from "vitest";
import { forEachLabelledPartition } from "../../../src/combinatorics/partitions/forEachLabelledPartition.js";
import { listedT, sizesUpTo } from "../oeisRows.js";

/** Codes as one number whose order is the canonical one, so that no set of millions is needed. */
function place(codes: Int32Array, r: number): number {
  let value = 0;
  for (const code of codes) value = value * 20 + (code > 0 ? code - 1 : r - code);
  return value;
}

describe("the enumeration by reused codes, m = 8 and 9", () => {
  it.each(sizesUpTo(9).filter(([, m]) => m >= 8))("(%d, %d) ascends strictly through T lists", (r, m) => {
    let before = -1;
    let calls = 0;
    let ascending = true;
    const visited = forEachLabelledPartition(r, m, (codes) => {
      const here = place(codes, r);
      if (here <= before) ascending = false;
      before = here;
      calls++;
    });
    expect([visited, calls, ascending]).toEqual([listedT(r, m), listedT(r, m), true]);
  });
});
