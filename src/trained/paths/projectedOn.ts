import { entry } from "../../exact/entry.js";
import { type Rational, rational } from "../../exact/numbers/rational.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import type { ActivationSymmetry } from "../../network/activations/activationSymmetry.js";
import { type MultiLayerNetwork, networkOfRows } from "../../network/multiLayerNetwork.js";
import { affineRows } from "../bounds/affineRows.js";
import type { Sign } from "../groups/distances.js";
import {
  type Coordinates,
  type Folding,
  coordinatesOf,
  foldingOf,
  plainFolding,
} from "../pruning/folding.js";
import { type PlacedUnits, placesIn } from "../pruning/layerGroups.js";
import { type Targets, changeTowards, meansOf } from "../pruning/projectedRows.js";

/** What the neurons of a hidden layer are in θ: a code for each, and its sign; sign 0 for one that is 0. */
export interface SignedCodes {
  readonly codes: readonly number[];
  readonly signs: readonly (Sign | 0)[];
}

/** Neurons of one code. */
interface Block extends PlacedUnits {
  readonly code: number;
}

const [ZERO, ONE] = [rational(0n), rational(1n)];

/**
 * The orthogonal projection of a network on Φ_P(θ), the networks whose neurons with code t ≥ 1 are copies of
 * neuron t of θ, mirrored by their signs, and together have its outgoing weights, while those of code 0 or
 * less are equal and without effect. Each condition is on a sum of weights of one row, and the sums of a row
 * have no weight in common.
 *
 * @param partitions P, for each hidden layer.
 */
export function projectedOn(
  theta: MultiLayerNetwork,
  partitions: readonly SignedCodes[],
  network: MultiLayerNetwork,
  symmetry: ActivationSymmetry,
): MultiLayerNetwork {
  const [rows, wanted] = [affineRows(network, network), affineRows(theta, theta)];
  const hasBias = network.biases !== undefined;
  let before: Before = { folding: plainFolding(network), blocks: undefined };
  const projected = rows.map((own, layer) => {
    const partition = partitions[layer];
    const place = { before, wanted: entry(wanted, layer) };
    if (partition === undefined) return onTheta(own, outputs(own.length), place);
    const blocks = blocksOf(partition);
    const still = new Set(partition.signs.flatMap((sign, unit) => (sign === 0 ? [unit] : [])));
    const result = onTheta(own, blocks, place).map((row, unit) => (still.has(unit) ? row.times(ZERO) : row));
    const groups = { groups: blocks, constants: new Map<number, Rational>() };
    const folding = foldingOf(groups, { width: own.length, symmetry, hasBias, balanced: undefined });
    before = { folding, blocks };
    return result;
  });
  return networkOfRows(projected, hasBias);
}

/** What is read: the classes of the layer before, and their blocks; the inputs have none. */
interface Before {
  readonly folding: Folding;
  readonly blocks: readonly Block[] | undefined;
}

interface RowPlace {
  readonly before: Before;
  /** The rows of θ. */
  readonly wanted: readonly RationalVector[];
}

function blocksOf({ codes, signs }: SignedCodes): Block[] {
  const blocks = new Map<number, { code: number; members: number[]; signs: Sign[]; scales: Rational[] }>();
  codes.forEach((code, unit) => {
    const sign = entry(signs, unit);
    if (sign === 0) return;
    const block = blocks.get(code) ?? { code, members: [], signs: [], scales: [] };
    block.members.push(unit);
    block.signs.push(sign);
    block.scales.push(ONE);
    blocks.set(code, block);
  });
  return [...blocks.values()];
}

/** Each output is its own. */
function outputs(count: number): Block[] {
  return Array.from({ length: count }, (_, unit) => ({
    code: unit + 1,
    members: [unit],
    signs: [1],
    scales: [ONE],
  }));
}

function onTheta(
  rows: readonly RationalVector[],
  blocks: readonly Block[],
  { before, wanted }: RowPlace,
): RationalVector[] {
  const coordinates = coordinatesOf(before.folding);
  const moved = [...rows];
  for (const block of blocks) {
    const targets =
      block.code > 0
        ? targetsOf(entry(wanted, block.code - 1), before, coordinates)
        : meansOf(block, rows, coordinates);
    for (const { unit, sign } of placesIn(block)) {
      const own: Targets = new Map(targets.map((target, at) => [at, sign === 1 ? target : target.neg()]));
      const change = changeTowards(own, entry(rows, unit), coordinates);
      if (change !== undefined) moved[unit] = entry(rows, unit).plus(change);
    }
  }
  return moved;
}

/** What the sums of a row must be, by the row of θ: its weights, 0 for zero blocks, and its bias. */
function targetsOf(
  wanted: RationalVector,
  { folding, blocks }: Before,
  { multiples }: Coordinates,
): Rational[] {
  const sums = folding.groupOf.map((group) => {
    const code = blocks === undefined ? group + 1 : entry(blocks, group).code;
    return code > 0 ? wanted.at(code - 1) : ZERO;
  });
  if (folding.rest === undefined) return sums;
  const bias = wanted.at(wanted.dimension - 1);
  // The rest is the last functional plus multiples of the others.
  const others = sums.reduce((sum, value, at) => sum.add(entry(multiples, at).mul(value)), ZERO);
  return [...sums, bias.sub(others)];
}
