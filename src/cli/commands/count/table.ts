import { factorial } from "../../../combinatorics/counts/factorial.js";
import { labelledPartitionRows } from "../../../combinatorics/counts/labelledPartitionRoutes.js";
import { entry } from "../../../exact/entry.js";
import { InputError } from "../../../exact/inputError.js";
import { type Mirrored, mirroringFor } from "../../options/mirrorOptions.js";
import { present } from "../../options/present.js";
import type { Widths } from "../../options/sizeArguments.js";
import type { CountReport } from "./counts.js";

/** The most lines of a table, without its head. */
const MAX_ROWS = 100_000;

/** The columns of the table, as --json names them. */
const COLUMNS = [
  "r",
  "m",
  "T",
  "G",
  "stirling2",
  "beta",
  "eulerCharacteristic",
] as const satisfies readonly (keyof CountReport)[];

/** The further columns of an even and of an odd activation. */
const EVEN_COLUMNS = ["parity"] as const satisfies readonly (keyof CountReport)[];
const ODD_COLUMNS = ["criticalWithSilent", "parity"] as const satisfies readonly (keyof CountReport)[];

/**
 * How many pairs of widths 1 ≤ r' ≤ r and r' ≤ m' ≤ m there are.
 *
 * @throws InputError if these are too many for a table.
 */
export function tableRows({ r, m }: Widths): bigint {
  const rows = BigInt(r) * BigInt(m) - (BigInt(r) * BigInt(r - 1)) / 2n;
  if (rows <= MAX_ROWS) return rows;
  throw new InputError(`a table of ${rows} rows, the most are ${MAX_ROWS}`, "choose smaller sizes", "--csv");
}

/**
 * The counts at all widths 1 ≤ r' ≤ r and r' ≤ m' ≤ m as lines of CSV, the head first, by r' and then m'.
 * They come by the recurrences from one width to the next, which are far faster than each count alone.
 */
export function countTable({ r, m, mirrored }: Widths & { readonly mirrored: Mirrored }): string[] {
  const { parity } = mirrored;
  const more = parity === undefined ? [] : parity === "odd" ? ODD_COLUMNS : EVEN_COLUMNS;
  const columns = [...COLUMNS, ...more];
  const lines = Array.from({ length: r }, (): string[] => []);
  for (const report of reportsUpTo(r, m, mirrored)) {
    entry(lines, report.r - 1).push(columns.map((column) => report[column]).join());
  }
  return [columns.join(), ...lines.flat()];
}

/** The counts at m' = 1, …, m, for each of these widths at r' = 1, 2, … up to r or m'. */
function* reportsUpTo(r: number, m: number, { parity }: Mirrored): Generator<CountReport> {
  const mirroring = mirroringFor(present({ parity }));
  const images = BigInt(mirroring.images);
  const orders = Array.from({ length: r + 1 }, (_, k) => factorial(k) * images ** BigInt(k));
  const start = orders.map<bigint>((_, k) => (k === 0 ? 1n : 0n));
  let [onto, around, withSilent] = [start, start, start];
  let width = 0;
  for (const partitions of labelledPartitionRows(mirroring)) {
    for (let k = 1; k <= Math.min(r, width); k += 1) {
      const sign = (width - k) % 2 === 0 ? 1n : -1n;
      const chi = sign * entry(around, k);
      yield {
        r: k,
        m: width,
        T: entry(partitions, k).toString(),
        G: entry(onto, k).toString(),
        stirling2: (entry(onto, k) / entry(orders, k)).toString(),
        beta: (sign * (chi - 1n)).toString(),
        eulerCharacteristic: chi.toString(),
        ...(parity === "odd" ? { criticalWithSilent: entry(withSilent, k).toString() } : {}),
        ...present({ parity }),
      };
    }
    if (width === m) return;
    onto = nextDifferences(onto, 0n, images);
    around = nextDifferences(around, -1n, images);
    if (parity === "odd") withSilent = nextDifferences(withSilent, 1n, images);
    width += 1;
  }
}

/**
 * Entry k is the k-th difference of x^m with step g at x = start, as {@link differenceOfPowers} has it: the
 * next is D(k, m+1) = (start + gk)·D(k, m) + gk·D(k−1, m).
 */
function nextDifferences(before: readonly bigint[], start: bigint, step: bigint): bigint[] {
  return before.map((value, k) => {
    const reach = step * BigInt(k);
    return (start + reach) * value + (k === 0 ? 0n : reach * entry(before, k - 1));
  });
}
