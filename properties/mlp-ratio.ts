import fc from "fast-check";
import { entry } from "../src/exact/entry.js";
import { leastDepth } from "../src/combinatorics/asymptotics/goal.js";
import { onlyLevel, levelRatio, staysBelow } from "../src/combinatorics/asymptotics/ratio.js";
import { widthRegime } from "../src/combinatorics/asymptotics/regime.js";
import { type Quotient, quotientOf } from "../src/exact/numbers/quotient.js";
import { rational } from "../src/exact/numbers/rational.js";
import { type Property, property } from "./property.js";

const levels = fc
  .integer({ min: 2, max: 16 })
  .chain((r) => fc.tuple(fc.integer({ min: 1, max: r - 1 }), fc.constant(r)));

const epsilons = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([numerator, denominator]): Quotient => quotientOf(numerator, denominator));

/** The width–depth trade-off of §5 of Şimşek et al. (2021). */
export const properties: readonly Property[] = [
  property(
    "mlp-ratio/least-width",
    "R_k^(L−1) < ε at the least width and at all larger ones, and not at the width before it",
    fc.tuple(levels, fc.integer({ min: 1, max: 40 }), epsilons),
    ([[k, r], layers, epsilon]) => {
      const goal = { layers, epsilon };
      const answer = widthRegime({ r, goal, lastWidth: 2000 });
      const { leastWidth: least } = entry(answer.levels, k - 1);
      return (
        least !== null &&
        staysBelow(r, least, onlyLevel(k), goal) &&
        (least === r || !staysBelow(r, least - 1, onlyLevel(k), goal))
      );
    },
  ),
  property(
    "mlp-ratio/least-depth",
    "R_k^(L−1) < ε at the least depth L, and not at L − 1",
    fc.tuple(levels, fc.nat(30), epsilons),
    ([[k, r], h, epsilon]) => {
      const value = levelRatio(k, r, r + h);
      const depth = leastDepth(quotientOf(value.n, value.d), epsilon);
      const bound = rational(epsilon.numerator, epsilon.denominator);
      if (depth === null) return value.compare(rational(1n)) >= 0 && value.compare(bound) >= 0;
      const power = (layers: number) => value.pow(rational(BigInt(layers)));
      return (
        power(depth - 1).compare(bound) === -1 && (depth === 2 || power(depth - 2).compare(bound) !== -1)
      );
    },
  ),
];
