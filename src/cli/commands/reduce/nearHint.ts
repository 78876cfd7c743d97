import { entry } from "../../../exact/entry.js";
import { decimalAbove } from "../../../exact/numbers/decimal.js";
import type { Rational } from "../../../exact/numbers/rational.js";
import { RationalVector } from "../../../exact/vectors/rationalVector.js";
import type { MultiLayerNetwork } from "../../../network/multiLayerNetwork.js";
import { affineRows } from "../../../trained/bounds/affineRows.js";
import { sizeOf } from "../../../trained/groups/distances.js";
import { largestGap } from "../../../trained/groups/largestGap.js";
import { nearestOthers } from "../../../trained/groups/nearPairs.js";
import { largest } from "../../../trained/pruning/layerGroups.js";

/** Wider layers are not looked at: all pairs are compared. */
const WIDEST = 1000;

/**
 * A line on what is nearly a copy or nearly without output in an irreducible network, as training in floats
 * leaves it; none if nothing is much nearer than the rest.
 */
export function nearHint(network: MultiLayerNetwork): string[] {
  const rows = affineRows(network, network);
  const layers = rows.length - 1;
  for (let index = 0; index < layers; index++) {
    const own = entry(rows, index);
    if (own.length > WIDEST) continue;
    const near = nearCopies(own) ?? nearlySilent(entry(rows, index + 1), own.length);
    if (near === undefined) continue;
    const place = layers === 1 ? "" : `in hidden layer ${index + 1}, `;
    return [`${place}${near}: \`equiloss classify\` says what pruning changes`];
  }
  return [];
}

function nearCopies(rows: readonly RationalVector[]): string | undefined {
  const nearest = nearestOthers(rows, false);
  const distances = nearest.map(({ distance }) => distance);
  const unit = smallest(distances);
  if (unit === undefined || isNoGap(distances, largest(rows.map(sizeOf)))) return undefined;
  const { other, distance } = entry(nearest, unit);
  const [first, second] = [unit + 1, other + 1].sort((one, two) => one - two);
  return `incoming weights of neurons ${first} and ${second} differ by at most ${decimal(distance)}`;
}

function nearlySilent(readers: readonly RationalVector[], width: number): string | undefined {
  const sizes = RationalVector.transposed(readers, width).map(sizeOf);
  const unit = smallest(sizes);
  if (unit === undefined || isNoGap(sizes, largest(sizes))) return undefined;
  return `outgoing weights of neuron ${unit + 1} are at most ${decimal(entry(sizes, unit))}`;
}

/** Whether no gap separates small values from the others. */
function isNoGap(values: readonly Rational[], size: Rational): boolean {
  return largestGap(values, size).equals(0n);
}

/** The place of the smallest value; undefined if there is none. */
function smallest(values: readonly Rational[]): number | undefined {
  const order = [...values.keys()].sort((one, other) => entry(values, one).compare(entry(values, other)));
  return order[0];
}

function decimal({ n, d }: Rational): string {
  return decimalAbove({ numerator: n, denominator: d }, 4);
}
