import { entry } from "../../exact/entry.js";
import { type Interval } from "../../exact/intervals/interval.js";
import { Column } from "./column.js";
import { type EndData, type EndNetwork, residuals, unitColumns } from "./endNetwork.js";

/** Outgoing weights of a pair on its way to infinity are beyond this, with opposite signs. */
const LEAST_WEIGHT = 8n;

/**
 * The limit that a network with a pair of huge and opposite outgoing weights is on its way to: (w ± εΔ, c/2 ±
 * 1/(2ε)) tends to c·σ(w·x) + (Δ·x)·σ'(w·x), which becomes the first unit.
 *
 * @returns undefined if there is no such pair.
 */
export function channelStart(network: EndNetwork): EndNetwork | undefined {
  const { inputs: d, units, parameters, precision } = network;
  const unit = (i: number): bigint[] => [
    ...parameters.slice(i * d, i * d + d),
    entry(parameters, units * d + i),
  ];
  const all = Array.from({ length: units }, (_, i) => unit(i));
  const heights = all.map((own) => entry(own, d));
  const order = heights
    .map((_, i) => i)
    .sort((left, right) => (at(heights, left) < at(heights, right) ? -1 : 1));
  const [low, high] = [entry(order, 0), entry(order, units - 1)];
  const least = LEAST_WEIGHT << BigInt(precision);
  if (at(heights, high) < least || at(heights, low) > -least) return undefined;
  const rest = all.filter((_, i) => i !== low && i !== high);
  const [p, q] = [entry(all, high), entry(all, low)];
  const slope = at(heights, high) - at(heights, low);
  const mean = p.slice(0, d).map((value, j) => (value + entry(q, j)) >> 1n);
  const v = p.slice(0, d).map((value, j) => ((value - entry(q, j)) * slope) >> BigInt(precision + 1));
  const incoming = [...mean, ...rest.flatMap((own) => own.slice(0, d))];
  const outgoing = [entry(p, d) + entry(q, d), ...rest.map((own) => entry(own, d))];
  return { ...network, units: units - 1, channels: 1, parameters: [...incoming, ...outgoing, ...v] };
}

function at(values: readonly bigint[], place: number): bigint {
  return entry(values, place);
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
