import { noEntry } from "../../exact/entry.js";
import { type Mirroring, UNMIRRORED } from "../mirroring.js";

const DIGIT = 2 ** 512;

/** The number value·2^(512·digits), with 1 ≤ value < 2^512, or 0. */
interface Scaled {
  readonly value: number;
  readonly digits: number;
}

/**
 * The rows T(0, m), …, T(m, m), one after the other, in floating point with a proven relative error. They
 * tell on which side of a power T(r, m) is, unless the two are very close. A row takes m steps, where exact
 * counts take as many for each word of their digits.
 *
 * By the recurrence of {@link labelledPartitionRows}, of which all terms are positive. A step rounds three
 * times, and leaves out what is below 2^−400 of the sum. So a row adds less than 4u to the relative error,
 * where u = 2^−53 (Higham 2002, Lemma 3.1).
 */
export class RoundedCounts {
  /** The largest m: the factors of the recurrence are small beside a digit, and the errors beside 1. */
  static readonly MOST = 2 ** 24;

  /** The width m of the row at hand. */
  m = 0;
  #values = Float64Array.of(1, 0);
  #digits = new Int32Array(2);

  constructor(readonly mirroring: Mirroring = UNMIRRORED) {}

  /** Goes on to the next row. @throws RangeError beyond m = 2^24. */
  next(): void {
    const { MOST } = RoundedCounts;
    if (this.m === MOST) throw new RangeError(`no rounded counts beyond m = ${MOST}`);
    this.m += 1;
    this.#makeRoom();
    const { images, silent } = this.mirroring;
    const [values, digits] = [this.#values, this.#digits];
    let [left, leftDigits] = [0, 0];
    for (let r = 0; r <= this.m; r += 1) {
      const here = values[r] ?? noEntry(values, r);
      const hereDigits = digits[r] ?? noEntry(digits, r);
      const right = values[r + 1] ?? noEntry(values, r + 1);
      const rightDigits = digits[r + 1] ?? noEntry(digits, r + 1);
      const most = Math.max(leftDigits, hereDigits, rightDigits);
      const sum =
        images * r * shifted(left, most - leftDigits) +
        (images * r + 1 + silent) * shifted(here, most - hereDigits) +
        shifted(right, most - rightDigits);
      const carries = sum >= DIGIT;
      values[r] = carries ? sum / DIGIT : sum;
      digits[r] = carries ? most + 1 : most;
      [left, leftDigits] = [here, hereDigits];
    }
  }

  /**
   * The sign of T(r, m) − base^m; undefined if the two are too close to tell.
   *
   * @param r from 0 to m.
   * @param base a positive integer, below 2^53.
   * @example new RoundedCounts().compareWithPower(0, 2) === undefined // T(0, 0) is 2^0
   */
  compareWithPower(r: number, base: number): -1 | 1 | undefined {
    const value = this.#values[r] ?? noEntry(this.#values, r);
    const digits = this.#digits[r] ?? noEntry(this.#digits, r);
    const power = scaledPower(base, this.m);
    const most = Math.max(digits, power.digits);
    const [count, bound] = [shifted(value, most - digits), shifted(power.value, most - power.digits)];
    // Both are within 4mu, and a product is rounded once more; the rest is room to spare.
    const clear = 1 + 16 * (this.m + 1) * 2 ** -53;
    if (count > bound * clear) return 1;
    return count * clear < bound ? -1 : undefined;
  }

  /** Room for the row at hand, and a 0 after it. */
  #makeRoom(): void {
    const length = this.#values.length;
    if (this.m + 2 <= length) return;
    const [values, digits] = [new Float64Array(2 * length), new Int32Array(2 * length)];
    values.set(this.#values);
    digits.set(this.#digits);
    [this.#values, this.#digits] = [values, digits];
  }
}

/** A value seen from one that has `below` digits more. What is two digits below leaves no trace. */
const shifted = (value: number, below: number): number =>
  below === 0 ? value : below === 1 ? value / DIGIT : 0;

/** base^exponent by repeated squaring, within a relative error of 2·exponent·u. */
function scaledPower(base: number, exponent: number): Scaled {
  let result: Scaled = { value: 1, digits: 0 };
  for (let bit = 2 ** Math.floor(Math.log2(Math.max(1, exponent))); bit >= 1; bit /= 2) {
    result = product(result, result);
    if (Math.floor(exponent / bit) % 2 === 1) result = product(result, { value: base, digits: 0 });
  }
  return result;
}

function product(left: Scaled, right: Scaled): Scaled {
  const value = left.value * right.value;
  const digits = left.digits + right.digits;
  return value >= DIGIT ? { value: value / DIGIT, digits: digits + 1 } : { value, digits };
}
