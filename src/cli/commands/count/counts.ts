import { countComparisons } from "./comparisons.js";
import { factorial } from "../../../combinatorics/counts/factorial.js";
import {
  differenceOfPowers,
  eulerCharacteristic,
} from "../../../combinatorics/counts/eulerCharacteristic.js";
import { labelledPartitionCount } from "../../../combinatorics/counts/labelledPartitionCount.js";
import type { Parity } from "../../../exact/parity.js";
import { type Mirrored, mirrorLines, mirroringFor } from "../../options/mirrorOptions.js";
import { present } from "../../options/present.js";
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
  /** For an odd activation: critical subspaces where neurons may also be silent, with w = 0 and a = 0. */
  readonly criticalWithSilent?: string;
  /** The parity of the activation, if neurons may be mirrored. */
  readonly parity?: Parity;
}

/** The counts for widths 1 ≤ r ≤ m. */
function countReport({ r, m, mirrored: { parity } }: CountRequest): CountReport {
  const mirroring = mirroringFor({ ...present({ parity }) });
  const images = BigInt(mirroring.images);
  const onto = surjections(r, m) * images ** BigInt(m);
  const chi = eulerCharacteristic(r, m, mirroring);
  return {
    r,
    m,
    T: labelledPartitionCount(r, m, mirroring).toString(),
    G: onto.toString(),
    stirling2: (onto / (factorial(r) * images ** BigInt(r))).toString(),
    beta: ((m - r) % 2 === 0 ? chi - 1n : 1n - chi).toString(),
    eulerCharacteristic: chi.toString(),
    ...(parity === "odd" ? { criticalWithSilent: differenceOfPowers(r, m, 1n, 2n).toString() } : {}),
    ...present({ parity }),
  };
}

/** The widths, how neurons may be mirrored, and whether to compare the counts for a person. */
export interface CountRequest {
  readonly r: number;
  readonly m: number;
  readonly mirrored: Mirrored;
  readonly compared: boolean;
}

/** The counts, and what is shown of them to a person besides. */
export interface ComparedCounts {
  readonly report: CountReport;
  readonly mirrored: Mirrored;
  /** Lines of comparisons; empty unless asked for. */
  readonly comparisons: readonly string[];
}

/** The counts for widths 1 ≤ r ≤ m, with the comparisons if they are asked for. */
export function comparedCounts(request: CountRequest): ComparedCounts {
  const { r, m, mirrored, compared } = request;
  const report = countReport(request);
  const counts = { onto: BigInt(report.G), minima: BigInt(report.T), mirroring: mirroringFor(mirrored) };
  return { report, mirrored, comparisons: compared ? countComparisons(r, m, counts) : [] };
}

/** Names, members of the report, and meanings. */
const ROWS: readonly (readonly [string, keyof CountReport, string])[] = [
  ["T", "T", "affine subspaces of the expansion manifold (Theorem 3.1, corrected)"],
  ["G", "G", "critical subspaces, surjections [m] → [r] (Prop. 4.3)"],
  ["S2(m,r)", "stirling2", "Stirling number of the second kind"],
  ["beta", "beta", "spheres of dimension m − r (ext-topology)"],
  ["chi", "eulerCharacteristic", "Euler characteristic of the expansion manifold (ext-topology)"],
];

/** The same where neurons may be mirrored. */
const MIRRORED_ROWS: readonly (readonly [string, keyof CountReport, string])[] = [
  ["T", "T", "affine subspaces of the expansion manifold, signed labelled partitions (ext-parity-count)"],
  ["G", "G", "critical subspaces of copied and mirrored neurons, 2^m times the surjections [m] → [r]"],
  [
    "G silent",
    "criticalWithSilent",
    "critical subspaces if neurons may also be silent, with w = 0 and a = 0",
  ],
  [
    "S2(m,r)",
    "stirling2",
    "2^(m−r) times the Stirling number: G/(2^r r!), as labels may be exchanged and mirrored",
  ],
  ["beta", "beta", "(−1)^(m−r)·(chi − 1)"],
  ["chi", "eulerCharacteristic", "Euler characteristic of the expansion manifold"],
];

/** The report as lines for a person, with integers of at most so many digits. */
export function countLines({ report, mirrored, comparisons }: ComparedCounts, digits: number): string {
  const rows = report.parity === undefined ? ROWS : MIRRORED_ROWS;
  const lines = rows.flatMap(([name, member, meaning]) => {
    const value = report[member];
    if (value === undefined) return [];
    return [`${name.padEnd(8)} ${shortenedInteger(String(value), digits)}`, `         ${meaning}`];
  });
  const head = [`r = ${report.r}, m = ${report.m}`, ...mirrorLines(mirrored)];
  return [...head, ...lines, ...comparisons].join("\n");
}
