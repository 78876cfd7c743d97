import { factorial } from "../../combinatorics/counts/factorial.js";
import { labelledPartitionTable } from "../../combinatorics/counts/labelledPartitionRoutes.js";
import { stirling2Row } from "../../combinatorics/counts/stirling2.js";
import type { Mirroring } from "../../combinatorics/mirroring.js";
import { mirroringOf } from "../../combinatorics/signed/parity.js";
import { entry } from "../../exact/entry.js";

/** Values at r, …, r+h+1 of a count at (r, r+h) over (r+h)!·2^r, times a common denominator. */
export interface MildCounts {
  readonly name: string;
  readonly h: number;
  readonly r: number;
  readonly values: readonly bigint[];
  readonly denominator: bigint;
}

/**
 * The counts of ext-parity-regimes a few units above the diagonal: subspaces of global minima at odd and even
 * parity, critical subspaces of copies, and of copies and silent units, for all h ≤ maxH and r ≤ maxR.
 */
export function* mildCounts(maxH: number, maxR: number): Generator<MildCounts> {
  const last = maxR + 2 * maxH + 1;
  const denominator = factorial(last);
  const [odd, even] = [mirroringOf("odd"), mirroringOf("even")];
  const tables: readonly (readonly [string, readonly (readonly bigint[])[]])[] = [
    ["T, odd", labelledPartitionTable(last, odd)],
    ["T, even", labelledPartitionTable(last, even)],
    ["copies", Array.from({ length: last + 1 }, (_, m) => ontoBlocks(m, even))],
    ["copies and silent", Array.from({ length: last + 1 }, (_, m) => ontoBlocks(m, odd))],
  ];
  for (const [name, table] of tables) {
    for (let h = 0; h <= maxH; h += 1) {
      for (let r = 0; r <= maxR; r += 1) {
        const values = Array.from({ length: h + 2 }, (_, index) => {
          const n = r + index;
          return (entry(entry(table, n + h), n) * (denominator / factorial(n + h))) >> BigInt(n);
        });
        yield { name, h, r, values, denominator };
      }
    }
  }
}

/**
 * In how many ways m units are copies, maybe mirrored, of n units, for n = 0…m, by the partitions into n
 * blocks with relative signs: without silent units at even parity, with them at odd parity.
 */
export function ontoBlocks(m: number, mirroring: Mirroring): bigint[] {
  return stirling2Row(m, mirroring).map((partitions, n) => (partitions * factorial(n)) << BigInt(n));
}
