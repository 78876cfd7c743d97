import { describe, expect, it } from "vitest";
import { image, named } from "../../../src/checker/named.js";
import { Interval } from "../../../src/exact/intervals/interval.js";
import { rational } from "../../../src/exact/numbers/rational.js";
import { activationFacts } from "../../../src/trained/bounds/activationFacts.js";
import { boundedActivation } from "../../../src/trained/bounds/boundedActivation.js";

const NAMES = [
  ...["tanh", "erf", "arctan", "softsign", "sigmoid", "softplus", "silu", "gelu", "gaussian", "relu"],
  ...["leaky:1/10", "leaky:-3/2", "softplus+sigmoid:1,4", "softplus+sigmoid:3/2,1/7"],
];
const PRECISION = 256;
/** Units of the last place that enclosures of arguments up to 40 may be off by. */
const ROUNDED = 64n;

/** Points from −8 to 8, in steps of 1/16, and far ones. */
const POINTS = [-600n, ...Array.from({ length: 257 }, (_, at) => BigInt(at) - 128n), 600n].map((sixteenths) =>
  Interval.enclosing(rational(sixteenths, 16n), PRECISION),
);

describe.each(NAMES)("what is known of %s", (name) => {
  const { value, slope } = boundedActivation(name);
  const facts = activationFacts(name);
  const known = named(name, "here");

  it("is the same as what the checker knows, where both are exact", () => {
    expect(facts?.lipschitz.compare(rational(known.lipschitz.n, known.lipschitz.d))).toBe(0);
    for (const x of POINTS) {
      const [ours, theirs] = [facts?.image(x), image(known, { lo: x.lower, hi: x.upper })];
      const apart = [theirs.lo - (ours?.lower ?? 0n), (ours?.upper ?? 0n) - theirs.hi];
      // The checker's range is the narrower, by what is rounded.
      expect(apart.every((units) => units >= 0n && units < ROUNDED)).toBe(true);
    }
  });

  it("holds the values", () => {
    for (const x of POINTS) {
      const [inside, range] = [value(x), image(known, { lo: x.lower, hi: x.upper })];
      const isHeld = range.lo - ROUNDED <= inside.lower && inside.upper <= range.hi + ROUNDED;
      expect(isHeld).toBe(true);
    }
  });

  it("holds the slopes", () => {
    const limit = Interval.enclosing(rational(known.lipschitz.n, known.lipschitz.d), PRECISION).upper;
    const sizes = POINTS.map((x) => (slope(x).magnitude.n * 2n ** 256n) / slope(x).magnitude.d);
    expect(sizes.every((size) => size <= limit + 1n)).toBe(true);
  });
});

it("is nothing of a formula", () => {
  expect(activationFacts("poly:0,1")).toBeUndefined();
});
