import { factorial } from "../../../combinatorics/counts/factorial.js";
import { labelledPartitionRows } from "../../../combinatorics/counts/labelledPartitionRoutes.js";
import { entry } from "../../../exact/entry.js";
import { InputError } from "../../../exact/inputError.js";
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
export function countTable({ r, m }: Widths): string[] {
  const lines = Array.from({ length: r }, (): string[] => []);
  for (const report of reportsUpTo(r, m)) {
    entry(lines, report.r - 1).push(COLUMNS.map((column) => report[column]).join());
  }
  return [COLUMNS.join(), ...lines.flat()];
}

/** The counts at m' = 1, …, m, for each of these widths at r' = 1, 2, … up to r or m'. */
function* reportsUpTo(r: number, m: number): Generator<CountReport> {
  const factorials = Array.from({ length: r + 1 }, (_, k) => factorial(k));
  let onto = factorials.map<bigint>((_, k) => (k === 0 ? 1n : 0n));
  let spheres = factorials.map(() => 0n);
  let width = 0;
  for (const partitions of labelledPartitionRows()) {
    if (width > 0) {
      onto = nextSurjections(onto);
      spheres = nextSpheres(spheres, width, factorials);
      for (let k = 1; k <= Math.min(r, width); k += 1) {
        const [surjections, beta] = [entry(onto, k), entry(spheres, k)];
        yield {
          r: k,
          m: width,
          T: entry(partitions, k).toString(),
          G: surjections.toString(),
          stirling2: (surjections / entry(factorials, k)).toString(),
          beta: beta.toString(),
          eulerCharacteristic: (1n + ((width - k) % 2 === 0 ? beta : -beta)).toString(),
        };
      }
    }
    if (width === m) return;
    width += 1;
  }
}

/** G(k, m) = k·(G(k−1, m−1) + G(k, m−1)), and G(0, m) = 0 for m > 0. */
function nextSurjections(before: readonly bigint[]): bigint[] {
  return before.map((value, k) => (k === 0 ? 0n : BigInt(k) * (entry(before, k - 1) + value)));
}

/** β(k, m) = k·β(k−1, m−1) + (k−1)·β(k, m−1) for 2 ≤ k < m, from β(k, k) = k! − 1 and β(1, m) = 0. */
function nextSpheres(before: readonly bigint[], m: number, factorials: readonly bigint[]): bigint[] {
  return before.map((value, k) => {
    if (k === m) return entry(factorials, k) - 1n;
    return k < 2 || k > m ? 0n : BigInt(k) * entry(before, k - 1) + BigInt(k - 1) * value;
  });
}
