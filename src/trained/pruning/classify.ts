import { entry } from "../../exact/entry.js";
import { requireArguments, speaking } from "../../exact/plainJavaScript.js";
import type { Interval } from "../../exact/intervals/interval.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { ActivationSymmetry } from "../../network/activations/activationSymmetry.js";
import {
  type SymmetricMultiLayerReduction,
  reduceFor,
  reduceMultiLayerFor,
} from "../../network/activations/symmetricReduction.js";
import { type AnyNetwork, asMultiLayer } from "../../network/anyNetwork.js";
import {
  type MultiLayerNetwork,
  matricesWithPair,
  networkOfRows,
  pairAt,
} from "../../network/multiLayerNetwork.js";
import { affineRows } from "../bounds/affineRows.js";
import { balancedMirrors } from "./balancedMirrors.js";
import { type Folding, folded, foldingOf, plainFolding } from "./folding.js";
import { type LayerGroups, type UnitGroup, layerGroups } from "./layerGroups.js";
import { type OutgoingGroups, outgoingGroups } from "./outgoingGroups.js";
import { projectedRows } from "./projectedRows.js";

/**
 * How neurons are classified.
 *
 * @example classify(theta, { tolerance: rational(0n), symmetry: everyActivation }).layers.length === 1
 */
export interface ClassifyOptions {
  /** How far weights may be apart to count as equal; "auto" finds one for each layer, in the largest gap. */
  readonly tolerance: Rational | "auto";
  /** What is known of the activation. */
  readonly symmetry: ActivationSymmetry;
  /** For each hidden layer what its neurons pass to the activation, for all inputs of a box. */
  readonly ranges?: readonly (readonly Interval[])[];
}

/**
 * A hidden layer's neurons, classified by incoming and by outgoing weights.
 *
 * @example classify(from, { tolerance: rational(0n), symmetry: everyActivation }).layers[0]?.groups.length
 *   === 2
 */
export interface ClassifiedLayer {
  /** All neurons but the dead and the constant ones, a neuron alone as a group of one. */
  readonly groups: readonly UnitGroup[];
  /** For each group its members' outgoing weights, with their signs and scales, summed. */
  readonly outgoingSums: readonly RationalVector[];
  /** The groups whose outgoing weights nearly cancel, and single neurons without output, by number. */
  readonly zeroGroups: readonly number[];
  /** Neurons that give 0 for all inputs of the box. */
  readonly dead: readonly number[];
  /** Neurons that see one side of the kink alone, for all inputs of the box. */
  readonly linear: readonly number[];
  /** Neurons whose incoming weights are nearly 0, if what they compute has another place. */
  readonly constants: readonly number[];
  /** How far incoming weights may be apart. */
  readonly tolerance: Rational;
  /** How large outgoing sums may be to count as 0. */
  readonly outgoingTolerance: Rational;
  /** The distances of each neuron to the nearest other, if the tolerance was found from them. */
  readonly nearest: readonly Rational[];
}

/**
 * What is nearly equal in a network, and the nearest network in which it is equal.
 *
 * @example classify(from, { tolerance: rational(0n), symmetry: everyActivation }).distanceSquared.n === 0n
 */
export interface Classification {
  readonly layers: readonly ClassifiedLayer[];
  /** The orthogonal projection on the networks with these groups, and dead neurons without output. */
  readonly projected: MultiLayerNetwork;
  /** Of the projection, the outgoing weights of dead neurons aside. */
  readonly distanceSquared: Rational;
  /** What the projection reduces to: the same function. */
  readonly reduction: SymmetricMultiLayerReduction;
}

/**
 * Classifies the neurons of a network as training leaves it (Remark 4.2): those whose incoming weights are
 * nearly equal, up to the activation's symmetry, and those whose outgoing weights nearly cancel. This names a
 * labelled partition P of each layer, and a linear space of networks, the union of Γ_P(θ^r) over all θ^r.
 * The network is projected on it, and the projection is reduced, both exactly.
 *
 * With several layers weights are summed over the groups of the layer before, as by `reduceMultiLayer`:
 * equal sums make copies.
 *
 * @throws InputError if the tolerance is so large that too many pairs have to be compared, or if "auto" is
 *   asked for a layer of more than 6,000 neurons.
 * @example classify(from, { tolerance: rational(1n, 1000n), symmetry: everyActivation }).reduction.widths
 *   // [1]
 */
