import { counted } from "../../../exact/counted.js";
import type { Goal } from "../../../combinatorics/asymptotics/goal.js";
import { type Regime, type RegimeAnswer, widthRegime } from "../../../combinatorics/asymptotics/regime.js";
import { lastFailing } from "../../../combinatorics/asymptotics/threshold.js";
import type { WidthCounts } from "../../../combinatorics/counts/widthCounts.js";
import { entry } from "../../../exact/entry.js";
import { InputError } from "../../../exact/inputError.js";
import type { Parity } from "../../../exact/parity.js";
import { type Mirrored, mirrorLines, mirroringFor } from "../../options/mirrorOptions.js";
import type { Hear } from "../../terminal/progress.js";
import { present } from "../../options/present.js";
import { MEBIBYTE } from "../../options/memory.js";
import { SHOWN } from "../../terminal/lists.js";
import { formatRational, parseRational, rational } from "../../../exact/numbers/rational.js";

/** What `equiloss regime` is asked, as plain data. */
export interface RegimeRequest {
  readonly rstar: number;
  /** L, at least 2. */
  readonly depth: number;
  /** "p/q", positive. */
  readonly epsilon: string;
  /** The largest width that the search looks at. */
  readonly lastWidth: number;
  /** The width at which least depths are asked for; undefined for the width at which each curve crosses. */
  readonly width?: number;
  /** How many levels to report, from the first on. */
  readonly levels: number;
  /** Whether to report the points of the curves too; "all" goes on to the last width. */
  readonly curves?: "settled" | "all";
  /** MiB that the points may take. */
  readonly budget: number;
  readonly mirrored: Mirrored;
}

/** A curve's points, a rational "p/q" for each width. */
export interface RegimeCurves {
  readonly widths: readonly number[];
  readonly levels: readonly { readonly k: number; readonly ratios: readonly string[] }[];
  readonly sum: readonly string[];
}

/** The answer of `equiloss regime`. */
export interface RegimeReport {
  readonly rstar: number;
  readonly depth: number;
  readonly epsilon: string;
  readonly width?: number;
  readonly lastWidth: number;
  readonly levels: readonly (Regime & { readonly k: number })[];
  readonly sum: Regime;
  /** The last m at which Eq. (6) fails for some a_k. */
  readonly lastFailingEq6: number | null;
  /** If σ(0) = 0, up to an output bias: the sum if critical neurons may be silent, with w = 0 and a = 0. */
  readonly sumWithSilent?: Regime;
  /** The parity of the activation, if neurons may be mirrored. */
  readonly parity?: Parity;
  readonly curves?: RegimeCurves;
}

/**
 * Finds the widths and depths, and the points of the curves.
 *
 * @param hear receives how many curves are settled.
 * @throws InputError if the points pass the budget.
 */
export function regimeReport(request: RegimeRequest, hear: Hear): RegimeReport {
  const { rstar, depth, epsilon, width, lastWidth, levels, mirrored } = request;
  const value = parseRational(epsilon);
  const goal: Goal = { layers: depth - 1, epsilon: { numerator: value.n, denominator: value.d } };
  const points = request.curves === undefined ? undefined : new Points(request);
  const mirroring = mirroringFor(mirrored);
  const question = { r: rstar, goal, lastWidth, mirroring, ...present({ depthAt: width }) };
  const answer: RegimeAnswer = widthRegime({
    ...question,
    visit: (counts, open) => {
      hear(rstar - open, rstar, `${rstar - open} of ${rstar} curves settled`);
      points?.add(counts);
      return request.curves === "all";
    },
  });
  return {
    rstar,
    depth,
    epsilon: formatRational(value),
    ...present({ width }),
    lastWidth,
    levels: answer.levels.slice(0, levels).map((regime, index) => ({ k: index + 1, ...regime })),
    sum: answer.sum,
    lastFailingEq6: lastFailing(rstar, mirroring),
    ...(mirroring.silent === 1
      ? { sumWithSilent: widthRegime({ ...question, critical: "copies and silent" }).sum }
      : {}),
    ...present({ parity: mirrored.parity }),
    ...present({ curves: points?.curves() }),
  };
}

/** Gathers the points, and refuses more than fit in the budget. */
class Points {
  private readonly widths: number[] = [];
  private readonly levels: string[][];
  private readonly sum: string[] = [];
  private characters = 0;

  constructor(private readonly request: RegimeRequest) {
    this.levels = Array.from({ length: Math.min(request.levels, request.rstar - 1) }, () => []);
  }

