import { entry } from "../exact/entry.js";

/**
 * An error that is planted in an evaluation, to see whether the checks notice it.
 *
 * - kernel: every value of σ is off by the factor 1 + size.
 * - weight: in every network, the largest outgoing weight of the last layer is multiplied by 1 − size. Size 1
 *   drops the unit, size 2 changes the sign.
 * - accumulation: the sums over the last hidden layer keep `bits` bits after each addition; float16 has 11.
 * - scale: the result (outputs, a loss with its gradient, or logarithms) is off by the factor 1 + size.
 */
export type Fault =
  | { readonly kind: "kernel"; readonly size: number }
  | { readonly kind: "weight"; readonly size: number }
  | { readonly kind: "accumulation"; readonly bits: number }
  | { readonly kind: "scale"; readonly size: number };

/** The weights of one layer of a batch with a fault of the kind "weight" in each network's share. */
export function withFaultyWeight(layer: Float64Array, count: number, size: number): Float64Array {
  const faulty = layer.slice();
  const share = layer.length / count;
  for (let start = 0; start < layer.length; start += share) {
    let largest = start;
    for (let index = start; index < start + share; index++) {
      if (Math.abs(entry(layer, index)) > Math.abs(entry(layer, largest))) largest = index;
    }
    faulty[largest] = entry(layer, largest) * (1 - size);
  }
  return faulty;
}