export function classify(network: AnyNetwork, options: ClassifyOptions): Classification {
  requireArguments({ "{ tolerance, symmetry }": { options } });
  const layers = asMultiLayer(network);
  const rows = affineRows(layers, layers);
  const passed = forwards(rows, layers, options);
  const heard = backwards(rows, passed, options.tolerance);
  let distanceSquared = rational(0n);
  const projected = rows.map((own, index) => {
    const [before, zeros] = [passed[index - 1], heard[index - 1]];
    const result = projectedRows(own, {
      folding: before === undefined ? plainFolding(layers) : before.folding,
      zeroClasses: zeros === undefined ? new Set() : zeros.zeroClasses,
      layer: passed[index]?.groups,
      silent: heard[index]?.silent,
    });
    distanceSquared = distanceSquared.add(result.distanceSquared);
    return before === undefined ? result.rows : withoutInputs(result.rows, before.groups.dead);
  });
  const nearest = networkOfRows(projected, layers.biases !== undefined);
  return speaking({
    layers: passed.map(({ groups }, index) => layerOf(groups, entry(heard, index))),
    projected: nearest,
    distanceSquared,
    reduction: reduced(nearest, options.symmetry),
  });
}

function layerOf(
  { groups, dead, linear, constants, tolerance, nearest }: LayerGroups,
  { outgoingSums, zeroGroups, outgoingTolerance }: OutgoingGroups,
): ClassifiedLayer {
  return {
    groups,
    outgoingSums,
    zeroGroups: [...zeroGroups],
    dead,
    linear,
    constants: [...constants.keys()],
    tolerance,
    outgoingTolerance,
    nearest,
  };
}

/** The reduction, which takes one pass for two layers without biases. */
function reduced(network: MultiLayerNetwork, symmetry: ActivationSymmetry): SymmetricMultiLayerReduction {
  if (network.weights.length > 2 || network.biases !== undefined)
    return reduceMultiLayerFor(network, symmetry);
  const { irreducible: pair, ...partition } = reduceFor(pairAt(network, 1), symmetry);
  const matrices = matricesWithPair(network, 1, pair);
  const width = pair.units.length;
  return {
    irreducible: width === 0 ? undefined : asMultiLayer(pair),
    matrices,
    widths: [width],
    layers: [partition],
  };
}

/** A layer on the way. */
interface Passed {
  readonly groups: LayerGroups;
  readonly folding: Folding;
}

/** Groups and foldings from the first hidden layer to the last. */
function forwards(
  rows: readonly (readonly RationalVector[])[],
  layers: MultiLayerNetwork,
  { tolerance, symmetry, ranges }: ClassifyOptions,
): Passed[] {
  const hasBias = layers.biases !== undefined;
  const leavesConstants = !hasBias && !symmetry.constant.equals(0n);
  const passed: Passed[] = [];
  let folding = plainFolding(layers);
  rows.slice(0, -1).forEach((own, index) => {
    const before = folding;
    const incoming = folded(before, own);
    const groups = layerGroups(incoming, ranges?.[index], { tolerance, symmetry, hasBias });
    const balanced = leavesConstants
      ? balancedMirrors(groups, RationalVector.transposed(entry(rows, index + 1), own.length))
      : undefined;
    folding = foldingOf(groups, { width: own.length, symmetry, hasBias, balanced });
    passed.push({ groups, folding });
  });
  return passed;
}

/** From the last hidden layer to the first, what reads each: what nothing reads doesn't count as a reader. */
function backwards(
  rows: readonly (readonly RationalVector[])[],
  passed: readonly Passed[],
  tolerance: Rational | "auto",
): OutgoingGroups[] {
  const heard: OutgoingGroups[] = [];
  for (let index = passed.length - 1; index >= 0; index -= 1) {
    const { groups, folding } = entry(passed, index);
    const after = heard[0];
    const silent = after === undefined ? new Set<number>() : after.silent;
    heard.unshift(outgoingGroups(groups, folding, { rows: entry(rows, index + 1), silent }, tolerance));
  }
  return heard;
}

/** The rows with weight 0 for some inputs. */
function withoutInputs(
  rows: readonly RationalVector[],
  inputs: readonly number[],
): readonly RationalVector[] {
  if (inputs.length === 0) return rows;
  const left = new Set(inputs);
  return rows.map(({ numerators, denominator }) =>
    RationalVector.of(
      numerators.map((numerator, place) => (left.has(place) ? 0n : numerator)),
      denominator,
    ),
  );
}
