import { InputError } from "../../exact/inputError.js";
import { decimalAbove } from "../../exact/numbers/decimal.js";
import type { UnitDifference } from "../compare/weightDifferences.js";

/**
 * Why what two networks reduce to doesn't match within the tolerance. Neurons are counted from 1, in the
 * reduced networks.
 *
 * @param layers how many the networks have.
 */
export function tooFarApart({ layer, unit, weight, size }: UnitDifference, layers: number): InputError {
  const apart = decimalAbove({ numerator: size.n, denominator: size.d }, 2);
  const what = weight === undefined ? "the bias" : `weight ${weight + 1}`;
  const whose = layer === layers ? `output ${unit + 1}` : `neuron ${unit + 1} of hidden layer ${layer}`;
  return new InputError(
    `what the networks reduce to at this tolerance differs: ${what} of ${whose} by ${apart}`,
    "give another tolerance; equiloss path without --tolerance names one that serves, if there is one",
  );
}
