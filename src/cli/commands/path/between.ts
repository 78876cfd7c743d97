import { entry } from "../../../exact/entry.js";
import type { Rational } from "../../../exact/numbers/rational.js";
import type { RationalVector } from "../../../exact/vectors/rationalVector.js";
import { type AnyNetwork, asMultiLayer, isTwoLayer } from "../../../network/anyNetwork.js";

/** The network that divides a segment: this part of it is behind. Vectors that stay are the same objects. */
export function between(start: AnyNetwork, end: AnyNetwork, part: Rational): AnyNetwork {
  const along = (first: RationalVector, last: RationalVector): RationalVector =>
    first === last ? first : first.plus(last.minus(first).times(part));
  const allAlong = (first: readonly RationalVector[], last: readonly RationalVector[]): RationalVector[] =>
    first.map((vector, index) => along(vector, entry(last, index)));
  if (isTwoLayer(start) && isTwoLayer(end)) {
    const units = start.units.map(({ incoming, outgoing }, index) => {
      const last = entry(end.units, index);
      return { incoming: along(incoming, last.incoming), outgoing: along(outgoing, last.outgoing) };
    });
    return { ...start, units };
  }
  const [first, last] = [asMultiLayer(start), asMultiLayer(end)];
  return {
    weights: first.weights.map((rows, layer) => allAlong(rows, entry(last.weights, layer))),
    biases: first.biases && last.biases && allAlong(first.biases, last.biases),
  };
}
