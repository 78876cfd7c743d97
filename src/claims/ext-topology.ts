import { differenceOfPowers, eulerCharacteristic } from "../combinatorics/eulerCharacteristic.js";
import { sphereCount, sphereCountByRecurrence } from "../combinatorics/sphereCount.js";
import type { Claim } from "./claim.js";
import { exhaustive } from "./exhaustive.js";
import { widths } from "./ranges.js";

const MAX_M = 60;

/** β and χ of one size, each by its own formula. */
export interface SphereNumbers {
  readonly r: number;
  readonly m: number;
  readonly closedForm: bigint;
  readonly recurrence: bigint;
  readonly eulerCharacteristic: bigint;
  /** Δ^r x^m at x = −1. */
  readonly difference: bigint;
}

export function sphereNumbers(r: number, m: number): SphereNumbers {
  return {
    r,
    m,
    closedForm: sphereCount(r, m),
    recurrence: sphereCountByRecurrence(r, m),
    eulerCharacteristic: eulerCharacteristic(r, m),
    difference: differenceOfPowers(r, m, -1n),
  };
}

/** One number of spheres, whichever formula gives it, and χ = 1 + (−1)^{m−r} β. */
export function checkSphereNumbers(found: SphereNumbers): string | undefined {
  const { r, m, closedForm: beta, recurrence } = found;
  if (beta !== recurrence)
    return `β(${r},${m}) is ${beta} by the closed form, ${recurrence} by the recurrence`;
  const sign = (m - r) % 2 === 0 ? 1n : -1n;
  if (found.difference * sign !== 1n + sign * beta)
    return `(−1)^{m−r}Δ^r x^m at −1 is ${found.difference * sign} at (${r},${m}), not 1 + (−1)^{m−r}·${beta}`;
  return found.eulerCharacteristic === found.difference * sign
    ? undefined
    : `χ(${r},${m}) is ${found.eulerCharacteristic}, not ${found.difference * sign}`;
}

export const claim: Claim = {
  id: "ext-topology",
  title: "Homotopy type of the expansion manifold",
  source: "extension",
  statement:
    "Θ_{r→m} is homotopy equivalent to a wedge of β(r,m) spheres of dimension m − r, and its Euler characteristic is " +
    "(−1)^{m−r} Δ^r x^m at x = −1. Evidence so far is of the numbers only: that recurrence, closed form and finite " +
    "difference agree. Nothing here speaks yet of the homotopy type itself",
  hypotheses: ["θ^r irreducible", "r ≥ 1"],
  evidence: [
    {
      name: "numbers",
      run: ({ progress }) =>
        exhaustive({
          what: "β by closed form, by recurrence, and from the finite difference at −1 (the numbers, not the homotopy type)",
          range: `1 ≤ r ≤ m ≤ ${MAX_M}`,
          expected: BigInt((MAX_M * (MAX_M + 1)) / 2),
          cases: widths(MAX_M),
          check: ([r, m]) => checkSphereNumbers(sphereNumbers(r, m)),
          progress,
        }),
    },
  ],
  cites: {
    properties: [],
    theorems: ["sphere_count", "cells_counted", "euler_characteristic"],
    tests: ["test/claims/ext-topology.test.ts"],
  },
};
