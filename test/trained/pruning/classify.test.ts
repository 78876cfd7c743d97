import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { entry } from "../../../src/exact/entry.js";
import {
  type Rational,
  formatRational,
  parseRational,
  rational,
} from "../../../src/exact/numbers/rational.js";
import { RationalVector } from "../../../src/exact/vectors/rationalVector.js";
import { everyActivation } from "../../../src/network/activations/activationSymmetry.js";
import { parseSymmetry } from "../../../src/network/activations/namedSymmetries.js";
import { parseAnyNetworkFile } from "../../../src/network/networkFile.js";
import { type AnyNetwork, asMultiLayer } from "../../../src/network/anyNetwork.js";
import { type MultiLayerNetwork, multiLayerNetwork } from "../../../src/network/multiLayerNetwork.js";
import { seededIntegers } from "../../../src/network/seededIntegers.js";
import { boundedActivation } from "../../../src/trained/bounds/boundedActivation.js";
import { dataDifference } from "../../../src/trained/bounds/dataDifference.js";
import { differenceBound } from "../../../src/trained/bounds/differenceBound.js";
import { inputBox } from "../../../src/trained/bounds/inputBox.js";
import { preactivationRanges } from "../../../src/trained/bounds/preactivationRanges.js";
import { type Classification, classify } from "../../../src/trained/pruning/classify.js";

const read = (file: string): AnyNetwork => parseAnyNetworkFile(readFileSync(file, "utf8"), file);
const student = (name: string): AnyNetwork => read(`test/trained/files/${name}.json`);
const MILLIONTH = rational(1n, 1_000_000n);

/** By how much pruning changes the outputs on [−5, 5]^d at most. */
function change(network: AnyNetwork, { projected }: Classification, name: string): Rational {
  const [first] = asMultiLayer(network).weights;
  const box = inputBox(rational(-5n), rational(5n), entry(first ?? [], 0).dimension);
  return differenceBound(network, projected, boundedActivation(name), box).bound;
}

const groupsIn = ({ layers }: Classification): (readonly number[])[] =>
  layers.flatMap(({ groups }) =>
    groups.filter(({ members }) => members.length > 1).map(({ members }) => members),
  );

describe("students on the paper's teacher", () => {
  const mixture = "softplus+sigmoid:1,4";

  it("of six neurons: four, and two without output", () => {
    const network = student("trained-g-6-0");
    const found = classify(network, { tolerance: MILLIONTH, symmetry: everyActivation });
    expect(found.reduction.layers[0]?.labelledPartition).toEqual([1, 0, 2, 3, 4, -1]);
    expect(found.reduction.widths).toEqual([4]);
    expect(groupsIn(found)).toEqual([]);
    expect(change(network, found, mixture).compare(parseRational("1/1000000000000000"))).toBe(-1);
  });

  it("of six neurons: a pair of copies, and one without output", () => {
    const network = read("examples/trained.json");
    for (const tolerance of [MILLIONTH, "auto"] as const) {
      const found = classify(network, { tolerance, symmetry: everyActivation });
      expect(found.reduction.layers[0]?.labelledPartition).toEqual([1, 2, 2, 3, 0, 4]);
      expect(groupsIn(found)).toEqual([[1, 2]]);
      expect(change(network, found, mixture).compare(MILLIONTH)).toBe(-1);
    }
    const apart = classify(network, { tolerance: rational(6n, 100_000_000n), symmetry: everyActivation });
    expect(apart.reduction.widths).toEqual([5]);
  });

  it("for the sigmoid: a mirrored pair, whose constant a mirrored neuron cancels", () => {
    const network = student("trained-sigmoid-5-0");
    const found = classify(network, { tolerance: MILLIONTH, symmetry: parseSymmetry("sigmoid") });
    expect([found.reduction.widths, found.reduction.layers[0]?.rest]).toEqual([[4], "none"]);
    expect(found.reduction.layers[0]?.signs).toEqual([1, -1, -1, 1, 1]);
    expect(change(network, found, "sigmoid").compare(MILLIONTH)).toBe(-1);
    const unmirrored = classify(network, { tolerance: MILLIONTH, symmetry: everyActivation });
    expect(unmirrored.reduction.widths).toEqual([5]);
  });

  it("trained by Adam: at 1/8, pairs of copies, one of them mirrored, and neurons of little output", () => {
    const network = student("adam-tanh-0");
    const found = classify(network, { tolerance: rational(1n, 8n), symmetry: parseSymmetry("tanh") });
    expect(found.reduction.widths).toEqual([6]);
    expect(groupsIn(found)).toEqual([
      [0, 1],
      [2, 10],
      [9, 11],
    ]);
  });
});