  add({ m, critical, minima }: WidthCounts): void {
    const point = (count: bigint): string => {
      const text = formatRational(rational(count, minima));
      this.characters += text.length;
      return text;
    };
    this.widths.push(m);
    this.levels.forEach((ratios, index) => ratios.push(point(entry(critical, index + 1))));
    this.sum.push(point(critical.slice(1, this.request.rstar).reduce((sum, count) => sum + count, 0n)));
    // They are held three times: as points, as the answer of a thread, and as JSON.
    if (3 * this.characters > this.request.budget * MEBIBYTE) {
      throw new InputError(
        `the points of the curves up to width ${m} take more than ${this.request.budget} MiB`,
        "ask for fewer with --levels or --max-m, or allow more with --max-memory",
      );
    }
  }

  curves(): RegimeCurves {
    return {
      widths: this.widths,
      levels: this.levels.map((ratios, index) => ({ k: index + 1, ratios })),
      sum: this.sum,
    };
  }
}

/** A column of the table: its head in two lines, and its number in a row. */
type Column = readonly [head: string, under: string, value: (regime: Regime) => number | null];

/** The columns: R^(L−1) < 1 means R < 1, so for ε = 1 the others would repeat the first. */
function columnsOf({ depth, epsilon, width }: RegimeReport): readonly Column[] {
  const crossing: Column = ["R < 1", "from m", (regime) => regime.crossing];
  const power = depth === 2 ? "R" : `R^${depth - 1}`;
  const least: Column = [`${power} < ${epsilon}`, "from m", ({ leastWidth }) => leastWidth];
  const at = width === undefined ? "the m of R < 1" : `m = ${width}`;
  const deep: Column = [`R^(L−1) < ${epsilon}`, `at ${at} from L`, ({ leastDepth }) => leastDepth];
  if (epsilon !== "1") return [crossing, least, deep];
  return width === undefined ? [crossing] : [crossing, deep];
}

/** The report as lines for a person. */
export function regimeLines(report: RegimeReport, mirrored: Mirrored): string {
  const { rstar, depth, epsilon, lastWidth, levels, sum, sumWithSilent, lastFailingEq6 } = report;
  const silent = sumWithSilent === undefined ? [] : [sumWithSilent];
  const hidden = counted(depth - 1, "hidden layer");
  const shown = levels.slice(0, SHOWN);
  const columns = columnsOf(report);
  const row = (name: string, regime: Regime): string[] => [
    name,
    ...columns.map(([, , value]) => value(regime)?.toString() ?? "–"),
  ];
  const rows = [
    ["level", ...columns.map(([head]) => head)],
    ["", ...columns.map(([, under]) => under)],
    ...shown.map((level) => row(`k = ${level.k}`, level)),
    row("all k", sum),
    ...silent.map((regime) => row("all k, silent", regime)),
  ];
  const left = levels.length - shown.length;
  const unsettled = [...levels, sum, ...silent].some(
    ({ crossing, leastWidth }) => crossing === null || leastWidth === null,
  );
  return [
    `r* = ${rstar}, depth L = ${depth} (${hidden} of width m), ε = ${epsilon}`,
    ...mirrorLines(mirrored),
    "R = G(r*−k, m)/T(r*, m): critical subspaces of level k per subspace of global minima, a_k = 1",
    "",
    ...aligned(rows),
    ...(left > 0 ? [`${left} more: --json`] : []),
    "",
    "Each m is the first from which on the inequality holds at all widths, with R of one hidden layer.",
    "In the row of all k, R is the sum over k.",
    ...(epsilon === "1" ? ["R^(L−1) < 1 means R < 1; --epsilon asks for less"] : []),
    ...(silent.length > 0 ? ["silent: with critical neurons that have w = 0 and a = 0, too"] : []),
    ...(unsettled ? [`–: not settled by m = ${lastWidth}, see --max-m; or no depth will do`] : []),
    lastFailingEq6 === null
      ? `Eq. (6) holds for all m ≥ ${rstar}`
      : `Eq. (6) fails for some a_k ≤ C(r*−1, k−1) while m ≤ ${lastFailingEq6}`,
  ].join("\n");
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = entry(rows, 0).map((_, column) =>
    Math.max(...rows.map((cells) => entry(cells, column).length)),
  );
  return rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(entry(widths, column)))
      .join("  ")
      .trimEnd(),
  );
}
