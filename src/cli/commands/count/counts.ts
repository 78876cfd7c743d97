import { countComparisons } from "./comparisons.js";
import { factorial } from "../../../combinatorics/counts/factorial.js";
import { eulerCharacteristic } from "../../../combinatorics/counts/eulerCharacteristic.js";
import { labelledPartitionCount } from "../../../combinatorics/counts/labelledPartitionCount.js";
import { sphereCount } from "../../../combinatorics/counts/sphereCount.js";
import { shortenedInteger } from "../../terminal/shortened.js";
import { surjections } from "../../../combinatorics/counts/surjections.js";

/** The counts of `equiloss count r m`; integers as decimal strings, since they may pass 2^53. */
export interface CountReport {
  readonly r: number;
  readonly m: number;
  readonly T: string;
  readonly G: string;
  readonly stirling2: string;
  readonly beta: string;
  readonly eulerCharacteristic: string;
}

/** The counts for widths 1 ≤ r ≤ m. */
function countReport(r: number, m: number): CountReport {
  const onto = surjections(r, m);
  return {
    r,
    m,
    T: labelledPartitionCount(r, m).toString(),
    G: onto.toString(),
    stirling2: (onto / factorial(r)).toString(),
    beta: sphereCount(r, m).toString(),
    eulerCharacteristic: eulerCharacteristic(r, m).toString(),
  };
}

/** The widths, and whether to compare the counts for a person. */
export interface CountRequest {
  readonly r: number;
  readonly m: number;
  readonly compared: boolean;
}

/** The counts, and the comparisons that are shown to a person. */
export interface ComparedCounts {
  readonly report: CountReport;
  /** Lines of comparisons; empty unless asked for. */
  readonly comparisons: readonly string[];
}

/** The counts for widths 1 ≤ r ≤ m, with the comparisons if they are asked for. */
export function comparedCounts({ r, m, compared }: CountRequest): ComparedCounts {
  const report = countReport(r, m);
  const comparisons = compared ? countComparisons(r, m, BigInt(report.G), BigInt(report.T)) : [];
  return { report, comparisons };
}

/** The report as lines for a person, with integers of at most so many digits. */
export function countLines({ report, comparisons }: ComparedCounts, digits: number): string {
  const rows: readonly (readonly [string, string, string])[] = [
    ["T", report.T, "affine subspaces of the expansion manifold (Theorem 3.1, corrected)"],
    ["G", report.G, "critical subspaces, surjections [m] → [r] (Prop. 4.3)"],
    ["S2(m,r)", report.stirling2, "Stirling number of the second kind"],
    ["beta", report.beta, "spheres of dimension m − r (ext-topology)"],
    ["chi", report.eulerCharacteristic, "Euler characteristic of the expansion manifold (ext-topology)"],
  ];
  const lines = rows.map(
    ([name, value, meaning]) => `${name.padEnd(8)} ${shortenedInteger(value, digits)}\n         ${meaning}`,
  );
  return [`r = ${report.r}, m = ${report.m}`, ...lines, ...comparisons].join("\n");
}
