import type { FoundNetwork } from "../../../src/formats/foundNetwork.js";
import { activationAt, at, inverse, mod, residueOfInteger, somePoint, times, valuesAt } from "../residues.js";

/** The residue of a decimal text: its digits as an integer, by a power of ten. */
function residueOf(text: string): number {
  const [number = "", exponent = "0"] = text.toLowerCase().split("e");
  const [whole = "", fraction = ""] = number.split(".");
  let value = residueOfInteger(BigInt(`${whole.replace(/^[-+]/, "")}${fraction}`));
  for (let shift = Number(exponent) - fraction.length; shift !== 0; shift -= Math.sign(shift))
    value = times(value, shift > 0 ? 10 : inverse(10));
  return whole.startsWith("-") ? mod(-value) : value;
}

/**
 * A second reader of NNet files, for tests: it takes one number after the other, whatever the lines are, and
 * computes on residues as it goes. Undefined if it gets what the network computes; else what is wrong.
 */
export function disagreement(text: string, found: FoundNetwork): string | undefined {
  const numbers = text.replace(/^(?:\/\/[^\n]*\n)*/, "").match(/[^\s,]+/g) ?? [];
  let next = 0;
  const take = (count: number): string[] => numbers.slice(next, (next += count));
  const [layers = 0, inputs = 0] = take(4).map(Number);
  const widths = take(layers + 1).map(Number);
  // A line that is passed over, and the bounds of inputs.
  take(1 + 2 * inputs);
  const [means, ranges] = [take(inputs + 1), take(inputs + 1)].map((texts) => texts.map(residueOf));
  if (means === undefined || ranges === undefined) return "no normalisation";
  const input = somePoint(inputs, 3);
  let values = input.map((value, index) => times(mod(value - at(means, index)), inverse(at(ranges, index))));
  for (const [layer, width] of widths.slice(1).entries()) {
    const rows = Array.from({ length: width }, () => take(values.length).map(residueOf));
    const biases = take(width).map(residueOf);
    values = rows.map((row, index) => {
      const sum = row.reduce(
        (total, weight, column) => mod(total + times(weight, at(values, column))),
        at(biases, index),
      );
      return layer === layers - 1 ? sum : activationAt("relu", sum);
    });
  }
  const outputs = values.map((value) => mod(times(value, at(ranges, inputs)) + at(means, inputs)));
  if (next !== numbers.length) return `${numbers.length - next} numbers are left over`;
  return outputs.join() === valuesAt(found, input).join() ? undefined : "the outputs differ";
}
