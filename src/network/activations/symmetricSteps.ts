import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { TwoLayerNetwork, Unit } from "../twoLayerNetwork.js";
import type { ActivationSymmetry } from "./activationSymmetry.js";
import { leavesRest } from "./place.js";

/** A unit is dropped, and if it is not silent, another takes `factor` times its outgoing vector. */
export type SymmetricStep =
  | { readonly kind: "merge"; readonly first: number; readonly second: number; readonly factor: Rational }
  | { readonly kind: "silent"; readonly index: number };

/**
 * Every step that applies to a network of two layers without biases, and keeps its function for a given
 * activation: two units have proportional incoming vectors, by a factor that the symmetry allows, or a unit
 * computes 0. Units are mirrored only if that leaves nothing without a place.
 */
export function symmetricSteps({ units }: TwoLayerNetwork, symmetry: ActivationSymmetry): SymmetricStep[] {
  const isSilentAtZero = symmetry.rationalValue(rational(0n))?.equals(0n) === true;
  const steps: SymmetricStep[] = [];
  units.forEach(({ incoming, outgoing }, index) => {
    if (outgoing.isZero() || (isSilentAtZero && incoming.isZero())) steps.push({ kind: "silent", index });
    units.forEach((other, second) => {
      const factor = index === second ? undefined : factorBetween(entry(units, index), other, symmetry);
      if (factor !== undefined) steps.push({ kind: "merge", first: index, second, factor });
    });
  });
  return steps;
}

/** The factor by which the second unit takes the output of the first; undefined if they are not alike. */
function factorBetween(first: Unit, second: Unit, symmetry: ActivationSymmetry): Rational | undefined {
  const { parity, isHomogeneous } = symmetry;
  const column = second.incoming.numerators.findIndex((numerator) => numerator !== 0n);
  const ratio = column < 0 ? rational(1n) : first.incoming.at(column).div(second.incoming.at(column));
  const isMultiple = second.incoming.times(ratio).equals(first.incoming);
  const size = ratio.abs();
  if (!isMultiple || size.equals(0n) || !(isHomogeneous || size.equals(1n))) return undefined;
  if (ratio.compare(0n) > 0) return size;
  if (parity === undefined || leavesRest({ symmetry, hasBias: false })) return undefined;
  return parity === "odd" ? size.neg() : size;
}

/** The network after a step that {@link symmetricSteps} lists. */
export function symmetricStep(network: TwoLayerNetwork, step: SymmetricStep): TwoLayerNetwork {
  const dropped = step.kind === "silent" ? step.index : step.first;
  const units = network.units.map((unit, index) =>
    step.kind === "merge" && index === step.second
      ? { ...unit, outgoing: unit.outgoing.plus(entry(network.units, dropped).outgoing.times(step.factor)) }
      : unit,
  );
  return { ...network, units: units.filter((_, index) => index !== dropped) };
}
