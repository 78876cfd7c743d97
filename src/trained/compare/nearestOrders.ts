import { entry, lastEntry } from "../../exact/entry.js";
import type { Rational } from "../../exact/numbers/rational.js";
import type { Parity } from "../../exact/parity.js";
import { leastAssignment } from "./assignment.js";
import type { Orders } from "./exactOrders.js";
import { type GridUnit, type Reading, differences, gridUnits, mirroredCost, unitCost } from "./unitCosts.js";
import type { WeightGrid, WeightGrids } from "./weightGrid.js";

/**
 * Orders of B's units that bring its weights near to A's. Narrower layers are filled up with units that have
 * no output, and the incoming weights of those they stand for.
 */
export interface NearestOrders {
  /** For each unit of A, and then for each that fills up, the one of B, or one that fills up. */
  readonly orders: Orders;
  /** For each of these −1 if the unit of B is mirrored. */
  readonly signs: readonly (readonly (1 | -1)[])[];
  /** No orders make the sum of |differences| of all weights less than this. */
  readonly lowerBound: Rational;
}

/** More steps than these, for the costs of all pairs of units or for an assignment, would take minutes. */
const MOST_STEPS = 4_000_000_000;

/** Rounds over all layers; mostly the second changes nothing, and ends the search. */
const MOST_ROUNDS = 20;

/**
 * The orders of least sum of |differences| for one hidden layer, by an assignment that its potentials prove
 * to be best. With more layers the order of each is best for those of its neighbours, as in Git Re-Basin
 * (Ainsworth et al. 2023); the lower bound adds up assignments that are best whatever the neighbours are.
 *
 * @param parity of an activation for which units may be mirrored; with more hidden layers none are.
 * @returns undefined if the layers are too wide.
 */
export function nearestOrders(
  { a, b, step, slack }: WeightGrids,
  parity: Parity | undefined,
): NearestOrders | undefined {
  if (stepsOf(a) > MOST_STEPS) return undefined;
  const search = { a, b, parity: a.layers.length === 2 ? parity : undefined };
  const best = improved(search, firstOrders(search));
  const bound = hiddenBound(search, best) + outputBiases(search) - slack;
  return {
    orders: best.map(({ order }) => order),
    signs: best.map(({ signs }) => signs),
    lowerBound: step.mul(BigInt(Math.max(bound, 0))),
  };
}

interface Search {
  readonly a: WeightGrid;
  readonly b: WeightGrid;
  readonly parity: Parity | undefined;
}

/** The order of a layer, and what its assignment costs. */
interface Layer {
  readonly order: readonly number[];
  readonly signs: readonly (1 | -1)[];
  readonly cost: number;
}

function stepsOf({ layers }: WeightGrid): number {
  return layers.slice(0, -1).reduce((steps, rows, layer) => {
    const [first] = rows;
    if (first === undefined) return steps;
    const weights = first.length + entry(layers, layer + 1).length;
    return steps + rows.length * rows.length * Math.max(weights, rows.length);
  }, 0);
}

/** The best order of a layer, where B is read in the given way. */
function bestOf({ a, b, parity }: Search, layer: number, ofA: Reading, ofB: Reading): Layer {
  const [ours, theirs] = [gridUnits(a, layer, ofA), gridUnits(b, layer, ofB)];
  const costOf = (one: GridUnit, other: GridUnit): number =>
    parity === undefined
      ? unitCost(one, other)
      : Math.min(unitCost(one, other), mirroredCost(one, other, parity));
  const { columns, cost } = leastAssignment(ours.map((one) => theirs.map((other) => costOf(one, other))));
  const signs = columns.map((column, row): 1 | -1 => {
    const [one, other] = [entry(ours, row), entry(theirs, column)];
    return costOf(one, other) < unitCost(one, other) ? -1 : 1;
  });
  return { order: columns, signs, cost };
}

/** Each layer by its incoming weights alone, but for the last, whose outgoing weights are known, too. */
function firstOrders(search: Search): Layer[] {
  const found: Layer[] = [];
  const hidden = search.a.layers.length - 1;
  for (let layer = 0; layer < hidden; layer += 1) {
    const rows = layer === hidden - 1 ? undefined : "none";
    found.push(
      bestOf(search, layer, { columns: undefined, rows }, { columns: found[layer - 1]?.order, rows }),
    );
  }
  return found;
}

/** The orders after rounds in which each layer takes the best for its neighbours, until none changes. */
function improved(search: Search, first: readonly Layer[]): readonly Layer[] {
  // The order of one layer is already the best.
  if (first.length === 1) return first;
  let layers = first;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = layers;
    layers.forEach((_, layer) => {
      const [columns, rows] = [layers[layer - 1]?.order, layers[layer + 1]?.order];
      const better = bestOf(search, layer, { columns: undefined, rows: undefined }, { columns, rows });
      layers = layers.map((old, index) => (index === layer ? better : old));
    });
    if (layers.every(({ order }, layer) => order.join() === entry(before, layer).order.join())) break;
  }
  return layers;
}

/**
 * The costs of assignments that count each weight at most once, and at its least for any order of the layer
 * before: two lists are nearest if both are sorted.
 */
function hiddenBound(search: Search, best: readonly Layer[]): number {
  const [only] = best;
  // Its assignment counts all weights.
  if (only !== undefined && best.length === 1) return only.cost;
  return best.reduce((bound, _, layer) => {
    const rows = layer === best.length - 1 ? undefined : "none";
    const reading: Reading = { columns: layer === 0 ? undefined : "sorted", rows };
    return bound + bestOf(search, layer, reading, reading).cost;
  }, 0);
}

function outputBiases({ a, b }: Search): number {
  const outputs = (grid: WeightGrid): number[] => lastEntry(grid.layers).map((row) => lastEntry(row));
  return differences(outputs(a), outputs(b));
}
