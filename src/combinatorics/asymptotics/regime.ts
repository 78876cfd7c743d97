import { requireArguments } from "../../exact/plainJavaScript.js";
import { entry, lastEntry } from "../../exact/entry.js";
import type { Quotient } from "../../exact/numbers/quotient.js";
import { FEWER_THAN_MINIMA, type Goal, leastDepth, meetsGoal } from "./goal.js";
import type { Mirroring } from "../mirroring.js";
import { requireSize } from "../requireSize.js";
import { type CriticalKind, type WidthCounts, widthCounts } from "../counts/widthCounts.js";

/**
 * From which widths and depths on the subspaces of global minima outnumber the critical ones, of one level or
 * of all levels together.
 *
 * @example widthRegime({ r: 30, goal: FEWER_THAN_MINIMA, lastWidth: 480 }).sum
 *   // { crossing: 42, leastWidth: 42, leastDepth: 2 }
 */
export interface Regime {
  /**
   * The first m ≥ r* such that R < 1 at all widths from m on; null if the widths that were tried don't settle
   * it.
   */
  readonly crossing: number | null;
  /**
   * The first m ≥ r* such that R^{L−1} < ε at all widths from m on; null if the widths that were tried don't
   * settle it.
   */
  readonly leastWidth: number | null;
  /**
   * The least L with R^{L−1} < ε at the width `depthAt`, by default at the crossing; null if there is none.
   */
  readonly leastDepth: number | null;
}

/**
 * The question that {@link widthRegime} answers.
 *
 * @example widthRegime({ r: 30, goal: FEWER_THAN_MINIMA, lastWidth: 480, depthAt: 40 }).levels[0].leastDepth
 *   === 2
 */
export interface RegimeQuestion {
  /** r*, at least 2. */
  readonly r: number;
  readonly goal: Goal;
  /** The largest width that is tried. */
  readonly lastWidth: number;
  /** The width for the least depth; undefined to take the crossing of each curve. */
  readonly depthAt?: number;
  /** How units may be mirrored; not at all if left out. */
  readonly mirroring?: Mirroring;
  /** Which critical subspaces count; copies if left out. */
  readonly critical?: CriticalKind;
  /**
   * Receives the counts of each width and the number of curves that are still open; returns whether to go on
   * once none is open.
   */
  readonly visit?: (counts: WidthCounts, open: number) => boolean;
}

/**
 * The answer of {@link widthRegime}: entry k − 1 of `levels` is level k, for k = 1…r*−1; `sum` is all levels
 * with a_k = 1.
 *
 * @example widthRegime({ r: 5, goal: FEWER_THAN_MINIMA, lastWidth: 80 }).levels.length === 4
 */
export interface RegimeAnswer {
  readonly levels: readonly Regime[];
  readonly sum: Regime;
}

/**
 * From which width on the subspaces of global minima outnumber the critical subspaces, for each level and for
 * all levels with a_k = 1. The function tries every width from r* on, until (r−k)^m in place of G(r−k, m)
 * meets the goal too. Then all later widths meet it, as {@link staysBelow} explains.
 *
 * In a network of L layers the sum is over all choices of a level k ≥ 1 for each hidden layer: (Σ_k
 * R_k)^{L−1}.
 *
 * @throws RangeError unless r is a safe integer and at least 2.
 * @example widthRegime({ r: 30, goal: FEWER_THAN_MINIMA, lastWidth: 480 }).levels[0].crossing === 37
 */
export function widthRegime(question: RegimeQuestion): RegimeAnswer {
  requireArguments({ "{ r, goal, lastWidth }": { question } });
  const { r, goal, lastWidth, depthAt, mirroring, critical: kind, visit = onlyToTheEnd } = question;
  requireSize("r", r);
  if (r < 2) throw new RangeError(`r is ${r}, below 2: there are no levels`);
  const curves = Array.from({ length: r }, () => new Curve(goal, depthAt));
  for (const counts of widthCounts(r, mirroring, kind)) {
    if (counts.m > lastWidth) break;
    const [critical, maps] = [summands(counts.critical, r), summands(counts.maps, r)];
    curves.forEach((curve, index) => {
      curve.look(counts, entry(critical, index), entry(maps, index));
    });
    const open = curves.filter((curve) => curve.open).length;
    const more = visit(counts, open);
    if (open === 0 && !more && (depthAt === undefined || counts.m >= depthAt)) break;
  }
  const regimes = curves.map((curve) => curve.regime());
  return { levels: regimes.slice(0, -1), sum: lastEntry(regimes) };
}

/** Stops once no curve is open. */
const onlyToTheEnd = (): boolean => false;

/** Entries 1…r−1, and then their sum. */
function summands(entries: readonly bigint[], r: number): bigint[] {
  const levels = entries.slice(1, r);
  return [...levels, levels.reduce((sum, entry) => sum + entry, 0n)];
}

/** The ratio of one level, or of the sum, as the width grows. */
class Curve {
  private readonly fewer = new LastFailure(FEWER_THAN_MINIMA);
  private readonly enough: LastFailure;
  /** The ratio at the width for the least depth, once that width has come. */
  private ratio: Quotient | undefined;

  constructor(
    private readonly goal: Goal,
    private readonly depthAt: number | undefined,
  ) {
    this.enough = new LastFailure(goal);
  }

  get open(): boolean {
    return !(this.fewer.settled && this.enough.settled);
  }

  look({ m, minima }: WidthCounts, critical: bigint, maps: bigint): void {
    this.fewer.look(m, critical, maps, minima);
    this.enough.look(m, critical, maps, minima);
    if (m === (this.depthAt ?? this.fewer.firstMet))
      this.ratio = { numerator: critical, denominator: minima };
  }

  regime(): Regime {
    const crossing = this.fewer.firstWidth;
    const hasWidth = this.depthAt !== undefined || crossing !== null;
    return {
      crossing,
      leastWidth: this.enough.firstWidth,
      leastDepth: hasWidth && this.ratio !== undefined ? leastDepth(this.ratio, this.goal.epsilon) : null,
    };
  }
}

/** Keeps the width from which on a goal has been met, and whether it stays met. */
class LastFailure {
  /** The first width from which on every width met the goal; undefined if the last one didn't. */
  firstMet: number | undefined;
  settled = false;

  constructor(private readonly goal: Goal) {}

  /** The first width from which on every width meets the goal; null if the widths don't settle it. */
  get firstWidth(): number | null {
    return this.settled && this.firstMet !== undefined ? this.firstMet : null;
  }

  look(m: number, critical: bigint, maps: bigint, minima: bigint): void {
    if (this.settled) return;
    if (!meetsGoal(critical, minima, this.goal)) {
      this.firstMet = undefined;
      return;
    }
    this.firstMet ??= m;
    this.settled = meetsGoal(maps, minima, this.goal);
  }
}
