import { requireArguments } from "../plainJavaScript.js";
import { InputError } from "../inputError.js";
import { type Rational, rational } from "./rational.js";

/**
 * How the 64 bits of a double are shared: one for the sign, eleven for the exponent, and 52 for the fraction.
 */
const FRACTION_BITS = 52n;
const EXPONENT_BIAS = 1075n;

/**
 * The exact value of a double as a rational, read from its bits (IEEE 754, binary64): ±(2^52 + f)·2^(e −
 * 1075), or ±f·2^(−1074) for the exponent field 0. The function does no arithmetic on the double, since it
 * would be rounded; −0 is 0.
 *
 * @throws InputError if the double is infinite or not a number.
 * @example formatRational(doubleValue(-0.75)) === "-3/4"
 */
export function doubleValue(double: number): Rational {
  requireArguments({ number: { double } });
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, double);
  const bits = view.getBigUint64(0);
  const field = (bits >> FRACTION_BITS) & 0x7ffn;
  const fraction = BigInt.asUintN(Number(FRACTION_BITS), bits);
  if (field === 0x7ffn) {
    throw new InputError(`${double} is not a real number`, "give a finite double");
  }
  const size = field === 0n ? fraction : fraction + (1n << FRACTION_BITS);
  const exponent = (field === 0n ? 1n : field) - EXPONENT_BIAS;
  const signed = bits >> 63n === 0n ? size : -size;
  return exponent >= 0n ? rational(signed << exponent) : rational(signed, 1n << -exponent);
}
