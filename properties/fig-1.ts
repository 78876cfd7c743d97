import fc from "fast-check";
import { binomialInterval } from "../src/combinatorics/counts/binomialInterval.js";
import { type Property, property } from "./property.js";

const counts = fc
  .integer({ min: 1, max: 60 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));

export const properties: readonly Property[] = [
  property(
    "fig-1/mirrored",
    "the interval of failures is that of successes, mirrored; and it holds the share",
    counts,
    ([successes, trials]) => {
      const { lower, upper } = binomialInterval(successes, trials);
      const other = binomialInterval(trials - successes, trials);
      const share = BigInt(successes) * 10_000n;
      const holds = lower * BigInt(trials) <= share && share <= upper * BigInt(trials);
      return holds && other.lower === 10_000n - upper && other.upper === 10_000n - lower;
    },
  ),
];