/** Integers that are the same in each run. */
const draw = seededIntegers(2021, "planted groups");

/** Weights on a coarse lattice, away from 0, so that only what is planted is near. */
const coarse = (): bigint => BigInt((draw(0, 1) === 0 ? -1 : 1) * draw(2, 40)) << 20n;
const SCALE = 1n << 24n;

interface Planted {
  readonly network: MultiLayerNetwork;
  /** The codes of the labelled partition. */
  readonly codes: readonly number[];
}

/** Two layers in which each neuron of a teacher becomes one to three, within a spread; others cancel. */
function planted(spread: number): Planted {
  const [inputs, outputs, teachers] = [draw(3, 5), draw(1, 2), draw(2, 5)];
  const rows: { row: bigint[]; column: bigint[]; source: number }[] = [];
  const seen = new Set<string>();
  for (let source = 0; source < teachers; source++) {
    const base = Array.from({ length: inputs }, coarse);
    if (seen.has(base.join())) continue;
    seen.add(base.join());
    const copies = draw(1, 3);
    const isZero = copies > 1 && draw(0, 3) === 0;
    const columns = Array.from({ length: copies }, () => Array.from({ length: outputs }, coarse));
    const total = (k: number): bigint => columns.slice(1).reduce((sum, column) => sum + entry(column, k), 0n);
    const first = entry(columns, 0).map((value, k) => (isZero ? BigInt(draw(-9, 9)) - total(k) : value));
    const sum = first.map((value, k) => value + total(k));
    // By chance it may cancel in all outputs where it isn't meant to.
    if (!isZero && sum.every((value) => value === 0n)) first[0] = entry(first, 0) + SCALE;
    [first, ...columns.slice(1)].forEach((column) => {
      const row = base.map((value) => value + BigInt(draw(0, spread)));
      rows.push({ row, column, source: isZero ? -1 - source : source });
    });
  }
  const order = rows.map((value) => ({ value, key: draw(0, 1_000_000) })).sort((a, b) => a.key - b.key);
  const units = order.map(({ value }) => value);
  const [labels, zeros] = [new Map<number, number>(), new Map<number, number>()];
  const codes = units.map(({ source }) => {
    const [list, code] =
      source < 0 ? [zeros, (count: number) => 0 - count] : [labels, (count: number) => count + 1];
    const known = list.get(source);
    if (known !== undefined) return known;
    const made = code(list.size);
    list.set(source, made);
    return made;
  });
  const network = multiLayerNetwork([
    units.map(({ row }) => RationalVector.of(row, SCALE)),
    Array.from({ length: outputs }, (_, k) =>
      RationalVector.of(
        units.map(({ column }) => entry(column, k)),
        SCALE,
      ),
    ),
  ]);
  return { network, codes };
}

describe("planted groups", () => {
  const tolerance = rational(1000n, SCALE);

  it("are found exactly, in 1,000 networks", () => {
    let zeros = 0;
    for (let round = 0; round < 1000; round++) {
      const { network, codes } = planted(1000);
      const found = classify(network, { tolerance, symmetry: everyActivation });
      expect(found.reduction.layers[0]?.labelledPartition).toEqual(codes);
      if (codes.includes(0)) zeros += 1;
    }
    expect(zeros).toBeGreaterThan(100);
  });

  it("are not found where copies are one unit of the lattice too far apart", () => {
    let missed = 0;
    for (let round = 0; round < 200; round++) {
      const { network, codes } = planted(0);
      const pair = codes.findIndex((code, unit) => code > 0 && codes.indexOf(code) < unit);
      if (pair < 0) continue;
      const rows = entry(network.weights, 0).map((row, unit) =>
        unit === pair
          ? row.plus(RationalVector.of([1001n, ...row.numerators.slice(1).map(() => 0n)], SCALE))
          : row,
      );
      const near = multiLayerNetwork([rows, entry(network.weights, 1)]);
      const { groups } = entry(classify(near, { tolerance, symmetry: everyActivation }).layers, 0);
      const first = codes.indexOf(entry(codes, pair));
      expect(groups.some(({ members }) => members.includes(pair) && members.includes(first))).toBe(false);
      missed += 1;
    }
    expect(missed).toBeGreaterThan(50);
  });
});

