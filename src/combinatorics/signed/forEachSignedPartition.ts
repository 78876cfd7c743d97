import { entry } from "../../exact/entry.js";
import { forEachLabelledPartition } from "../partitions/forEachLabelledPartition.js";
import type { Parity } from "./parity.js";

/**
 * Visits all signed labelled partitions of [m] with r labels, each once, as codes and signs in arrays that
 * are reused from visit to visit: those of one unsigned partition one after the other, in canonical order of
 * these.
 *
 * @throws RangeError if r or m is not a nonnegative safe integer.
 * @example forEachSignedPartition(1, 1, "odd", (codes, signs) => void signs) // signs [1], then [-1]
 */
export function forEachSignedPartition(
  r: number,
  m: number,
  parity: Parity,
  visit: (codes: Int32Array, signs: Int32Array) => void,
): void {
  const signs = new Int32Array(m);
  forEachLabelledPartition(r, m, (codes) => {
    const zeroBlocks = 1 - Math.min(1, ...codes);
    const silentCodes = parity === "odd" ? Array.from({ length: zeroBlocks }, (_, block) => 0 - block) : [];
    for (const silent of [1, ...silentCodes]) {
      const isFree = Array.from(
        codes,
        (code, unit) => code > 0 || (code !== silent && codes.indexOf(code) < unit),
      );
      const choose = (unit: number): void => {
        if (unit === m) {
          visit(codes, signs);
          return;
        }
        signs[unit] = codes[unit] === silent && silent < 1 ? 0 : 1;
        choose(unit + 1);
        if (!entry(isFree, unit)) return;
        signs[unit] = -1;
        choose(unit + 1);
      };
      choose(0);
    }
  });
}
