import { closest, distance } from "fastest-levenshtein";
import { InputError } from "../../exact/inputError.js";
import { requireArguments } from "../../exact/plainJavaScript.js";
import { type Rational, formatRational, parseRational, rational } from "../../exact/numbers/rational.js";
import { type ActivationSymmetry, symmetryOf } from "./activationSymmetry.js";

const [zero, one, half] = [rational(0n), rational(1n), rational(1n, 2n)];

/** A function that is known to be rational at 0 alone. */
const onlyAtZero =
  (value: Rational) =>
  (z: Rational): Rational | undefined =>
    z.equals(0n) ? value : undefined;

/** The activations of one symmetry each, in the order of the list in messages; leaky ReLU has a parameter. */
const NAMED: readonly ActivationSymmetry[] = [
  ...["tanh", "erf", "arctan"].map((name) =>
    symmetryOf(name, { parity: "odd", rationalValue: onlyAtZero(zero) }),
  ),
  // z/(1 + |z|)
  symmetryOf("softsign", { parity: "odd", rationalValue: (z) => z.div(z.abs().add(one)) }),
  // 1/(1 + e^(−z)) = 1/2 + tanh(z/2)/2
  symmetryOf("sigmoid", { parity: "odd", constant: half, rationalValue: onlyAtZero(half) }),
  // ln(1 + e^z) = z/2 + ln(2 cosh(z/2)), which is ln 2 at 0
  symmetryOf("softplus", { parity: "even", slope: half }),
  // z·sigmoid(z) = z/2 + z·tanh(z/2)/2, and z·Φ(z) = z/2 + z·erf(z/√2)/2
  ...["silu", "gelu"].map((name) =>
    symmetryOf(name, { parity: "even", slope: half, rationalValue: onlyAtZero(zero) }),
  ),
  // e^(−z²)
  symmetryOf("gaussian", { parity: "even", rationalValue: onlyAtZero(one) }),
  leakyRelu("relu", zero),
];

/**
 * The names that {@link parseSymmetry} reads, with the form of the one that has a parameter.
 *
 * @example SYMMETRY_NAMES.at(0) === "tanh"
 */
export const SYMMETRY_NAMES: readonly string[] = [...NAMED.map(({ name }) => name), "leaky:1/10"];

/** max(z, 0) + α·min(z, 0) = (1 + α)/2·z + (1 − α)/2·|z|. */
function leakyRelu(name: string, alpha: Rational): ActivationSymmetry {
  return symmetryOf(name, {
    parity: "even",
    slope: one.add(alpha).mul(half),
    isHomogeneous: true,
    rationalValue: (z) => (z.compare(0n) < 0 ? z.mul(alpha) : z),
  });
}

/**
 * Reads the name of an activation with a known symmetry: `tanh`, `erf`, `arctan`, `softsign`; `sigmoid`;
 * `softplus`, `silu`, `gelu`; `gaussian`, which is e^(−z²); `relu`, or `leaky:α` for max(z, 0) + α·min(z, 0)
 * with a rational α ≠ 1. GELU is z·Φ(z), with the distribution function Φ of the normal distribution.
 *
 * @throws InputError for any other text, with the list of names and the nearest of them.
 * @example parseSymmetry("leaky:2/20").name === "leaky:1/10"
 */
export function parseSymmetry(text: string): ActivationSymmetry {
  requireArguments({ text: { text } });
  const named = NAMED.find(({ name }) => name === text);
  if (named !== undefined) return named;
  const alpha = /^leaky:(.*)$/s.exec(text)?.[1];
  if (alpha === undefined) {
    const problem = `${JSON.stringify(text.slice(0, 40))} is not an activation with a known symmetry`;
    throw new InputError(problem + nearest(text), `give one of ${SYMMETRY_NAMES.join(", ")}`);
  }
  const value = parseRational(alpha);
  if (value.equals(1n)) {
    throw new InputError("leaky:1 is the identity, with which every network is linear", "give another slope");
  }
  return value.equals(0n) ? leakyRelu("relu", zero) : leakyRelu(`leaky:${formatRational(value)}`, value);
}

/** As for claims, nothing is suggested that shares too little with what was typed. */
function nearest(text: string): string {
  const typed = text.slice(0, 40).toLowerCase();
  const near = closest(typed, [...SYMMETRY_NAMES]);
  return distance(typed, near) <= 2 ? ` (Did you mean ${near}?)` : "";
}
