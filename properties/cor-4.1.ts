import { RationalVector } from "../src/exact/vectors/rationalVector.js";
import { evaluate, type TwoLayerNetwork } from "../src/network/twoLayerNetwork.js";
import { type Property, property } from "./property.js";
import { polylineHolds, twoPoints } from "./thm-3.1-connected.js";

/** Zero loss on data of θ_*: equal values at a grid of inputs, for σ(z) = z³ + z² − z/2 + 1. */
export function zeroLoss(teacher: TwoLayerNetwork, student: TwoLayerNetwork): boolean {
  return [-2n, -1n, 0n, 1n, 3n].every((coordinate) => {
    const x = RationalVector.of(
      Array.from({ length: teacher.inputDimension }, (_, index) => coordinate + BigInt(index)),
    );
    const value = (network: TwoLayerNetwork): RationalVector =>
      evaluate(network, x, (z) => z.mul(z).mul(z).add(z.mul(z)).sub(z.div(2n)).add(1n));
    return value(teacher).equals(value(student));
  });
}

export const properties: readonly Property[] = [
  property(
    "cor-4.1/zero-loss-polyline",
    "two zero-loss points expanded from θ_* are joined by segments on which the loss on the data of θ_* is " +
      "zero",
    twoPoints,
    (points) => polylineHolds(points, zeroLoss),
  ),
];
