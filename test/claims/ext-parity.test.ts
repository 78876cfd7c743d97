import { expect, test } from "vitest";
import { checkOrders, checkTwins, claim } from "../../src/claims/ext-parity.js";
import { parseSymmetry } from "../../src/network/activations/namedSymmetries.js";
import { reduceFor } from "../../src/network/activations/symmetricReduction.js";
import { symmetricStep, symmetricSteps } from "../../src/network/activations/symmetricSteps.js";
import { multiLayerNetwork } from "../../src/network/multiLayerNetwork.js";
import { twoLayerNetwork, unitOf } from "../../src/network/twoLayerNetwork.js";
import { RationalVector } from "../../src/exact/vectors/rationalVector.js";
import { verdictOf } from "./quickContext.js";

const network = twoLayerNetwork(1, 1, [unitOf(["1"], ["2"]), unitOf(["-1"], ["1"]), unitOf(["2"], ["1"])]);

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
