import type { Rational } from "../../exact/numbers/rational.js";
import type { Activation } from "../../landscape/activations/activation.js";
import { parseActivation } from "../../landscape/activations/activationText.js";
import { DEFAULT_ACTIVATION } from "./commandParts.js";

/** An activation as people write it and as `--activation` takes it, and whether it is the default. */
export function describedActivation(activation: Activation): string {
  const remark = activation.name === DEFAULT_ACTIVATION ? " (default)" : "";
  return `${activationFormula(activation)}, ${activation.name}${remark}`;
}

/** The same by the activation's name; one without a formula is shown by its name alone. */
export function describedName(name: string): string {
  return /^(?:poly|ratio):/.test(name) ? describedActivation(parseActivation(name)) : name;
}

/** An activation as a formula, such as (1 + x)/(1 + x²). */
export function activationFormula({ kind, numerator, denominator }: Activation): string {
  if (kind === "polynomial") return polynomial(numerator);
  return `(${polynomial(numerator)})/(${polynomial(denominator)})`;
}

function polynomial(coefficients: readonly Rational[]): string {
  const terms = coefficients.flatMap((coefficient, power) =>
    coefficient.n === 0n ? [] : [{ isNegative: coefficient.s < 0n, size: term(coefficient, power) }],
  );
  if (terms.length === 0) return "0";
  return terms
    .map(({ isNegative, size }, place) => {
      if (place === 0) return isNegative ? `−${size}` : size;
      return isNegative ? ` − ${size}` : ` + ${size}`;
    })
    .join("");
}

/** The term without its sign: 3x²/2 for ±3/2 at the power 2. */
function term({ n, d }: Rational, power: number): string {
  const below = d === 1n ? "" : `/${d}`;
  if (power === 0) return `${n}${below}`;
  const factor = n === 1n ? "" : n.toString();
  return `${factor}x${power === 1 ? "" : raised(power)}${below}`;
}

function raised(power: number): string {
  return power.toString().replace(/\d/g, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(digit)));
}
