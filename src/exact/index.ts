/**
 * Numbers, vectors, intervals and matrices over Q. Nothing is rounded without a proven bound on the error.
 * Uses no other room. Begin with `numbers/rational` and `vectors/rationalVector`; then
 * `inertia/inertia` for eigenvalue signs.
 */
export {
  type CertifiedInertia,
  type Inertia,
  certifiedInertia,
  inertia,
  inertiaFault,
} from "./inertia/inertia.js";
export { type EnclosedSigns } from "./inertia/enclosedSigns.js";
export { type ThresholdSigns } from "./inertia/thresholdSigns.js";
export { type IntegersOverDenominator, overOneDenominator } from "./inertia/symmetricMatrix.js";
export { InputError } from "./inputError.js";
export { Interval } from "./intervals/interval.js";
export { type Parity } from "./parity.js";
export { decimalAbove, decimalBelow, decimalInterval } from "./numbers/decimal.js";
export { doubleValue } from "./numbers/doubleValue.js";
export { type Bounds, type Quotient, isAtMost, quotientOf } from "./numbers/quotient.js";
export {
  type LowestTerms,
  type Rational,
  formatRational,
  parseRational,
  rational,
} from "./numbers/rational.js";
export { type IntegerMatrix } from "./vectors/integerMatrix.js";
export { RationalVector } from "./vectors/rationalVector.js";
