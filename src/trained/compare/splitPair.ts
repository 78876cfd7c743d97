import { entry } from "../../exact/entry.js";
import { magnitude } from "../../exact/numbers/integer.js";
import type { RationalVector } from "../../exact/vectors/rationalVector.js";
import { matricesWithPair, pairAt } from "../../network/multiLayerNetwork.js";
import type { Unit } from "../../network/twoLayerNetwork.js";
import type { AlignedPair } from "./alignedPair.js";
import { type BiasedLayers, widthsOf, withBiases } from "./biasedLayers.js";

/** The two networks of a pair. */
export type Both = Pick<AlignedPair, "a" | "b">;

/** More comparisons of weights than these, to find the unit that is nearest to each, would take long. */
const MOST_STEPS = 200_000_000;

/**
 * The pair with units split, which changes neither function: where a unit of one network has no partner, the
 * other's unit that is nearest to it is split, and the part in its place takes its outgoing weights. So a
 * unit and its several near copies are near, and not only their sum. Undefined if all units have partners, or
 * there are too many without.
 */
export function splitPair(pair: AlignedPair): Both | undefined {
  const { a, b, isOfA, isOfB } = pair;
  const missing = [isOfA, isOfB].flatMap((isOwn) =>
    widthsOf(a).flatMap((width, layer) => [...Array(width).keys()].filter((place) => !isOwn(layer, place))),
  );
  const widest = widthsOf(a).reduce((most, width) => Math.max(most, width), 0);
  const inputs = a.weights.flat().reduce((most, { dimension }) => Math.max(most, dimension), 0);
  if (missing.length === 0 || missing.length * widest * inputs > MOST_STEPS) return undefined;
  return widthsOf(a).reduce<Both>(
    (both, _, layer) => {
      const first = splitLayer(both.a, both.b, layer, (place) => isOfA(layer, place));
      return { a: first, b: splitLayer(both.b, first, layer, (place) => isOfB(layer, place)) };
    },
    { a, b },
  );
}

/** The first network with units of a layer split for those of the second that it has no partner for. */
function splitLayer(
  network: BiasedLayers,
  other: BiasedLayers,
  layer: number,
  isOwn: (place: number) => boolean,
): BiasedLayers {
  const [pair, others] = [pairAt(network, layer + 1), pairAt(other, layer + 1)];
  const units = [...pair.units];
  const own = [...units.keys()].filter(isOwn);
  for (const place of units.keys()) {
    if (isOwn(place)) continue;
    const { incoming, outgoing } = entry(others.units, place);
    const nearest = nearestOf(own, units, incoming);
    if (nearest === undefined) continue;
    const whole = entry(units, nearest);
    units[place] = { incoming: whole.incoming, outgoing };
    units[nearest] = { ...whole, outgoing: whole.outgoing.minus(outgoing) };
  }
  return withBiases(matricesWithPair(network, layer + 1, { ...pair, units }));
}

/** The place whose unit has the incoming weights with the least sum of |differences|. */
function nearestOf(
  places: readonly number[],
  units: readonly Unit[],
  incoming: RationalVector,
): number | undefined {
  let [found, numerator, denominator]: [number | undefined, bigint, bigint] = [undefined, 0n, 1n];
  for (const place of places) {
    const difference = entry(units, place).incoming.minus(incoming);
    const sum = difference.numerators.reduce((total, one) => total + magnitude(one), 0n);
    if (found !== undefined && sum * denominator >= numerator * difference.denominator) continue;
    [found, numerator, denominator] = [place, sum, difference.denominator];
  }
  return found;
}
