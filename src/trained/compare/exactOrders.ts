import { entry } from "../../exact/entry.js";
import { arranged } from "../../network/multiLayerKey.js";
import { vectorKey } from "../../network/multiLayerReduction.js";
import { placesByKey } from "../../network/twoLayerNetwork.js";
import { type BiasedLayers, widthsOf } from "./biasedLayers.js";

/** For each hidden layer an order: for each unit of A the unit of B that is its own, counted from 0. */
export type Orders = readonly (readonly number[])[];

/**
 * The orders that turn B into A weight by weight; undefined if none are found. If A is irreducible, none are
 * overlooked: its rows are distinct, so the order of each layer determines that of the next. Copies are told
 * apart by their outgoing weights, as far as these have different values.
 */
export function exactOrders(a: BiasedLayers, b: BiasedLayers): Orders | undefined {
  if (widthsOf(a).join() !== widthsOf(b).join()) return undefined;
  const orders: (readonly number[])[] = [];
  const last = a.weights.length - 1;
  for (let layer = 0; layer < last; layer += 1) {
    const order = orderOf(keysOf(a, layer), keysOf(b, layer, orders[layer - 1]), (unit, isOfA) =>
      outgoingKey(isOfA ? a : b, layer, unit),
    );
    if (order === undefined) return undefined;
    orders.push(order);
  }
  const [outputs, others] = [keysOf(a, last), keysOf(b, last, orders[last - 1])];
  return outputs.every((key, row) => key === entry(others, row)) ? orders : undefined;
}

/** The incoming weights and the bias of each unit of a layer, whose columns are taken in the given order. */
function keysOf({ weights, biases }: BiasedLayers, layer: number, columns?: readonly number[]): string[] {
  const texts = entry(biases, layer).toStrings();
  return entry(weights, layer).map(
    (row, unit) => `${vectorKey(arranged(row, columns))};${entry(texts, unit)}`,
  );
}

/** The outgoing weights of a unit, sorted unless they go to the outputs, which alone keep their order. */
function outgoingKey({ weights }: BiasedLayers, layer: number, unit: number): string {
  const column = entry(weights, layer + 1).map((row) => row.slice(unit, unit + 1).key);
  return (layer + 2 < weights.length ? column.sort() : column).join();
}

/**
 * For each key of A its place among those of B.
 *
 * @param outgoing tells units of equal keys apart, as far as it differs.
 */
function orderOf(
  ours: readonly string[],
  theirs: readonly string[],
  outgoing: (unit: number, isOfA: boolean) => string,
): number[] | undefined {
  const found = new Map(placesByKey(theirs).map((places) => [entry(theirs, entry(places, 0)), places]));
  const order = new Array<number>(ours.length);
  for (const units of placesByKey(ours)) {
    const places = found.get(entry(ours, entry(units, 0)));
    if (places?.length !== units.length) return undefined;
    const [from, to] = [
      sorted(units, (unit) => outgoing(unit, true)),
      sorted(places, (unit) => outgoing(unit, false)),
    ];
    from.forEach((unit, index) => {
      order[unit] = entry(to, index);
    });
  }
  return order;
}

/** The units by the keys of their outgoing weights, which a unit alone doesn't need. */
function sorted(units: readonly number[], key: (unit: number) => string): readonly number[] {
  if (units.length === 1) return units;
  const keyed = units.map((unit) => [key(unit), unit] as const);
  keyed.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  return keyed.map(([, unit]) => unit);
}
