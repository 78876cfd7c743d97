import type { Expected } from "../../../src/checker/verdict.js";
import { entry } from "../../../src/exact/entry.js";
import { type Rational, parseRational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { type MultiLayerNetwork, layerWidths } from "../../../src/network/multiLayerNetwork.js";
import { type ActivationFacts, activationFacts } from "../../../src/trained/bounds/activationFacts.js";
import { boundedActivation } from "../../../src/trained/bounds/boundedActivation.js";
import { dataDifference } from "../../../src/trained/bounds/dataDifference.js";
import { inputBox } from "../../../src/trained/bounds/inputBox.js";
import { type UnitStandards, provableBound } from "../../../src/trained/bounds/provableBound.js";
import type { Json } from "../seal.js";
import { layersOf } from "./layers.js";
import { entries, isAsked, matrix, members, need, whole } from "./reading.js";

/** A difference by the bound of the program's own intervals. */
export function differenceHolds(body: Json | undefined, expected: Expected): boolean {
  const parts = members(body, "activation", "bound", "codes", "factors", "network", "pruned", "within");
  for (const name of ["network", "activation", "within"] as const) need(expected[name] !== undefined);
  for (const name of ["network", "activation", "within", "pruned", "bound"] as const)
    need(isAsked(parts[name], expected[name]));
  const { activation } = parts;
  need(typeof activation === "string");
  const facts = factsOf(activation);
  const [[bound], [low, high, ...more]] = [[number(parts.bound)], entries(parts.within).map(number)];
  need(low !== undefined && high !== undefined && more.length === 0 && low.compare(high) <= 0);
  const [f, g] = [layersOf(parts.network), layersOf(parts.pruned)];
  const [widths, others] = [layerWidths(f), layerWidths(g)];
  need(widths.length === others.length && widths[0] === others[0] && widths.at(-1) === others.at(-1));
  const [codes, factors] = [entries(parts.codes), entries(parts.factors)];
  need(codes.length === widths.length - 2 && factors.length === codes.length);
  const units = codes.map((layer, index): UnitStandards => ({
    codes: entries(layer).map(whole),
    factors: entries(factors[index]).map(number),
  }));
  units.forEach((layer, index) => {
    needUnits(layer, [entry(widths, index + 1), entry(others, index + 1)], facts);
  });
  const box = inputBox(low, high, widths[0]);
  if (provableBound([f, g], units, facts, box).compare(bound) > 0) return false;
  requireTrue(f, g, { activation, ends: [low, high], bound });
  return true;
}

/** What is known of an activation whose name has one spelling. */
function factsOf(name: string): ActivationFacts {
  const numbers = /^(?:leaky|softplus\+sigmoid):(.*)$/.exec(name)?.[1]?.split(",") ?? [];
  for (const text of numbers) number(text);
  if (name.startsWith("softplus+")) need(numbers.length === 2);
  const isPositive = numbers.every((text) => parseRational(text).compare(0n) > 0);
  need(isPositive || !name.startsWith("softplus+"));
  const isSimple = numbers.length > 0 || /^[a-z]+$/.test(name);
  need(isSimple);
  const facts = activationFacts(name);
  need(facts !== undefined);
  return facts;
}

function number(value: Json | undefined): Rational {
  return parseRational(entry(entry(matrix([[value ?? null]]), 0), 0));
}

function needUnits(
  { codes, factors }: UnitStandards,
  [own, others]: readonly [number, number],
  { symmetry }: ActivationFacts,
): void {
  need(codes.length === own && factors.length === own);
  const isMirrored = symmetry.parity !== undefined && symmetry.slope.equals(0n);
  codes.forEach((code, unit) => {
    need(code <= others && -code <= own);
    const factor = entry(factors, unit);
    const isKnown =
      code === 0 ||
      factor.equals(1n) ||
      (symmetry.isHomogeneous ? factor.compare(0n) > 0 : isMirrored && factor.equals(-1n));
    need(isKnown);
  });
}

/** @throws Error if the networks differ by more at some inputs: then SPEC.md would be wrong. */
function requireTrue(
  f: MultiLayerNetwork,
  g: MultiLayerNetwork,
  {
    activation,
    ends: [low, high],
    bound,
  }: { readonly activation: string; readonly ends: readonly [Rational, Rational]; readonly bound: Rational },
): void {
  const middle = low.add(high).div(2n);
  const [dimension] = layerWidths(f);
  const points = [low, high, middle].map((x, shift) =>
    RationalVector.fromRationals(
      Array.from({ length: dimension }, (_, at) => (at % 2 === 0 || shift === 2 ? x : low)),
    ),
  );
  const { lower } = dataDifference(f, g, boundedActivation(activation), points);
  if (lower.compare(bound) > 0) throw new Error(`differ by ${String(lower)} for ${activation}`);
}
