import { describe, expect, it } from "vitest";
import { entry } from "../../../src/exact/entry.js";
import { type Rational, rational } from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "../../../src/network/multiLayerNetwork.js";
import { seededIntegers } from "../../../src/network/seededIntegers.js";
import { withBiases } from "../../../src/trained/compare/biasedLayers.js";
import { nearestOrders } from "../../../src/trained/compare/nearestOrders.js";
import { weightGrids } from "../../../src/trained/compare/weightGrid.js";

/** A network of unrelated weights p/q. */
function unrelated(widths: readonly number[], seed: number, denominator: number): MultiLayerNetwork {
  const draw = seededIntegers(seed, `unrelated ${widths.join()}`);
  const vector = (dimension: number): RationalVector =>
    RationalVector.fromRationals(
      Array.from({ length: dimension }, () => rational(BigInt(draw(-20, 20)), BigInt(draw(1, denominator)))),
    );
  const weights = widths
    .slice(1)
    .map((width, layer) => Array.from({ length: width }, () => vector(entry(widths, layer))));
  return multiLayerNetwork(weights, widths.slice(1).map(vector));
}

function orders(count: number): number[][] {
  if (count === 0) return [[]];
  return orders(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, place) => [...order.slice(0, place), count - 1, ...order.slice(place)]),
  );
}

/** The sum of |differences| of all weights, with B's units in the given orders, by plain fractions. */
function distance(a: MultiLayerNetwork, b: MultiLayerNetwork, of: readonly (readonly number[])[]): Rational {
  let sum = rational(0n);
  a.weights.forEach((rows, layer) => {
    const [columns, units] = [of[layer - 1], of[layer]];
    rows.forEach((row, unit) => {
      const place = units === undefined ? unit : entry(units, unit);
      const other = entry(entry(b.weights, layer), place);
      row.toRationals().forEach((weight, column) => {
        const from = columns === undefined ? column : entry(columns, column);
        sum = sum.add(weight.sub(other.at(from)).abs());
      });
      const [bias, otherBias] = [a, b].map(({ biases }) => biases?.[layer]);
      if (bias === undefined || otherBias === undefined) throw new Error("no biases");
      sum = sum.add(bias.at(unit).sub(otherBias.at(place)).abs());
    });
  });
  return sum;
}

const least = (values: readonly Rational[]): Rational =>
  values.reduce((one, other) => (one.compare(other) <= 0 ? one : other));

const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);

describe("nearestOrders", () => {
  it.each(SEEDS)("has the least distance of all orders of one hidden layer, seed %i", (seed) => {
    const [a, b] = [unrelated([2, 4, 2], seed, 4), unrelated([2, 4, 2], seed + 100, 4)];
    const found = nearestOrders(weightGrids(withBiases(a), withBiases(b)), undefined);
    const best = least(orders(4).map((order) => distance(a, b, [order])));
    if (found === undefined) throw new Error("too wide");
    expect(distance(a, b, found.orders).equals(best)).toBe(true);
    expect(found.lowerBound.compare(best)).toBeLessThanOrEqual(0);
    // Thirds are not on the grid; what they miss is far below the weights.
    expect(best.sub(found.lowerBound).compare(rational(1n, 1n << 30n))).toBeLessThan(0);
    const dyadic = [unrelated([2, 4, 2], seed, 2), unrelated([2, 4, 2], seed + 100, 2)] as const;
    const onGrid = nearestOrders(weightGrids(withBiases(dyadic[0]), withBiases(dyadic[1])), undefined);
    expect(onGrid?.lowerBound.equals(least(orders(4).map((order) => distance(...dyadic, [order]))))).toBe(
      true,
    );
  });

  it.each(SEEDS)("bounds all orders of two hidden layers from below, seed %i", (seed) => {
    const [a, b] = [unrelated([2, 3, 3, 2], seed, 3), unrelated([2, 3, 3, 2], seed + 100, 3)];
    const found = nearestOrders(weightGrids(withBiases(a), withBiases(b)), undefined);
    if (found === undefined) throw new Error("too wide");
    const all = orders(3).flatMap((first) => orders(3).map((second) => distance(a, b, [first, second])));
    expect(all).toHaveLength(36);
    expect(found.lowerBound.compare(least(all))).toBeLessThanOrEqual(0);
    expect(found.lowerBound.compare(0n)).toBeGreaterThan(0);
    const own = distance(a, b, found.orders);
    // No change of one layer's order helps.
    for (const layer of [0, 1]) {
      const others = orders(3).map((order) =>
        distance(a, b, layer === 0 ? [order, entry(found.orders, 1)] : [entry(found.orders, 0), order]),
      );
      expect(own.compare(least(others).add(rational(1n, 1n << 30n)))).toBeLessThanOrEqual(0);
    }
  });
});
