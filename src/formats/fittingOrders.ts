import { entry } from "../exact/entry.js";
import type { NamedTensor } from "./namedTensor.js";
import { byNumbers, stemOf } from "./tensorNames.js";

/** A layer whose order among the others, or whose orientation, may be open. */
export interface LooseLayer {
  /** As names say it. */
  readonly layer: string;
  readonly weights: NamedTensor;
  readonly bias: NamedTensor | undefined;
}

/** A way to read layers: their order, and which matrices are stored inputs × outputs. */
export interface Fit {
  readonly layers: readonly LooseLayer[];
  readonly turned: ReadonlySet<string>;
}

/** How many layers are tried, in all orders together. Beyond it, the order counts as open. */
const MAX_TRIED = 100_000;

/** Outputs and inputs of a layer. */
export function sizesOf(
  { weights }: LooseLayer,
  turned: ReadonlySet<string>,
): [outputs: number, inputs: number] {
  const [rows, columns] = weights.shape;
  if (rows === undefined || columns === undefined) throw new RangeError("a matrix has two dimensions");
  return turned.has(weights.name) ? [columns, rows] : [rows, columns];
}

/** Whether the layers fit in this order: each has as many inputs as the one before has outputs. */
export function fits(layers: readonly LooseLayer[], turned: ReadonlySet<string>): boolean {
  return layers.every((layer, index) => follows(layers[index - 1], layer, turned));
}

function follows(before: LooseLayer | undefined, layer: LooseLayer, turned: ReadonlySet<string>): boolean {
  const [outputs, inputs] = sizesOf(layer, turned);
  const isBias = layer.bias === undefined || lengthOf(layer.bias) === outputs;
  return isBias && (before === undefined || sizesOf(before, turned)[0] === inputs);
}

/** The entries of a bias that is a list, a column or a row. */
function lengthOf({ shape }: NamedTensor): number {
  return shape.reduce((product, size) => product * size, 1);
}

/**
 * The orders in which layers fit, at most two of them: more would say nothing else than that it is open.
 * Layers whose names differ by numbers alone keep the order of the numbers.
 */
export function fittingOrders(layers: readonly LooseLayer[], turned: ReadonlySet<string>): LooseLayer[][] {
  const queues = new Map<string, LooseLayer[]>();
  for (const layer of [...layers].sort((left, right) => byNumbers(left.layer, right.layer))) {
    const stem = stemOf(layer.layer);
    const queue = queues.get(stem);
    if (queue === undefined) queues.set(stem, [layer]);
    else queue.push(layer);
  }
  const lines = [...queues.values()];
  const found: LooseLayer[][] = [];
  let tried = 0;
  // How many layers of each stem are chosen is in `taken`.
  const extend = (chosen: readonly LooseLayer[], taken: readonly number[]): void => {
    if (chosen.length === layers.length) found.push([...chosen]);
    for (const [index, line] of lines.entries()) {
      const next = line[entry(taken, index)];
      if (next === undefined || found.length > 1) continue;
      tried += 1;
      if (tried > MAX_TRIED) found.push([...layers], [...layers].reverse());
      else if (follows(chosen.at(-1), next, turned))
        extend([...chosen, next], taken.with(index, entry(taken, index) + 1));
    }
  };
  extend(
    [],
    lines.map(() => 0),
  );
  return found.slice(0, 2);
}
