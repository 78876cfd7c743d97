import { entry } from "../../../exact/entry.js";
import { formatRational } from "../../../exact/numbers/rational.js";
import { type ActivationSymmetry } from "../../../network/activations/activationSymmetry.js";
import {
  type SignedPartition,
  type SymmetricMultiLayerReduction,
  type SymmetricReduction,
  reduceFor,
  reduceMultiLayerFor,
} from "../../../network/activations/symmetricReduction.js";
import { type AnyNetwork, isTwoLayer } from "../../../network/anyNetwork.js";
import { type MultiLayerNetwork, hiddenWidths } from "../../../network/multiLayerNetwork.js";
import { multiLayerFile, networkFile } from "../../../network/networkFile.js";
import { blockLines, listed, plural } from "../../terminal/lists.js";
import { taggedJson } from "../taggedJson.js";
import type { LayersReducedFor, UnitsReducedFor } from "./reduced.js";

/** What `equiloss reduce --activation` prints for a network. */
export function reducedForText(network: AnyNetwork, symmetry: ActivationSymmetry, json: boolean): string {
  if (isTwoLayer(network)) {
    const reduction = reduceFor(network, symmetry);
    const width = network.units.length;
    const after = reduction.irreducible.units.length;
    return json
      ? taggedJson("reduce", unitsReduced(width, reduction, symmetry))
      : [
          summary([width], [after], symmetry),
          ...partitionLines(reduction, "  ", symmetry, after === width),
        ].join("\n");
  }
  const reduction = reduceMultiLayerFor(network, symmetry);
  return json
    ? taggedJson("reduce", layersReduced(network, reduction, symmetry))
    : layersText(network, reduction, symmetry);
}

function unitsReduced(
  width: number,
  { irreducible, labelledPartition, signs, scales, rest }: SymmetricReduction,
  { name, isHomogeneous }: ActivationSymmetry,
): UnitsReducedFor {
  return {
    width,
    irreducibleWidth: irreducible.units.length,
    network: networkFile(irreducible),
    labelledPartition,
    signs,
    ...(isHomogeneous && { scales: scales.map(formatRational) }),
    ...(rest !== "none" && { rest }),
    activation: name,
  };
}

function layersReduced(
  network: MultiLayerNetwork,
  { irreducible, matrices, widths, layers }: SymmetricMultiLayerReduction,
  { name, isHomogeneous }: ActivationSymmetry,
): LayersReducedFor {
  const bias = matrices.biases?.at(-1);
  return {
    widths: hiddenWidths(network),
    irreducibleWidths: widths,
    network: irreducible === undefined ? null : multiLayerFile(irreducible),
    labelledPartitions: layers.map(({ labelledPartition }) => labelledPartition),
    signs: layers.map(({ signs }) => signs),
    ...(isHomogeneous && { scales: layers.map(({ scales }) => scales.map(formatRational)) }),
    ...(layers.some(({ rest }) => rest !== "none") && { rests: layers.map(({ rest }) => rest) }),
    ...(bias !== undefined && widths.at(-1) === 0 && { constant: bias.toStrings() }),
    activation: name,
  };
}

function layersText(
  network: MultiLayerNetwork,
  { widths, layers }: SymmetricMultiLayerReduction,
  symmetry: ActivationSymmetry,
): string {
  const before = hiddenWidths(network);
  const lines = layers.flatMap((layer, index) => {
    const inner = partitionLines(layer, "    ", symmetry, true);
    const [from, to] = [entry(before, index), entry(widths, index)];
    return inner.length === 0 ? [] : [`  hidden layer ${index + 1}: width ${from} to ${to}`, ...inner];
  });
  return [summary(before, widths, symmetry), ...lines].join("\n");
}

function summary(before: readonly number[], after: readonly number[], { name }: ActivationSymmetry): string {
  const text = `${plural(before.length, "width")} ${listed(before)}`;
  if (before.join() === after.join()) return `${text}: no neuron was merged or dropped for ${name}`;
  const verb = before.length === 1 ? "reduces" : "reduce";
  const reached = `${text} ${verb} to ${before.length === 1 ? "width " : ""}${listed(after)}`;
  return `${reached}, the same function for ${name}`;
}

/**
 * The blocks of a layer, and what has no place.
 *
 * @param isShort leaves out the blocks of one neuron that stays as it is.
 */
function partitionLines(
  partition: SignedPartition,
  indent: string,
  symmetry: ActivationSymmetry,
  isShort: boolean,
): string[] {
  const { labelledPartition, signs, scales, rest } = partition;
  const named = (unit: number): string => {
    const [sign, scale] = [entry(signs, unit - 1), entry(scales, unit - 1)];
    const notes = [
      ...(sign === -1 ? ["mirrored"] : sign === 0 ? ["constant"] : []),
      ...(scale.equals(1n) ? [] : [`scaled by ${formatRational(scale)}`]),
    ];
    return notes.length === 0 ? `${unit}` : `${unit} (${notes.join(", ")})`;
  };
  const turned = new Set(labelledPartition.filter((_, index) => signs[index] === -1));
  const isAsBefore = (code: number, units: number): boolean =>
    isShort && code > 0 && units === 1 && !turned.has(code);
  const blocks = blockLines(labelledPartition, indent, isAsBefore, named);
  if (rest === "none") return blocks;
  const part = symmetry.slope.equals(0n) ? "constant" : "linear part";
  const open = rest === "unsettled" ? "; whether fewer would do was not settled" : "";
  const carried = `a ${part} is left, for which a network has no place: neurons carry it${open}`;
  return [...blocks, `${indent}${carried} (docs/activations.md)`];
}
