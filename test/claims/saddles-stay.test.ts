import { describe, expect, test } from "vitest";
import { POLYNOMIAL } from "../../src/claims/instances/criticalInstances.js";
import { writtenPoint } from "../../src/claims/instances/writtenPoint.js";
import {
  type FlatCase,
  type FlatSaddle,
  checkFlat,
  checkNegative,
  claim,
  flatSaddle,
} from "../../src/claims/saddles-stay.js";
import { type Rational, rational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { refuses, visits } from "./checks.js";

const written = {
  activation: POLYNOMIAL,
  incoming: "1",
  outgoing: "3",
  inputs: "-1/2; 2; 1/2; 1",
  combination: [-2n, 1n],
} as const;
const found: FlatCase = { saddle: flatSaddle(written), beta: [rational(2n), rational(-1n)] };

describe("a saddle that is not strict", () => {
  test("stays a saddle", () => {
    expect(checkFlat({ ...found, beta: [rational(1n, 2n), rational(1n, 2n)] })).toBeUndefined();
  });

  const at = (change: Partial<FlatSaddle>) => ({ saddle: { ...found.saddle, ...change } });
  const scaled = (factor: Rational) => at({ point: writtenPoint({ ...written, factor }) });
  refuses(checkFlat, found, [
    ["a strict minimum", scaled(rational(1n, 1n << 40n)), "inertia (2, 0, 0) below"],
    ["a strict saddle", scaled(rational(-1n, 4n)), "inertia (1, 1, 0) below"],
    [
      "a direction off the kernel",
      at({ direction: RationalVector.parse("1", "0") }),
      "a slope or a second derivative along the kernel below",
    ],
    [
      "the direction 0",
      at({ direction: RationalVector.parse("0", "0") }),
      "no third derivative along the kernel below",
    ],
  ]);

  // n₊ = 1: the Hessian above has no negative eigenvalue.
  refuses(checkNegative, { ...found, negative: 0 }, [
    ["a negative eigenvalue", { negative: 1 }, "0 negative eigenvalues above, not 1"],
  ]);
});

visits(claim, { "not-strict": 15, silent: 15 });
