import type { TwoLayerNetwork } from "../../network/twoLayerNetwork.js";

/** Where the units of a network sit, seen from θ^r. */
export interface UnitClasses {
  /** For each unit, the label t whose w_t is its incoming vector, or 0. */
  readonly labels: Int32Array;
  /** For each unit, the number of its class of equal incoming vectors, by first appearance. */
  readonly classes: Int32Array;
  readonly classCount: number;
}

/** The units by incoming vector, in one pass. */
export function unitClasses(theta: TwoLayerNetwork, network: TwoLayerNetwork): UnitClasses {
  const labelOf = new Map(theta.units.map(({ incoming }, index) => [incoming.key, index + 1]));
  const numbers = new Map<string, number>();
  const labels = new Int32Array(network.units.length);
  const classes = new Int32Array(network.units.length);
  network.units.forEach(({ incoming: { key } }, unit) => {
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    labels[unit] = labelOf.get(key) ?? 0;
    classes[unit] = number;
  });
  return { labels, classes, classCount: numbers.size };
}
