import { expect, test } from "vitest";
import { checkOrders, checkSeries, checkTwins, claim } from "../../src/claims/ext-parity.js";
import {
  ENCLOSED_NAMES,
  checkEnclosed,
  enclosedCases,
} from "../../src/claims/instances/enclosedReduction.js";
import { parseSymmetry } from "../../src/network/activations/namedSymmetries.js";
import { reduceFor, reduceMultiLayerFor } from "../../src/network/activations/symmetricReduction.js";
import { symmetricStep, symmetricSteps } from "../../src/network/activations/symmetricSteps.js";
import { multiLayerNetwork } from "../../src/network/multiLayerNetwork.js";
import { twoLayerNetwork, unitOf } from "../../src/network/twoLayerNetwork.js";
import { rational } from "../../src/exact/numbers/rational.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { verdictOf } from "./quickContext.js";

const network = twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["-1"], ["1"]), unitOf(["2"], ["1"])]);

const huge = rational(1n << 60n);

test.each(claim.evidence.map(({ name }) => name))("%s: held", (name) => {
  expect(verdictOf(claim, name)).toMatchObject({ held: true });
});

test("a reduction to another function is seen", () => {
  const symmetry = parseSymmetry("tanh");
  expect(checkOrders(network, symmetry)).toBeUndefined();
  const even = reduceFor(network, parseSymmetry("gaussian"));
  expect(checkOrders(network, symmetry, even)).toBe(
    "the measure or the polynomial part changed, tanh at 1;3|2;1",
  );
});

test("a reduction that leaves a mirrored unit is seen", () => {
  const symmetry = parseSymmetry("tanh");
  const lazy = { ...reduceFor(network, symmetry), irreducible: network };
  expect(checkOrders(network, symmetry, lazy)).toMatch(/^another end, tanh at /);
});

test("a step that mirrors with the wrong sign is seen", () => {
  const wrong: typeof symmetricStep = (current, step) =>
    symmetricStep(current, step.kind === "merge" ? { ...step, factor: step.factor.abs() } : step);
  expect(
    checkOrders(network, parseSymmetry("tanh"), undefined, { symmetricSteps, symmetricStep: wrong }),
  ).toMatch(/^the measure or the polynomial part changed/);
});

test("series that differ, that vanish where they mustn't, or don't where they must, are seen", () => {
  const [zero, one] = [rational(0n), rational(1n)];
  expect(checkSeries("tanh", [zero, one, zero], [zero, one, zero])).toBeUndefined();
  expect(checkSeries("tanh", [zero, one, zero], [zero, one, one])).toBe(
    "the routes disagree on order 2 of tanh",
  );
  expect(checkSeries("tanh", [zero, one, one], [zero, one, one])).toBe("order 2 of tanh is 1");
  expect(checkSeries("silu", [zero, zero, zero], [zero, zero, zero])).toBe("order 2 of silu is 0");
  expect(checkSeries("softsign")).toBe("no series of softsign");
});

test("in enclosures a reduction with one wrong sign is seen, for every activation", () => {
  const seen = new Map<string, number>();
  for (const item of enclosedCases(20)) {
    const { matrices } = reduceMultiLayerFor(item.network, item.symmetry);
    const [first, ...others] = [...matrices.weights].reverse();
    const wrong = { ...matrices, weights: [first?.map((row) => row.negated()) ?? [], ...others].reverse() };
    const fault = checkEnclosed(item, { matrices: wrong });
    if (fault !== undefined) seen.set(item.symmetry.name, (seen.get(item.symmetry.name) ?? 0) + 1);
  }
  expect([...seen.keys()]).toEqual(ENCLOSED_NAMES);
  // The others have the output 0 but for a bias.
  expect(Math.min(...seen.values())).toBeGreaterThan(12);
});

test("enclosures refuse wide intervals, and see a difference of 2^−90", () => {
  const [tanh] = enclosedCases(1, ["tanh"]);
  if (tanh === undefined) throw new Error("no case");
  const { network } = tanh;
  const [bias, ...others] = [...(network.biases ?? [])].reverse();
  const tiny = RationalVector.of(
    Array.from({ length: bias?.dimension ?? 0 }, () => 1n),
    1n << 90n,
  );
  const biases = [bias?.plus(tiny) ?? tiny, ...others].reverse();
  expect(checkEnclosed(tanh, { matrices: { ...network, biases } })).toMatch(
    /^output 1 differs, for tanh at x/,
  );
  const large = { ...network, weights: network.weights.map((rows) => rows.map((row) => row.times(huge))) };
  expect(checkEnclosed({ ...tanh, network: large })).toMatch(/^an enclosure wider than 2\^−100, for tanh/);
});

test("twins that reduce, that have equal widths, or that differ, are seen", () => {
  const of = (...matrices: string[][]) =>
    multiLayerNetwork(matrices.map((rows) => rows.map((row) => RationalVector.fromStrings(row.split(" ")))));
  const narrow = of(["1", "-1"], ["1 1"], ["1"]);
  expect(checkTwins(of(["1", "1"], ["1 1"], ["1"]), narrow)).toBe("one of them reduces");
  expect(checkTwins(narrow, narrow)).toBe("the widths are the same");
  expect(checkTwins(of(["1", "-1"], ["1 0", "0 1"], ["1 2"]), narrow)).toBe(
    "the functions differ: 2,0,1 and 1,0,1",
  );
});
