import { requireArguments } from "../../exact/plainJavaScript.js";
import type { Parity } from "../../exact/parity.js";
import { type Rational, formatRational, rational } from "../../exact/numbers/rational.js";

/**
 * What an activation's symmetry says of single units: σ(z) = c + l·z + ρ(z), with ρ odd and l = 0, or with ρ
 * even and c = 0. So the mirrored unit (−w, a) computes
 *
 * - a σ(−z) = −a σ(z) + 2c·a if ρ is odd: it merges with (w, −a), and leaves a constant;
 * - a σ(−z) = a σ(z) − 2l·a·z if ρ is even: it merges with (w, a), and leaves a linear part.
 *
 * A unit of incoming vector 0 computes the constant a σ(0), and is silent if σ(0) = 0. If σ is positively
 * homogeneous, a unit (λw, a) with λ > 0 computes what (w, λa) does. docs/activations.md says how each of
 * these facts is known.
 *
 * @example formatRational(parseSymmetry("sigmoid").constant) === "1/2"
 */
export interface ActivationSymmetry {
  /** The activation's text, as {@link parseSymmetry} reads it. */
  readonly name: string;
  /** That of ρ. Undefined if nothing is known, or nothing is to be used: then no units are mirrored. */
  readonly parity: Parity | undefined;
  /** c, which is 0 for an even ρ. */
  readonly constant: Rational;
  /** l, which is 0 for an odd ρ. */
  readonly slope: Rational;
  /** Whether σ(λz) = λσ(z) for all λ > 0. Then ρ(z) is a multiple of |z|. */
  readonly isHomogeneous: boolean;
  /** σ(z) where it is known to be rational; for most activations only at 0, or nowhere. */
  rationalValue(z: Rational): Rational | undefined;
  /** The name. */
  toString(): string;
}

const ZERO = rational(0n);

/** What determines a symmetry; what is left out is 0, false, or known nowhere. */
interface Facts {
  readonly parity?: Parity;
  readonly constant?: Rational;
  readonly slope?: Rational;
  readonly isHomogeneous?: true;
  readonly rationalValue?: (z: Rational) => Rational | undefined;
}

/** A symmetry by its facts. */
export function symmetryOf(name: string, facts: Facts): ActivationSymmetry {
  return new Symmetry(name, facts);
}

class Symmetry implements ActivationSymmetry {
  readonly parity: Parity | undefined;
  readonly constant: Rational;
  readonly slope: Rational;
  readonly isHomogeneous: boolean;

  constructor(
    readonly name: string,
    private readonly facts: Facts,
  ) {
    const { parity, constant = ZERO, slope = ZERO, isHomogeneous = false } = facts;
    this.parity = parity;
    this.constant = constant;
    this.slope = slope;
    this.isHomogeneous = isHomogeneous;
  }

  rationalValue(z: Rational): Rational | undefined {
    requireArguments({ rational: { z } });
    return this.facts.rationalValue?.(z);
  }

  toString(): string {
    return this.name;
  }

  toJSON(): string {
    return this.name;
  }
}

/**
 * No symmetry: what holds for every activation. Reduction with it is that of Def. 3.1.
 *
 * @example everyActivation.parity // undefined
 */
export const everyActivation: ActivationSymmetry = symmetryOf("every activation", {});

/**
 * A symmetry in words, such as "odd", "1/2 + odd" or "1/2·x + even".
 *
 * @example symmetryWords(parseSymmetry("softplus")) === "1/2·x + even"
 */
export function symmetryWords(symmetry: ActivationSymmetry): string {
  requireArguments({ symmetry: { symmetry } });
  const { parity, constant, slope, isHomogeneous } = symmetry;
  if (parity === undefined) return "none";
  const parts = [
    ...(constant.equals(0n) ? [] : [formatRational(constant)]),
    ...(slope.equals(0n) ? [] : [`${formatRational(slope)}·x`]),
    parity,
  ];
  return `${parts.join(" + ")}${isHomogeneous ? ", positively homogeneous" : ""}`;
}