/** A network of the space that codes name: equal rows in each block, and sums of 0 in zero blocks. */
function pointOfSpace(codes: readonly number[], inputs: number, outputs: number): MultiLayerNetwork {
  const random = (): Rational => rational(BigInt(draw(-9, 9)), BigInt(draw(1, 5)));
  const rows = new Map(
    codes.map((code) => [code, RationalVector.fromRationals(Array.from({ length: inputs }, random))]),
  );
  const column = (): Rational[] => {
    const sums = new Map<number, Rational>();
    return codes.map((code, unit) => {
      const sum = sums.get(code) ?? rational(0n);
      const value = code <= 0 && codes.lastIndexOf(code) === unit ? sum.neg() : random();
      sums.set(code, sum.add(value));
      return value;
    });
  };
  return multiLayerNetwork([
    codes.map((code) => rows.get(code) ?? RationalVector.zero(inputs)),
    Array.from({ length: outputs }, () => RationalVector.fromRationals(column())),
  ]);
}

const flat = ({ weights, biases }: MultiLayerNetwork): Rational[] =>
  [...weights.flat(), ...(biases ?? [])].flatMap((vector) => vector.toRationals());

/** Σ (left − right)·direction. */
function inner(left: MultiLayerNetwork, right: MultiLayerNetwork, direction: MultiLayerNetwork): Rational {
  const [others, along] = [flat(right), flat(direction)];
  return flat(left).reduce(
    (sum, value, at) => sum.add(value.sub(entry(others, at)).mul(entry(along, at))),
    rational(0n),
  );
}

describe("the projection", () => {
  const tolerance = rational(1000n, SCALE);

  it("lies in the space of the groups, and moves the network at right angles to it, as far as is said", () => {
    for (let round = 0; round < 100; round++) {
      const { network, codes } = planted(1000);
      const { projected, distanceSquared } = classify(network, { tolerance, symmetry: everyActivation });
      const again = classify(projected, { tolerance: rational(0n), symmetry: everyActivation });
      expect(again.reduction.layers[0]?.labelledPartition).toEqual(codes);
      expect(again.distanceSquared.n).toBe(0n);
      const [first = [], last = []] = network.weights;
      const other = pointOfSpace(codes, entry(first, 0).dimension, last.length);
      expect(inner(network, projected, other).n).toBe(0n);
      const whole = inner(network, projected, network).sub(inner(network, projected, projected));
      expect(whole.equals(distanceSquared)).toBe(true);
    }
  });

  it("would be caught with another mean", () => {
    const { network, codes } = planted(1000);
    const { projected } = classify(network, { tolerance, symmetry: everyActivation });
    const [first = [], last = []] = projected.weights;
    const pair = codes.findIndex((code, unit) => codes.indexOf(code) < unit);
    const nudge = RationalVector.of(
      entry(first, 0).numerators.map(() => 1n),
      SCALE,
    );
    const moved = first.map((row, unit) => (codes[unit] === codes[pair] ? row.plus(nudge) : row));
    const other = pointOfSpace(codes, entry(first, 0).dimension, last.length);
    expect(inner(network, multiLayerNetwork([moved, last]), other).n).not.toBe(0n);
  });
});

const network = (weights: readonly (readonly string[])[], biases?: readonly string[]): MultiLayerNetwork =>
  multiLayerNetwork(
    weights.map((rows) => rows.map((row) => RationalVector.parse(...row.split(" ")))),
    biases?.map((bias) => RationalVector.parse(...bias.split(" "))),
  );

const vectors = (...rows: string[]): RationalVector[] =>
  rows.map((row) => RationalVector.parse(...row.split(" ")));

/** The largest difference of what a network and its projection and reduction compute. */
function differences(
  own: MultiLayerNetwork,
  { projected, reduction }: Classification,
  name: string,
): string[] {
  const activation = boundedActivation(name);
  const inputs = vectors("1 2", "-3/2 1/3", "0 0", "5 -4");
  const { irreducible } = reduction;
  if (irreducible === undefined) throw new Error("nothing is left");
  return [
    dataDifference(projected, irreducible, activation, inputs),
    dataDifference(own, irreducible, activation, inputs),
  ].map(({ upper }) => (upper.compare(parseRational("1/1000000000000")) < 0 ? "same" : "other"));
}

