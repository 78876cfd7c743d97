import { entry } from "../../exact/entry.js";
import { decimalAbove, decimalBelow } from "../../exact/numbers/decimal.js";
import { type Rational, formatRational, rational } from "../../exact/numbers/rational.js";
import type { MultiLayerNetwork } from "../../network/multiLayerNetwork.js";
import type { Frame } from "../../report/data/player.js";
import { type ComparisonVerdict, compareNetworks } from "../../trained/compare/compareNetworks.js";
import { drawnRational, quotientOf } from "./drawnNumber.js";
import type { InputLine, OutputCurve } from "./outputCurve.js";

/** Larger networks are compared at the inputs of the line alone: it is done for each step. */
const MOST_COMPARED = 5_000;

/** A network of the path, and its outputs along the line. */
export interface Evaluated {
  readonly network: MultiLayerNetwork;
  readonly curve: OutputCurve;
}

/** Whether a network computes what the first of the path does, by its neurons and by its outputs. */
export function samenessOf(
  first: Evaluated,
  now: Evaluated,
  activation: string,
  line: InputLine,
): Pick<Frame, "isSame" | "sameness"> {
  const verdict = verdictOf(first.network, now.network, activation);
  const { words, isApart } = atInputs(first.curve, now.curve, line);
  const isSame = verdict === "same" || verdict === "same-for-activation" ? true : isApart ? false : undefined;
  return { isSame, sameness: `${verdictWords(verdict, isApart, activation)} ${words}` };
}

function verdictOf(
  first: MultiLayerNetwork,
  now: MultiLayerNetwork,
  activation: string,
): ComparisonVerdict | undefined {
  const count = first.weights.flat().reduce((sum, { dimension }) => sum + dimension, 0);
  return count > MOST_COMPARED ? undefined : compareNetworks(first, now, { activation }).verdict;
}

function verdictWords(verdict: ComparisonVerdict | undefined, isApart: boolean, activation: string): string {
  if (verdict === "same")
    return "The same function as at the start, for every activation: exact, by its neurons.";
  if (verdict === "same-for-activation")
    return `The same function as at the start, for ${activation}: exact, by its neurons.`;
  if (verdict === "different" || isApart) return `Another function than at the start, for ${activation}.`;
  return `Whether it is the function of the start for ${activation} was not settled by its neurons.`;
}

/** How far outputs are from those of the first network, at the inputs of the line. */
function atInputs(
  first: OutputCurve,
  now: OutputCurve,
  { places }: InputLine,
): { readonly words: string; readonly isApart: boolean } {
  let [least, most, where] = [rational(0n), rational(0n), 0];
  for (const index of places.keys()) {
    for (const [lower, upper] of apartAt(first, now, index)) {
      if (upper.compare(most) > 0) most = upper;
      if (lower.compare(least) > 0) [least, where] = [lower, index];
    }
  }
  const count = `At the ${places.length} inputs that are marked`;
  if (most.equals(0n))
    return { words: `${count} its outputs are exactly those of the start.`, isApart: false };
  const above = decimalAbove(quotientOf(most), 2);
  if (least.equals(0n))
    return { words: `${count} its outputs are those of the start up to ${above}.`, isApart: false };
  const below = least.equals(most)
    ? drawnRational(least).text
    : `at least ${decimalBelow(quotientOf(least), 4)}`;
  const at = formatRational(entry(places, where));
  return { words: `${count} outputs differ most at ${at}, by ${below}.`, isApart: true };
}

/** For each output between what its difference is. */
function apartAt(first: OutputCurve, now: OutputCurve, index: number): (readonly [Rational, Rational])[] {
  if ("exact" in first && "exact" in now)
    return entry(first.exact, index).map((value, output) => {
      const apart = value.sub(entry(entry(now.exact, index), output)).abs();
      return [apart, apart];
    });
  if ("enclosed" in first && "enclosed" in now)
    return entry(first.enclosed, index).map((value, output) => {
      const apart = value.minus(entry(entry(now.enclosed, index), output)).absolute();
      return [apart.lowerEnd, apart.upperEnd];
    });
  throw new RangeError("curves of different kinds");
}
