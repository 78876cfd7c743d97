import { describe, expect, test } from "vitest";
import {
  checkIdentity,
  checkJudgement,
  checkSymmetry,
  claim,
  minimum,
  saddle,
} from "../../src/claims/fig-2.js";
import { IDENTITIES } from "../../src/claims/instances/figureLossIdentities.js";
import { type PlaneFunction, figureLoss } from "../../src/landscape/loss/figureLoss.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { Jet } from "../../src/landscape/loss/jets.js";
import { visits } from "./checks.js";

const one = Jet.constant(2, rational(1n));
/** w_1w_2 − 1 in place of w_1w_2 − 2, and w_1 + 2w_2 in place of w_1 + w_2. */
const otherProduct: PlaneFunction = (w1, w2) => {
  const [u, v] = [w1.plus(w2).plus(one.scaled(rational(-3n))), w1.times(w2).plus(one.scaled(rational(-1n)))];
  return u.times(u).plus(v.times(v)).scaled(rational(1n, 2n));
};
const otherSum: PlaneFunction = (w1, w2) => figureLoss(w1, w2.scaled(rational(2n)));
const raised: PlaneFunction = (w1, w2) => figureLoss(w1, w2).plus(one);
const fallen: PlaneFunction = (w1, w2) => figureLoss(w1, w2).scaled(rational(-1n));

const [low, high] = [rational(144n, 100n), rational(145n, 100n)];

describe("an identity", () => {
  test.each(IDENTITIES.map((identity) => [identity.name, identity] as const))("%s holds", (_, identity) => {
    expect(checkIdentity({ identity, w1: rational(5n, 7n), w2: rational(5n, 7n) })).toBeUndefined();
  });

  test.each(IDENTITIES.map((identity, index) => [identity.name, identity, index] as const))(
    "%s fails for another function, unless it is about numbers only",
    (_, identity, index) => {
      const [w1, w2] = [rational(5n, 7n), identity.on === "plane" ? rational(3n) : rational(5n, 7n)];
      const fault = checkIdentity({ identity, w1, w2 }, otherSum);
      if (index === 2) expect(fault).toBeUndefined();
      else expect(fault).toContain(`${identity.name} fails at (5/7, `);
    },
  );

  test("fails where the numbers are changed", () => {
    const identity = {
      name: "∂_1g = 0",
      degree: 2,
      on: "plane",
      difference: ({ gradient }: Jet) => gradient[0] ?? rational(0n),
    } as const;
    expect(checkIdentity({ identity, w1: rational(0n), w2: rational(0n) })).toBe(
      "∂_1g = 0 fails at (0, 0) by -3",
    );
  });
});

describe("a critical point", () => {
  test.each([
    ["another value", raised, "g is 1 at (1, 2)"],
    ["another function", otherSum, "g is 4 at (1, 2)"],
  ])("that is no minimum of %s is caught", (_, loss, message) => {
    expect(checkJudgement(minimum(1n, 2n), loss)).toBe(message);
  });

  test("that isn't one is caught", () => {
    const linear: PlaneFunction = (w1) => w1.plus(one.scaled(rational(-1n)));
    expect(checkJudgement(minimum(1n, 2n), linear)).toBe("the gradient is not 0 at (1, 2)");
    expect(checkJudgement(minimum(1n, 2n), fallen)).toBe("0 positive eigenvalues at (1, 2)");
  });

  test("at ∛3 is a saddle, of this function only", () => {
    expect(checkJudgement(saddle(low, high))).toBeUndefined();
    expect(checkJudgement(saddle(low, high), otherProduct)).toBe(
      "the gradient has no zero between the ends at (∛3, ∛3)",
    );
    expect(checkJudgement(saddle(low, high), fallen)).toBe(
      "the gradient has no zero between the ends at (∛3, ∛3)",
    );
    // g + ½(w_1 − w_2)², which has the same gradient on the line.
    const bowl: PlaneFunction = (w1, w2) => {
      const gap = w1.plus(w2.scaled(rational(-1n)));
      return figureLoss(w1, w2).plus(gap.times(gap).scaled(rational(1n, 2n)));
    };
    expect(checkJudgement(saddle(low, high), bowl)).toBe("no descent across the diagonal at (∛3, ∛3)");
  });

  test("whose enclosure misses ∛3 is caught", () => {
    for (const [from, to] of [
      [high, high],
      [low, low],
      [rational(-1n), high],
    ] as const)
      expect(checkJudgement(saddle(from, to))).toBe("∛3 is not enclosed at (∛3, ∛3)");
  });
});

test("a function that is not symmetric is caught", () => {
  expect(checkSymmetry([rational(1n), rational(3n)])).toBeUndefined();
  expect(checkSymmetry([rational(1n), rational(3n)], otherSum)).toBe("L changes with the order at (1, 3)");
  expect(checkSymmetry([rational(2n), rational(2n)], otherSum)).toBe(
    "the gradient leaves the line w_1 = w_2 at (2, 2)",
  );
});

visits(claim, { identities: 37, points: 3, symmetry: 9 });
