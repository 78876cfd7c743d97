import type { Interval } from "../exact/intervals/interval.js";
import { nearbyDouble } from "./multiLayerBatch.js";

/** Two doubles between which an exact number lies. */
export interface Enclosure {
  readonly lower: number;
  readonly upper: number;
}

/** The comparison at which the difference was largest in terms of its bound. */
export interface Worst {
  /** |computed − exact|, at most. */
  readonly error: number;
  readonly bound: number;
  readonly place: string;
}

/** What came of many comparisons. */
export interface Compared {
  readonly cases: number;
  /** Undefined if there were none, or one had no finite result. */
  readonly worst: Worst | undefined;
  /** The first comparison that failed, in words. */
  readonly failure: string | undefined;
}

/**
 * Numbers from a backend beside enclosures of the exact ones: each has to be as close as its bound says. What
 * isn't finite, be it the number or the bound, fails.
 */
export class Comparison {
  #cases = 0;
  #largest = -1;
  #worst: Worst | undefined;
  #failure: string | undefined;

  /**
   * @param bound of |computed − exact|; an exact number of which only an enclosure is known may lie at its far end.
   * @param place says where, once it is asked for.
   */
  add(computed: number, { lower, upper }: Enclosure, bound: number, place: () => string): void {
    this.#cases += 1;
    const error = Math.max(computed - lower, upper - computed, 0);
    const allowed = bound + (upper - lower);
    const finite = [computed, error, allowed].every(Number.isFinite);
    const share = error === 0 ? 0 : error / allowed;
    if (finite && share <= 1) {
      if (share <= this.#largest) return;
      this.#largest = share;
      this.#worst = { error, bound: allowed, place: place() };
      return;
    }
    if (this.#failure !== undefined) return;
    this.#worst = finite ? { error, bound: allowed, place: place() } : undefined;
    this.#largest = Infinity;
    this.#failure = finite
      ? `${place()}: off by ${error.toExponential(2)}, where ${allowed.toExponential(2)} is the bound`
      : `${place()}: ${computed} with bound ${allowed}, no finite numbers to compare`;
  }

  /** A failure that isn't one of a number. */
  fail(failure: string): void {
    this.#failure ??= failure;
  }

  /** Whether one failed: the rest needn't be computed then. */
  get failed(): boolean {
    return this.#failure !== undefined;
  }

  get result(): Compared {
    const failure = this.#failure ?? (this.#cases === 0 ? "nothing was compared" : undefined);
    return { cases: this.#cases, worst: this.#worst, failure };
  }
}

/**
 * By how much a double may be off that {@link nearbyDouble} gives, relatively; and what is smaller than any.
 */
const NEARBY = 2 ** -50;
const TINY = 2 ** -1000;

/** The enclosure of a rational, from the double next to it. */
export function aroundDouble(value: number): Enclosure {
  const off = Math.abs(value) * NEARBY + TINY;
  return { lower: value - off, upper: value + off };
}

/** The enclosure in doubles of an interval. */
export function intervalEnclosure({ lower, upper, precision }: Interval): Enclosure {
  const unit = 1n << BigInt(precision);
  return {
    lower: aroundDouble(nearbyDouble(lower, unit)).lower,
    upper: aroundDouble(nearbyDouble(upper, unit)).upper,
  };
}
