import fc from "fast-check";
import { entry } from "../src/exact/entry.js";
import { rational } from "../src/exact/numbers/rational.js";
import { RationalVector } from "../src/exact/vectors/rationalVector.js";
import { shortestSignedPath } from "../src/manifold/signed/shortestSignedPath.js";
import { type TwoLayerNetwork, evaluate, sameNetwork } from "../src/network/twoLayerNetwork.js";
import { powers, signedPoints } from "./ext-parity-connected.js";
import { type Property, property } from "./property.js";

/** The network a third of the way along a segment. */
function within(from: TwoLayerNetwork, to: TwoLayerNetwork): TwoLayerNetwork {
  const third = rational(1n, 3n);
  const between = (start: RationalVector, end: RationalVector): RationalVector =>
    start.plus(end.minus(start).times(third));
  const units = from.units.map(({ incoming, outgoing }, index) => {
    const other = entry(to.units, index);
    return { incoming: between(incoming, other.incoming), outgoing: between(outgoing, other.outgoing) };
  });
  return { ...from, units };
}

export const properties: readonly Property[] = [
  property(
    "ext-geodesic-odd/path",
    "a shortest path between random points, m ≤ r + 2 ≤ 4, joins them in at most 7 segments if m ≥ 2r, and a " +
      "third of the way along each segment the function is that of θ^r",
    signedPoints.chain((points) =>
      fc.tuple(
        fc.constant(points),
        fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }),
      ),
    ),
    ([{ theta, from, to, parity }, numbers]) => {
      const path = shortestSignedPath(theta, from, to, parity);
      if (path === undefined) return false;
      const { points, partitions } = path;
      const x = RationalVector.of(numbers.slice(0, theta.inputDimension).map(BigInt), 2n);
      const value = evaluate(theta, x, powers(parity));
      return (
        sameNetwork(entry(points, 0), from) &&
        sameNetwork(entry(points, partitions.length), to) &&
        (partitions.length <= 7 || from.units.length < 2 * theta.units.length) &&
        partitions.every((_, segment) => {
          const middle = within(entry(points, segment), entry(points, segment + 1));
          return evaluate(middle, x, powers(parity)).equals(value);
        })
      );
    },
  ),
];