describe("several layers, biases and activations", () => {
  const options = (name: string, tolerance = "1/100"): Parameters<typeof classify>[1] => ({
    tolerance: parseRational(tolerance),
    symmetry: parseSymmetry(name),
  });

  it("sees copies behind copies, by the sums of their weights", () => {
    const own = network(
      [["1 0", "1001/1000 0", "0 1"], ["1 2 5", "2 1001/1000 5", "7 7 7"], ["1 1 1"]],
      ["0 0 3", "1 1 2", "0"],
    );
    const found = classify(own, options("tanh"));
    expect(found.reduction.widths).toEqual([2, 2]);
    expect(found.layers.map(({ groups }) => groups.map(({ members }) => members))).toEqual([
      [[0, 1], [2]],
      [[0, 1], [2]],
    ]);
    expect(differences(own, found, "tanh")).toEqual(["same", "other"]);
    expect(classify(own, options("tanh", "1/10000")).reduction.widths).toEqual([3, 3]);
  });

  it.each([
    ["tanh", "none", [2]],
    ["sigmoid", "none", [2]],
    ["gaussian", "none", [2]],
    ["softplus", "kept", [3]],
  ])("merges a mirrored neuron for %s, with a bias", (name, rest, widths) => {
    const own = network([["1 2", "-1 -2001/1000", "3 1"], ["2 3 1"]], ["1 -1 0", "1/2"]);
    const found = classify(own, options(name));
    expect([found.reduction.widths, found.reduction.layers[0]?.rest]).toEqual([widths, rest]);
    expect(differences(own, found, name)).toEqual(["same", "other"]);
    expect(found.layers[0]?.groups[0]?.signs).toEqual([1, -1]);
  });

  it("merges multiples for ReLU, and keeps their scales", () => {
    const own = network([["1 2", "3 6001/1000", "2 -1"], ["2 3 1"]], ["1 3 0", "0"]);
    const found = classify(own, options("relu"));
    expect(found.reduction.widths).toEqual([2]);
    expect(found.layers[0]?.groups[0]?.scales.map(formatRational)).toEqual(["1", "6001/2000"]);
    expect(differences(own, found, "relu")).toEqual(["same", "other"]);
  });

  it("folds the constant of a neuron without input into the next bias", () => {
    const own = network([["1 2", "1/1000 0", "2 -1"], ["2 3 1"]], ["1 5 0", "0"]);
    const found = classify(own, options("relu"));
    expect([found.reduction.widths, found.layers[0]?.constants]).toEqual([[2], [1]]);
    expect(found.reduction.matrices.biases?.at(-1)?.key).toBe("15");
    expect(differences(own, found, "relu")).toEqual(["same", "other"]);
  });

  it("drops what is dead on the box, and tells what is linear there", () => {
    const own = network([["-1 -1", "1 1", "1 -1"], ["2 3 1"]], ["0 1 0", "0"]);
    const box = inputBox(rational(0n), rational(1n), 2);
    const ranges = preactivationRanges(own, boundedActivation("relu"), box);
    const found = classify(own, { ...options("relu", "0"), ranges });
    expect([found.layers[0]?.dead, found.layers[0]?.linear]).toEqual([[0], [1]]);
    expect([found.reduction.widths, found.distanceSquared.n]).toEqual([[2], 0n]);
    expect(differenceBound(own, found.projected, boundedActivation("relu"), box).bound.n).toBe(0n);
    expect(classify(own, options("relu", "0")).reduction.widths).toEqual([3]);
  });

  it("drops a neuron that only silent ones read", () => {
    const own = network([["1 0", "0 1"], ["1 0", "5 7"], ["1 1/1000"]]);
    const found = classify(own, options("tanh"));
    expect(found.reduction.widths).toEqual([1, 1]);
    expect(found.layers.map(({ zeroGroups }) => zeroGroups)).toEqual([[1], [1]]);
  });

  it("leaves nothing where everything cancels", () => {
    const own = network([["1 0", "1 1/1000"], ["1 -1"]]);
    const found = classify(own, options("tanh"));
    expect([found.reduction.widths, found.reduction.irreducible]).toEqual([[0], undefined]);
  });
});
