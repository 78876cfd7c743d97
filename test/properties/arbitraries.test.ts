import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { LabelledPartition } from "../../src/combinatorics/partitions/labelledPartition.js";
import { meetingCriterion } from "../../src/combinatorics/partitions/meetingCriterion.js";
import { inequalityHolds, lastFailing } from "../../src/combinatorics/asymptotics/threshold.js";
import type { Rational } from "../../src/exact/numbers/rational.js";
import type { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { onExpansionManifold } from "../../src/manifold/subspaces/expansionManifold.js";
import { gammaHolds } from "../../src/manifold/subspaces/gammaSubspace.js";
import { subspacesHolding } from "../../src/manifold/subspaces/subspacesHolding.js";
import { isIrreducible } from "../../src/network/irreducible.js";
import { reduce } from "../../src/network/reduction.js";
import { type TwoLayerNetwork, unorderedKey } from "../../src/network/twoLayerNetwork.js";
import { type RelabelledPair, sameWhenRelabelled } from "../../properties/arbitraries/relabelledPairs.js";
import type { Expansion } from "../../properties/arbitraries/network.js";

/*
 * A property over trivial cases shows nothing: each must have a share of cases in which there is something to
 * show, and predicates must be false of wrong cases, which their arbitraries do not make.
 */

interface Recorded {
  readonly arbitrary: fc.Arbitrary<unknown>;
  readonly predicate: (value: unknown) => boolean;
}

const recorded = vi.hoisted(() => new Map<string, Recorded>());

vi.mock("../../properties/property.js", () => ({
  property: (
    name: string,
    statement: string,
    arbitrary: Recorded["arbitrary"],
    predicate: Recorded["predicate"],
  ) => {
    recorded.set(name, { arbitrary, predicate });
    return { name, statement };
  },
}));

import "../../src/claims/registry.js";

function of(name: string): Recorded {
  const found = recorded.get(name);
  if (found === undefined) throw new RangeError(`no property ${name}`);
  return found;
}

const CASES = 250;

function sample<Case>(name: string, seed: number, numRuns = CASES): Case[] {
  return fc.sample(of(name).arbitrary as fc.Arbitrary<Case>, { seed, numRuns });
}

/** The share of a property's cases in which something is so, in percent; of the worse of two seeds. */
function share(name: string, isSo: (value: never) => boolean): number {
  return Math.min(...[1, 2].map((seed) => (100 * sample<never>(name, seed).filter(isSo).length) / CASES));
}

/** Expects that something is so in more than this share of a property's cases, in percent. */
function above(percent: number, name: string, isSo: (value: never) => boolean): void {
  expect(share(name, isSo), name).toBeGreaterThan(percent);
}

const holds = (name: string, value: unknown): boolean => of(name).predicate(value);

interface Placed {
  readonly theta: TwoLayerNetwork;
  readonly network: TwoLayerNetwork;
}

const widthOf = ({ units }: TwoLayerNetwork): number => units.length;
const steps = (network: TwoLayerNetwork): number => widthOf(network) - widthOf(reduce(network).irreducible);
const holding = ({ theta, network }: Placed): LabelledPartition[] => [...subspacesHolding(theta, network)];
const hasZeroBlocks = ({ partition }: Expansion): boolean => partition.zeroBlockCount > 0;
const hasSpare = ({ partition }: Expansion): boolean => partition.m > partition.r;

test("every property is recorded", () => {
  expect(recorded.size).toBeGreaterThanOrEqual(33);
});

describe("def-2.2", () => {
  interface Units {
    readonly units: readonly (readonly bigint[])[];
    readonly subset: readonly number[];
  }
  const on = ({ units, subset }: Units): boolean =>
    new Set(subset.map((unit) => (units[unit] ?? []).join())).size === 1;

  test("points on and off the subspace, and proper subsets", () => {
    above(10, "def-2.2/equal-units", on);
    above(50, "def-2.2/equal-units", (item: Units) => !on(item));
    above(40, "def-2.2/equal-units", ({ units, subset }: Units) => subset.length < units.length);
  });
});

describe("def-3.1", () => {
  type Choices = readonly [TwoLayerNetwork, readonly number[]];

  test("networks are reducible, irreducible, in need of several steps, and cancel entirely", () => {
    const name = "def-3.1/any-order";
    above(30, name, ([network]: Choices) => !isIrreducible(network));
    above(5, name, ([network]: Choices) => isIrreducible(network) && widthOf(network) > 0);
    above(20, name, ([network]: Choices) => steps(network) >= 2);
    above(
      1,
      name,
      ([network]: Choices) => widthOf(network) > 0 && widthOf(reduce(network).irreducible) === 0,
    );
  });

  test("functions are compared off the origin, with activations that aren't constant", () => {
    type AtPoint = readonly [TwoLayerNetwork, RationalVector, readonly Rational[]];
    const telling = ([network, x, [, ...coefficients]]: AtPoint): boolean =>
      !isIrreducible(network) && !x.isZero() && coefficients.some((coefficient) => !coefficient.equals(0n));
    above(30, "def-3.1/keeps-function", telling);
  });

  test("networks that are made reducible: with zero blocks, from width 0, and with nothing to do", () => {
    const name = "def-3.1/finds-known";
    above(30, name, hasZeroBlocks);
    above(60, name, hasSpare);
    above(5, name, ({ theta, network }: Expansion) => widthOf(theta) === 0 && widthOf(network) > 0);
    above(5, name, ({ theta, network }: Expansion) => unorderedKey(theta) === unorderedKey(network));
  });
});

describe("def-3.2", () => {
  test("subspaces with zero blocks, and with directions to move in", () => {
    type WithCoefficients = readonly [Expansion, unknown];
    above(30, "def-3.2/points", ([item]: WithCoefficients) => hasZeroBlocks(item));
    above(60, "def-3.2/points", ([item]: WithCoefficients) => hasSpare(item));
  });

  test("permutations that move, of reducible networks", () => {
    type Permuted = readonly [TwoLayerNetwork, TwoLayerNetwork, readonly number[]];
    const moved = ([, network, order]: Permuted): boolean =>
      !isIrreducible(network) && order.some((source, index) => source !== index);
    above(40, "def-3.2/permutations", moved);
  });

  test("a network of another measure is not held", () => {
    const [one, other] = sample<Permutation>("def-3.2/permutations", 4, 2);
    expect(holds("def-3.2/permutations", one)).toBe(true);
    expect(holds("def-3.2/permutations", [one?.[0], other?.[1], other?.[2]])).toBe(false);
  });
});

type Permutation = readonly [TwoLayerNetwork, TwoLayerNetwork, readonly number[]];

describe("def-3.3", () => {
  const name = "def-3.3/fibre";
  const on = ({ theta, network }: Placed): boolean => onExpansionManifold(theta, network);
  const supports = ({ theta, network }: Placed): boolean => {
    const points = new Set(network.units.map(({ incoming }) => incoming.key));
    return widthOf(theta) > 0 && theta.units.every(({ incoming }) => points.has(incoming.key));
  };

  test("networks on the manifold, far from it, and close to it", () => {
    above(30, name, on);
    above(20, name, (item: Placed) => !on(item));
    above(8, name, (item: Placed) => !on(item) && supports(item));
  });

  test("points in several subspaces at once", () => {
    above(10, name, (item: Placed) => holding(item).length > 1);
  });

  test("made points have zero blocks, and are not found in a subspace that doesn't hold them", () => {
    above(30, "def-3.3/finds-own", hasZeroBlocks);
    const cases = sample<Expansion>("def-3.3/finds-own", 4, 50);
    const pairs = cases.flatMap((item) => cases.map((other) => ({ ...item, partition: other.partition })));
    const strange = pairs.filter(
      ({ theta, partition, network }) =>
        partition.r === widthOf(theta) &&
        partition.m === widthOf(network) &&
        !gammaHolds(theta, partition, network),
    );
    expect(strange.length).toBeGreaterThan(10);
    expect(strange.filter((item) => holds("def-3.3/finds-own", item))).toEqual([]);
  });
});

describe("thm-3.1", () => {
  type Points = readonly [TwoLayerNetwork, TwoLayerNetwork, TwoLayerNetwork];
  type Pair = readonly [TwoLayerNetwork, LabelledPartition, LabelledPartition];
  type Widths = readonly [number, number];

  test.each(["thm-3.1-connected/polyline", "cor-4.1/zero-loss-polyline"])(
    "%s: points that share no subspace, of two units and more, never of the minimal width",
    (name) => {
      const apart = ([theta, from, to]: Points): boolean => {
        const keys = new Set(holding({ theta, network: from }).map(({ key }) => key));
        return !holding({ theta, network: to }).some(({ key }) => keys.has(key));
      };
      above(60, name, apart);
      above(40, name, ([theta]: Points) => widthOf(theta) >= 2);
      expect(share(name, ([theta, from]: Points) => widthOf(from) > widthOf(theta))).toBe(100);
    },
  );

  test("equal and different partitions, with zero blocks and without", () => {
    const name = "thm-3.1-distinct/any-network";
    above(5, name, ([, p, q]: Pair) => p.equals(q));
    above(50, name, ([, p, q]: Pair) => !p.equals(q));
    above(20, name, ([, p, q]: Pair) => !p.equals(q) && p.zeroBlockCount !== q.zeroBlockCount);
  });

  test.each(["thm-3.1-connected/relabelling", "thm-3.1-distinct/relabelling"])(
    "%s: subspaces that meet and that don't, moved by both groups",
    (name) => {
      const meet = ({ p, q }: RelabelledPair): boolean => meetingCriterion(p, q);
      above(10, name, (pair: RelabelledPair) => meet(pair) && !pair.p.equals(pair.q));
      above(15, name, (pair: RelabelledPair) => pair.p.equals(pair.q));
      above(20, name, (pair: RelabelledPair) => !meet(pair));
      const moves = (permutation: readonly number[]): boolean =>
        permutation.some((image, index) => image !== index);
      above(20, name, ({ units, labels }: RelabelledPair) => moves(units) && moves(labels));
    },
  );

  test("a relation that looks at the numbering of neurons or labels is not kept", () => {
    const pairs = sample<RelabelledPair>("thm-3.1-connected/relabelling", 1);
    const keeps = (relation: (p: LabelledPartition, q: LabelledPartition) => boolean): boolean =>
      pairs.every((pair) => sameWhenRelabelled(pair, (_, p, q) => relation(p, q)));
    const sorted = ({ codes }: LabelledPartition): string => [...codes].sort().join();
    expect(keeps(meetingCriterion)).toBe(true);
    expect(keeps((p, q) => sorted(p) === sorted(q))).toBe(true);
    expect(keeps((p, q) => p.codes[0] === q.codes[0])).toBe(false);
    expect(keeps((p) => p.labelledBlocks[0]?.length === 1)).toBe(false);
    expect(keeps((_, q) => q.labelledBlocks[0]?.length === 1)).toBe(false);
  });

  test("dimensions d_in ≠ d_out, and zero blocks", () => {
    above(30, "thm-3.1-dim/any-network", hasZeroBlocks);
    above(
      40,
      "thm-3.1-dim/any-network",
      ({ theta }: Expansion) => theta.inputDimension !== theta.outputDimension,
    );
  });

  test("widths where the literal formula is right, and where it is wrong", () => {
    above(25, "thm-3.1-count/literal", ([r, m]: Widths) => m - r >= 3);
    above(10, "thm-3.1-count/literal", ([r, m]: Widths) => m - r === 3 || m - r === 2);
  });

  test.each(["thm-3.1-count/sorted-tuples", "thm-3.1-count/ordered-tuples"])(
    "%s: between the ends",
    (name) => {
      above(20, name, ([r, m]: Widths) => r > 0 && m - r >= 3);
    },
  );
});

describe("fig-4", () => {
  test("both colours, and more than the smallest panels", () => {
    const name = "fig-4/one-extra-neuron";
    above(15, name, ({ zeroBlockCount }: LabelledPartition) => zeroBlockCount === 1);
    above(50, name, ({ zeroBlockCount }: LabelledPartition) => zeroBlockCount === 0);
    above(50, name, ({ r }: LabelledPartition) => r >= 3);
  });
});

describe("prop-4.3 and prop-4.5", () => {
  type Shared = readonly [Expansion, readonly Rational[]];
  type Widths = readonly [number, number];

  test("surjections that aren't bijections, and outgoing vectors of several coordinates", () => {
    above(30, "prop-4.3/points", ([item]: Shared) => hasSpare(item));
    expect(share("prop-4.3/points", ([item]: Shared) => hasZeroBlocks(item))).toBe(0);
    above(40, "prop-4.3/points", ([{ theta }]: Shared) => theta.outputDimension > 1);
  });

  test.each(["surjections", "surjections-as-defined", "zero-blocks", "stirling", "recurrence"])(
    "prop-4.5/%s: widths between the ends",
    (name) => {
      above(20, `prop-4.5/${name}`, ([r, m]: Widths) => 1 < r && r < m - 1);
    },
  );

  test("prop-4.5/arrangements: more than the first few", () => {
    above(40, "prop-4.5/arrangements", (u: number) => u >= 10);
  });
});

describe("eq-6, ext-threshold and fig-6", () => {
  type Widths = readonly [number, number];

  test("extreme sums and bounds of more than one term", () => {
    above(50, "eq-6/extreme-sum", ([r]: Widths) => r >= 3);
    type Allowed = readonly [number, number, readonly number[]];
    const telling = ([r, , shares]: Allowed): boolean =>
      r >= 3 && shares.slice(0, r - 1).some((part) => part >= 500);
    above(60, "eq-6/holds-after-threshold", telling);
    above(5, "eq-6/holds-after-threshold", ([r, beyond]: Allowed) => r >= 3 && beyond <= 2);
  });

  test("failing m at the border and before it", () => {
    const back = ([r, where]: Widths): number => where % ((lastFailing(r) ?? 0) - r + 1);
    above(40, "eq-6/fails-up-to-threshold", (item: Widths) => back(item) > 0);
    above(5, "eq-6/fails-up-to-threshold", (item: Widths) => back(item) === 0);
  });

  test("the premise of 'once holding, always holding' is met, with later m to look at", () => {
    type Later = readonly [Widths, number];
    const met = ([[r, m], beyond]: Later): boolean => r >= 2 && beyond > 0 && inequalityHolds(r, m);
    above(25, "ext-threshold/once-holding-always-holding", met);
  });

  test("widths with room to grow, and borders that exist", () => {
    above(50, "ext-threshold/growth", ([r, m]: Widths) => 0 < r && r < m);
    above(80, "ext-threshold/border", (r: number) => r >= 2);
  });

  test("crossings of all levels", () => {
    above(40, "fig-6/crossings-are-final", ([, k]: Widths) => k >= 2);
    above(5, "fig-6/crossings-are-final", ([r, k]: Widths) => k === 1 && r >= 3);
  });

  test("ratios on both sides of the crossing", () => {
    above(10, "fig-6/ratios", ([, m]: Widths) => m < 42);
    above(40, "fig-6/ratios", ([, m]: Widths) => m >= 42);
  });
});

describe("predicates are false", () => {
  const expansions = sample<Expansion>("def-3.1/finds-known", 9, 60);

  test("of a reduction that is another network's", () => {
    const pairs = expansions.map((item, index) => ({
      ...item,
      theta: (expansions[index + 1] ?? item).theta,
    }));
    const strange = pairs.filter(
      ({ theta, network }) => unorderedKey(theta) !== unorderedKey(reduce(network).irreducible),
    );
    expect(strange.length).toBeGreaterThan(20);
    expect(strange.filter((item) => holds("def-3.1/finds-known", item))).toEqual([]);
  });

  test("of eq. 6 at the last failing m, and beyond it for larger a_k", () => {
    const shares = (each: number): number[] => new Array<number>(30).fill(each);
    expect(holds("eq-6/holds-after-threshold", [30, 0, shares(1000)])).toBe(true);
    expect(holds("eq-6/holds-after-threshold", [30, -1, shares(1000)])).toBe(false);
    expect(holds("eq-6/holds-after-threshold", [30, 0, shares(2000)])).toBe(false);
  });

  test("of Fig. 4's degrees with two extra neurons", () => {
    expect(holds("fig-4/one-extra-neuron", LabelledPartition.of([1, 2, 0], 2))).toBe(true);
    expect(holds("fig-4/one-extra-neuron", LabelledPartition.of([1, 2, 2], 2))).toBe(true);
    expect(holds("fig-4/one-extra-neuron", LabelledPartition.of([1, 2, 2, 0], 2))).toBe(false);
    expect(holds("fig-4/one-extra-neuron", LabelledPartition.of([1, 2], 2))).toBe(false);
  });
});
