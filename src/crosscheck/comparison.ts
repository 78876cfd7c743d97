import type { Interval } from "../exact/intervals/interval.js";
import { nearbyDouble } from "./multiLayerBatch.js";

/** Two doubles between which an exact number lies. */
export interface Enclosure {
  readonly lower: number;
  readonly upper: number;
}

/** The comparison with the largest quotient of difference and bound. */
export interface Worst {
  /** An upper bound of |computed − exact|. */
  readonly error: number;
  readonly bound: number;
  readonly place: string;
}

/** The result of many comparisons. */
export interface Compared {
  readonly cases: string;
  /** Undefined if there were no comparisons, or if one wasn't finite. */
  readonly worst: Worst | undefined;
  /** The first comparison that failed, in words. */
  readonly failure: string | undefined;
}

/**
 * Compares numbers from a backend with enclosures of the exact ones. Each has to be within its bound. A
 * number or bound that isn't finite fails.
 */
export class Comparison {
  #cases = 0;
  #largest = -1;
  #worst: Worst | undefined;
  #failure: string | undefined;

  /**
   * @param bound bounds |computed − exact|. The exact number may lie at the far end of its enclosure.
   * @param place says where, for the worst comparison and for a failure.
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

  /** Notes a failure that isn't a wrong number. */
  fail(failure: string): void {
    this.#failure ??= failure;
  }

  /** Whether a comparison failed, so that the others needn't be computed. */
  get failed(): boolean {
    return this.#failure !== undefined;
  }

  get result(): Compared {
    const failure = this.#failure ?? (this.#cases === 0 ? "nothing was compared" : undefined);
    return { cases: this.#cases.toString(), worst: this.#worst, failure };
  }
}

/** Bounds the relative error of {@link nearbyDouble}, and its error near 0. */
const NEARBY = 2 ** -50;
const TINY = 2 ** -1000;

/** An enclosure of a rational, from the double next to it. */
export function aroundDouble(value: number): Enclosure {
  const off = Math.abs(value) * NEARBY + TINY;
  return { lower: value - off, upper: value + off };
}

/** An enclosure of an interval, in doubles. */
export function intervalEnclosure({ lower, upper, precision }: Interval): Enclosure {
  const unit = 1n << BigInt(precision);
  return {
    lower: aroundDouble(nearbyDouble(lower, unit)).lower,
    upper: aroundDouble(nearbyDouble(upper, unit)).upper,
  };
}
