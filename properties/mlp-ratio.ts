import fc from "fast-check";
import { leastDepth } from "../src/combinatorics/asymptotics/goal.js";
import { onlyLevel, ratio, staysBelow } from "../src/combinatorics/asymptotics/ratio.js";
import { regime } from "../src/combinatorics/asymptotics/regime.js";
import { type Quotient, quotient } from "../src/exact/numbers/quotient.js";
import { rational } from "../src/exact/numbers/rational.js";
import { entry } from "../src/exact/entry.js";
import { type Property, property } from "./property.js";

const levels = fc
  .integer({ min: 2, max: 16 })
  .chain((r) => fc.tuple(fc.integer({ min: 1, max: r - 1 }), fc.constant(r)));

const epsilons = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([numerator, denominator]): Quotient => quotient(numerator, denominator));

/** The width–depth trade-off of §5 of Şimşek et al. (2021). */
export const properties: readonly Property[] = [
  property(
    "mlp-ratio/least-width",
    "R_k^(L−1) < ε at the least width and for good, and not one width earlier",
    fc.tuple(levels, fc.integer({ min: 1, max: 40 }), epsilons),
    ([[k, r], layers, epsilon]) => {
      const goal = { layers, epsilon };
      const answer = regime({ r, goal, lastWidth: 2000 });
      const least = entry(answer.levels, k - 1).leastWidth;
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
      const value = ratio(k, r, r + h);
      const depth = leastDepth(quotient(value.n, value.d), epsilon);
      const bound = rational(epsilon.numerator, epsilon.denominator);
      if (depth === null) return value.compare(rational(1n)) >= 0 && value.compare(bound) >= 0;
      const power = (layers: number) => value.pow(rational(BigInt(layers)));
      return (
        power(depth - 1).compare(bound) === -1 && (depth === 2 || power(depth - 2).compare(bound) !== -1)
      );
    },
  ),
];
