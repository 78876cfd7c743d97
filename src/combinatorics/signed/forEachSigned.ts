import { requireArguments } from "../../exact/plainJavaScript.js";
import { requireSize } from "../requireSize.js";
import type { Parity } from "./parity.js";

/**
 * Visits all signed labelled partitions of [m] with r labels in canonical order, by their codes and signs,
 * for loops over many millions: no visit makes an object. Every visit gets the same two arrays, which change
 * between visits: copy them to keep them, and don't write to them.
 *
 * @param visit gets the m codes and the m signs (see SignedLabelledPartition).
 * @returns the number of visits, to compare with T(r, m) at this parity.
 * @throws RangeError if r or m is not a nonnegative safe integer, or if 31 < r ≤ m; TypeError if the parity
 *   is none.
 * @example forEachSignedLabelledPartition(2, 3, "odd", () => {}) === 96
 */
export function forEachSignedLabelledPartition(
  r: number,
  m: number,
  parity: Parity,
  visit: (codes: Int32Array, signs: Int8Array) => void,
): number {
  requireArguments({ parity: { parity }, action: { visit } });
  requireSize("r", r);
  requireSize("m", m);
  if (r > m) return 0;
  if (r > MOST_LABELS) throw new RangeError(`r is ${r}: too many to visit beyond ${MOST_LABELS} labels`);
  const descent = new SignedDescent(r, m, parity === "odd", visit);
  descent.descend(0, 0, r, 0, NONE);
  return descent.visited;
}

/** The labels in use are a bit set in one signed machine word. */
const MOST_LABELS = 31;

/** No zero block is silent. */
const NONE = -1;

/** A depth-first search, one unit for each level. */
class SignedDescent {
  visited = 0;
  private readonly codes: Int32Array;
  private readonly signs: Int8Array;

  constructor(
    private readonly r: number,
    private readonly m: number,
    private readonly maySilence: boolean,
    private readonly visit: (codes: Int32Array, signs: Int8Array) => void,
  ) {
    this.codes = new Int32Array(m);
    this.signs = new Int8Array(m);
  }

  /**
   * @param usedLabels bit t − 1 is set if and only if label t occurs before `unit`.
   * @param silent the number of the silent zero block.
   */
  descend(unit: number, usedLabels: number, missing: number, zeroBlocks: number, silent: number): void {
    const { codes, signs, m, r } = this;
    if (unit === m) {
      this.visited++;
      this.visit(codes, signs);
      return;
    }
    const mustOpen = missing === m - unit;
    for (let label = 1; label <= r; label++) {
      const bit = 1 << (label - 1);
      const opens = (usedLabels & bit) === 0;
      if (mustOpen && !opens) continue;
      codes[unit] = label;
      for (let sign = 1; sign >= -1; sign -= 2) {
        signs[unit] = sign;
        this.descend(unit + 1, usedLabels | bit, opens ? missing - 1 : missing, zeroBlocks, silent);
      }
    }
    if (mustOpen) return;
    for (let block = 0; block < zeroBlocks; block++) {
      codes[unit] = 0 - block;
      const isSilent = block === silent;
      for (let sign = isSilent ? 0 : 1; sign >= (isSilent ? 0 : -1); sign -= 2) {
        signs[unit] = sign;
        this.descend(unit + 1, usedLabels, missing, zeroBlocks, silent);
      }
    }
    codes[unit] = 0 - zeroBlocks;
    signs[unit] = 1;
    this.descend(unit + 1, usedLabels, missing, zeroBlocks + 1, silent);
    if (silent !== NONE || !this.maySilence) return;
    codes[unit] = 0 - zeroBlocks;
    signs[unit] = 0;
    this.descend(unit + 1, usedLabels, missing, zeroBlocks + 1, zeroBlocks);
  }
}
