import { entry } from "../../exact/entry.js";
import type { Interval } from "../../exact/intervals/interval.js";
import { Column } from "./column.js";
import { type EndData, type EndNetwork, residuals, unitColumns } from "./endNetwork.js";

/** Outgoing weights of a pair on its way to infinity are beyond this, with opposite signs. */
const LEAST_WEIGHT = 8n;

/** What a network tends to, and for each unit those that it stands for. */
export interface Limit {
  readonly network: EndNetwork;
  readonly members: readonly (readonly number[])[];
}

/**
 * The limit that a network with a pair of huge and opposite outgoing weights is on its way to: (w ± εΔ, c/2 ±
 * 1/(2ε)) tends to c·σ(w·x) + (Δ·x)·σ'(w·x), which becomes the first unit. Without such a pair it is the
 * network itself.
 */
export function limitOf(network: EndNetwork): Limit {
  const { inputs: d, units, parameters, precision } = network;
  const all = Array.from({ length: units }, (_, i) => ({
    w: parameters.slice(i * d, i * d + d),
    c: entry(parameters, units * d + i),
  }));
  const order = all
    .map((_, i) => i)
    .sort((left, right) => (entry(all, left).c < entry(all, right).c ? -1 : 1));
  const [low, high] = [entry(order, 0), entry(order, units - 1)];
  const [p, q] = [entry(all, high), entry(all, low)];
  const least = LEAST_WEIGHT << BigInt(precision);
  if (p.c < least || q.c > -least) return { network, members: all.map((_, i) => [i]) };
  const others = all.map((_, i) => i).filter((i) => i !== low && i !== high);
  const rest = others.map((i) => entry(all, i));
  const mean = p.w.map((value, j) => (value + entry(q.w, j)) >> 1n);
  const v = p.w.map((value, j) => ((value - entry(q.w, j)) * (p.c - q.c)) >> BigInt(precision + 1));
  const incoming = [...mean, ...rest.flatMap(({ w }) => w)];
  const outgoing = [p.c + q.c, ...rest.map(({ c }) => c)];
  return {
    network: { ...network, units: units - 1, channels: 1, parameters: [...incoming, ...outgoing, ...v] },
    members: [[high, low], ...others.map((i) => [i])],
  };
}

/**
 * L₂ = Σ_k e_k (½c (v·x)² σ'' + ⅙ (v·x)³ σ'''), for all networks within `reach`: along the pairs (w ± εv, c/2
 * ± 1/(2ε)) the loss is L_∞ + ε²L₂ + O(ε⁴) above a critical point of the limit (Martinelli et al. 2025).
 */
export function channelSlope(network: EndNetwork, reach: bigint, data: EndData): Interval {
  const units = unitColumns(network, reach, data);
  const errors = residuals(units, data);
  const { jets, along = Column.zero(errors.values.length, network.precision), outgoing } = entry(units, 0);
  const [, , s2, s3] = jets;
  const square = along.times(along);
  // Six times the sum, whose sign is the same.
  const terms = square.times(s2).scaled(outgoing).multiple(3n).plus(square.times(along).times(s3));
  return errors.inner(terms);
}
