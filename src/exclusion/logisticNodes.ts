import { Interval } from "../exact/intervals/interval.js";
import { rational } from "../exact/numbers/rational.js";
import { sigmoid } from "../landscape/activations/sigmoid.js";

/** Nodes are the multiples of 1/UNITS. */
export const UNITS = 2 ** 15;

/** Those of an exact enclosure: multiples of 1/64. */
const FINE = 512;

/** The last node is at this argument. */
const REACH = 27;

/**
 * τ = σ − ½ at the nodes from 0 to 27, within 2^−50. At the multiples of 1/64 and at the nodes below 1/64 it
 * is the double next to an enclosure, within 2^−53; elsewhere τ(z + r) = (τ(z) + τ(r))/(1 + 4τ(z)τ(r)), in
 * which three roundings, of numbers below 2, and the errors of both parts add less than 2^−50.
 */
export function logisticNodes(): Float64Array {
  const coarse = Array.from({ length: REACH * (UNITS / FINE) }, (_, step) => enclosedNode(step * FINE));
  const fine = Array.from({ length: FINE }, (_, step) => enclosedNode(step));
  const nodes = new Float64Array(REACH * UNITS);
  coarse.forEach((far, step) => {
    fine.forEach((near, place) => {
      nodes[step * FINE + place] = (far + near) / (1 + 4 * far * near);
    });
  });
  return nodes;
}

const PRECISION = 64;

/** τ at a node, from an enclosure of σ. */
export function enclosedNode(node: number): number {
  const z = Interval.enclosing(rational(BigInt(node), BigInt(UNITS)), PRECISION);
  return nearestDouble(sigmoid(z).minus(Interval.enclosing(rational(1n, 2n), PRECISION)));
}

/** A double within 2^−53 of all numbers of an interval a few units wide at 64 bits, inside (−2, 2). */
export function nearestDouble({ lower, precision }: Interval): number {
  return Number(lower) / 2 ** precision;
}
