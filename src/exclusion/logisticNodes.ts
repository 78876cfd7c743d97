import { noEntry } from "../exact/entry.js";
import { Interval } from "../exact/intervals/interval.js";
import { rational } from "../exact/numbers/rational.js";
import { sigmoid } from "../landscape/activations/sigmoid.js";

/** Nodes are the multiples of 1/UNITS. */
export const UNITS = 2 ** 18;

/** Those of an exact enclosure are the multiples of 1/64, and all below 1/64. */
const FINE = 2 ** 12;

/** All nodes are below this argument. */
export const NODES_END = 27;

const PRECISION = 64;

/**
 * τ = σ − ½ at nodes from 0 on, within 2^−50. At z, a multiple of 1/64, and at r < 1/64 it is the double next
 * to an enclosure, within 2^−53; τ(z + r) = (τ(z) + τ(r))/(1 + 4τ(z)τ(r)), in which the errors of both and
 * four roundings, of numbers below 2, add less than 2^−50.
 */
export class LogisticNodes {
  private readonly coarse = enclosedNodes(NODES_END * (UNITS / FINE), FINE);
  private readonly fine = enclosedNodes(FINE, 1);

  /** @param node z·UNITS, an integer from 0 to 27·UNITS − 1. */
  at(node: number): number {
    const rest = node % FINE;
    const step = (node - rest) / FINE;
    const far = this.coarse[step] ?? noEntry(this.coarse, step);
    const near = this.fine[rest] ?? noEntry(this.fine, rest);
    return (far + near) / (1 + 4 * far * near);
  }
}

/** τ at the first multiples of a node. */
function enclosedNodes(count: number, step: number): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => {
    const z = Interval.enclosing(rational(BigInt(index * step), BigInt(UNITS)), PRECISION);
    return nearestDouble(sigmoid(z).minus(Interval.enclosing(rational(1n, 2n), PRECISION)));
  });
}

/** A double within 2^−53 of all numbers of an interval a few units wide at 64 bits, inside (−2, 2). */
export function nearestDouble({ lower, precision }: Interval): number {
  return Number(lower) / 2 ** precision;
}
